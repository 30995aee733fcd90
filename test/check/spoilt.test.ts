import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { checkNotes } from "../../src/check";
import { inputOf } from "./replay";

const spoiltFolder = join(import.meta.dirname, "spoilt");

/** A vault with a postmortem in which all agrees. */
interface Agreeing {
  /** Where what is found lies approved, beside the notes that are spoilt. */
  readonly folder: string;
  /** Those that are spoilt, the postmortem first. */
  readonly paths: readonly [string, ...string[]];
  /** The other notes. */
  readonly vault: Readonly<Record<string, string>>;
}

const agreeing: Readonly<Record<string, Agreeing>> = {
  "of one day, with its timeline in it": {
    folder: spoiltFolder,
    paths: ["Incident-2024-03-14-Queue-stalls.md"],
    vault: {
      "Runbook.md": "# Runbook\n\n## Restart\n\nTurn it off and on.\n",
      "Graphs.md": "# Graphs\n\n## Queue\n\nA line that rises.\n",
      "Incident-2024-01-05-Disk.md":
        "---\ntitle: Disk\ndate: 2024-01-05\ntags: [postmortem]\nservices: [queue]\n---\n# Disk\n\n## Action Items\n\n- [ ] Watch the disks @ben\n",
    },
  },
  "of two days, with tables, and a timeline in another note": {
    folder: join(spoiltFolder, "night"),
    paths: ["Incident-2024-04-08-Payments-fail.md", "Payments-log.md"],
    vault: { "Ada.md": "", "Ben.md": "" },
  },
};

/** A text with one thing changed, each with the words for it: a number one higher, a line twice or not at all. */
function* spoilt(whole: string): Generator<readonly [what: string, text: string]> {
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
  it.each(Object.entries(agreeing))(
    "is found right, and with one thing changed as it was looked at once: %s",
    async (_, { folder, paths, vault }) => {
      const whole = Object.fromEntries(paths.map((path) => [path, readFileSync(join(folder, path), "utf8")]));
      const [postmortem] = paths;
      /** What is found, each with the words that it points at, the other places it names, and what would mend it. */
      const found = (changed: Readonly<Record<string, string>>): readonly string[] => {
        const notes = { ...vault, ...whole, ...changed };
        const at = (where: {
          readonly path: string;
          readonly span: { readonly start: number; readonly end: number };
        }) => {
          const text = notes[where.path] ?? "";
          const words = text.slice(where.span.start, Math.min(where.span.end, where.span.start + 40));
          return `“${words.replaceAll("\n", "⏎")}”${where.path === postmortem ? "" : ` in ${where.path}`}`;
        };
        return checkNotes(inputOf(notes, { paths: [postmortem] })).flatMap((diagnostic) => [
          `${diagnostic.severity} ${diagnostic.rule} at ${at(diagnostic)}: ${diagnostic.message}`,
          ...(diagnostic.related ?? []).map((other) => `  see ${at(other)}: ${other.message}`),
          ...(diagnostic.fix?.edits ?? []).map((edit) => `  fix ${at(edit)}: “${edit.text.replaceAll("\n", "⏎")}”`),
        ]);
      };
      expect(found({})).toEqual([]);
      const told = paths.flatMap((path) =>
        [...spoilt(whole[path] ?? "")].map(([what, text]) =>
          [what, ...found({ [path]: text }).map((line) => `  ${line}`), ""].join("\n"),
        ),
      );
      await expect(told.join("\n")).toMatchFileSnapshot(join(folder, "found.txt"));
    },
    120_000,
  );
});
