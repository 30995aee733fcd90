import { byPressure } from "../incident/across/actions";
import { shownWords } from "../note/shown-words";
import { drawTick } from "./action-row-view";
import { addGoButton } from "./go-button";
import type { Host } from "./host";

/** Draws the open action items of a postmortem, the most pressing first, to tick and to go to. */
export function drawActions(parent: HTMLElement, host: Host, path: string): void {
  const found = host.actions.of(path);
  const all = found?.actions ?? [];
  const open = all.filter(({ state }) => state === "open").sort(byPressure);
  const overdue = open.filter((action) => action.overdue !== null).length;
  const summary = open.length === 0 ? (all.length === 0 ? "None yet" : `All ${all.length} done`) : `${open.length} of ${all.length} open, ${overdue} overdue`;
  parent.createDiv({ cls: "postmortem-hint", text: summary });
  if (found === null || open.length === 0) return;
  const list = parent.createEl("ul", { cls: "postmortem-plain-list" });
  for (const action of open) {
    const { item, overdue: late, owners } = action;
    const row = list.createEl("li", { cls: "postmortem-todo" });
    drawTick(row, host, { note: found.note, action });
    const words = row.createDiv({ cls: "postmortem-todo-text" });
    addGoButton(words, host, item.place, shownWords(item.text));
    const due = item.due === null ? "" : `due ${item.due.date}${late === null ? "" : `, ${late} day${late === 1 ? "" : "s"} late`}`;
    const more = [owners.join(", "), due].filter((part) => part !== "").join(" · ");
    if (more !== "") words.createDiv({ cls: late === null ? "postmortem-hint" : "postmortem-hint postmortem-late", text: more });
  }
}
