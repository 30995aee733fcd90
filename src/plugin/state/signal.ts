import { reportFault } from "./fault";

/** Something that others can follow: each listener hears every later value, in the order of subscription. */
export class Signal<T> {
  private readonly listeners = new Set<(value: T) => void>();

  /** Returns what ends the subscription. */
  subscribe(listener: (value: T) => void): () => void {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  }

  emit(value: T): void {
    for (const listener of [...this.listeners]) {
      try {
        listener(value);
      } catch (error) {
        reportFault("something could not follow a change", error);
      }
    }
  }
}
