import { ConfirmationModal, type App } from "obsidian";
import type { Proposal } from "../../learn";
import { texts } from "../texts";

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
        .setButtonText(texts().dialogs.learned.write(file.path))
        .setCta()
        .onClick(() => void write()),
    ).addCancelButton();
  }

  override onOpen(): void {
    const { postmortems, reasons } = this.proposal;
    const { commands, dialogs } = texts();
    this.setTitle(commands.learnSettings);
    this.modalEl.addClass("postmortem-export");
    this.contentEl.createEl("p", { text: dialogs.learned.found(postmortems.length) });
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
