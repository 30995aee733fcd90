import type { Diagnostic } from "../../check";
import { rules } from "../../check";
import { addText } from "../ui/notify";

/** The most lines of an example that a tooltip shows. */
const longestExample = 8;

/** A problem as a tooltip tells it: what, what to do, and on request why, with an example of how it is right. */
export function problemMessage({ message, help, rule: id }: Diagnostic): HTMLElement {
  const element = createDiv({ cls: "postmortem-message" });
  addText(element.createDiv({ cls: "postmortem-message-text" }), message);
  if (help !== undefined) addText(element.createDiv({ cls: "postmortem-message-help" }), help);

  const rule = rules.find((other) => other.id === id);
  if (rule === undefined) return element;
  const details = element.createEl("details", { cls: "postmortem-message-why" });
  details.createEl("summary", { text: "Why it matters" });
  addText(details.createEl("p"), rule.why);
  const good = rule.examples
    .find(({ expect }) => expect.length === 0)
    ?.note.split("\n")
    .slice(0, longestExample)
    .join("\n");
  if (good !== undefined) {
    details.createEl("p", { text: "For example:" });
    details.createEl("pre").createEl("code", { text: good });
  }
  return element;
}
