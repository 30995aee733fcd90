/** Which files lead to which, readable from both ends. */
export class Graph {
  readonly #targets = new Map<string, ReadonlySet<string>>();
  readonly #sources = new Map<string, Set<string>>();

  /** What `source` leads to. */
  targets(source: string): ReadonlySet<string> {
    return this.#targets.get(source) ?? none;
  }

  /** What leads to `target`. */
  sources(target: string): ReadonlySet<string> {
    return this.#sources.get(target) ?? none;
  }

  /** Makes `targets` all that `source` leads to. */
  replace(source: string, targets: ReadonlySet<string>): void {
    for (const target of this.targets(source)) {
      const sources = this.#sources.get(target);
      sources?.delete(source);
      if (sources?.size === 0) this.#sources.delete(target);
    }
    if (targets.size === 0) this.#targets.delete(source);
    else this.#targets.set(source, targets);
    for (const target of targets) {
      const sources = this.#sources.get(target);
      if (sources) sources.add(source);
      else this.#sources.set(target, new Set([source]));
    }
  }

  /** Everything that leads to one of `targets` within so many steps, the nearest first. */
  ancestors(targets: Iterable<string>, steps: number): Set<string> {
    return reach(targets, steps, (target) => this.sources(target));
  }

  /** Everything that one of `sources` leads to within so many steps, the nearest first. */
  descendants(sources: Iterable<string>, steps: number): Set<string> {
    return reach(sources, steps, (source) => this.targets(source));
  }
}

function reach(start: Iterable<string>, steps: number, next: (path: string) => Iterable<string>): Set<string> {
  const found = new Set<string>();
  let reached: Iterable<string> = start;
  for (let step = 0; step < steps; step++) {
    const further: string[] = [];
    for (const from of reached) {
      for (const path of next(from)) {
        if (found.has(path)) continue;
        found.add(path);
        further.push(path);
      }
    }
    if (further.length === 0) break;
    reached = further;
  }
  return found;
}

const none: ReadonlySet<string> = new Set();
