import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { describe, expect, it } from "vitest";
import type { Tally } from "./survive";
import { survive } from "./survive";

/** For how long the fuzzer looks; an hour by hand. */
const seconds = Number(process.env["FUZZ_SECONDS"] ?? 20);
/** Where a run begins; a failure names the seed of its own note, which is enough to see it again. */
const firstSeed = Number(process.env["FUZZ_SEED"] ?? 1);

const found = join(import.meta.dirname, "found");
const shared = join(import.meta.dirname, "../../../shared");
const folders = [
  join(import.meta.dirname, "../../examples/vault"),
  join(shared, "seed"),
  join(shared, "corpus/reports"),
  found,
];
const seeds = folders
  .filter((folder) => existsSync(folder))
  .flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith(".md"))
      .map((name) => readFileSync(join(folder, name))),
  );

/** What breaks readers when it lands in the wrong place. */
const splinters = [
  "---\n",
  "\n---\n",
  "```",
  "~~~\n",
  "%%",
  "<!--",
  "-->",
  "$$",
  "==",
  "[[",
  "]]",
  "![[",
  "![[Timeline#Key Events]]",
  "![[#^a]]",
  "[",
  "](",
  "|",
  "\\|",
  "\n|-|-|\n",
  "> ",
  "> [!note]- ",
  "- [ ] ",
  "- [x] ",
  "\t",
  "    ",
  "^id",
  "[^1]",
  "[^1]: ",
  "#tag",
  "{{title}}",
  "{{date:YYYY",
  "}}",
  "06:12",
  "06:12–07:04 UTC",
  "T+5m",
  "2024-13-40",
  "📅 2024-06-01",
  "[due:: ",
  "25:61 PM",
  "2024-04-11T06:12:00.000Z",
  "(PST)",
  "47 minutes",
  "~2,300",
  "__proto__: x\n",
  "constructor",
  "&a [*a, *a]\n",
  "!!js/function x\n",
  "? a\n: b\n",
  "\u0000",
  "\u200b",
  "\u202e",
  "\ufeff",
  "\ud800",
  "\u{1f600}",
  "\r",
  "\r\n",
  "../../etc/passwd",
  "[x](javascript:alert(1))",
  "<script>",
  "&#x41;",
];

/** A fixed sequence of whole numbers below a limit. */
function sequence(seed: number): (limit: number) => number {
  let state = Math.imul(seed, 2_654_435_761) >>> 0;
  return (limit) => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 374_761_393) >>> 0;
    return state % Math.max(1, limit);
  };
}

/** A real note with some of its bytes changed, parts moved, doubled or cut off, and splinters put in. */
function damaged(seed: number): string {
  const random = sequence(seed);
  let bytes = [...(seeds[random(seeds.length)] ?? Buffer.from("a")).subarray(0, 12_000)];
  for (let change = 1 + random(8); change > 0; change--) {
    const at = random(bytes.length);
    const span = bytes.slice(at, at + 1 + random(80));
    const splinter = [...Buffer.from((splinters[random(splinters.length)] ?? "").repeat(random(10) === 0 ? 50 : 1))];
    const put =
      [[random(256)], splinter, splinter, splinter, span, [], bytes.slice(random(bytes.length)).slice(0, 120)][
        random(7)
      ] ?? [];
    bytes.splice(at, random(2) === 0 ? 0 : span.length, ...put);
    if (random(40) === 0) bytes = bytes.slice(0, at);
  }
  return Buffer.from(bytes).toString("utf8");
}

describe("a hostile note", () => {
  it.runIf(existsSync(found))("that was found once does no harm any more", async () => {
    for (const name of readdirSync(found))
      expect(await survive(readFileSync(join(found, name), "utf8")), name).toBeNull();
  });

  it(`made of real ones for ${seconds} seconds does no harm`, async () => {
    const end = performance.now() + seconds * 1000;
    const exported: Tally = new Map();
    let seed = firstSeed;
    for (; performance.now() < end; seed++) {
      const text = damaged(seed);
      const harm = await survive(text, exported);
      if (harm === null) continue;
      if (process.env["FUZZ_KEEP"] !== undefined) {
        mkdirSync(found, { recursive: true });
        writeFileSync(join(found, `${seed}.md`), text);
      }
      throw new Error(`seed ${seed}: ${harm}\n${JSON.stringify(text.slice(0, 3000))}`);
    }
    const exports = [...exported].map(
      ([kind, { made, refused }]) => `  ${kind}: ${made}, ${refused} of them refused\n`,
    );
    process.stdout.write(`${seed - firstSeed} damaged notes; exports of them:\n${exports.join("")}`);
    expect(seed).toBeGreaterThan(firstSeed);
  });
});
