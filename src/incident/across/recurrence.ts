import { compareTexts, plainWords } from "../../base";
import type { Memory } from "../../base";
import type { Note } from "../../note";
import type { Settings } from "../../settings";
import { daysBetween, formatDay } from "../../time";
import { incidentDay } from "../facts/incident-day";
import { languageOf } from "../language";
import { readFields } from "../properties/read";
import type { IncidentFields } from "../properties/read";
import type { IncidentRecord } from "./record";

/** What an incident recurs by: the same service and the same contributing factor, some days later. */
export type Situation = Pick<IncidentRecord, "path" | "date" | "services" | "factors">;

/** Services and factors that two incidents share, as the later one writes them. */
export interface SharedSituation {
  readonly services: readonly string[];
  readonly factors: readonly string[];
}

/** An incident that happened again. */
export interface Recurrence extends SharedSituation {
  readonly path: string;
  /** The last one of its kind before it, and how many days before. */
  readonly earlier: string;
  readonly days: number;
}

/** Reads no more of a postmortem than what it recurs by; its day is the one that it gives. */
export function situationOf(
  note: Note,
  settings: Settings,
  memory: Memory,
  fields: IncidentFields = readFields(note, settings, memory),
): Situation {
  const { services, factors } = fields;
  const day = incidentDay(note, fields, () => languageOf(note, settings).language);
  return { path: note.path, date: day === null ? null : formatDay(day), services, factors };
}

/** So many services and factors of one incident count: a note may list any number, and the pairs are kept. */
const mostNames = 50;

/** A key for each pair of a service and a factor: two incidents of one kind share one. */
export function situationKeys({ services, factors }: Situation): ReadonlySet<string> {
  const named = factors.slice(0, mostNames).map(plainWords);
  return new Set(
    services.slice(0, mostNames).flatMap((service) => {
      const name = plainWords(service);
      return named.map((factor) => `${name}\0${factor}`);
    }),
  );
}

/** What an incident shares with an earlier one; null unless that is a service and a factor at least. */
export function sharedSituation(later: Situation, earlier: Situation): SharedSituation | null {
  const services = sharedNames(later.services, earlier.services);
  const factors = sharedNames(later.factors, earlier.factors);
  return services.length === 0 || factors.length === 0 ? null : { services, factors };
}

function sharedNames(later: readonly string[], earlier: readonly string[]): readonly string[] {
  const known = new Set(earlier.map(plainWords));
  return later.filter((name) => known.has(plainWords(name)));
}

/** The incidents that had an earlier one of their kind within so many days, in the order of time. */
export function recurrencesOf(records: readonly Situation[], mostDays: number): readonly Recurrence[] {
  const sorted = records
    .flatMap((record) => (record.date === null ? [] : [{ ...record, date: record.date }]))
    .sort((a, b) => compareTexts(a.date, b.date) || compareTexts(a.path, b.path));
  const last = new Map<string, Situation & { readonly date: string }>();
  const found: Recurrence[] = [];
  let due: typeof sorted = [];
  for (const record of sorted) {
    // Two incidents of one day are none after the other.
    if (due[0] !== undefined && due[0].date < record.date) {
      for (const earlier of due) for (const key of situationKeys(earlier)) last.set(key, earlier);
      due = [];
    }
    due.push(record);
    const [earlier] = [...situationKeys(record)]
      .flatMap((key) => last.get(key) ?? [])
      .sort((a, b) => compareTexts(b.date, a.date) || compareTexts(a.path, b.path));
    if (earlier === undefined) continue;
    const shared = sharedSituation(record, earlier);
    const days = daysBetween(earlier.date, record.date);
    if (shared !== null && days <= mostDays) found.push({ ...shared, path: record.path, earlier: earlier.path, days });
  }
  return found;
}
