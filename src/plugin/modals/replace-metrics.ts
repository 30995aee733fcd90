import { ConfirmationModal, type App } from "obsidian";
import type { replacedMetrics } from "../../write/edit";
import { addText } from "../ui/notify";

/** Shows the values of metrics that somebody wrote, with what would stand in their place, before they are replaced. */
export class ReplaceMetricsModal extends ConfirmationModal {
  constructor(
    app: App,
    private readonly replaced: ReturnType<typeof replacedMetrics>,
    write: () => Promise<void>,
  ) {
    super(app);
    this.addButton((button) =>
      button
        .setButtonText("Replace")
        .setCta()
        .setInitialFocus()
        .onClick(() => void write()),
    ).addCancelButton();
  }

  override onOpen(): void {
    this.modalEl.addClass("postmortem-replace-metrics");
    this.setTitle("Write metrics to properties");
    this.contentEl.createEl("p", { text: "The note says otherwise than its times. This would be replaced:" });
    const list = this.contentEl.createEl("ul");
    for (const { after, before, name } of this.replaced)
      addText(list.createEl("li"), `\`${name}\`: ${before} becomes ${after} minutes`);
  }

  override onClose(): void {
    this.contentEl.empty();
  }
}
