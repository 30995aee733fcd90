import { Modal, type App } from "obsidian";

/** Says that a copy was edited by hand and stays as it is, and shows what an export would write. */
export class DifferenceModal extends Modal {
  constructor(
    app: App,
    private readonly path: string,
    private readonly difference: string,
  ) {
    super(app);
  }

  override onOpen(): void {
    this.setTitle("The copy was edited by hand");
    this.modalEl.addClass("postmortem-export");
    this.contentEl.createEl("p", {
      text: `${this.path} was left as it is. Lines with a minus stand only in it, lines with a plus only in the note as it would be exported now. Take over what is needed, and delete or move the copy to export again.`,
    });
    const shown = this.contentEl.createEl("textarea", {
      cls: "postmortem-export-text",
      attr: { readonly: true, rows: "14", "aria-label": "Difference" },
    });
    shown.value = this.difference === "" ? "Nothing but the line that says where it comes from." : this.difference;
    shown.focus();
  }

  override onClose(): void {
    this.contentEl.empty();
  }
}
