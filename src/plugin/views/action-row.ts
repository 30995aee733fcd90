import { today } from "../../time";
import { setState } from "../../write/edit";
import { shownWords } from "../../note";
import { setIcon } from "obsidian";
import type { MenuPlace } from "./action-menu";
import type { ActionRow } from "./action-rows";
import { incidentName } from "./action-rows";
import { askForDue, askForOwner, changeShown } from "../operations/ask-action";
import type { Host } from "../host";
import { texts } from "../texts";
import { reveal } from "../ui/reveal";

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

  /**
   * @param options.isGrouped The heading above says which incident it is.
   * @param options.openMenu Shows what else can be done.
   */
  draw(
    parent: HTMLElement,
    { isGrouped, openMenu }: { readonly isGrouped: boolean; readonly openMenu: (place: MenuPlace) => void },
  ): void {
    const said = texts().actions;
    const { age, incident, item, overdue, owners, state } = this.row.action;
    const read = { note: this.row.note, item };
    parent.toggleClass("postmortem-overdue", overdue !== null);
    parent.toggleClass("postmortem-done", state !== "open");

    drawTick(parent.createEl("td"), this.host, this.row);
    this.addButton(parent, { kind: "text", text: this.words, name: said.openNoteAt }, () =>
      reveal(this.host, item.place),
    );
    this.addButton(parent, { kind: "owner", text: owners.join(", "), name: said.reassign(this.words) }, () =>
      askForOwner(this.host, read),
    );
    const late = overdue === null ? "" : said.daysLate(overdue);
    const date = item.due?.date ?? "";
    const due = this.addButton(
      parent,
      { kind: "due", text: `${date} ${late}`.trim(), name: said.reschedule(this.words) },
      () => askForDue(this.host, read),
    );
    if (late !== "") {
      due.empty();
      due.createSpan({ cls: "postmortem-date", text: `${date} ` });
      due.createSpan({ cls: "postmortem-late-days", text: late });
    }
    parent.createEl("td", { text: item.priority === null ? "" : said.priorities[item.priority] });
    parent.createEl("td", { text: isGrouped ? "" : incidentName(incident) });
    parent.createEl("td", { text: age === null ? "" : said.days(age) });
    const more = parent.createEl("td").createEl("button", {
      cls: "clickable-icon postmortem-more",
      attr: { "aria-label": said.moreOf(this.words), "aria-haspopup": "menu", "data-key": keyOf(this.row, "more") },
    });
    setIcon(more, "ellipsis-vertical");
    more.addEventListener("click", (event) => {
      const { left, bottom } = more.getBoundingClientRect();
      event.stopPropagation();
      openMenu({ x: left, y: bottom, button: more });
    });
  }

  private addButton(
    parent: HTMLElement,
    { kind, text, name }: { readonly kind: "text" | "owner" | "due"; readonly text: string; readonly name: string },
    run: () => Promise<void>,
  ): HTMLButtonElement {
    const button = parent.createEl("td").createEl("button", {
      cls: "postmortem-cell",
      text,
      attr: { "aria-label": text === "" ? name : `${text}. ${name}`, "data-key": keyOf(this.row, kind) },
    });
    if (text === "") {
      // A card has no head of a column to say what is missing.
      button.createSpan({ cls: "postmortem-none", text: "—" });
      button.createSpan({ cls: "postmortem-none-name", text: texts().actions.missing[kind] });
    }
    button.addEventListener("click", () => void run());
    return button;
  }
}

/** A checkbox that ticks an action item on its line in the note, with the day, and takes the tick back. */
export function drawTick(parent: HTMLElement, host: Host, row: ActionRow): void {
  const { item, state } = row.action;
  const box = parent.createEl("input", {
    type: "checkbox",
    attr: { "aria-label": texts().actions.doneOf(shownWords(item.text)), "data-key": keyOf(row, "done") },
  });
  box.checked = state === "done";
  box.addEventListener("change", () => {
    const wanted = box.checked ? "done" : "open";
    const day = today(host.clock());
    void changeShown(host, { note: row.note, item }, texts().actions.changed[wanted], (note, found) =>
      setState(note, found, { state: wanted, day }, host.settings.current),
    ).then((done) => {
      if (!done) box.checked = !box.checked;
    });
  });
}

function keyOf({ key }: ActionRow, kind: string): string {
  return `${kind} ${key}`;
}
