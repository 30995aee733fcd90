import process from "node:process";
import { expect } from "vitest";

/**
 * From this length on, in UTF-16 units, a text grows to four times as much, in two doublings; and where that takes too
 * long, from the second one on: what only memory makes for has passed there, and what is quadratic has not.
 */
const lengths = [10_000, 40_000] as const;
const times = 4;

/** How often the processor time may multiply when a text doubles, in the mean of the doublings; 4 is quadratic. */
const mostGrowth = 2.3;

/** Processor time, in microseconds, that a loop takes at least before it counts: less is noise. */
const meaningful = 5_000;

/** Processor time, in microseconds, after which growth that is still too much is no coincidence. */
const patience = 1_000_000;
/** One cold round of a long note alone may take that long. */
const fewestRounds = 3;

/**
 * Holds that work takes time in proportion to the text. What counts is the processor time of this process, not the time
 * of a busy machine. The short text is worked on so much more often that both come to the same number of characters, so
 * that the collection of garbage is spread evenly; and of several rounds the least counts for each, since whatever else
 * happens only adds to it. In each round the long text comes first, so that code that is still being compiled makes for
 * too much growth and never for too little. Rounds end once they show growth that is allowed.
 *
 * @param make gives a text of about the length, such as a piece over and over: see {@link repeated}
 */
export async function expectLinear(work: (text: string) => unknown, make: (length: number) => string): Promise<void> {
  let [growth, told] = [Infinity, ""];
  for (const length of lengths)
    if (growth > mostGrowth) ({ growth, told } = await growthOf(work, make(length), make(times * length)));
  expect(growth, `${told} for ${JSON.stringify(make(60).slice(0, 60))}`).toBeLessThanOrEqual(mostGrowth);
}

async function growthOf(
  work: (text: string) => unknown,
  few: string,
  many: string,
): Promise<{ readonly growth: number; readonly told: string }> {
  const doublings = Math.log2(many.length / few.length);
  await work(few);
  let leastMany = await spent(work, many, 1);
  let leastFew = Infinity;
  const loops = Math.max(1, Math.ceil(meaningful / Math.max(1, leastMany)));
  let growth = Infinity;
  for (let total = 0, round = 0; growth > mostGrowth && (round < fewestRounds || total < patience); round++) {
    const onMany = loops === 1 && round === 0 ? leastMany : await spent(work, many, loops);
    const onFew = await spent(work, few, loops * times);
    leastMany = Math.min(leastMany, onMany / loops);
    leastFew = Math.min(leastFew, onFew / (loops * times));
    growth = (leastMany / leastFew) ** (1 / doublings);
    total += onMany + onFew;
  }
  const [short, long] = [leastFew, leastMany].map((time) => `${(time / 1000).toFixed(3)} ms`);
  return { growth, told: `${few.length}: ${short ?? ""}, ${many.length}: ${long ?? ""}` };
}

/** A piece over and over, between a beginning and an end. */
export function repeated(piece: string, head = "", tail = ""): (length: number) => string {
  return (length) => head + piece.repeat(Math.ceil(length / piece.length)) + tail;
}

/** Processor time of a loop, in microseconds. */
async function spent(work: (text: string) => unknown, text: string, times: number): Promise<number> {
  const before = process.cpuUsage();
  for (let time = 0; time < times; time++) await work(text);
  const { user, system } = process.cpuUsage(before);
  return user + system;
}
