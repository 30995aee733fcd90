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
