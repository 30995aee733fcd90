import type { Io } from "./io.mts";

/** How long work may take in silence, in milliseconds. */
const patience = 1000;
const interval = 100;

/** Shows how far a longer piece of work is, on a terminal only. */
export interface Progress {
  step(): void;
  end(): void;
}

/** Progress over a known number of steps. */
export function createProgress(io: Io, what: string, total: number): Progress {
  const start = io.now();
  let done = 0;
  let shown = 0;
  return {
    step() {
      done++;
      const now = io.now();
      if (!io.stderr.isTTY || now - start < patience || now - shown < interval) return;
      shown = now;
      io.stderr.control(`\r${what} ${done} of ${total}`);
    },
    end() {
      if (shown > 0) io.stderr.control("\r\u001b[K");
    },
  };
}
