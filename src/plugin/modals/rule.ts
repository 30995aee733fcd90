import { Modal, type App } from "obsidian";
import type { Rule } from "../../check";
import { rules } from "../../check";
import { addText } from "../ui/notify";
import { texts } from "../texts";

/** Opens the page of a rule: why it is there, and notes that it finds nothing wrong with. */
export function showRule(app: App, id: string): void {
  const rule = rules.find((other) => other.id === id);
  if (rule !== undefined) new RulePage(app, rule).open();
}

class RulePage extends Modal {
  constructor(
    app: App,
    private readonly rule: Rule,
  ) {
    super(app);
  }

  override onOpen(): void {
    const { examples, id, severity, why } = this.rule;
    const { checking, dialogs } = texts();
    this.setTitle(id);
    addText(this.contentEl.createEl("p"), why);
    this.contentEl.createEl("p", {
      cls: "setting-item-description",
      text: dialogs.rule.severity(checking.severities[severity]),
    });
    // What it reports is in the list; the built plugin holds only what is right.
    this.contentEl.createEl("h3", { text: dialogs.rule.right });
    for (const { note } of examples.filter(({ expect }) => expect.length === 0))
      this.contentEl.createEl("pre", { cls: "postmortem-rule-example" }).createEl("code", { text: note });
  }

  override onClose(): void {
    this.contentEl.empty();
  }
}
