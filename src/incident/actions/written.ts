import type { ActionItem } from "./action";
import type { Incident } from "../incident";
import { plainWords } from "../../base";
import { maskedText } from "../../note";
import { placeholderIn } from "../placeholder";

/** What half a dozen rules ask in turn of the same incident. */
let last: { readonly actions: readonly ActionItem[]; readonly written: readonly ActionItem[] } | null = null;

/** The action items that say something: not those still to be written. */
export function writtenActions({ note, actions }: Pick<Incident, "note" | "actions">): readonly ActionItem[] {
  if (actions.length === 0) return actions;
  if (last?.actions !== actions) {
    const text = maskedText(note);
    last = {
      actions,
      written: actions.filter(
        ({ placeholder, textSpan }) => !placeholder && placeholderIn(text.slice(textSpan.start, textSpan.end)) === null,
      ),
    };
  }
  return last.written;
}

/** Those of them that ask for work: neither done nor given up. */
export function openActions(incident: Pick<Incident, "note" | "actions">): readonly ActionItem[] {
  return writtenActions(incident).filter(({ done, cancelled }) => !done && !cancelled);
}

/** An item with those above it, innermost first: a step of an item belongs to whoever owns the item. */
export function* withAncestors(item: ActionItem, { actions }: Incident): Iterable<ActionItem> {
  for (let at: ActionItem | undefined = item; at !== undefined; at = actions[at.parent]) yield at;
}

/** Fewer words say too little to be called the same item: "Update runbook". */
const telling = 3;

/** What two items have in common that ask for the same; null for an item that says too little. */
export function actionKey(item: ActionItem): string | null {
  const words = plainWords(item.text);
  return words.split(" ").length < telling ? null : words;
}
