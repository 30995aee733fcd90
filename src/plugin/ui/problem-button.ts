import { setIcon, type IconName } from "obsidian";
import type { Diagnostic, Severity } from "../../check";
import { positionAt } from "../../base";
import { noteName } from "../../vault";
import { addText } from "./notify";
import type { Host } from "../host";

export const severityIcons: Readonly<Record<Severity, { readonly icon: IconName; readonly name: string }>> = {
  error: { icon: "circle-x", name: "Errors" },
  warning: { icon: "triangle-alert", name: "Warnings" },
  info: { icon: "info", name: "Hints" },
};

/** A problem of a postmortem as a button that says what it is and where. */
export function problemButton(
  host: Host,
  parent: HTMLElement,
  postmortem: string,
  problem: Pick<Diagnostic, "path" | "span" | "rule" | "severity" | "message" | "help">,
): HTMLButtonElement {
  const { help, message, path, rule, severity, span } = problem;
  parent.addClass("postmortem-problem", `postmortem-${severity}`);
  const button = parent.createEl("button", {
    cls: "postmortem-problem-go",
    attr: { type: "button", "data-key": `${path} ${rule} ${span.start}` },
  });
  setIcon(
    button.createSpan({ cls: "postmortem-problem-icon", attr: { "aria-hidden": "true" } }),
    severityIcons[severity].icon,
  );
  const text = button.createSpan({ cls: "postmortem-problem-text" });
  text.createSpan({ cls: "postmortem-hidden", text: `${severity}: ` });
  addText(text.createSpan(), message);
  if (help !== undefined) addText(text.createSpan({ cls: "postmortem-problem-help" }), help);
  text.createSpan({ cls: "postmortem-problem-where", text: `${whereFrom(host, postmortem, problem)} · ${rule}` });
  return button;
}

/** Line and, where it is another one than the postmortem, note of a place. */
function whereFrom(host: Host, postmortem: string, { path, span }: Pick<Diagnostic, "path" | "span">): string {
  const note = host.notes.library.note(path) ?? { text: "", lineStarts: [0] };
  const { line } = positionAt(note, span.start);
  return path === postmortem ? `line ${line}` : `${noteName(path)}, line ${line}`;
}
