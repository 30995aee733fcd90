import type { Lexicon } from "../../language";
import type { Note } from "../../note";
import type { Passage } from "../facts/prose";
import type { EventZone } from "./timeline";
import type { Entry, Scope } from "./entry";
import type { UnknownZone } from "./zone-statement";
import { readUnknownZone, readZoneStatement } from "./zone-statement";
import type { Instant, LocalTime, Stamp, StatedZone, Zone } from "../../time";
import { parseZone, toInstant } from "../../time";
import { once } from "../../base";

/** A zone and who says so; place and remark as in `EventZone`. */
export interface ChosenZone {
  readonly zone: Zone;
  readonly remark: Zone | null;
  readonly from: EventZone["from"];
  readonly place: EventZone["place"];
}

/** What a note says about the zone of its times outside of its timeline. */
export interface ZoneContext {
  /** "All times in PST", wherever it stands. */
  stated(): ChosenZone | null;
  /** From the property `timezone`. */
  readonly property: ChosenZone | null;
  /** The one zone that times of the prose are given in, two at least. */
  mentioned(): ChosenZone | null;
  unknown(): UnknownZone | null;
}

/** Reads what a note says about zones; nothing is read before it is needed. */
export function zoneContext(
  note: Note,
  prose: () => readonly Passage[],
  timezone: string | null,
  language: Lexicon,
): ZoneContext {
  const property = timezone === null ? null : parseZone(timezone, language);
  return {
    property: property && { zone: property, remark: null, from: "frontmatter", place: null },
    stated: once(() => {
      for (const { text, start } of prose()) {
        const found = readZoneStatement(text, "strong", language);
        if (found !== null)
          return { ...found, from: "preamble", place: { path: note.path, span: moved(found.span, start) } };
      }
      return null;
    }),
    mentioned: once(() => {
      const zones = prose().flatMap(({ stamps, start }) =>
        stamps(language)
          .flatMap(zonesIn)
          .map((zone) => ({ ...zone, start })),
      );
      const [first] = zones;
      const isCommon =
        first !== undefined && zones.length >= 2 && zones.every(({ zone }) => sameZone(zone, first.zone));
      return isCommon
        ? {
            zone: first.zone,
            remark: null,
            from: "text",
            place: { path: note.path, span: moved(first.span, first.start) },
          }
        : null;
    }),
    unknown: once(() => {
      for (const { text, start } of prose()) {
        const found = readUnknownZone(text, language);
        if (found !== null) return { name: found.name, span: moved(found.span, start) };
      }
      return null;
    }),
  };
}

/** The zones that stand in a stamp; the two ends of a range may share one. */
function zonesIn(stamp: Stamp): readonly StatedZone[] {
  return stamp.kind === "time" ? [stamp.from.zone, stamp.to?.zone ?? null].filter((zone) => zone !== null) : [];
}

/** The zone on the line or in the heads above it, the innermost first; then what the text below those heads says. */
export function zoneInTimeline(entry: Entry): ChosenZone | null {
  const { stamp, note, columnZone } = entry;
  if (stamp.kind === "time" && stamp.from.zone !== null) {
    const { zone, span } = stamp.from.zone;
    return { zone, remark: null, from: "line", place: { path: note.path, span } };
  }
  const head = columnZone ?? nearest(entry.scope, (scope) => scope.zone);
  const stated = head ?? nearest(entry.scope, (scope) => scope.preamble.zone);
  return stated === null
    ? null
    : {
        zone: stated.zone,
        remark: stated.remark,
        from: head === null ? "preamble" : "heading",
        place: { path: stated.note.path, span: stated.span },
      };
}

function nearest<T>(from: Scope, read: (scope: Scope) => T | null): T | null {
  for (let scope: Scope | null = from; scope !== null; scope = scope.parent) {
    const found = read(scope);
    if (found !== null) return found;
  }
  return null;
}

/** The zone that all events with a zone on their line agree on. */
export function zoneOfLines(entries: readonly Entry[]): ChosenZone | null {
  const zones = entries.map(zoneInTimeline).filter((zone) => zone?.from === "line");
  const [first] = zones;
  return first != null && zones.every((other) => other !== null && sameZone(other.zone, first.zone))
    ? { ...first, from: "text" }
    : null;
}

/** `UTC`, `Z` and `GMT` are the same; `PST` and `PDT` are not. */
function sameZone(a: Zone, b: Zone): boolean {
  return (
    a.kind === b.kind &&
    ("offset" in a ? a.offset : null) === ("offset" in b ? b.offset : null) &&
    ("region" in a ? a.region : null) === ("region" in b ? b.region : null)
  );
}

/** The zone as it applies at a local time, with that instant. */
export function applyZone(
  { zone, remark, from, place }: ChosenZone,
  local: LocalTime,
): { readonly zone: EventZone; readonly instant: Instant } {
  const instant = toInstant(local, zone);
  return {
    zone: {
      name: zone.name,
      offset: instant.offset,
      offsetInForce: instant.offsetInForce,
      remark: remark && { name: remark.name, offset: toInstant(local, remark).offset },
      from,
      place,
    },
    instant,
  };
}

function moved(
  span: { readonly start: number; readonly end: number },
  by: number,
): { readonly start: number; readonly end: number } {
  return { start: span.start + by, end: span.end + by };
}
