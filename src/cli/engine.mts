import process from "node:process";
import { setFlagsFromString } from "node:v8";

/** The versions of V8 whose flags are known: Node 20 to 24. V8 complains on standard error of a flag that it lacks. */
const knownVersions = { first: 11, last: 13 };

/** How much code runs before it is optimised, by V8's flag `--interrupt-budget`: what V8 does by itself, and here. */
const budget = { ofV8: 67_584, ofShortRun: 270_336 };

/** From so many postmortems on, code that is optimised early earns what that costs. */
const longRun = 3000;
/** From so many notes on, memory counts for more than time. */
const manyNotes = 30_000;
/** Enough for a note with what it embeds, which mostly lies near it. */
const fewParsed = 64;

/** Sets a flag of V8, which holds for the whole process from then on. */
type SetFlag = (flag: string) => void;

/**
 * Sets up V8 for a run that is soon over, before anything is read: most of the processor's time went into optimising
 * patterns and functions that ran too seldom to earn it.
 */
export function expectShortRun(set: SetFlag = setKnown): void {
  set("--no-regexp-tier-up");
  set(`--interrupt-budget=${budget.ofShortRun}`);
}

/** Leaves that to V8 again for a vault with many postmortems. */
export function expectPostmortems(count: number, set: SetFlag = setKnown): void {
  if (count > longRun) set(`--interrupt-budget=${budget.ofV8}`);
}

/**
 * Prepares for a vault of so many notes. Returns how many of them stay parsed: all, as a run looks at each several
 * times; where they are very many, few, and then the heap grows more slowly, too.
 */
export function expectNotes(count: number, set: SetFlag = setKnown): number {
  if (count <= manyNotes) return Infinity;
  set("--heap-growing-percent=20");
  return fewParsed;
}

function setKnown(flag: string): void {
  const version = Number.parseInt(process.versions.v8, 10);
  if (version >= knownVersions.first && version <= knownVersions.last) setFlagsFromString(flag);
}
