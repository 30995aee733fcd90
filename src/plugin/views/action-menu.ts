import { Menu } from "obsidian";
import { capitalized } from "../../base";
import { newTicketPage } from "../../commands";
import { priorities, writableTicket } from "../../incident";
import { shownWords } from "../../note";
import { postponements, setPriority, setTicket } from "../../write/edit";
import type { Host } from "../host";
import type { ReadAction } from "../operations/ask-action";
import { askForDue, askForOwner, changeAll, postpone } from "../operations/ask-action";
import { commandContext } from "../operations/context";
import { texts } from "../texts";
import { askForText } from "../ui/ask-for-text";
import { notify } from "../ui/notify";
import { reveal } from "../ui/reveal";
import type { ActionRow } from "./action-rows";

/** Where a menu opens, and what has the focus again when it closes. */
export interface MenuPlace {
  readonly x: number;
  readonly y: number;
  readonly button: HTMLElement;
}

/** What the menu does with the selection of the table. */
export interface Selecting {
  readonly isSelected: boolean;
  toggle(): void;
  all(): void;
}

/** Offers what can be done with one action item, or with all that are selected. */
export function showActionMenu(host: Host, rows: readonly ActionRow[], place: MenuPlace, selecting: Selecting): void {
  const [first] = rows;
  if (first === undefined) return;
  const actions = rows.map(({ note, action: { item } }) => ({ note, item }));
  const isAlone = rows.length === 1;
  const {
    actions: { menu: said },
    changes,
  } = texts();
  const menu = new Menu();
  const add = (section: string, icon: string, title: string, run: () => void): void => {
    menu.addItem((item) => item.setSection(section).setTitle(title).setIcon(icon).onClick(run));
  };
  for (const by of postponements)
    add(
      "due",
      "calendar-clock",
      said.postpone(changes.actions.postponements[by]),
      () => void postpone(host, actions, by),
    );
  add("due", "calendar-days", said.setDue, () => void askForDue(host, ...actions));
  add("due", "calendar-off", said.removeDue, () => void postpone(host, actions, null));
  add("item", "signal", said.setPriority, () => {
    showPriorities(host, actions, place);
  });
  add("item", "user", said.reassign, () => void askForOwner(host, ...actions));
  if (isAlone && first.action.state === "open" && first.action.item.ticket === null)
    add("ticket", "ticket-plus", said.createTicket, () => {
      createTicket(host, first, place.button.win);
    });
  if (isAlone) {
    add("ticket", "ticket", said.setTicket, () => void askForTicket(host, first));
    add("open", "file-text", said.openNote, () => void reveal(host, first.action.item.place));
  }
  add("select", "square-check", selecting.isSelected ? said.deselect : said.select, () => {
    selecting.toggle();
  });
  add("select", "list-checks", said.selectAll, () => {
    selecting.all();
  });
  show(menu, place);
}

function showPriorities(host: Host, actions: readonly ReadAction[], place: MenuPlace): void {
  const { actions: said, words } = texts();
  const menu = new Menu();
  for (const priority of [...priorities, null])
    menu.addItem((item) =>
      item
        .setTitle(priority === null ? words.none : capitalized(said.priorities[priority]))
        .setChecked(actions.every((action) => action.item.priority === priority))
        .onClick(
          () =>
            void changeAll(host, actions, said.changed.priority, (note, found) => setPriority(note, found, priority)),
        ),
    );
  show(menu, place);
}

function show(menu: Menu, { button, ...position }: MenuPlace): void {
  menu.onHide(() => {
    button.focus({ preventScroll: true });
  });
  menu.showAtPosition(position, button.doc);
}

/** Opens the tracker's page in the browser, filled in, and waits for the address of the ticket that comes of it. */
function createTicket(host: Host, row: ActionRow, win: Window): void {
  const page = newTicketPage(row.action, commandContext(host));
  if (!page.ok) {
    notify(texts().actions.noTicket(page.message));
    return;
  }
  win.open(page.address, "_blank", "noopener");
  void askForTicket(host, row);
}

/** Asks for the ticket of an action item, and writes it to its line. */
async function askForTicket(host: Host, { note, action: { item } }: ActionRow): Promise<void> {
  const { changed, ticket: said } = texts().actions;
  const written = await askForText(host.app, {
    title: said.title,
    label: said.label,
    description: shownWords(item.text),
    value: item.ticket ?? "",
    placeholder: said.placeholder,
    fault: (answer) => (writableTicket(answer) === null ? said.fault : null),
    action: said.title,
  });
  const ticket = written === null ? null : writableTicket(written);
  if (ticket !== null)
    await changeAll(host, [{ note, item }], changed.ticket, (now, found) => setTicket(now, found, ticket));
}
