import { Modal, Setting, TextComponent } from "obsidian";
import { capitalized } from "../../base";
import type { Place } from "../../base";
import type { Incident, MilestoneId, TimelineEvent } from "../../incident";
import { milestoneIds } from "../../incident";
import { formatLocal } from "../../time";
import type { Zone } from "../../time";
import { noteName } from "../../vault";
import type { EditPlan, EventTarget, NewEvent, PlannedLine } from "../../write/edit";
import {
  changeTimelineEvent,
  insertTimelineEvent,
  plannedLine,
  readTypedEvent,
  wordsOfEvent,
  zoneOfTyped,
} from "../../write/edit";
import { writePlan } from "../operations/change-notes";
import { incidentAt } from "../operations/incident-at";
import { offerUndo } from "../operations/undo";
import type { Host } from "../host";
import { texts } from "../texts";
import { notify, sentence } from "../ui/notify";

/**
 * Asks what happened and when, for a new event or for one that is there, shows the line that comes of it, and writes on
 * request only.
 */
export class EventModal extends Modal {
  private textEl: HTMLInputElement | null = null;
  private momentEl: HTMLInputElement | null = null;
  private previewEl: HTMLElement | null = null;
  private questionEl: HTMLElement | null = null;
  private readonly rows = new Map<"text" | "moment", Setting>();
  /** What the time says as long as nobody changes it. */
  private preset = "";
  private milestone: MilestoneId | null;
  /** The day that was asked about: entered again, it is meant. */
  private asked = "";

  constructor(
    private readonly host: Host,
    private incident: Incident,
    /** The moment that counts is the one at which the question was asked. UTC epoch milliseconds. */
    private now: number,
    /** The event that is changed; null for a new one. */
    private changed: TimelineEvent | null = null,
  ) {
    super(host.app);
    this.milestone = changed?.milestone ?? null;
  }

