import { digitsOf } from "../../base";
import type { Place } from "../../base";
import { formatMinutes } from "../../time";
import type { ActionItem, Incident, StatedDuration } from "../../incident";
import type { Library } from "../../vault";
import type { Choice, Fix, ItemChange } from "../diagnostic";
import { sourceAt, wordsAt } from "./places";

/** Writes something in the place of what stands there, and says so. */
export function writeInstead(library: Library, place: Place, text: string, where = ""): Fix {
  const { path, span } = place;
  return {
    title: `Write \`${text.replaceAll("`", "")}\` instead of \`${wordsAt(library, place)}\`${where}`,
    edits: [{ path, span, text }],
  };
}

/** What the summary and the impact section say of one thing, the one as the other has it. */
export function eitherWay(library: Library, here: Place, underImpact: Place): readonly Choice[] {
  return [
    writeInstead(library, here, sourceAt(library, underImpact), " here"),
    writeInstead(library, underImpact, sourceAt(library, here), " under Impact"),
  ];
}

/** Lets a person correct what stands at a place; `name` says what it is. */
export function correct(place: Place, name: string): Choice {
  return { title: `Correct ${name}`, asks: "In its place", place };
}

/** Changes an action item, where its line can be changed: in the row of a table it cannot. */
export function itemChange({ markSpan }: ActionItem, title: string, changes: ItemChange["changes"]): readonly Choice[] {
  return markSpan === null ? [] : [{ title, changes }];
}

/**
 * Writes another length of time as the stated one is written: a lone number that counts minutes changes, anything else
 * becomes words, which are those of English.
 */
export function writeLength(
  { library, incident }: { readonly library: Library; readonly incident: Incident },
  stated: Pick<StatedDuration, "place"> & { readonly minutes: number },
  minutes: number,
): readonly Choice[] {
  const source = sourceAt(library, stated.place);
  const digits = digitsOf(source);
  const rounded = Math.round(minutes);
  if (digits !== "" && source.includes(digits) && Number(digits) === stated.minutes)
    return [writeInstead(library, stated.place, source.replace(digits, String(rounded)))];
  return incident.language.id === "en" ? [writeInstead(library, stated.place, formatMinutes(rounded))] : [];
}
