import { setTimeout as pause } from "node:timers/promises";
import type { Driver } from "../driver";

/** Something that a person does, written once for every app that a `Driver` can drive. */
export interface Scenario {
  /** What happens, as the end of a sentence that begins with "it". */
  readonly name: string;
  readonly run: (app: Driver) => Promise<void>;
}

/** How long something may take that happens on a slow machine, in milliseconds. */
const patience = 20_000;

/** Waits until something holds; fails with these words when it never does. */
export async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + patience;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`this never came: ${what}`);
    await pause(100);
  }
}

/** Waits until the text in the editor is as asked for. */
export async function untilEditor(app: Driver, holds: (text: string) => boolean): Promise<void> {
  await until("the text in the editor", async () => holds(await app.editorText()));
}
