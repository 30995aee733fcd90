import { Modal, Setting, TextComponent } from "obsidian";
import { languages } from "../../language";
import type { ScaffoldProblem } from "../../write";
import { texts } from "../texts";
import { addText, sentence } from "../ui/notify";
import { once } from "../../base";
import type { CreatedPostmortem, PostmortemRequest, Preview } from "../../commands";
import { requestFrom } from "../../commands";
import { formatLocal, parseDay, readSaid, zoneOrUtc } from "../../time";
import { ownFields } from "../../settings";
import type { FieldDeclaration } from "../../settings";
import type { PropertyValue } from "../../write/edit";
import { noteName } from "../../vault";
import type { Handed } from "../../incident/from";
import { decodeText } from "../../incident/from";
import { createInVault, previewInVault } from "../operations/create";
import type { Host } from "../host";
import type { InputSuggestOptions } from "../ui/input-suggest";
import { InputSuggest } from "../ui/input-suggest";
import { knownHeadings, knownNotes, knownOwners, knownServices, knownZones } from "../operations/known-values";

/** What the form shows at first: from the settings, or from a link that opened it. */
export type FormValues = Readonly<Record<FieldName, string>> & {
  /** What is typed for the team's own properties, by name. */
  readonly own: Readonly<Record<string, string>>;
};

/** What the form starts with. */
export interface FormStart {
  readonly values: FormValues;
  /** Folder for the note; null for that of the settings. */
  readonly folder: string | null;
  /** Fields that the link which opened the form had a value for. */
  readonly given: readonly FieldName[];
  /** What that link got wrong. */
  readonly remarks: readonly string[];
  /** Whether the values are what was typed into an earlier form, which was closed. */
  readonly isDraft: boolean;
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
  "language",
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
  variant: "template",
  language: "language",
  folder: "title",
};

/** What becomes of the form. */
interface FormEvents {
  readonly created: (created: CreatedPostmortem) => void;
  /** Gets what was typed and not used; null when there is nothing to keep. */
  readonly closed: (draft: FormValues | null) => void;
  readonly clear: () => void;
}

/** Asks for what is known of an incident, shows where its note will go, and makes it on request only. */
export class NewPostmortemModal extends Modal {
  private readonly values: Record<FieldName, string>;
  private readonly own: Map<string, string>;
  private readonly rows = new Map<FieldName, Setting>();
  private readonly touched = new Set<FieldName>();
  private readonly controls = new Map<FieldName, HTMLInputElement | HTMLSelectElement>();
  /** The record of the incident that the form was filled in from. */
  private record: Handed | null = null;
  private moments: NonNullable<PostmortemRequest["moments"]> = {};
  private pathEl: HTMLElement | null = null;
  private faultEl: HTMLElement | null = null;
  private isFinished = false;

  constructor(
    private readonly host: Host,
    private readonly start: FormStart,
    private readonly on: FormEvents,
  ) {
    super(host.app);
    const { own, ...values } = start.values;
    this.values = values;
    this.own = new Map(Object.entries(own));
    for (const field of start.given) this.touched.add(field);
  }

