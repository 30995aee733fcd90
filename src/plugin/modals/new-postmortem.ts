import { Modal, Setting, TextComponent } from "obsidian";
import type { ScaffoldProblem } from "../../write";
import { addText } from "../ui/notify";
import type { CreatedPostmortem, PostmortemRequest, Preview } from "../../commands";
import { requestFrom } from "../../commands";
import type { Handed } from "../../incident/from";
import { decodeText } from "../../incident/from";
import { createInVault, previewInVault } from "../operations/create";
import type { Host } from "../host";
import type { InputSuggestOptions } from "../ui/input-suggest";
import { InputSuggest } from "../ui/input-suggest";
import { knownHeadings, knownNotes, knownOwners, knownServices, knownZones } from "../operations/known-values";

/** What the form shows at first: from the settings, or from a link that opened it. */
export type FormValues = Readonly<Record<FieldName, string>>;

/** What the form starts with. */
export interface FormStart {
  readonly values: FormValues;
  /** Folder for the note; null for that of the settings. */
  readonly folder: string | null;
  /** Fields that the link which opened the form had a value for. */
  readonly given: readonly FieldName[];
  /** What that link got wrong. */
  readonly remarks: readonly string[];
}

export const fieldNames = [
  "title",
  "date",
  "started",
  "detected",
  "timezone",
  "severity",
  "services",
  "owner",
  "timelineNote",
  "timelineHeading",
  "template",
] as const;
export type FieldName = (typeof fieldNames)[number];

/** Under which field of the form a problem of the request is shown. */
const shownAt: Readonly<Record<ScaffoldProblem["field"], FieldName>> = {
  title: "title",
  date: "date",
  started: "started",
  detected: "detected",
  timezone: "timezone",
  severity: "severity",
  status: "severity",
  services: "services",
  owner: "owner",
  timeline: "timelineNote",
  template: "template",
  folder: "title",
};

/** Asks for what is known of an incident, shows where its note will go, and makes it on request only. */
export class NewPostmortemModal extends Modal {
  private readonly values: Record<FieldName, string>;
  private readonly rows = new Map<FieldName, Setting>();
  private readonly touched = new Set<FieldName>();
  private readonly controls = new Map<FieldName, HTMLInputElement | HTMLSelectElement>();
  /** The record of the incident that the form was filled in from. */
  private record: Handed | null = null;
  private moments: NonNullable<PostmortemRequest["moments"]> = {};
  private pathEl: HTMLElement | null = null;

  constructor(
    private readonly host: Host,
    private readonly start: FormStart,
    private readonly onCreated: (created: CreatedPostmortem) => void,
    private readonly onClosed: () => void,
  ) {
    super(host.app);
    this.values = { ...start.values };
    for (const field of start.given) this.touched.add(field);
  }

