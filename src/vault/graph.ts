/** One object for all that lead to it: a name that thousands of notes mention is held once. */
interface Target {
  readonly name: string;
  readonly sources: Set<string>;
}

/** Which files lead to which, readable from both ends. */
export class Graph {
  readonly #bySource = new Map<string, readonly Target[]>();
  readonly #byName = new Map<string, Target>();

  /** What `source` leads to. */
  targets(source: string): readonly string[] {
    return this.#bySource.get(source)?.map(({ name }) => name) ?? [];
  }

  /** What leads to `target`. */
  sources(target: string): ReadonlySet<string> {
    return this.#byName.get(target)?.sources ?? none;
  }

  /** Makes `targets` all that `source` leads to. */
  replace(source: string, targets: ReadonlySet<string>): void {
    for (const { name, sources } of this.#bySource.get(source) ?? []) {
      sources.delete(source);
      if (sources.size === 0) this.#byName.delete(name);
    }
    if (targets.size === 0) this.#bySource.delete(source);
    else
      this.#bySource.set(
        source,
        Array.from(targets, (name) => this.#lead(source, name)),
      );
  }

  /** Everything that leads to one of `targets` within so many steps, the nearest first. */
  ancestors(targets: Iterable<string>, steps: number): Set<string> {
    return reach(targets, steps, (target) => this.sources(target));
  }

  /** Everything that one of `sources` leads to within so many steps, the nearest first. */
  descendants(sources: Iterable<string>, steps: number): Set<string> {
    return reach(sources, steps, (source) => this.targets(source));
  }

  #lead(source: string, name: string): Target {
    const target = this.#byName.get(name) ?? { name, sources: new Set<string>() };
    this.#byName.set(name, target);
    target.sources.add(source);
    return target;
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