  override onOpen(): void {
    const { app, host } = this;
    const notes = once(() => knownNotes(app));
    const zones = once(knownZones);
    const services = once(() => knownServices(host));
    const owners = once(() => knownOwners(host));
    const { commands, form: said, words } = texts();
    this.setTitle(commands.newPostmortem);
    this.modalEl.addClass("postmortem-new");
    const form = this.contentEl.createEl("form", { attr: { novalidate: true } });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.submit();
    });

    const { remarks } = this.start;
    if (remarks.length > 0) {
      const box = form.createDiv({ cls: "postmortem-new-remarks", attr: { role: "alert" } });
      box.createEl("p", { text: said.remarks });
      const list = box.createEl("ul");
      for (const remark of remarks) addText(list.createEl("li"), remark);
    }
    if (this.start.isDraft) this.addClear(form);
    this.addInput(form, "title");
    const { severities } = host.settings.current;
    this.addChoice(form, "severity", [
      ["", said.notKnown],
      ...severities.map((severity) => [severity, severity] as const),
    ]);
    this.addInput(form, "started");
    this.addInput(form, "date", { type: "date" });
    this.addInput(form, "services", { values: services, list: true });
    this.addInput(form, "owner", { values: owners });
    const ownOnes = ownFields(host.settings.current);
    for (const field of ownOnes) if (field.required !== false) this.addOwn(form, field);
    const more = form.createEl("details", { cls: "postmortem-new-more" });
    more.createEl("summary", { text: said.more });
    for (const field of ownOnes) if (field.required === false) this.addOwn(more, field);
    this.addRecord(more);
    this.addInput(more, "detected");
    this.addInput(more, "timezone", { values: zones });
    this.addInput(more, "timelineNote", { values: notes });
    this.addInput(more, "timelineHeading", { values: () => knownHeadings(app, this.values.timelineNote) });
    this.addInput(more, "template", { values: () => ["minor", "full", ...notes()] });
    const names = texts().settings.words(["language", "notes"]).values ?? {};
    const choices = languages.map(({ id, name }) => [id, names[id] ?? name] as const);
    this.addChoice(more, "language", [["", said.bySettings], ...choices]);

    const footer = form.createDiv({ cls: "postmortem-footer" });
    this.pathEl = footer.createDiv({ cls: "postmortem-new-path", attr: { "aria-live": "polite" } });
    this.faultEl = footer.createDiv({ cls: "postmortem-new-fault", attr: { role: "alert" } });
    new Setting(footer)
      .addButton((button) => {
        button.setButtonText(said.create).setCta().buttonEl.type = "submit";
      })
      .addButton((button) => {
        button.setButtonText(words.cancel).onClick(() => {
          this.isFinished = true;
          this.close();
        }).buttonEl.type = "button";
      });
    this.scope.register(["Mod"], "Enter", () => {
      void this.submit();
      return false;
    });
    this.show(previewInVault(this.host, this.request()));
  }

  override onClose(): void {
    this.contentEl.empty();
    const { given, isDraft } = this.start;
    const isTyped = isDraft || this.touched.size > given.length;
    const left = { ...this.values, own: Object.fromEntries(this.own) };
    this.on.closed(!this.isFinished && (isTyped || this.own.size > 0) ? left : null);
  }

  /** Says that what was typed before is here again, and takes it away on request. */
  private addClear(form: HTMLElement): void {
    const said = texts().form;
    new Setting(form).setName(said.isDraft).addButton((button) => {
      button.setButtonText(said.clear).onClick(() => {
        this.isFinished = true;
        this.close();
        this.on.clear();
      }).buttonEl.type = "button";
    });
  }

  /** Fills the form in from a file that is chosen. */
  private addRecord(form: HTMLElement): void {
    const said = texts().form;
    const row = new Setting(form).setName(said.record).setDesc(said.recordHint);
    const attr = { type: "file", accept: ".json", "aria-label": said.record };
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
    const { moments = {}, services = [], started = "", ...answered } = read.request;
    const { started: _started, detected: _detected, ...others } = moments;
    this.moments = others;
    const { date, detected = "", owner = "", severity = "", title } = answered;
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
    options: Partial<InputSuggestOptions> & { readonly type?: string } = {},
  ): void {
    const { hint, name } = texts().form.fields[field];
    const row = new Setting(form).setName(name).setDesc(hint);
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

  /** A property that the team has declared itself; its name is what the note will say. */
  private addOwn(form: HTMLElement, { description, name, type, values }: FieldDeclaration): void {
    const row = new Setting(form).setName(name).setDesc(description.replaceAll("`", ""));
    const take = (value: string): void => {
      if (value.trim() === "") this.own.delete(name);
      else this.own.set(name, value.trim());
    };
    const choices = type === "checkbox" ? ["true", "false"] : type === "enum" ? values : [];
    const value = this.own.get(name) ?? "";
    if (choices.length > 0)
      row.addDropdown((dropdown) => {
        dropdown.addOption("", texts().form.notKnown);
        for (const choice of choices) dropdown.addOption(choice, choice);
        dropdown.setValue(value).onChange(take).selectEl.setAttr("aria-label", name);
      });
    else
      row.addText((text) => {
        text.setValue(value).onChange(take).inputEl.setAttr("aria-label", name);
        text.inputEl.type = type === "date" ? "date" : "text";
        if (type === "list" || type === "tags") row.setDesc(texts().form.listHint(row.descEl.textContent).trim());
      });
  }

  private addChoice(
    form: HTMLElement,
    field: FieldName,
    choices: readonly (readonly [value: string, shown: string])[],
  ): void {
    const { name } = texts().form.fields[field];
    const row = new Setting(form).setName(name).addDropdown((dropdown) => {
      for (const [value, shown] of choices) dropdown.addOption(value, shown);
      dropdown.setValue(this.values[field]);
      dropdown.selectEl.setAttr("aria-label", name);
      dropdown.selectEl.name = field;
      this.controls.set(field, dropdown.selectEl);
      dropdown.selectEl.addEventListener("change", () => {
        this.take(field, dropdown.selectEl.value);
      });
    });
    this.rows.set(field, row);
  }

  private take(field: FieldName, value: string): void {
    this.values[field] = value;
    this.touched.add(field);
    // The day follows from a start that states one.
    const start = field === "started" && !this.touched.has("date") ? this.moment("started") : null;
    if (start !== null) {
      this.values.date = start.slice(0, "YYYY-MM-DD".length);
      const date = this.controls.get("date");
      if (date !== undefined) date.value = this.values.date;
    }
    if (field === "timezone") this.fill(fieldNames.filter((other) => !this.touched.has(other)));
    this.show(previewInVault(this.host, this.request()));
  }

  /** Shows the path, and what is wrong with the fields that were touched. */
  private show({ paths, problems, sharedWith }: Preview): void {
    const said = texts().form;
    for (const [field, row] of this.rows) {
      const problem = problems.find((other) => shownAt[other.field] === field);
      row.setErrorMessage(problem !== undefined && this.touched.has(field) ? sentence(problem.message) : null);
    }
    for (const field of ["started", "detected"] as const) {
      const time = this.moment(field);
      this.rows.get(field)?.setDesc(time === null ? said.fields[field].hint : said.understood(time.replace("T", " ")));
    }
    const [other] = sharedWith;
    if (other !== undefined) this.rows.get("timelineNote")?.setErrorMessage(said.shared(noteName(other)));
    const [path = "", timeline] = paths;
    const creates = timeline === undefined ? said.creates(path) : said.createsBoth(path, timeline);
    this.pathEl?.setText(path === "" ? "" : creates);
    this.faultEl?.setText("");
  }

  private async submit(): Promise<void> {
    for (const field of fieldNames) this.touched.add(field);
    const result = await createInVault(this.host, this.request());
    if (!result.ok) {
      this.show({ paths: [], problems: result.problems, sharedWith: [] });
      const [problem] = result.problems;
      const first = this.rows.get(shownAt[problem?.field ?? "title"]);
      if (first !== undefined) {
        first.settingEl.closest("details")?.setAttribute("open", "");
        first.controlEl.find("input, select").focus();
        first.settingEl.scrollIntoView({ block: "center" });
      }
      // The row may lie below the footer, or far from what the person looks at.
      this.faultEl?.setText(texts().form.notCreated(sentence(problem?.message ?? "")));
      return;
    }
    this.isFinished = true;
    this.close();
    this.on.created(result);
  }

  /** What is understood of a moment, as local time with its day; null for nothing. */
  private moment(field: "started" | "detected"): string | null {
    const { settings } = this.host;
    const zone = zoneOrUtc(this.values.timezone.trim() || settings.current.timezone);
    const day = parseDay(this.values.date);
    const time = readSaid(this.values[field], this.host.clock().now, zone, Number.isNaN(day) ? null : day);
    return time === null ? null : formatLocal(time, zone);
  }

  private request(): PostmortemRequest {
    const { timelineNote, timelineHeading, services, ...values } = this.values;
    const note = timelineNote.trim();
    const heading = timelineHeading.trim();
    return {
      ...values,
      started: this.moment("started") ?? values.started,
      detected: this.moment("detected") ?? values.detected,
      moments: this.moments,
      properties: ownValues(ownFields(this.host.settings.current), this.own),
      services: services.split(",").map((service) => service.trim()),
      timeline: note === "" || heading === "" ? note : `${note}#${heading}`,
      ...(this.start.folder !== null && { folder: this.start.folder }),
    };
  }
}

/**
 * What was typed for properties, as what each of them holds; a number that is none stays a text, for the check to
 * name.
 */
function ownValues(
  fields: readonly FieldDeclaration[],
  typed: ReadonlyMap<string, string>,
): Readonly<Record<string, PropertyValue>> {
  const values: Record<string, PropertyValue> = {};
  for (const { name, type } of fields) {
    const text = typed.get(name);
    if (text !== undefined) values[name] = valueOf(text, type);
  }
  return values;
}

function valueOf(text: string, type: FieldDeclaration["type"]): PropertyValue {
  if (type === "checkbox") return text === "true";
  if (type === "list" || type === "tags") return text.split(",").map((part) => part.trim());
  const number = type === "number" ? Number(text) : NaN;
  return Number.isNaN(number) ? text : number;
}
