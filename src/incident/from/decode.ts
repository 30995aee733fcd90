/** The bytes of a file as text. */
export interface Decoded {
  readonly text: string;
  /** The first line, from 1, with bytes that are no text; a mark stands for each of them. Null when none has. */
  readonly brokenLine: number | null;
}

/** Reads UTF-8, or UTF-16 where a byte order mark says so, as spreadsheets save it. Never throws. */
export function decodeText(bytes: Uint8Array): Decoded {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), brokenLine: null };
  } catch {
    const text = new TextDecoder(encoding).decode(bytes);
    const broken = text.indexOf("\ufffd");
    return { text, brokenLine: text.slice(0, Math.max(0, broken)).split("\n").length };
  }
}
