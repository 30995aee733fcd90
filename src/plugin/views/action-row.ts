import { dayBefore, parseDay, today, weekdayOf } from "../../time";
import { setDue, setOwner, setState } from "../../write/edit";
import { shownWords } from "../../note";
import type { ActionRow } from "./action-rows";
import { askForText } from "../ui/ask-for-text";
import { changeAction } from "../operations/change-action";
import { offerUndo } from "../operations/undo";
import type { Host } from "../host";
import { knownOwners } from "../operations/known-values";
import { notify } from "../ui/notify";
import { reveal } from "../ui/reveal";

type Change = Parameters<typeof changeAction>[3];

/** One action item as a row of the table; what is changed in it is written to its line in the note. */
export class ActionRowView {
  /** What is to be done, as a reader sees it. */
  private readonly words: string;

  constructor(
    private readonly host: Host,
    private readonly row: ActionRow,
  ) {
    this.words = shownWords(row.action.item.text);
  }

  draw(parent: HTMLElement): void {
    const { age, incident, item, overdue, owners, state } = this.row.action;
    parent.toggleClass("postmortem-overdue", overdue !== null);
    parent.toggleClass("postmortem-done", state !== "open");

    drawTick(parent.createEl("td"), this.host, this.row);
    this.addButton(parent, { kind: "text", text: this.words, name: "Open the note at this item" }, () =>
      reveal(this.host, item.place),
    );
    this.addButton(parent, { kind: "owner", text: owners.join(", "), name: `Reassign: ${this.words}` }, () =>
      this.reassign(),
    );
    const late = overdue === null ? "" : ` (${overdue} day${overdue === 1 ? "" : "s"} late)`;
    this.addButton(
      parent,
      { kind: "due", text: item.due === null ? "" : item.due.date + late, name: `Reschedule: ${this.words}` },
      () => this.reschedule(),
    );
    parent.createEl("td", { text: item.priority ?? "" });
    parent.createEl("td", {
      text: incident.severity === null ? incident.title : `${incident.title} · ${incident.severity}`,
    });
    parent.createEl("td", { text: age === null ? "" : `${age} d` });
  }

  private addButton(
    parent: HTMLElement,
    { kind, text, name }: { readonly kind: string; readonly text: string; readonly name: string },
    run: () => Promise<void>,
  ): void {
    const button = parent.createEl("td").createEl("button", {
      cls: "postmortem-cell",
      text: text === "" ? "—" : text,
      attr: { "aria-label": text === "" ? name : `${text}. ${name}`, "data-key": keyOf(this.row, kind) },
    });
    button.addEventListener("click", () => void run());
  }

  private async reassign(): Promise<void> {
    const owner = await askForText(this.host.app, {
      title: "Reassign",
      label: "Owner",
      description: this.words,
      values: () => knownOwners(this.host),
      action: "Reassign",
    });
    if (owner === null) return;
    // A bare name of several words would not be read as an owner again.
    const written = /^(?:\[\[.*\]\]|@\S+)$/.test(owner) ? owner : /^\S+$/.test(owner) ? `@${owner}` : `[[${owner}]]`;
    await this.change("Reassigned", (note, item) => setOwner(note, item, written));
  }

  private async reschedule(): Promise<void> {
    const { due } = this.row.action.item;
    const day = await askForText(this.host.app, {
      title: "Reschedule",
      label: "Due date",
      description: this.words,
      type: "date",
      value: due?.date ?? "",
      choices: laterDays(today(this.host.clock())),
      action: "Reschedule",
    });
    if (day !== null && /^\d{4}-\d{2}-\d{2}$/.test(day))
      await this.change("Rescheduled", (note, item) => setDue(note, item, day));
  }

  private async change(done: string, change: Change): Promise<void> {
    await changeRow(this.host, this.row, done, change);
  }
}

/** Days to which work is often put off, counted from today. */
function laterDays(day: string): readonly (readonly [name: string, day: string])[] {
  return [
    ["+1 day", dayBefore(day, -1)],
    ["+1 week", dayBefore(day, -7)],
    ["Next Monday", dayBefore(day, weekdayOf(parseDay(day)) - 7)],
  ];
}

/** A checkbox that ticks an action item on its line in the note, with the day, and takes the tick back. */
export function drawTick(parent: HTMLElement, host: Host, row: ActionRow): void {
  const { item, state } = row.action;
  const box = parent.createEl("input", {
    type: "checkbox",
    attr: { "aria-label": `Done: ${shownWords(item.text)}`, "data-key": keyOf(row, "done") },
  });
  box.checked = state === "done";
  box.addEventListener("change", () => {
    const wanted = box.checked ? "done" : "open";
    const day = today(host.clock());
    void changeRow(host, row, wanted === "done" ? "Done" : "Open again", (note, found) =>
      setState(note, found, { state: wanted, day }, host.settings.current),
    ).then((done) => {
      if (!done) box.checked = !box.checked;
    });
  });
}

function keyOf({ action }: ActionRow, kind: string): string {
  const { path, span } = action.item.place;
  return `${kind} ${path} ${span.start}`;
}

async function changeRow(host: Host, { action, note }: ActionRow, done: string, change: Change): Promise<boolean> {
  const result = await changeAction(host, note, action.item, change);
  if (!result.ok) notify(`Nothing was changed: ${result.message}.`);
  else if (result.before !== null)
    offerUndo(host, `${done}: ${shownWords(action.item.text)}`, new Map([[note.path, result.before]]));
  return result.ok;
}
