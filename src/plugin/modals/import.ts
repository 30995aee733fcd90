import { debounce, Modal, Setting, TextComponent } from "obsidian";
import { oneLine, readSources } from "../../incident/from";
import type { Handed, ReadSources } from "../../incident/from";
import type { ImportedEvent, ImportPlan } from "../../commands";
import { knownFrom, planRead, writeImport } from "../../commands";
import { displayWritten, utc, writtenAt, zoneFault, zoneOrUtc } from "../../time";
import { carryOut } from "../operations/change-notes";
import { incidentAt } from "../operations/incident-at";
import type { Host } from "../host";
import { handedFiles } from "../operations/handed-files";
import { paced } from "../state/pace";
import { texts } from "../texts";

/** Milliseconds without a key press after which a filter or a zone is taken. */
const typingPause = 300;
/** So many events are shown at a time; a filter finds the others. */
const shownAtOnce = 200;

/** What an import starts from. */
export interface ImportStart {
  /** The postmortem whose timeline is added to. */
  readonly path: string;
  /** Empty to ask for files or text. */
  readonly handed: readonly Handed[];
  /** What becomes of it when nothing is added, such as a paste that is text after all. */
  readonly otherwise?: { readonly name: string; readonly run: () => void };
}

/** Shows what events a file or a text holds, with a tick for each, and adds the ticked ones on request only. */
export class ImportModal extends Modal {
  private sources: ReadSources = { read: [], failed: [] };
  private plan: ImportPlan | null = null;
  private zone: string | null = null;
  private readonly ticked = new Set<string>();
  private readonly seen = new Set<string>();
  private filter = "";
  private onlySuggested = false;
  private isDone = false;
  private listEl: HTMLElement | null = null;
  private statusEl: HTMLElement | null = null;
  private zoneEl: HTMLElement | null = null;
  private submitEl: HTMLButtonElement | null = null;

  constructor(
    private readonly host: Host,
    private readonly start: ImportStart,
  ) {
    super(host.app);
  }

  override onOpen(): void {
    this.setTitle(texts().commands.importEvents);
    this.modalEl.addClass("postmortem-import");
    if (this.start.handed.length === 0) this.ask();
    else void this.read(this.start.handed);
  }

  override onClose(): void {
    this.contentEl.empty();
    if (!this.isDone) this.start.otherwise?.run();
  }

  /** Asks for files, or for text that is pasted here; the clipboard itself is never read. */
  private ask(): void {
    const { contentEl } = this;
    const { importing: said, words } = texts();
    contentEl.empty();
    const files = new Setting(contentEl).setName(words.files).setDesc(said.filesHint);
    const attr = { multiple: true, "aria-label": words.files };
    const input = files.controlEl.createEl("input", { type: "file", attr });
    input.addEventListener("change", () => {
      void this.take([...(input.files ?? [])]);
    });
    const text = new Setting(contentEl).setName(said.orText).setDesc(said.textHint);
    const area = text.controlEl.createEl("textarea", { attr: { rows: 4, "aria-label": said.text } });
    let html = "";
    area.addEventListener("paste", (event) => {
      html = event.clipboardData?.getData("text/html") ?? "";
    });
    contentEl.addEventListener("dragover", (event) => {
      event.preventDefault();
    });
    contentEl.addEventListener("drop", (event) => {
      event.preventDefault();
      void this.take([...(event.dataTransfer?.files ?? [])]);
    });
    new Setting(contentEl.createDiv({ cls: "postmortem-footer" })).addButton((button) =>
      button
        .setButtonText(said.readText)
        .setCta()
        .onClick(() => {
          if (area.value.trim() === "") return;
          void this.read([{ name: "", text: area.value, ...(html === "" ? {} : { html }) }]);
        }),
    );
    this.statusEl = contentEl.createDiv({ cls: "postmortem-import-status", attr: { role: "status" } });
    input.focus();
  }

  /** Reads files; what is too long is not even opened. */
  async take(files: readonly File[]): Promise<void> {
    const read = await handedFiles(files);
    if ("fault" in read) this.say(read.fault);
    else if (read.handed.length > 0) await this.read(read.handed);
  }

