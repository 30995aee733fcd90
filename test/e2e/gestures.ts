import type { HostDriver } from "./host-driver";

/** What it took a person to do something. */
export interface Gestures {
  /** Keys beside the words that were typed; one with Ctrl or Shift held down is one. */
  readonly keys: number;
  /** Presses of either button of the mouse. */
  readonly clicks: number;
}

/** Counts what a person does from now on, in the page itself; the answer tells how much it was, and ends that. */
export async function countGestures(app: HostDriver): Promise<() => Promise<Gestures>> {
  await app.page.evaluate(() => {
    const held = ["Control", "Shift", "Alt", "Meta"];
    const counter = new AbortController();
    const { dataset } = document.body;
    const one = (name: "keys" | "clicks"): void => {
      dataset[name] = String(Number(dataset[name] ?? 0) + 1);
    };
    const options = { capture: true, signal: counter.signal };
    dataset["keys"] = dataset["clicks"] = "0";
    document.addEventListener(
      "keydown",
      ({ ctrlKey, key, metaKey }) => {
        const isWord = key.length === 1 && !ctrlKey && !metaKey;
        if (!isWord && !held.includes(key)) one("keys");
      },
      options,
    );
    document.addEventListener(
      "mousedown",
      () => {
        one("clicks");
      },
      options,
    );
    document.addEventListener(
      "gestures-end",
      () => {
        counter.abort();
      },
      options,
    );
  });
  return () =>
    app.page.evaluate(() => {
      document.dispatchEvent(new Event("gestures-end"));
      const { clicks, keys } = document.body.dataset;
      return { keys: Number(keys), clicks: Number(clicks) };
    });
}
