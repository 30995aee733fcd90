/** A stream that text can be written to. */
export interface Output {
  write(text: string): unknown;
  /** Whether a person reads it as it comes. */
  readonly isTTY?: boolean | undefined;
}

/** Everything that the command line takes from its process. */
export interface Io {
  readonly stdout: Output;
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Absolute path that relative ones start from. */
  readonly cwd: string;
  /** Epoch milliseconds, UTC. */
  readonly now: () => number;
  /** IANA name of the system's zone. */
  readonly zone: string;
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
