/**
 * Calls `act` once per key, `delay` milliseconds after the last `call` for that key. One debouncer
 * for all keys would drop what happened to the others.
 */
export class DebounceByKey<Value> {
  private readonly timers = new Map<string, number>();

  constructor(
    private readonly delay: number,
    private readonly act: (key: string, value: Value) => void,
  ) {}

  call(key: string, value: Value): void {
    this.cancel(key);
    const timer = window.setTimeout(() => {
      this.timers.delete(key);
      this.act(key, value);
    }, this.delay);
    this.timers.set(key, timer);
  }

  cancel(key: string): void {
    window.clearTimeout(this.timers.get(key));
    this.timers.delete(key);
  }

  cancelAll(): void {
    for (const key of [...this.timers.keys()]) this.cancel(key);
  }
}