  override onOpen(): void {
    const { app, host } = this;
    const notes = once(() => knownNotes(app));
    const zones = once(knownZones);
    const services = once(() => knownServices(host));
    const owners = once(() => knownOwners(host));
    this.setTitle("New postmortem");
    this.modalEl.addClass("postmortem-new");
    const form = this.contentEl.createEl("form", { attr: { novalidate: true } });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.submit();
    });

    const { remarks } = this.start;
    if (remarks.length > 0) {
      const box = form.createDiv({ cls: "postmortem-new-remarks", attr: { role: "alert" } });
      box.createEl("p", { text: "Not everything could be taken from the link:" });
      const list = box.createEl("ul");
      for (const remark of remarks) addText(list.createEl("li"), remark);
    }
    this.addRecord(form);
    this.addInput(form, "title", "Title", "What broke, in a few words");
    this.addInput(form, "date", "Date", "Day on which it began", { type: "date" });
    this.addInput(form, "started", "Start time", "Leave empty if it is not known yet", { type: "time" });
    this.addInput(form, "detected", "Detected", "When somebody or something noticed, if known", {
      type: "datetime-local",
    });
    this.addInput(form, "timezone", "Time zone", "IANA name, such as Europe/Berlin", { values: zones });
    this.addSeverity(form, host.settings.current.severities);
    this.addInput(form, "services", "Services", "Separated by commas", { values: services, list: true });
    this.addInput(form, "owner", "Owner", "Who sees that it gets finished", { values: owners });
    this.addInput(
      form,
      "timelineNote",
      "Timeline note",
      "Its events are embedded; leave empty to write them into the postmortem",
      { values: notes },
    );
    this.addInput(form, "timelineHeading", "Timeline heading", "The part of that note to embed", {
      values: () => knownHeadings(app, this.values.timelineNote),
    });
    this.addInput(form, "template", "Template", "Leave empty for the built-in one", { values: notes });

    const footer = form.createDiv({ cls: "postmortem-footer" });
    this.pathEl = footer.createDiv({ cls: "postmortem-new-path", attr: { "aria-live": "polite" } });
    new Setting(footer)
      .addButton((button) => {
        button.setButtonText("Create").setCta().buttonEl.type = "submit";
      })
      .addButton((button) => {
        button.setButtonText("Cancel").onClick(() => {
          this.close();
        }).buttonEl.type = "button";
      });
    this.show(previewInVault(this.host, this.request()));
  }

  override onClose(): void {
    this.contentEl.empty();
    this.onClosed();
  }

  /** Fills the form in from a file that is chosen. */
  private addRecord(form: HTMLElement): void {
    const row = new Setting(form)
      .setName("Incident record")
      .setDesc("What another tool has on the incident, as JSON, to fill in this form");
    const attr = { type: "file", accept: ".json", "aria-label": "Incident record" };
    const input = row.controlEl.createEl("input", { attr });
    input.addEventListener("change", () => {
      void (async () => {
        const file = input.files?.[0];
        if (file === undefined) return;
        this.record = { name: file.name, text: decodeText(new Uint8Array(await file.arrayBuffer())).text };
        row.setErrorMessage(this.fill(fieldNames));
      })();
    });
  }

  /** Takes what the record tells, its times in the zone of the form; what went wrong, or null. */
  private fill(fields: readonly FieldName[]): string | null {
    if (this.record === null) return null;
    const read = requestFrom(this.record, this.host.settings.current, this.values.timezone);
    if (!read.ok) {
      this.record = null;
      return read.message.replaceAll("`", "");
    }
    const { moments = {}, services = [], started = "", ...told } = read.request;
    const { started: _started, detected: _detected, ...others } = moments;
    this.moments = others;
    const { date, detected = "", owner = "", severity = "", title } = told;
    const values = { title, date, started: started.slice("YYYY-MM-DDT".length), detected, severity, owner };
    const all: Partial<Record<FieldName, string>> = { ...values, services: services.join(", ") };
    for (const field of fields) {
      const value = all[field] ?? "";
      const control = this.controls.get(field);
      if (value === "" || control === undefined) continue;
      control.value = value;
      this.values[field] = value;
    }
    this.show(previewInVault(this.host, this.request()));
    return read.remarks.length === 0 ? null : `${read.remarks.join("; ").replaceAll("`", "")}.`;
  }

  private addInput(
    form: HTMLElement,
    field: FieldName,
    name: string,
    description: string,
    options: Partial<InputSuggestOptions> & { readonly type?: string } = {},
  ): void {
    const row = new Setting(form).setName(name).setDesc(description);
    const { inputEl } = new TextComponent(row.controlEl).setValue(this.values[field]);
    this.rows.set(field, row);
    this.controls.set(field, inputEl);
    inputEl.type = options.type ?? "text";
    inputEl.name = field;
    inputEl.setAttr("aria-label", name);
    inputEl.addEventListener("input", () => {
      this.take(field, inputEl.value);
    });
    if (options.values !== undefined)
      new InputSuggest(this.app, inputEl, { values: options.values, list: options.list ?? false });
  }

  private addSeverity(form: HTMLElement, severities: readonly string[]): void {
    const row = new Setting(form).setName("Severity").addDropdown((dropdown) => {
      dropdown.addOption("", "Not known yet");
      for (const severity of severities) dropdown.addOption(severity, severity);
      dropdown.setValue(this.values.severity);
      dropdown.selectEl.setAttr("aria-label", "Severity");
      dropdown.selectEl.name = "severity";
      this.controls.set("severity", dropdown.selectEl);
      dropdown.selectEl.addEventListener("change", () => {
        this.take("severity", dropdown.selectEl.value);
      });
    });
    this.rows.set("severity", row);
  }

  private take(field: FieldName, value: string): void {
    this.values[field] = value;
    this.touched.add(field);
    if (field === "timezone") this.fill(fieldNames.filter((other) => !this.touched.has(other)));
    this.show(previewInVault(this.host, this.request()));
  }

  /** Shows the path, and what is wrong with the fields that were touched. */
  private show({ paths, problems }: Preview): void {
    for (const [field, row] of this.rows) {
      const problem = problems.find((other) => shownAt[other.field] === field);
      row.setErrorMessage(problem !== undefined && this.touched.has(field) ? `${problem.message}.` : null);
    }
    this.pathEl?.setText(paths.length === 0 ? "" : `Creates ${paths.join(" and ")}`);
  }

  private async submit(): Promise<void> {
    for (const field of fieldNames) this.touched.add(field);
    const result = await createInVault(this.host, this.request());
    if (!result.ok) {
      this.show({ paths: [], problems: result.problems });
      const first = this.rows.get(shownAt[result.problems[0]?.field ?? "title"]);
      first?.controlEl.find("input, select").focus();
      return;
    }
    this.close();
    this.onCreated(result);
  }

  private request(): PostmortemRequest {
    const { timelineNote, timelineHeading, services, ...values } = this.values;
    const note = timelineNote.trim();
    const heading = timelineHeading.trim();
    return {
      ...values,
      moments: this.moments,
      services: services.split(",").map((service) => service.trim()),
      timeline: note === "" || heading === "" ? note : `${note}#${heading}`,
      ...(this.start.folder !== null && { folder: this.start.folder }),
    };
  }
}

/** Works a list out when it is first asked for. */
function once(list: () => readonly string[]): () => readonly string[] {
  let known: readonly string[] | null = null;
  return () => (known ??= list());
}
