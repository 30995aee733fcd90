import { describe, expect, it } from "vitest";
import { decodeText } from "../../../src/incident/from";

const bytes = (...codes: readonly number[]): Uint8Array => Uint8Array.from(codes);

describe("the bytes of a file", () => {
  it.each([
    ["UTF-8", bytes(0x61, 0xc3, 0xa4), "aä", null],
    ["UTF-8 behind its mark", bytes(0xef, 0xbb, 0xbf, 0x61), "a", null],
    ["UTF-16, the low byte first", bytes(0xff, 0xfe, 0x61, 0x00), "a", null],
    ["UTF-16, the high byte first", bytes(0xfe, 0xff, 0x00, 0x61), "a", null],
    ["half of the mark of UTF-16", bytes(0xff, 0x61), "\ufffda", 1],
    ["the other half of it", bytes(0xfe, 0x61), "\ufffda", 1],
    ["the second byte of it alone", bytes(0x61, 0xfe), "a\ufffd", 1],
    ["the second byte of the other alone", bytes(0x61, 0xff), "a\ufffd", 1],
    ["a byte that is no text in the third line", bytes(0x61, 0x0a, 0x0a, 0xe4, 0x0a, 0xe4), "a\n\n\ufffd\n\ufffd", 3],
    ["half of a sign of UTF-16", bytes(0xff, 0xfe, 0x61, 0x00, 0x0a, 0x00, 0x00, 0xd8), "a\n\ufffd", 2],
    ["nothing", bytes(), "", null],
  ])("is read as %s", (_, file, text, brokenLine) => {
    expect(decodeText(file)).toEqual({ text, brokenLine });
  });
});
