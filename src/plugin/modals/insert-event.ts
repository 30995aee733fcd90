import { Modal, Setting, TextComponent } from "obsidian";
import type { Place } from "../../base";
import type { Incident } from "../../incident";
import { formatLocal } from "../../time";
import { noteName } from "../../vault";
import type { EventTarget, NewEvent, PlannedLine } from "../../write/edit";
import { insertTimelineEvent, plannedLine, readTypedEvent, zoneOfTyped } from "../../write/edit";
import { writePlan } from "../operations/change-notes";
import { incidentAt } from "../operations/incident-at";
import { offerUndo } from "../operations/undo";
import type { Host } from "../host";
import { notify, sentence } from "../ui/notify";

/** Asks what happened and when, shows the line that comes of it, and writes on request only. */
export class InsertEventModal extends Modal {
  private textEl: HTMLInputElement | null = null;
  private momentEl: HTMLInputElement | null = null;
  private previewEl: HTMLElement | null = null;
  private questionEl: HTMLElement | null = null;
  private readonly rows = new Map<"text" | "moment", Setting>();
  /** What the time says as long as nobody changes it. */
  private preset = "";
  /** The day that was asked about: entered again, it is meant. */
  private asked = "";

  constructor(
    private readonly host: Host,
    private incident: Incident,
    /** The moment that counts is the one at which the question was asked. UTC epoch milliseconds. */
    private now: number,
  ) {
    super(host.app);
  }

  override onOpen(): void {
    this.setTitle("Insert timeline event");
    this.modalEl.addClass("postmortem-insert-event");
    const form = this.contentEl.createEl("form", { attr: { novalidate: true } });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.submit(false);
    });
    form.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || !event.shiftKey || event.isComposing) return;
      event.preventDefault();
      void this.submit(true);
    });
    this.textEl = this.addField(
      form,
      "text",
      "What happened",
      "A time may stand before it: 06:45, -20m. Shift+Enter inserts it and asks for the next",
    );
    this.momentEl = this.addField(form, "moment", "Time", "");
    this.questionEl = form.createDiv({ cls: "postmortem-insert-question", attr: { role: "alert" } });
    this.previewEl = form.createDiv({ cls: "postmortem-insert-preview", attr: { "aria-live": "polite" } });
    new Setting(form)
      .addButton((button) => {
        button.setButtonText("Insert and next").onClick(() => void this.submit(true)).buttonEl.type = "button";
      })
      .addButton((button) => {
        button.setButtonText("Insert").setCta().buttonEl.type = "submit";
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

  /** An empty field for an event of now. */
  private begin(): void {
    const { momentEl, textEl } = this;
    if (textEl === null || momentEl === null) return;
    const read = readTypedEvent(this.target(), { text: "x", moment: "" }, this.now);
    const local = formatLocal(this.now, zoneOfTyped(this.target())).replace("T", " ");
    // The day goes without saying on a day of the incident.
    this.preset = read.ok && read.strayFrom === null ? local.slice("YYYY-MM-DD ".length) : local;
    textEl.value = "";
    momentEl.value = this.preset;
    this.asked = "";
    this.show();
    textEl.focus();
  }

  private target(): EventTarget {
    return { incident: this.incident, library: this.host.notes.library, settings: this.host.settings.current };
  }

  private read(): ReturnType<typeof readTypedEvent> {
    const moment = this.momentEl?.value ?? "";
    const typed = { text: this.textEl?.value ?? "", moment: moment === this.preset ? "" : moment };
    return readTypedEvent(this.target(), typed, this.now);
  }

  /** Shows the line that would be written, and where. */
  private show(): void {
    const { notes } = this.host;
    const read = this.read();
    for (const [field, row] of this.rows)
      row.setErrorMessage(!read.ok && read.field === field && field === "moment" ? sentence(read.message) : null);
    this.rows
      .get("moment")
      ?.setDesc(
        read.ok && read.isTimed
          ? "The time before the words counts"
          : `Such as 09:30, now, -20m or yesterday 21:30, in ${zoneOfTyped(this.target()).name}`,
      );
    this.questionEl?.empty();
    this.previewEl?.empty();
    if (!read.ok) return;
    const plan = insertTimelineEvent(this.target(), read.event);
    if (!plan.ok) this.previewEl?.setText(sentence(plan.message));
    const planned = plan.ok ? plannedLine(plan.edits, (path) => notes.library.text(path)) : null;
    if (planned !== null && this.previewEl !== null) drawPlanned(this.previewEl, planned);
  }

  private async submit(isNext: boolean): Promise<void> {
    const { host } = this;
    const read = this.read();
    if (!read.ok) {
      this.rows.get(read.field)?.setErrorMessage(sentence(read.message));
      return;
    }
    const { event, strayFrom } = read;
    const day = formatLocal(event.time, zoneOfTyped(this.target())).slice(0, "YYYY-MM-DD".length);
    if (strayFrom !== null && this.asked !== day) {
      this.asked = day;
      this.ask(event, strayFrom);
      return;
    }
    const incident = await incidentAt(host, this.incident.note.path);
    if (incident === null) return;
    this.incident = incident;
    const plan = insertTimelineEvent(this.target(), event);
    const planned = plan.ok ? plannedLine(plan.edits, (path) => host.notes.library.text(path)) : null;
    const { before, failure } = await writePlan(host, plan);
    if (failure !== null) {
      notify(failure);
      return;
    }
    if (planned !== null) offerUndo(host, `Inserted: ${words(planned.text)}`, before, placeOf(host, planned));
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
    const clock = formatLocal(time, zoneOfTyped(this.target())).slice("YYYY-MM-DDT".length);
    questionEl.createSpan({
      text: `The incident was on ${incidentDay}. Enter once more to insert this on ${this.asked}.`,
    });
    const use = questionEl.createEl("button", { text: `Use ${incidentDay}`, attr: { type: "button" } });
    use.addEventListener("click", () => {
      textEl.value = text;
      momentEl.value = `${incidentDay} ${clock}`;
      this.show();
      textEl.focus();
    });
  }
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
function drawPlanned(parent: HTMLElement, { above, below, line, path, replaced, text }: PlannedLine): void {
  const where = replaced === null ? "" : ", in place of the template’s line";
  parent.createDiv({ cls: "postmortem-hint", text: `${noteName(path)}, line ${line}${where}` });
  const lines = parent.createDiv({ cls: "postmortem-insert-lines" });
  if (above !== null) lines.createDiv({ cls: "postmortem-insert-beside", text: above });
  if (replaced !== null) lines.createEl("del", { cls: "postmortem-insert-beside", text: replaced });
  lines.createDiv({ cls: "postmortem-insert-line", text });
  if (below !== null) lines.createDiv({ cls: "postmortem-insert-beside", text: below });
}
