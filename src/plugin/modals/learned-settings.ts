import { ConfirmationModal, type App } from "obsidian";
import type { Proposal } from "../../learn";

/** Shows proposed settings with what each rests on, and the file that would be written, before anything is. */
export class LearnedSettingsModal extends ConfirmationModal {
  constructor(
    app: App,
    private readonly proposal: Proposal,
    private readonly file: { readonly path: string; readonly text: string },
    write: () => Promise<void>,
  ) {
    super(app);
    this.addButton((button) =>
      button
        .setButtonText(`Write ${file.path}`)
        .setCta()
        .onClick(() => void write()),
    ).addCancelButton();
  }

  override onOpen(): void {
    const { postmortems, reasons } = this.proposal;
    this.setTitle("Learn settings from my postmortems");
    this.modalEl.addClass("postmortem-export");
    const count = `${postmortems.length} ${postmortems.length === 1 ? "note looks" : "notes look"}`;
    this.contentEl.createEl("p", {
      text: `${count} like a postmortem. These settings fit them; nothing is written yet.`,
    });
    const list = this.contentEl.createEl("ul");
    for (const { setting, why } of reasons) {
      const item = list.createEl("li");
      item.createEl("code", { text: setting });
      item.appendText(`: ${why}`);
    }
    this.contentEl.createEl("textarea", {
      cls: "postmortem-export-text",
      attr: { readonly: true, rows: "10", "aria-label": this.file.path },
    }).value = this.file.text;
  }

  override onClose(): void {
    this.contentEl.empty();
  }
}
