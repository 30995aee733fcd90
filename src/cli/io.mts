/** A stream that text can be written to. */
export interface Output {
  write(text: string): unknown;
  /** Whether a person reads it as it comes. */
  readonly isTTY?: boolean | undefined;
}

/** Where a command writes to: a stream behind a guard, see `guarded`. */
export interface Channel {
  /** Writes words for people, in lines. */
  write(text: string): void;
  /** Writes one line for people, whatever the text. */
  line(text: string): void;
  /** Writes what another program reads, such as a document or CSV, as it is; on a terminal, as words for people. */
  data(text: string): void;
  /** Sends a control sequence of our own; to a terminal only. */
  control(sequence: string): void;
  /** Whether a person reads it as it comes. */
  readonly isTTY: boolean;
}

/** What the command line takes from its process, its streams unguarded. */
export interface ProcessIo extends Omit<Io, "stdout" | "stderr"> {
  readonly stdout: Output;
  readonly stderr: Output;
}

/** Everything that a command takes from its process. */
export interface Io {
  readonly stdout: Channel;
  readonly stderr: Channel;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Absolute path that relative ones start from. */
  readonly cwd: string;
  /** Epoch milliseconds, UTC. */
  readonly now: () => number;
  /** IANA name of the system's zone. */
  readonly zone: string;
  /** All that stands on standard input. */
  readonly stdin: () => Promise<string>;
  /** Asks the person at the terminal; null where nobody is there. */
  readonly ask: ((question: string) => Promise<string>) | null;
  /** Version of this program. */
  readonly version: string;
}

/** Outcome of a command: 0 clean, 1 findings that fail the check, 2 bad usage or could not run. */
export type ExitCode = 0 | 1 | 2;

/** Ends a command with exit code 2: wrong usage, or a file that cannot be had. Caught in one place, `runCli`. */
export class CannotRun extends Error {
  /** `help` says what to do about it. */
  constructor(
    message: string,
    readonly help: string | null = null,
  ) {
    super(message);
  }
}
