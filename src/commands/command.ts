import type { Settings } from "../settings";
import type { Clock } from "../time";
import type { Library } from "../vault";

/** What a command works on. A host has read into the library what the command is about, with all that this embeds. */
export interface CommandContext {
  readonly library: Library;
  readonly settings: Settings;
  readonly clock: Clock;
}

/** An option of a command: each host offers it in its own spelling, `--owner ada` or `owner=ada`. */
export interface CommandOption {
  readonly type: "string" | "boolean";
  /** What its value is, in one word; of options that take one. */
  readonly value?: string;
  /** In lower case and without a full stop. */
  readonly description: string;
}

/** What both hosts say of a command. */
export interface CommandWords {
  readonly name: string;
  /** One line for a list of commands. */
  readonly summary: string;
  readonly options: Readonly<Record<string, CommandOption>>;
}
