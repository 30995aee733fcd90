import { skip } from "./bench.mts";

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

/**
 * Milliseconds for which a piece of work keeps its thread: by the clock, or by the time of the processor if that is
 * less. Other programs lengthen the one, threads on which V8 compiles and collects garbage meanwhile the other; neither
 * makes it shorter than the thread was busy.
 */
export function millisecondsOf(work: () => void): number {
  const cpu = process.cpuUsage();
  const clock = performance.now();
  work();
  const elapsed = performance.now() - clock;
  const { user, system } = process.cpuUsage(cpu);
  return Math.min(elapsed, (user + system) / 1000);
}
