import { afterAll, describe, expect, it, vi } from "vitest";
import { expectLinear, repeated } from "../linear";

/*
 * The words of a language become patterns when the program runs, where nothing lints them. Each is taken as it is made,
 * and held to time in proportion to the text.
 */

interface Built {
  readonly pattern: RegExp;
  /** The file of ours that makes it. */
  readonly file: string;
}

const built: Built[] = [];
const Native = RegExp;
vi.stubGlobal(
  "RegExp",
  new Proxy(Native, {
    construct(target, args: ConstructorParameters<RegExpConstructor>) {
      const pattern = new target(...args);
      const [, file] = /[\\/]src[\\/](\S+?\.ts)/.exec(new Error().stack?.split("\n")[2] ?? "") ?? [];
      if (file !== undefined) built.push({ pattern, file });
      return pattern;
    },
  }),
);
const { languageIds, languageNamed } = await import("../../src/language");
const { checkNotes } = await import("../../src/check");
const { defaultSettings: settings } = await import("../../src/settings");
const { libraryOf } = await import("../vault/library-of");
afterAll(() => {
  vi.unstubAllGlobals();
});

/** All words of a record of lists, without the notation of phrases. */
function wordsIn(value: unknown): readonly string[] {
  if (typeof value === "string")
    return [
      value
        .replace(/![^ ]*|[\^[\]{}…-]/g, " ")
        .replace(/\/\S*/g, "")
        .trim(),
    ];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(wordsIn) : [];
}

/** Makes all that a language makes, by checking a note that has its words wherever words are read. */
function read(id: string, words: Iterable<string>): void {
  const own = [...words].filter((word) => word !== "");
  const text = [
    `---\nlang: ${id}\ntags: [postmortem]\n---\n\n# A\n\nOn 2024-04-11, all times UTC.\n\n## Summary\n`,
    ...own.map((word) => `${word} 10:00 UTC for about 3 minutes, ${word} 30 users ${word}.\n`),
    "## Timeline\n\n| Time | Event |\n|---|---|\n| 10:00 | down |\n",
    ...own.map((word) => `- 10:00 ${word}`),
    "\n## Action Items\n\n- [ ] x (owner: Ada, due 2024-05-01)\n",
  ].join("\n");
  checkNotes({ library: libraryOf({ "A.md": text }), settings, clock: { now: 0, zone: "UTC" }, paths: ["A.md"] });
}

/** The patterns of each language that have repetitions without a limit; all others look at so much and no more. */
const patterns = languageIds.map((id) => {
  const before = built.length;
  read(id, new Set(wordsIn(languageNamed(id))));
  const all = built.slice(before);
  const limited = all.filter(({ pattern }) => !hasUnlimited(pattern.source));
  return { id, all, unlimited: all.filter((each) => !limited.includes(each)) };
});

function hasUnlimited(source: string): boolean {
  return /[*+]|\{\d+,\}/.test(source.replace(/\\./g, "x").replace(/\[[^\]]*\]/g, "x"));
}

const pieces = [" ", "a ", "1,", "-a", "'*"];

/** Looks through texts of one piece each, also behind a word of the pattern itself, which do not fit at the end. */
async function expectInTime({ pattern }: Built): Promise<void> {
  const [word = ""] = /\p{L}{2,}/u.exec(pattern.source.replace(/\\./g, " ")) ?? [];
  const texts = [...pieces, `${word} `].map((piece) => repeated(piece, word, "\0"));
  const ofLength = new Map<number, readonly string[]>();
  const work = ({ length }: string): void => {
    for (const text of ofLength.get(length) ?? []) {
      pattern.lastIndex = 0;
      if (pattern.global) text.replace(pattern, "");
      else pattern.test(text);
    }
  };
  await expectLinear(work, (length) => {
    ofLength.set(
      length,
      texts.map((make) => make(length)),
    );
    return " ".repeat(length);
  });
}

describe("patterns made of words", () => {
  it.each(patterns)("take time in proportion to the text: $id", { timeout: 120_000 }, async ({ all, unlimited }) => {
    expect(all.length).toBeGreaterThan(200);
    expect(unlimited.length).toBeGreaterThan(2);
    for (const each of unlimited) await expectInTime(each);
  });
});
