import { capitalized } from "../../base";
import { setIcon } from "obsidian";
import { failuresIn } from "../../check";
import { byPressure, minutesBetween } from "../../incident";
import type { Confidence, Incident, Milestone } from "../../incident";
import { shownWords } from "../../note";
import { dayOfWritten, displayWritten, shortMinutes } from "../../time";
import { noteName } from "../../vault";
import type { Host } from "../host";
import { addText } from "../ui/notify";
import { addGoButton } from "../ui/reveal";
import { drawTick } from "./action-row";
import { rowsOf } from "./action-rows";

const origins: Readonly<Record<Confidence, string>> = {
  stated: "in the properties",
  marked: "marked in the timeline",
  worded: "from the wording",
};

/** Draws the facts of an incident at a glance: what it is, whose, and how long it took. */
export function drawFacts(parent: HTMLElement, host: Host, incident: Incident): void {
  const { fields, milestones } = incident;
  const title = parent.createDiv({ cls: "postmortem-incident-title", attr: { role: "heading", "aria-level": 2 } });
  drawTitle(title, host, incident);
  const list = parent.createEl("dl", { cls: "postmortem-facts" });
  const fact = (name: string, words: string): void => {
    list.createEl("dt", { text: name });
    list.createEl("dd", { text: words === "" ? "Not stated" : words, cls: words === "" ? "postmortem-unstated" : "" });
  };
  fact("Severity", fields.severity ?? "");
  fact("Status", fields.status ?? "");
  fact("Owner", fields.owners.join(", "));
  fact("Services", fields.services.join(", "));
  if (milestones.length === 0) return;

  const turns = drawTurns(parent);
  for (const milestone of milestones) {
    drawTurn(turns.createEl("li"), host, incident, {
      milestone,
      clock: (row) => row.createSpan({ cls: "postmortem-turn-clock", text: whenOf(incident, milestone) }),
    });
  }
}

/** The name of an incident, which leads to its note. */
export function drawTitle(parent: HTMLElement, host: Host, { fields, note }: Incident): void {
  const place = { path: note.path, span: { start: 0, end: 0 } };
  addGoButton(parent, host, place, { text: fields.title ?? noteName(note.path) });
}

/** The list of turning points. */
export function drawTurns(parent: HTMLElement): HTMLElement {
  return parent.createEl("ul", { cls: "postmortem-turns", attr: { "aria-label": "Turning points" } });
}

/** When a turning point was; without its day where all are of one. */
export function whenOf({ milestones }: Incident, { local }: Milestone): string {
  const days = new Set(milestones.map((other) => dayOfWritten(other.local)));
  return displayWritten(days.size === 1 && local.kind === "clock" ? { ...local, day: null } : local);
}

/** Draws a turning point with the length that ends there, and how both came about; `clock` draws its time. */
export function drawTurn(
  row: HTMLElement,
  host: Host,
  incident: Incident,
  { clock, milestone }: { readonly clock: (row: HTMLElement) => void; readonly milestone: Milestone },
): void {
  const { confidence, id, place } = milestone;
  const name = capitalized(id);
  const metric = incident.metrics.find(({ to }) => to.id === id);
  addGoButton(row, host, place, {
    text: name,
    name: `${name}, ${whenOf(incident, milestone)}. Go to where ${noteName(place.path)} says so`,
  }).addClass("postmortem-turn");
  clock(row);
  row.createSpan({ cls: "postmortem-turn-length", text: metric === undefined ? "" : shortMinutes(metric.minutes) });
  const start = incident.milestones.find((other) => other.id === "started");
  // A turn before the start has no length: one of the two times is wrong.
  if (start !== undefined && (minutesBetween(start, milestone) ?? 0) < 0) {
    const contradiction = row.createDiv({ cls: "postmortem-turn-origin postmortem-late" });
    addGoButton(contradiction, host, start.place, {
      text: `This lies before “${start.id}”; one of the two is wrong`,
    });
    return;
  }
  row.createDiv({
    cls: "postmortem-turn-origin",
    text:
      metric === undefined
        ? origins[confidence]
        : `${metric.id.replaceAll("-", " ")}: ${metric.definition}, ${origins[confidence]}`,
  });
}

/** Draws the open action items of a postmortem, the most pressing first, to tick and to go to. */
export function drawActions(parent: HTMLElement, host: Host, path: string): void {
  const found = host.actions.of(path);
  const all = found?.actions ?? [];
  const open = (found === null ? [] : rowsOf(found.note, all))
    .filter(({ action }) => action.state === "open")
    .sort((a, b) => byPressure(a.action, b.action));
  const overdue = open.filter(({ action }) => action.overdue !== null).length;
  const summary =
    open.length === 0
      ? all.length === 0
        ? "None yet"
        : `All ${all.length} done`
      : `${open.length} of ${all.length} open, ${overdue} overdue`;
  parent.createDiv({ cls: "postmortem-hint", text: summary });
  if (open.length === 0) return;
  const list = parent.createEl("ul", { cls: "postmortem-plain-list" });
  for (const listed of open) {
    const { item, overdue: late, owners } = listed.action;
    const row = list.createEl("li", { cls: "postmortem-todo" });
    drawTick(row, host, listed);
    const words = row.createDiv({ cls: "postmortem-todo-text" });
    addGoButton(words, host, item.place, { text: shownWords(item.text) });
    const due =
      item.due === null
        ? ""
        : `due ${item.due.date}${late === null ? "" : `, ${late} day${late === 1 ? "" : "s"} late`}`;
    const more = [owners.join(", "), due].filter((part) => part !== "").join(" · ");
    if (more !== "")
      words.createDiv({ cls: late === null ? "postmortem-hint" : "postmortem-hint postmortem-late", text: more });
  }
}

/** Draws what a note embeds, and whether it is shown. */
export function drawEmbeds(parent: HTMLElement, host: Host, { note, shown: { embeds } }: Incident): void {
  if (embeds.length === 0) {
    parent.createDiv({ cls: "postmortem-hint", text: "None" });
    return;
  }
  const list = parent.createEl("ul", { cls: "postmortem-plain-list" });
  for (const expanded of embeds) {
    const failures = expanded.kind === "problem" ? [expanded] : failuresIn(expanded.shown);
    const isWhole = failures.length === 0;
    const row = list.createEl("li", { cls: `postmortem-todo ${isWhole ? "postmortem-whole" : "postmortem-error"}` });
    setIcon(
      row.createSpan({ cls: "postmortem-problem-icon", attr: { "aria-hidden": "true" } }),
      isWhole ? "circle-check" : "circle-x",
    );
    const words = row.createDiv({ cls: "postmortem-todo-text" });
    addGoButton(words, host, { path: note.path, span: expanded.embed.span }, { text: expanded.embed.target });
    const state = isWhole ? ["resolved"] : failures.map(({ problem }) => problem.message);
    for (const message of state) addText(words.createDiv({ cls: "postmortem-hint" }), message);
  }
}
