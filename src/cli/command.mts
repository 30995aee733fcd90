import type { ExitCode, Io } from "./io.mts";
import type { Options } from "./options.mts";

/** One thing that the command line does. */
export interface Command {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** Arguments in short: `<note> [-o <file>]`. */
  readonly usage: string;
  readonly options: Options;
  /** Command lines that work, for the help. */
  readonly examples: readonly string[];
  run(args: readonly string[], io: Io): Promise<ExitCode>;
}