  override onOpen(): void {
    const { changed } = this;
    const { commands, event: said } = texts();
    this.setTitle(changed === null ? commands.insertEvent : said.change);
    this.modalEl.addClass("postmortem-insert-event");
    const form = this.contentEl.createEl("form", { attr: { novalidate: true } });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.submit(false);
    });
    form.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || !event.shiftKey || event.isComposing || changed !== null) return;
      event.preventDefault();
      void this.submit(true);
    });
    const hint = changed === null ? said.whatHintNew : said.whatHint;
    this.textEl = this.addField(form, "text", said.what, hint);
    this.momentEl = this.addField(form, "moment", said.time, "");
    if (changed !== null) this.addMark(form);
    this.questionEl = form.createDiv({ cls: "postmortem-insert-question", attr: { role: "alert" } });
    this.previewEl = form.createDiv({ cls: "postmortem-insert-preview", attr: { "aria-live": "polite" } });
    const buttons = new Setting(form);
    if (changed === null)
      buttons.addButton((button) => {
        button.setButtonText(said.insertAndNext).onClick(() => void this.submit(true)).buttonEl.type = "button";
      });
    buttons.addButton((button) => {
      button.setButtonText(said.actions[changed === null ? "insert" : "change"]).setCta().buttonEl.type = "submit";
    });
    this.begin();
  }

  override onClose(): void {
    this.contentEl.empty();
  }

  private addField(form: HTMLElement, field: "text" | "moment", name: string, description: string): HTMLInputElement {
    const row = new Setting(form).setName(name).setDesc(description);
    const { inputEl } = new TextComponent(row.controlEl);
    inputEl.setAttr("aria-label", name);
    inputEl.addEventListener("input", () => {
      this.asked = "";
      this.show();
    });
    this.rows.set(field, row);
    return inputEl;
  }

  private addMark(form: HTMLElement): void {
    const { event: said, words: named } = texts();
    new Setting(form)
      .setName(said.mark)
      .setDesc(said.markHint)
      .addDropdown((dropdown) => {
        dropdown.addOption("", named.none);
        for (const id of milestoneIds) dropdown.addOption(id, capitalized(named.milestones[id]));
        dropdown.setValue(this.milestone ?? "").selectEl.setAttr("aria-label", said.mark);
        dropdown.onChange((value) => {
          this.milestone = milestoneIds.find((id) => id === value) ?? null;
          this.show();
        });
      });
  }

  /** What is there to be changed, or empty for an event of now. */
  private begin(): void {
    const { changed, incident, momentEl, textEl } = this;
    if (textEl === null || momentEl === null) return;
    const read = readTypedEvent(this.target(), { text: "…", moment: "" }, this.now);
    const local = formatLocal(changed?.time ?? this.now, this.zone()).replace("T", " ");
    // The day goes without saying on a day of the incident.
    const isDated = changed === null ? !read.ok || read.strayFrom !== null : changed.dated === "line";
    this.preset = isDated ? local : local.slice("YYYY-MM-DD ".length);
    textEl.value = changed === null ? "" : wordsOfEvent(incident, changed);
    momentEl.value = this.preset;
    this.asked = "";
    this.show();
    textEl.focus();
  }

  private zone(): Zone {
    return zoneOfTyped(this.target(), this.changed ?? undefined);
  }

  private plan(event: NewEvent): EditPlan {
    const { changed, milestone } = this;
    return changed === null
      ? insertTimelineEvent(this.target(), event)
      : changeTimelineEvent(this.target(), changed, { ...event, milestone });
  }

  private target(): EventTarget {
    return { incident: this.incident, library: this.host.notes.library, settings: this.host.settings.current };
  }

  private read(): ReturnType<typeof readTypedEvent> {
    const moment = this.momentEl?.value ?? "";
    const { changed } = this;
    const typed = { text: this.textEl?.value ?? "", moment: moment === this.preset ? "" : moment };
    return readTypedEvent(this.target(), { ...typed, ...(changed !== null && { changed }) }, this.now);
  }

  /** Shows the line that would be written, and where. */
  private show(): void {
    const { notes } = this.host;
    const said = texts().event;
    const read = this.read();
    for (const [field, row] of this.rows)
      row.setErrorMessage(!read.ok && read.field === field && field === "moment" ? sentence(read.message) : null);
    this.rows.get("moment")?.setDesc(read.ok && read.isTimed ? said.timeInWords : said.timeHint(this.zone().name));
    this.questionEl?.empty();
    this.previewEl?.empty();
    if (!read.ok) return;
    const plan = this.plan(read.event);
    if (!plan.ok) this.previewEl?.createDiv({ cls: "postmortem-hint", text: sentence(plan.message) });
    const planned = plan.ok ? plannedLine(plan.edits, (path) => notes.library.text(path)) : null;
    if (planned !== null && this.previewEl !== null) drawPlanned(this.previewEl, planned, this.changed === null);
  }

  private async submit(isNext: boolean): Promise<void> {
    const { host } = this;
    const read = this.read();
    if (!read.ok) {
      this.rows.get(read.field)?.setErrorMessage(sentence(read.message));
      return;
    }
    const { event, strayFrom } = read;
    const day = formatLocal(event.time, this.zone()).slice(0, "YYYY-MM-DD".length);
    if (strayFrom !== null && this.asked !== day) {
      this.asked = day;
      this.ask(event, strayFrom);
      return;
    }
    const incident = await incidentAt(host, this.incident.note.path);
    if (incident === null) return;
    if (this.changed !== null) {
      this.changed = findEvent(incident, this.changed);
      if (this.changed === null) {
        this.close();
        notify(texts().event.gone);
        return;
      }
    }
    this.incident = incident;
    const plan = this.plan(event);
    const planned = plan.ok ? plannedLine(plan.edits, (path) => host.notes.library.text(path)) : null;
    const { before, failure } = await writePlan(host, plan);
    if (failure !== null) {
      notify(failure);
      return;
    }
    if (planned !== null)
      offerUndo(
        host,
        texts().event.done[this.changed === null ? "insert" : "change"](words(planned.text)),
        before,
        placeOf(host, planned),
      );
    if (!isNext) {
      this.close();
      return;
    }
    this.incident = (await incidentAt(host, incident.note.path)) ?? incident;
    this.now = host.clock().now;
    this.begin();
  }

  /** Asks whether an event belongs to an incident of another day. */
  private ask({ text, time }: NewEvent, incidentDay: string): void {
    const { momentEl, questionEl, textEl } = this;
    if (questionEl === null || momentEl === null || textEl === null) return;
    const clock = formatLocal(time, this.zone()).slice("YYYY-MM-DDT".length);
    questionEl.createSpan({
      text: texts().event.otherDay(incidentDay, this.asked),
    });
    const use = questionEl.createEl("button", { text: texts().event.useDay(incidentDay), attr: { type: "button" } });
    use.addEventListener("click", () => {
      textEl.value = text;
      momentEl.value = `${incidentDay} ${clock}`;
      this.show();
      textEl.focus();
    });
  }
}

/** The same event in a text that may have changed; null where it is not certain. */
function findEvent({ timeline }: Incident, { place, raw, text }: TimelineEvent): TimelineEvent | null {
  const same = timeline.events.filter(
    (event) => event.place.path === place.path && event.raw === raw && event.text === text,
  );
  return (
    same.find((event) => event.place.span.start === place.span.start) ?? (same.length === 1 ? (same[0] ?? null) : null)
  );
}

/** A line of Markdown as a notice tells it, without the mark of its list. */
function words(line: string): string {
  return line.replace(/^\s*(?:[-*+]|\d+[.)]|\|)\s+/, "").replaceAll("`", "");
}

/** Where a line stands that was written. */
function placeOf(host: Host, { line, path, text }: PlannedLine): Place {
  const start = host.notes.library.note(path)?.lineStarts[line - 1] ?? 0;
  return { path, span: { start, end: start + text.length } };
}

/** The new line between its neighbours. */
function drawPlanned(
  parent: HTMLElement,
  { above, below, line, path, replaced, text }: PlannedLine,
  isNew: boolean,
): void {
  const { checking, event: said } = texts();
  const where = checking.lineOf(noteName(path), line);
  parent.createDiv({ cls: "postmortem-hint", text: replaced === null || !isNew ? where : said.inPlace(where) });
  const lines = parent.createDiv({ cls: "postmortem-insert-lines" });
  if (above !== null) lines.createDiv({ cls: "postmortem-insert-beside", text: above });
  if (replaced !== null) lines.createEl("del", { cls: "postmortem-insert-beside", text: replaced });
  lines.createDiv({ cls: "postmortem-insert-line", text });
  if (below !== null) lines.createDiv({ cls: "postmortem-insert-beside", text: below });
}
