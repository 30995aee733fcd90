import { capitalized } from "../../base";
import { setIcon } from "obsidian";
import { failuresIn } from "../../check";
import { byPressure, minutesBetween } from "../../incident";
import type { Incident, Milestone } from "../../incident";
import { shownWords } from "../../note";
import { dayOfWritten, displayWritten, shortMinutes } from "../../time";
import { noteName } from "../../vault";
import type { Host } from "../host";
import { texts } from "../texts";
import { addText } from "../ui/notify";
import { addGoButton } from "../ui/reveal";
import { drawTick } from "./action-row";
import { rowsOf } from "./action-rows";

/** Draws the facts of an incident at a glance: what it is, whose, and how long it took. */
export function drawFacts(parent: HTMLElement, host: Host, incident: Incident): void {
  const { fields, milestones } = incident;
  const { words: said } = texts();
  const title = parent.createDiv({ cls: "postmortem-incident-title", attr: { role: "heading", "aria-level": 2 } });
  drawTitle(title, host, incident);
  const list = parent.createEl("dl", { cls: "postmortem-facts" });
  const fact = (name: string, words: string): void => {
    list.createEl("dt", { text: name });
    list.createEl("dd", { text: words || said.notStated, cls: words === "" ? "postmortem-unstated" : "" });
  };
  fact(said.severity, fields.severity ?? "");
  fact(said.status, fields.status ?? "");
  fact(said.owner, fields.owners.join(", "));
  fact(said.services, fields.services.join(", "));
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
  return parent.createEl("ul", { cls: "postmortem-turns", attr: { "aria-label": texts().incident.turns } });
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
  const { incident: said, words } = texts();
  const name = capitalized(words.milestones[id]);
  const metric = incident.metrics.find(({ to }) => to.id === id);
  addGoButton(row, host, place, {
    text: name,
    name: said.goToTurn(name, whenOf(incident, milestone), noteName(place.path)),
  }).addClass("postmortem-turn");
  clock(row);
  row.createSpan({ cls: "postmortem-turn-length", text: metric === undefined ? "" : shortMinutes(metric.minutes) });
  const start = incident.milestones.find((other) => other.id === "started");
  // A turn before the start has no length: one of the two times is wrong.
  if (start !== undefined && (minutesBetween(start, milestone) ?? 0) < 0) {
    const contradiction = row.createDiv({ cls: "postmortem-turn-origin postmortem-late" });
    addGoButton(contradiction, host, start.place, {
      text: said.beforeStart(words.milestones.started),
    });
    return;
  }
  const origin = said.origins[confidence];
  const text =
    metric === undefined
      ? origin
      : `${said.metrics[metric.id]}: ${words.milestones[id]} − ${words.milestones[metric.from.id]}, ${origin}`;
  row.createDiv({ cls: "postmortem-turn-origin", text });
}

/** Draws the open action items of a postmortem, the most pressing first, to tick and to go to. */
export function drawActions(parent: HTMLElement, host: Host, path: string): void {
  const found = host.actions.of(path);
  const all = found?.actions ?? [];
  const open = (found === null ? [] : rowsOf(found.note, all))
    .filter(({ action }) => action.state === "open")
    .sort((a, b) => byPressure(a.action, b.action));
  const overdue = open.filter(({ action }) => action.overdue !== null).length;
  const said = texts().incident.actions;
  const done = all.length === 0 ? said.none : said.allDone(all.length);
  const summary = open.length === 0 ? done : said.open(open.length, all.length, overdue);
  parent.createDiv({ cls: "postmortem-hint", text: summary });
  if (open.length === 0) return;
  const list = parent.createEl("ul", { cls: "postmortem-plain-list" });
  for (const listed of open) {
    const { item, overdue: late, owners } = listed.action;
    const row = list.createEl("li", { cls: "postmortem-todo" });
    drawTick(row, host, listed);
    const words = row.createDiv({ cls: "postmortem-todo-text" });
    addGoButton(words, host, item.place, { text: shownWords(item.text) });
    const day = item.due?.date ?? "";
    const due = item.due === null ? "" : late === null ? said.due(day) : said.late(day, late);
    const more = [owners.join(", "), due].filter((part) => part !== "").join(" · ");
    if (more !== "")
      words.createDiv({ cls: late === null ? "postmortem-hint" : "postmortem-hint postmortem-late", text: more });
  }
}

/** Draws what a note embeds, and whether it is shown. */
export function drawEmbeds(parent: HTMLElement, host: Host, { note, shown: { embeds } }: Incident): void {
  if (embeds.length === 0) {
    parent.createDiv({ cls: "postmortem-hint", text: texts().words.none });
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
    const state = isWhole ? [texts().incident.resolved] : failures.map(({ problem }) => problem.message);
    for (const message of state) addText(words.createDiv({ cls: "postmortem-hint" }), message);
  }
}
