import process from "node:process";
import { setFlagsFromString } from "node:v8";

/**
 * The versions of V8 whose flags are known, Node 20 to 24, and the last one that counts by `--interrupt-budget`. V8
 * complains on standard error of a flag that it lacks.
 */
const versions = { first: 11, lastByBudget: 11, last: 13 };

/** How much code runs before it is optimised, by V8's flag `--interrupt-budget`: what V8 does by itself, and here. */
const budget = { ofV8: 67_584, ofShortRun: 270_336 };

/** From so many postmortems on, code that is optimised early earns what that costs. */
const longRun = 3000;
/** From so many notes on, memory counts for more than time. */
const manyNotes = 30_000;
/** Enough for a note with what it embeds, which mostly lies near it. */
const fewParsed = 64;

/** The V8 that runs this. */
interface Engine {
  /** The first number of its version. */
  readonly version: number;
  /** Sets a flag, which holds for the whole process from then on. */
  set(flag: string): void;
}

const ours: Engine = { version: Number.parseInt(process.versions.v8, 10), set: setFlagsFromString };

/**
 * Sets up V8 for a run that is soon over, before anything is read: most of the processor's time went into optimising
 * patterns and functions that ran too seldom to earn it.
 */
export function expectShortRun(engine = ours): void {
  if (isKnown(engine)) engine.set("--no-regexp-tier-up");
  setBudget(engine, budget.ofShortRun);
}

/** Leaves that to V8 again for a vault with many postmortems. */
export function expectPostmortems(count: number, engine = ours): void {
  if (count > longRun) setBudget(engine, budget.ofV8);
}

/**
 * Prepares for a vault of so many notes. Returns how many of them stay parsed: all, as a run looks at each several
 * times; where they are very many, few, and then the heap grows more slowly, too.
 */
export function expectNotes(count: number, engine = ours): number {
  if (count <= manyNotes) return Infinity;
  if (isKnown(engine)) engine.set("--heap-growing-percent=20");
  return fewParsed;
}

function isKnown({ version }: Engine): boolean {
  return version >= versions.first && version <= versions.last;
}

function setBudget(engine: Engine, bytes: number): void {
  if (isKnown(engine) && engine.version <= versions.lastByBudget) engine.set(`--interrupt-budget=${bytes}`);
}
