import { setIcon } from "obsidian";
import { failuresIn } from "../check/findings/embeds";
import type { Incident } from "../incident/incident";
import { addText } from "./add-text";
import { addGoButton } from "./go-button";
import type { Host } from "./host";

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
    setIcon(row.createSpan({ cls: "postmortem-problem-icon", attr: { "aria-hidden": "true" } }), isWhole ? "circle-check" : "circle-x");
    const words = row.createDiv({ cls: "postmortem-todo-text" });
    addGoButton(words, host, { path: note.path, span: expanded.embed.span }, expanded.embed.target);
    const state = isWhole ? ["resolved"] : failures.map(({ problem }) => problem.message);
    for (const message of state) addText(words.createDiv({ cls: "postmortem-hint" }), message);
  }
}
