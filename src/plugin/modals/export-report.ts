import { Modal, Setting } from "obsidian";
import type { InsightQuery } from "../../incident";
import { insightsOf } from "../../incident";
import { monthsBefore, today } from "../../time";
import { safeName, safePath } from "../../write";
import type { ReportFormat } from "../../write/export";
import { incidentReport, reportFile, reportFormats, writeExport } from "../../write/export";
import type { Host } from "../host";
import { notify } from "../ui/notify";

const extensions: Readonly<Record<ReportFormat, string>> = { html: "html", markdown: "md", csv: "csv", svg: "svg" };
const formatNames: Readonly<Record<ReportFormat, string>> = {
  html: "Page with pictures (HTML)",
  markdown: "Note (Markdown)",
  csv: "Numbers for a spreadsheet (CSV)",
  svg: "Picture of all figures (SVG)",
};

/**
 * Asks for days and format, and writes a report on the incidents that are asked for into the folder of exported
 * documents.
 */
export class ExportReportModal extends Modal {
  private months: string;
  private format: ReportFormat = "html";
  /** What the incidents are picked by, in words. */
  private readonly about: readonly string[];

  constructor(
    private readonly host: Host,
    private readonly query: InsightQuery,
  ) {
    super(host.app);
    const { months, service, severity } = query;
    this.months = months === null ? "" : String(months);
    this.about = [
      ...(severity === null ? [] : [severity || "No severity"]),
      ...(service === null ? [] : [service || "No service"]),
    ];
  }

  override onOpen(): void {
    this.modalEl.addClass("postmortem-export-report");
    this.setTitle("Export report");
    const periods = { "3": "Last 3 months", "12": "Last 12 months", "24": "Last 24 months", "": "All time" };
    if (this.about.length > 0)
      new Setting(this.contentEl).setName("Incidents").setDesc(`Only ${this.about.join(", ")}`);
    new Setting(this.contentEl).setName("Period").addDropdown((dropdown) => {
      // Keys that are numbers would come first.
      for (const months of ["3", "12", "24", ""] as const) dropdown.addOption(months, periods[months]);
      dropdown.setValue(this.months).selectEl.setAttr("aria-label", "Period");
      dropdown.selectEl.addEventListener("change", () => {
        this.months = dropdown.selectEl.value;
      });
    });
    new Setting(this.contentEl).setName("Format").addDropdown((dropdown) => {
      dropdown.addOptions(formatNames);
      dropdown.setValue(this.format).selectEl.setAttr("aria-label", "Format");
      dropdown.selectEl.addEventListener("change", () => {
        this.format = reportFormats.find((format) => format === dropdown.selectEl.value) ?? "html";
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
    const { actions, notes, settings, vault } = this.host;
    await notes.whenScanned();
    const until = today(this.host.clock());
    const { records } = insightsOf(this.host.records.all(), { ...this.query, months: null }, until);
    const paths = new Set(records.map(({ path }) => path));
    const since = this.months === "" ? null : monthsBefore(until, Number(this.months) - 1);
    const made = incidentReport(
      {
        records,
        actions: [...actions.postmortems()]
          .filter((path) => paths.has(path))
          .flatMap((path) => actions.of(path)?.actions ?? []),
        settings: settings.current,
        since,
        until,
        about: this.about,
        linkTo: (path) => (this.format === "markdown" ? path : null),
      },
      this.format,
    );
    if ("problem" in made) {
      notify(`Nothing was written: ${made.problem}.`);
      return;
    }
    const folder = safePath(settings.current.export.folder);
    const name = safeName(
      ["Incident report", ...this.about, `${since === null ? "" : `${since} to `}${until}`].join(" "),
    );
    const path = `${folder === "" ? "" : `${folder}/`}${name}.${extensions[this.format]}`;
    const delivery = await writeExport(vault, path, reportFile(made.text, this.format));
    notify(
      delivery.kind === "refused"
        ? `Nothing was written: ${delivery.message}.`
        : delivery.kind === "unchanged"
          ? `Nothing has changed in ${path} since it was written.`
          : `Written to ${path}.`,
    );
  }
}
