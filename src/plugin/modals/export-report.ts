import { Modal, Setting } from "obsidian";
import type { InsightQuery } from "../../incident";
import { insightsOf } from "../../incident";
import { monthsBefore, today } from "../../time";
import { safeName, safePath } from "../../write";
import type { ReportFormat } from "../../write/export";
import { incidentReport, reportFile, reportFormats, reportName, writeExport } from "../../write/export";
import { offerUndoOfFiles } from "../operations/undo";
import type { Host } from "../host";
import { texts } from "../texts";
import { notify } from "../ui/notify";

const extensions: Readonly<Record<ReportFormat, string>> = { html: "html", markdown: "md", csv: "csv", svg: "svg" };
/** Months to look back on; the last one is all time. */
const periods = ["3", "12", "24", ""] as const;

/**
 * Asks for days and format, and writes a report on the incidents that are asked for into the folder of exported
 * documents.
 */
export class ExportReportModal extends Modal {
  private months: string;
  private format: ReportFormat = "html";

  constructor(
    private readonly host: Host,
    private readonly query: InsightQuery,
  ) {
    super(host.app);
    this.months = query.months === null ? "" : String(query.months);
  }

  override onOpen(): void {
    this.modalEl.addClass("postmortem-export-report");
    const { insights: said, words } = texts();
    const { service, severity } = this.query;
    this.setTitle(said.report.title);
    const only = [
      ...(severity === null ? [] : [severity || said.noSeverity]),
      ...(service === null ? [] : [service || said.noService]),
    ].join(", ");
    if (only !== "") new Setting(this.contentEl).setName(words.incidents).setDesc(said.report.only(only));
    new Setting(this.contentEl).setName(words.period).addDropdown((dropdown) => {
      for (const months of periods)
        dropdown.addOption(months, months === "" ? words.periods.all : words.periods.months(Number(months)));
      dropdown.setValue(this.months).selectEl.setAttr("aria-label", words.period);
      dropdown.selectEl.addEventListener("change", () => {
        this.months = dropdown.selectEl.value;
      });
    });
    new Setting(this.contentEl).setName(said.report.format).addDropdown((dropdown) => {
      dropdown.addOptions(said.report.formats);
      dropdown.setValue(this.format).selectEl.setAttr("aria-label", said.report.format);
      dropdown.selectEl.addEventListener("change", () => {
        this.format = reportFormats.find((format) => format === dropdown.selectEl.value) ?? "html";
      });
    });
    new Setting(this.contentEl)
      .addButton((button) =>
        button
          .setButtonText(said.report.action)
          .setCta()
          .onClick(() => {
            this.close();
            void this.write();
          }),
      )
      .addButton((button) => {
        button.setButtonText(words.cancel).onClick(() => {
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
        picked: this.query,
        linkTo: (path) => (this.format === "markdown" ? path : null),
      },
      this.format,
    );
    if ("problem" in made) {
      notify(texts().changes.unwritten(made.problem));
      return;
    }
    const folder = safePath(settings.current.export.folder);
    const name = safeName(reportName({ picked: this.query, since, until }));
    const path = `${folder === "" ? "" : `${folder}/`}${name}.${extensions[this.format]}`;
    const before = await vault.read(path);
    const delivery = await writeExport(vault, path, reportFile(made.text, this.format));
    const { changes, insights, writing } = texts();
    if (delivery.kind === "refused") notify(changes.unwritten(delivery.message));
    else if (delivery.kind === "unchanged") notify(insights.report.unchanged(path));
    else {
      const done = writing.copies.created(path);
      await offerUndoOfFiles(this.host, done, new Map([[path, before.ok ? before.text : null]]));
    }
  }
}
