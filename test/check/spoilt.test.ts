import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { checkNotes } from "../../src/check";
import { inputOf } from "./replay";

const folder = join(import.meta.dirname, "spoilt");
const path = "Incident-2024-03-14-Queue-stalls.md";
const whole = readFileSync(join(folder, path), "utf8");
const vault = {
  "Runbook.md": "# Runbook\n\n## Restart\n\nTurn it off and on.\n",
  "Graphs.md": "# Graphs\n\n## Queue\n\nA line that rises.\n",
  "Incident-2024-01-05-Disk.md":
    "---\ntitle: Disk\ndate: 2024-01-05\ntags: [postmortem]\nservices: [queue]\n---\n# Disk\n\n## Action Items\n\n- [ ] Watch the disks @ben\n",
};

/** What is found in the note, each with the words that it points at. */
function found(text: string): readonly string[] {
  return checkNotes(inputOf({ ...vault, [path]: text }, { paths: [path] })).map(
    ({ rule, span, message, severity }) =>
      `${severity} ${rule} at “${text.slice(span.start, Math.min(span.end, span.start + 40)).replaceAll("\n", "⏎")}”: ${message}`,
  );
}

/** The note with one thing changed, each with the words for it: a number one higher, a line twice or not at all. */
function* spoilt(): Generator<readonly [what: string, text: string]> {
  for (const { 0: digits, index } of whole.matchAll(/\d+/g)) {
    const more = String(Number(digits) + 1).padStart(digits.length, "0");
    const around = whole.slice(Math.max(0, index - 12), index + digits.length + 8).replaceAll("\n", "⏎");
    yield [
      `${digits} → ${more} in “${around}”`,
      `${whole.slice(0, index)}${more}${whole.slice(index + digits.length)}`,
    ];
  }
  const lines = whole.split("\n");
  for (const [index, line] of lines.entries()) {
    if (line === "") continue;
    yield [`without “${line}”`, lines.toSpliced(index, 1).join("\n")];
    yield [`twice “${line}”`, lines.toSpliced(index, 0, line).join("\n")];
  }
}

describe("a note in which all agrees", () => {
  it("is found right, and with one thing changed as it was looked at once", async () => {
    expect(found(whole)).toEqual([]);
    const told = [...spoilt()].map(([what, text]) => [what, ...found(text).map((line) => `  ${line}`), ""].join("\n"));
    await expect(told.join("\n")).toMatchFileSnapshot(join(folder, "found.txt"));
  });
});
