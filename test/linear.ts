import process from "node:process";
import { expect } from "vitest";

/** Lengths that are compared, in UTF-16 units: each twice the one before. */
const lengths = [10_000, 20_000, 40_000] as const;

/**
 * How often the processor time may multiply when the text doubles, in the mean of the doublings: twice, and room for
 * what memory takes, which the same work showed as up to 2.8 where longer texts were linear again; 4 is quadratic.
 */
const mostGrowth = 3;

/** Processor time, in microseconds, that a loop takes at least before it counts: less is noise. */
const meaningful = 5_000;

/**
 * Holds that work takes time in proportion to the text, by doublings. What counts is the processor time of this
 * process, not the time of a busy machine. Each length is worked on so often that all come to the same number of
 * characters, so that the collection of garbage is spread evenly; and of several rounds the least counts for each,
 * since whatever else happens only adds to it. Rounds end once they show growth that is allowed.
 *
 * @param make gives a text of about the length, such as a piece over and over: see {@link repeated}
 */
export async function expectLinear(work: (text: string) => unknown, make: (length: number) => string): Promise<void> {
  const texts = lengths.map(make);
  const longest = Math.max(...lengths);
  await work(texts[0] ?? "");
  const once = await spent(work, texts.at(-1) ?? "", 1);
  const times = lengths.map((length) => (longest / length) * Math.max(1, Math.ceil(meaningful / Math.max(1, once))));
  const least = lengths.map(() => Infinity);
  let growth = Infinity;
  for (let round = 0; round < 10 && growth > mostGrowth; round++) {
    for (const [index, text] of texts.entries())
      least[index] = Math.min(
        least[index] ?? Infinity,
        (await spent(work, text, times[index] ?? 1)) / (times[index] ?? 1),
      );
    growth = ((least.at(-1) ?? Infinity) / (least[0] ?? Infinity)) ** (1 / (lengths.length - 1));
  }
  const told = least.map((time, index) => `${lengths[index]}: ${(time / 1000).toFixed(2)} ms`).join(", ");
  expect(growth, `${told} for ${JSON.stringify(texts[0]?.slice(0, 60))}`).toBeLessThanOrEqual(mostGrowth);
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
