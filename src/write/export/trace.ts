import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";

/** What an exported file says of where it came from. */
export interface ExportTrace {
  /** Path of the note in the vault. */
  readonly source: string;
  /** What it was made as, in words of `export-choices`. */
  readonly choices: string;
}

/** An exported file that was read. */
export interface TracedText {
  readonly trace: ExportTrace;
  /** The document without the trace. */
  readonly body: string;
  /** Whether it differs from what was written, in more than its line ends. */
  readonly edited: boolean;
}

const mark = /\n<!-- postmortem-export: source="([^"\n]*)" as="([^"\n]*)" sha256=([\da-f]{64}) -->\s*$/;

/** The document with a comment as its last line that tells where it came from, and what it was when it was written. */
export function withTrace(body: string, trace: ExportTrace): string {
  const lineBreak = body.includes("\r\n") ? "\r\n" : "\n";
  const ended = body.endsWith("\n") ? body : body + lineBreak;
  const source = trace.source.replace(
    /[%"<>\r\n\t]|-(?=-)/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).padStart(2, "0")}`,
  );
  return `${ended}${lineBreak}<!-- postmortem-export: source="${source}" as="${trace.choices}" sha256=${hashOf(ended, trace)} -->${lineBreak}`;
}

/** Reads a file as one that was exported; null when it carries no trace of that. */
export function readTraced(text: string): TracedText | null {
  const [whole, source = "", choices = "", hash = ""] = mark.exec(text.slice(-maxTrace)) ?? [];
  if (whole === undefined) return null;
  const body = text.slice(0, text.length - whole.length).replace(/\r$/, "");
  const trace = {
    source: source.replace(/%([\da-f]{2})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16))),
    choices,
  };
  return { trace, body, edited: hashOf(body, trace) !== hash };
}

/** The longest trace that is looked for, in UTF-16 units. */
const maxTrace = 4000;

/** Line ends do not count: version control changes them at will. */
function hashOf(body: string, { source, choices }: ExportTrace): string {
  return bytesToHex(sha256(utf8ToBytes([source, choices, body.replaceAll("\r\n", "\n")].join("\n"))));
}
