import { readdirSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkNotes, rules } from "../../src/check";
import { defaultSettings } from "../../src/settings";
import { createLibrary } from "../../src/vault";
import { defaultChoices, exportDocument } from "../../src/write/export";
import { createMemoryVault } from "../vault/memory-vault";
import { generatedVault } from "./flatten-vaults";
import { notesIn } from "./golden-vault";

const root = join(import.meta.dirname, "../..");
const folders = [
  "examples/vault",
  ...["export", "flatten"].flatMap((kind) =>
    readdirSync(join(root, "test/write", kind)).map((name) => `test/write/${kind}/${name}`),
  ),
];
const embedRules: ReadonlySet<string> = new Set(["broken-embed", "embed-cycle", "empty-embed"]);
const clock = { now: Date.UTC(2024, 10, 20), zone: "UTC" };

/** What is said of the embeds of a note that cannot be shown. */
interface Said {
  readonly lint: readonly string[];
  readonly exported: readonly string[];
  /** How many remarks stand in the document in the place of an embed. */
  readonly marks: number;
}

/** What `lint` and an export say of the embeds of each note in a folder. */
async function saidOf(files: Readonly<Record<string, string>>) {
  const settings = defaultSettings;
  const library = createLibrary();
  for (const path of Object.keys(files)) library.add(path);
  const paths = Object.keys(files).filter((path) => path.endsWith(".md"));
  for (const path of paths) library.update(path, files[path] ?? "");
  const source = { vault: createMemoryVault(files), library, settings, strictLineBreaks: false, clock };
  const said: Record<string, Said> = {};
  for (const path of paths) {
    const found = checkNotes({ library, settings, clock, paths: new Set([path]) });
    const choices = { ...defaultChoices(settings), target: "markdown" as const };
    const document = await exportDocument(source, path, choices, { document: "out/x.md", vault: "" });
    said[path] = {
      lint: found.filter(({ rule }) => embedRules.has(rule)).map(({ span, message }) => `${span.start} ${message}`),
      exported: (document?.problems ?? []).map(({ place, message }) => `${place.span.start} ${message}`),
      marks: document?.text.match(/\bnot included: /gi)?.length ?? 0,
    };
  }
  return said;
}

async function expectAgreement(files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, { lint, exported, marks }] of Object.entries(await saidOf(files))) {
    expect({ path, said: [...lint].sort() }).toEqual({ path, said: [...new Set(exported)].sort() });
    expect({ path, marks }).toEqual({ path, marks: exported.length });
  }
}

describe("an embed that a check calls broken", () => {
  it.each(folders)("is marked in an export, and no other one, in %s", async (folder) => {
    await expectAgreement(notesIn(join(root, folder)));
  });

  it.each(rules.filter(({ id }) => embedRules.has(id)))(
    "is marked in an export, and no other one, in the examples of $id",
    async ({ examples }) => {
      for (const { note, vault, path = "Incident.md" } of examples) await expectAgreement({ ...vault, [path]: note });
    },
  );

  it("is marked in an export, and no other one, in any vault", async () => {
    await fc.assert(fc.asyncProperty(generatedVault, expectAgreement), { seed: 4, numRuns: 60 });
  }, 120_000);
});
