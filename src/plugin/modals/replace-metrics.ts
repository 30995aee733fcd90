import { ConfirmationModal, type App } from "obsidian";
import type { replacedMetrics } from "../../write/edit";
import { texts } from "../texts";
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
        .setButtonText(texts().dialogs.metrics.replace)
        .setCta()
        .setInitialFocus()
        .onClick(() => void write()),
    ).addCancelButton();
  }

  override onOpen(): void {
    this.modalEl.addClass("postmortem-replace-metrics");
    const { commands, dialogs } = texts();
    this.setTitle(commands.writeMetrics);
    this.contentEl.createEl("p", { text: dialogs.metrics.differs });
    const list = this.contentEl.createEl("ul");
    for (const { after, before, name } of this.replaced)
      addText(list.createEl("li"), dialogs.metrics.replaced(name, before, after));
  }

  override onClose(): void {
    this.contentEl.empty();
  }
}
