/** Work that may be laid aside between two small steps; returns its result with the last one. */
export type Steps<T> = Generator<undefined, T, undefined>;

/** Work that is too small to be taken apart. */
export function* inOneStep<T>(work: () => T): Steps<T> {
  yield;
  return work();
}

/** Does all steps at once. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
