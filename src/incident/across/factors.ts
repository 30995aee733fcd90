import { compareTexts } from "../../base";
import type { IncidentRecord } from "./record";
import { groupsOf } from "./record";

/** Which contributing factors incidents name, and how many name none. */
export interface FactorCounts {
  /** The most frequent first; an incident counts for each factor that it names. */
  readonly factors: readonly FactorCount[];
  readonly unnamed: number;
}

/** How many incidents name one contributing factor. */
export interface FactorCount extends NamedCount {
  /** Of these, by quarter (`2024-Q2`) and by service, in the order of the names; empty for those that do not say. */
  readonly quarters: readonly NamedCount[];
  readonly services: readonly NamedCount[];
}

interface NamedCount {
  readonly name: string;
  readonly n: number;
}

/** Counts contributing factors. */
export function factorsOf(records: readonly IncidentRecord[]): FactorCounts {
  const tallies = new Map<string, IncidentRecord[]>();
  for (const record of records)
    for (const factor of record.factors) {
      const tally = tallies.get(factor);
      if (tally === undefined) tallies.set(factor, [record]);
      else tally.push(record);
    }
  const counted = (named: readonly IncidentRecord[], by: "quarter" | "service"): readonly NamedCount[] => {
    const counts = new Map<string, number>();
    for (const name of named.flatMap((record) => groupsOf(record, by))) counts.set(name, (counts.get(name) ?? 0) + 1);
    return [...counts].map(([name, n]) => ({ name, n })).sort((a, b) => compareTexts(a.name, b.name));
  };
  const factors = [...tallies].map(([name, named]) => ({
    name,
    n: named.length,
    quarters: counted(named, "quarter"),
    services: counted(named, "service"),
  }));
  return {
    factors: factors.sort((a, b) => b.n - a.n || compareTexts(a.name, b.name)),
    unnamed: records.filter((record) => record.factors.length === 0).length,
  };
}
