import type { Steps } from "../../base";

/** Milliseconds of work in one go; a frame has 16, and the app needs its share. */
const share = 8;

/** Resolves after the screen had its turn. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    window.setTimeout(resolve);
  });
}

/** Await it between two small steps. */
export type Pace = () => Promise<void>;

/**
 * Slices long work, so that no task is longer than a frame: await the returned function between
 * two small steps. It returns at once while the share lasts, else after the screen had its turn.
 */
export function createPace(): Pace {
  let start = performance.now();
  return async () => {
    if (performance.now() - start < share) return;
    await nextTask();
    start = performance.now();
  };
}

/** Does work a share at a time, so that the app stays responsive. */
export async function paced<T>(steps: Steps<T>): Promise<T> {
  const pace = createPace();
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    await pace();
  }
}
