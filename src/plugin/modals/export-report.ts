import { Modal, Setting } from "obsidian";
import { monthsBefore, today } from "../../time";
import { safePath } from "../../write";
import type { ReportFormat } from "../../write/export";
import { incidentReport, withTrace, writeExport } from "../../write/export";
import type { Host } from "../host";
import { notify } from "../ui/notify";

const extensions: Readonly<Record<ReportFormat, string>> = { html: "html", markdown: "md" };

/** Asks for days and format, and writes a report on their incidents into the folder of exported documents. */
export class ExportReportModal extends Modal {
  private months = "12";
  private format: ReportFormat = "html";

  constructor(private readonly host: Host) {
    super(host.app);
  }

  override onOpen(): void {
    this.setTitle("Export report");
    const periods = { "3": "Last 3 months", "12": "Last 12 months", "24": "Last 24 months", "": "All time" };
    new Setting(this.contentEl).setName("Period").addDropdown((dropdown) => {
      // Keys that are numbers would come first.
      for (const months of ["3", "12", "24", ""] as const) dropdown.addOption(months, periods[months]);
      dropdown.setValue(this.months).selectEl.setAttr("aria-label", "Period");
      dropdown.selectEl.addEventListener("change", () => {
        this.months = dropdown.selectEl.value;
      });
    });
    new Setting(this.contentEl).setName("Format").addDropdown((dropdown) => {
      dropdown.addOption("html", "Page with pictures (HTML)").addOption("markdown", "Note (Markdown)");
      dropdown.setValue(this.format).selectEl.setAttr("aria-label", "Format");
      dropdown.selectEl.addEventListener("change", () => {
        this.format = dropdown.selectEl.value === "html" ? "html" : "markdown";
      });
    });
    new Setting(this.contentEl)
      .addButton((button) =>
        button
          .setButtonText("Export")
          .setCta()
          .onClick(() => {
            this.close();
            void this.write();
          }),
      )
      .addButton((button) => {
        button.setButtonText("Cancel").onClick(() => {
          this.close();
        });
      });
  }

  override onClose(): void {
    this.contentEl.empty();
  }

  private async write(): Promise<void> {
    const { actions, notes, records, settings, vault } = this.host;
    await notes.whenScanned();
    const until = today(this.host.clock());
    const since = this.months === "" ? null : monthsBefore(until, Number(this.months) - 1);
    const made = incidentReport(
      {
        records: records.all(),
        actions: [...actions.postmortems()].flatMap((path) => actions.of(path)?.actions ?? []),
        settings: settings.current,
        since,
        until,
        linkTo: (path) => (this.format === "html" ? null : path),
      },
      this.format,
    );
    if ("problem" in made) {
      notify(`Nothing was written: ${made.problem}.`);
      return;
    }
    const folder = safePath(settings.current.export.folder);
    const name = `Incident report ${since === null ? "" : `${since} to `}${until}`;
    const path = `${folder === "" ? "" : `${folder}/`}${name}.${extensions[this.format]}`;
    const delivery = await writeExport(vault, path, withTrace(made.text, { source: "", choices: "report" }));
    notify(
      delivery.kind === "refused"
        ? `Nothing was written: ${delivery.message}.`
        : delivery.kind === "unchanged"
          ? `Nothing has changed in ${path} since it was written.`
          : `Written to ${path}.`,
    );
  }
}
