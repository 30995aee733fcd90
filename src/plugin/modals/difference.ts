import { Modal, type App } from "obsidian";
import { texts } from "../texts";

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
    const said = texts().exporting.edited;
    this.setTitle(said.title);
    this.modalEl.addClass("postmortem-export");
    this.contentEl.createEl("p", {
      text: said.explained(this.path),
    });
    const shown = this.contentEl.createEl("textarea", {
      cls: "postmortem-export-text",
      attr: { readonly: true, rows: "14", "aria-label": said.difference },
    });
    shown.value = this.difference === "" ? said.none : this.difference;
    shown.focus();
  }

  override onClose(): void {
    this.contentEl.empty();
  }
}
