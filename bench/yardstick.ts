import { skip } from "./bench";

/** Parses a Markdown text as commonmark does: a known amount of work, to measure times of this machine in. */
export type Yardstick = (text: string) => void;

/** The yardstick, or null where it could not be installed. */
export async function loadYardstick(): Promise<Yardstick | null> {
  try {
    const { Parser } = await import("commonmark");
    return (text) => void new Parser().parse(text);
  } catch {
    skip("times of single notes", "commonmark, which they are measured in, is not installed");
    return null;
  }
}

/** Milliseconds of computing that a piece of work takes: what other programs do at the same time does not count. */
export function millisecondsOf(work: () => void): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}