  private async read(handed: readonly Handed[]): Promise<void> {
    this.say(texts().words.reading);
    this.sources = await paced(readSources(handed, knownFrom(this.host.settings.current)));
    const { failed, read } = this.sources;
    if (read.length === 0) {
      this.ask();
      const said = texts().importing;
      const faults = failed.map(({ name, line, reason }) =>
        line === null ? said.failed(name || said.theText, reason) : said.failedAt(name || said.theText, line, reason),
      );
      this.say(faults.join(" "));
      return;
    }
    await this.work();
    if (this.plan !== null) this.show(this.plan);
  }

  /** Works out the plan for the zone that was chosen. */
  private async work(): Promise<void> {
    const incident = await incidentAt(this.host, this.start.path);
    if (incident === null) return;
    const { notes, settings } = this.host;
    const context = { library: notes.library, settings: settings.current, clock: this.host.clock() };
    const request = { zone: this.zone, since: null, until: null };
    this.plan = await paced(planRead(incident.note, context, request, this.sources));
    for (const event of this.plan.events) {
      const key = keyOf(event);
      if (event.suggested && !this.seen.has(key)) this.ticked.add(key);
      this.seen.add(key);
    }
  }

  private show(plan: ImportPlan): void {
    const { contentEl } = this;
    contentEl.empty();
    const form = contentEl.createEl("form", { attr: { novalidate: true } });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.submit();
    });
    const { importing: said, words } = texts();
    const source = said.from(plan.formats.join(", "), plan.events.length);
    form.createDiv({ cls: "postmortem-import-source", text: source });
    for (const remark of plan.remarks) form.createDiv({ cls: "postmortem-import-source", text: remark });
    if (plan.usesZone) this.addZone(form, plan);
    this.addFilters(form);
    this.listEl = form.createEl("ul", { cls: "postmortem-import-list", attr: { "aria-label": said.events } });
    this.statusEl = form.createDiv({ cls: "postmortem-import-status", attr: { role: "status" } });
    addUnread(form, plan);
    new Setting(form.createDiv({ cls: "postmortem-footer" }))
      .addButton((button) => {
        this.submitEl = button.setCta().buttonEl;
        this.submitEl.type = "submit";
      })
      .addButton((button) => {
        button.setButtonText(this.start.otherwise?.name ?? words.cancel).onClick(() => {
          this.close();
        }).buttonEl.type = "button";
      });
    this.list();
    (this.listEl.querySelector<HTMLElement>("input:not(:disabled)") ?? this.submitEl)?.focus();
  }

  /** The one question: in which zone the times are, with three of them as proof. */
  private addZone(form: HTMLElement, plan: ImportPlan): void {
    const said = texts().importing;
    const row = new Setting(form).setName(said.zone).setDesc(said.zoneHint);
    const { inputEl } = new TextComponent(row.controlEl).setValue(plan.zone.name);
    inputEl.setAttr("aria-label", said.zoneOfTimes);
    this.zoneEl = form.createEl("ul", { cls: "postmortem-import-proof", attr: { "aria-label": said.converted } });
    const take = debounce(
      () => {
        const fault = zoneFault(inputEl.value);
        row.setErrorMessage(fault?.replaceAll("`", "") ?? null);
        if (fault !== null) return;
        this.zone = inputEl.value;
        void this.work().then(() => {
          this.list();
        });
      },
      typingPause,
      true,
    );
    inputEl.addEventListener("input", take);
  }

  private addFilters(form: HTMLElement): void {
    const said = texts().importing;
    const row = new Setting(form).setName(said.show);
    const { inputEl } = new TextComponent(row.controlEl).setPlaceholder(said.filterBy);
    inputEl.type = "search";
    inputEl.setAttr("aria-label", said.filter);
    const take = debounce(
      () => {
        this.filter = inputEl.value.toLowerCase();
        this.list();
      },
      typingPause,
      true,
    );
    inputEl.addEventListener("input", take);
    const label = row.controlEl.createEl("label", { cls: "mod-checkbox" });
    const box = label.createEl("input", { type: "checkbox" });
    label.appendText(said.suggestedOnly);
    box.addEventListener("change", () => {
      this.onlySuggested = box.checked;
      this.list();
    });
  }

  private list(): void {
    const { listEl, plan } = this;
    if (listEl === null || plan === null) return;
    const said = texts().importing;
    listEl.empty();
    const fits = ({ actor, suggested, text }: ImportedEvent): boolean =>
      (suggested || !this.onlySuggested) &&
      (this.filter === "" || `${actor?.name ?? ""} ${text}`.toLowerCase().includes(this.filter));
    const found = plan.events.filter(fits);
    for (const event of found.slice(0, shownAtOnce)) this.addEvent(listEl, event);
    if (found.length > shownAtOnce) listEl.createEl("li", { text: said.more(found.length - shownAtOnce) });
    this.zoneEl?.empty();
    for (const { local, time } of plan.usesZone ? plan.events.slice(0, 3) : []) {
      const there = displayWritten(writtenAt(time, utc));
      const here = displayWritten(writtenAt(time, zoneOrUtc(plan.zone.name)));
      this.zoneEl?.createEl("li", {
        text: said.proof(`${here} ${plan.zone.name}`, there, displayWritten(local)),
      });
    }
    this.count();
  }

  private addEvent(list: HTMLElement, event: ImportedEvent): void {
    const isThere = event.duplicateOf !== null;
    const label = list.createEl("li").createEl("label", { cls: isThere ? "postmortem-import-there" : "" });
    const box = label.createEl("input", { type: "checkbox" });
    box.checked = !isThere && this.ticked.has(keyOf(event));
    box.disabled = isThere;
    label.createEl("time", { text: displayWritten(event.local) });
    if (event.actor !== null) label.createEl("strong", { text: event.actor.name });
    label.createSpan({ text: oneLine(event.text).slice(0, 400) });
    if (isThere) label.createEl("em", { text: texts().importing.isThere });
    box.addEventListener("change", () => {
      if (box.checked) this.ticked.add(keyOf(event));
      else this.ticked.delete(keyOf(event));
      this.count();
    });
  }

  private chosen(): readonly ImportedEvent[] {
    return (this.plan?.events ?? []).filter((event) => event.duplicateOf === null && this.ticked.has(keyOf(event)));
  }

  private count(): void {
    const { length } = this.chosen();
    const said = texts().importing;
    this.submitEl?.setText(said.add(length));
    if (this.submitEl !== null) this.submitEl.disabled = length === 0;
    const known = (this.plan?.events ?? []).filter(({ duplicateOf }) => duplicateOf !== null).length;
    this.say(known === 0 ? "" : said.areThere(known));
  }

  private async submit(): Promise<void> {
    const chosen = this.chosen();
    if (chosen.length === 0) return;
    this.isDone = true;
    this.close();
    const context = { library: this.host.notes.library, settings: this.host.settings.current };
    const isWritten = await carryOut(
      this.host,
      await incidentAt(this.host, this.start.path),
      ({ note }) => writeImport(note, context, chosen),
      texts().importing.added(chosen.length),
    );
    if (!isWritten) this.start.otherwise?.run();
  }

  private say(text: string): void {
    if (this.statusEl === null) this.statusEl = this.contentEl.createDiv({ cls: "postmortem-import-status" });
    this.statusEl.setText(text);
  }
}

/** The same event in another zone keeps its tick. */
function keyOf({ id, text, tool }: ImportedEvent): string {
  return `${tool}\n${id}\n${text}`;
}

/** What was not understood, with its line. */
function addUnread(parent: HTMLElement, { failed, unread }: ImportPlan): void {
  const said = texts().importing;
  const lines = [
    ...failed.map(({ name, line, reason }) => `${name}${line === null ? "" : `:${line}`} ${reason}`),
    ...unread.map(
      ({ file, line, reason, text }) => `${file === "" ? said.line(line) : `${file}:${line}`}: ${reason}: ${text}`,
    ),
  ];
  if (lines.length === 0) return;
  const details = parent.createEl("details", { cls: "postmortem-import-unread" });
  details.createEl("summary", { text: said.leftOut(lines.length) });
  const list = details.createEl("ul");
  for (const text of lines.slice(0, shownAtOnce)) list.createEl("li", { text });
  if (lines.length > shownAtOnce) list.createEl("li", { text: said.andMore(lines.length - shownAtOnce) });
}
