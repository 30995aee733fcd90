import { applyEdits } from "../../base";
import type { Incident } from "../../incident";
import { listIn, namesIn, parseNote, propertyOf, textOf } from "../../note";
import type { FieldDeclaration } from "../../settings";
import { displayWritten, formatLocal, readInstant, zoneOrUtc } from "../../time";
import type { EditPlan } from "./plan";
import type { PropertyValue } from "./properties";
import { writeProperties } from "./properties";
import { readTypedMoment } from "./typed-event";
import type { EventTarget } from "./insert-event";

/** What a property says as a person reads and types it: names without their links, several with commas between. */
export function factText(incident: Incident, { name, type }: FieldDeclaration): string {
  const node = (propertyOf(incident.note, name) ?? incident.fields.entries.get(name))?.value;
  switch (type) {
    case "link":
    case "list":
      return namesIn(node).join(", ");
    case "tags":
      return listIn(node).join(", ");
    case "datetime": {
      const text = textOf(node) ?? "";
      const read = readInstant(text, null);
      // As it is written where it says more than day and clock.
      return read.ok && read.zone === null ? displayWritten(read.local) : text;
    }
    default:
      return textOf(node) ?? "";
  }
}

/**
 * Gives a property what a person typed: a moment as `06:45`, `now` or `-20m` in the form and zone of the one that
 * stands there, names with the links that they had, nothing in place of a value that was taken out.
 *
 * @param now UTC epoch milliseconds
 */
export function setFact(target: EventTarget, field: FieldDeclaration, typed: string, now: number): EditPlan {
  const { incident } = target;
  const { note } = incident;
  const cell = propertyOf(note, field.name) === null ? incident.fields.entries.get(field.name) : undefined;
  const value = valueOf(target, field, typed.trim(), now);
  if (value === undefined)
    return { ok: false, message: "this is no moment such as 09:30, now, -20m or 2024-04-11 06:45" };
  // A table of metadata is the note's own place for it.
  if (cell === undefined) return writeProperties(note, { [field.name.toLowerCase()]: value });
  const text = (value === null ? "" : typeof value === "object" ? value.join(", ") : String(value)).replace(
    /\\?\|/g,
    "\\|",
  );
  const edits = [{ path: note.path, span: cell.value.span, text }];
  const after = parseNote(applyEdits(note.text, edits) ?? note.text, note.path);
  return after.tables.length === note.tables.length
    ? { ok: true, edits }
    : { ok: false, message: "the table has to be changed by hand" };
}

/** Undefined for what cannot be read. */
function valueOf(
  target: EventTarget,
  { name, type }: FieldDeclaration,
  typed: string,
  now: number,
): PropertyValue | undefined {
  const node = propertyOf(target.incident.note, name)?.value;
  if (typed === "") return null;
  switch (type) {
    case "link":
    case "list":
    case "tags": {
      const written = new Map(listIn(node).map((entry, index) => [namesIn(node)[index] ?? entry, entry]));
      const names = typed.split(",").map((each) => each.trim());
      return names.filter((each) => each !== "").map((each) => written.get(each) ?? each);
    }
    case "datetime":
      return momentLike(target, textOf(node) ?? "", typed, now) ?? undefined;
    case "number":
      return Number.isFinite(Number(typed)) ? Number(typed) : typed;
    default:
      return typed;
  }
}

/** A typed moment as the property writes one: `2024-04-11T06:45`, with the zone and the gap of what stood there. */
function momentLike(target: EventTarget, before: string, typed: string, now: number): string | null {
  const { incident, settings } = target;
  const own = zoneOrUtc(incident.fields.timezone ?? settings.timezone);
  const time = readTypedMoment(target, typed, now, own);
  if (time === null) return null;
  const [, gap = "T", seconds, zoneName = ""] =
    /^\d{4}-\d{2}-\d{2}([T ])\d{1,2}:\d{2}(:\d{2})?(?:\.\d{1,9})?(\D.*)?$/.exec(before) ?? [];
  const read = readInstant(before, own);
  const zone = read.ok && zoneName !== "" ? (read.zone ?? own) : own;
  const precision = seconds === undefined ? "minute" : "second";
  return `${formatLocal(time, zone, precision).replace("T", gap)}${zoneName}`;
}
