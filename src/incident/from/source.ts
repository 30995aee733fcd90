import type { Steps } from "../../base";
import type { SourceReading } from "./event";
import type { Input } from "./input";
import type { Known } from "./known";

/** A kind of text that events can be read from: one format of one tool. */
export interface Source {
  /** The tool, as the command line names it: `pagerduty`. Several formats may come from one. */
  readonly tool: string;
  /** The format in words: "PagerDuty log entries". */
  readonly name: string;
  /** Whether a text is of this kind, by marks that no other text has. Costs little. */
  recognises(input: Input): boolean;
  /** Reads what it recognises. Never throws. */
  read(input: Input, known: Known): Steps<SourceReading>;
}
