import { shortMinutes } from "../time/lexer/length";
import type { Incident } from "../incident/incident";
import type { Confidence } from "../incident/milestones/milestone";
import { dayIn } from "../incident/outlying";
import { noteName } from "../vault/link";
import { addGoButton } from "./go-button";
import type { Host } from "./host";

const origins: Readonly<Record<Confidence, string>> = { stated: "in the properties", marked: "marked in the timeline", worded: "from the wording" };

/** Draws the facts of an incident at a glance: what it is, whose, and how long it took. */
export function drawFacts(parent: HTMLElement, host: Host, incident: Incident): void {
  const { fields, metrics, milestones, note } = incident;
  addGoButton(parent.createDiv({ cls: "postmortem-incident-title", attr: { role: "heading", "aria-level": 2 } }), host, { path: note.path, span: { start: 0, end: 0 } }, fields.title ?? noteName(note.path));
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

  const turns = parent.createEl("ul", { cls: "postmortem-turns", attr: { "aria-label": "Turning points" } });
  const days = new Set(milestones.map(({ local }) => dayIn(local)));
  for (const { confidence, id, local, place } of milestones) {
    const row = turns.createEl("li");
    const name = `${id.charAt(0).toUpperCase()}${id.slice(1)}`;
    const when = (days.size === 1 ? local.replace(/^.*T/, "") : local.replace("T", " ")).trim();
    const metric = metrics.find(({ to }) => to.id === id);
    addGoButton(row, host, place, name, `${name}, ${when}. Go to where ${noteName(place.path)} says so`).addClass("postmortem-turn");
    row.createSpan({ cls: "postmortem-turn-clock", text: when });
    row.createSpan({ cls: "postmortem-turn-length", text: metric === undefined ? "" : shortMinutes(metric.minutes) });
    row.createDiv({ cls: "postmortem-turn-origin", text: metric === undefined ? origins[confidence] : `${metric.id.replaceAll("-", " ")}: ${metric.definition}, ${origins[confidence]}` });
  }
}
