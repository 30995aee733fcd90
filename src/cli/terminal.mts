import { printable } from "../base";
import type { Channel, Io, Output, ProcessIo } from "./io.mts";

/** Marks text for a terminal; without one, text stays as it is. */
export interface Style {
  readonly red: (text: string) => string;
  readonly yellow: (text: string) => string;
  readonly blue: (text: string) => string;
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
}

/** Colours where a person looks or somebody asks for them, and has not asked for none (https://no-color.org). */
export function styleFor(output: Channel, io: Io): Style {
  const isOn =
    (isColorForced(io.env) || (output.isTTY && io.env["TERM"] !== "dumb")) && (io.env["NO_COLOR"] ?? "") === "";
  const code = (start: number, end: number) => (text: string) =>
    isOn ? `\u001b[${start}m${text}\u001b[${end}m` : text;
  return { red: code(31, 39), yellow: code(33, 39), blue: code(34, 39), bold: code(1, 22), dim: code(2, 22) };
}

/** Whether somebody asks for colours wherever they go (https://force-color.org). */
function isColorForced(env: Io["env"]): boolean {
  return /^(?:[123]|true)$/.test(env["FORCE_COLOR"] ?? "");
}

/** The colours of {@link styleFor}, and no other sequence. */
const colours = new RegExp(String.raw`\u001b\[(?:1|2|22|31|33|34|39)m`, "g");

/**
 * The process with its streams guarded: whatever a command writes, names and text of notes cannot steer the terminal or
 * the log that shows it.
 */
export function guarded(io: ProcessIo): Io {
  return { ...io, stdout: channel(io.stdout, io.env), stderr: channel(io.stderr, io.env) };
}

function channel(output: Output, env: Io["env"]): Channel {
  const isTTY = output.isTTY === true;
  const write = (text: string): void => {
    output.write(isTTY || isColorForced(env) ? coloured(text) : printable(text));
  };
  return {
    isTTY,
    write,
    line: (text) => {
      write(`${text.replace(/[\n\r\u2028\u2029]+/g, " ")}\n`);
    },
    data: (text) => {
      if (isTTY) write(text);
      else output.write(text);
    },
    control: (sequence) => {
      if (isTTY) output.write(sequence);
    },
  };
}

/** Text whose colours stay. A note could set one, and no more. */
function coloured(text: string): string {
  const pieces: string[] = [];
  let from = 0;
  for (const { 0: colour, index } of text.matchAll(colours)) {
    pieces.push(printable(text.slice(from, index)), colour);
    from = index + colour.length;
  }
  return [...pieces, printable(text.slice(from))].join("");
}

/** A number with its noun: `1 error`, `2 errors`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
