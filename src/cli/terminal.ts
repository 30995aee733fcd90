import type { Io, Output } from "./io";

/** Marks text for a terminal; without one, text stays as it is. */
export interface Style {
  readonly red: (text: string) => string;
  readonly yellow: (text: string) => string;
  readonly blue: (text: string) => string;
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
}

/** Colours only where a person looks and has not asked for none (https://no-color.org). */
export function styleFor(output: Output, io: Io): Style {
  const isOn = output.isTTY === true && (io.env["NO_COLOR"] ?? "") === "" && io.env["TERM"] !== "dumb";
  const code = (start: number, end: number) => (text: string) =>
    isOn ? `\u001b[${start}m${text}\u001b[${end}m` : text;
  return { red: code(31, 39), yellow: code(33, 39), blue: code(34, 39), bold: code(1, 22), dim: code(2, 22) };
}

/**
 * Text from a note as one line that cannot steer a terminal: control characters are shown as symbols.
 */
export function visible(text: string): string {
  return text.replace(/\s+/g, " ").replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, "\ufffd");
}

/** A number with its noun: `1 error`, `2 errors`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
