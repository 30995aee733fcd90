import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Linter } from "eslint";
import obsidianmd from "eslint-plugin-obsidianmd";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { capitalized } from "../../src/base";
import { defaultSettings, settingPlace, settingWords, type SettingWords } from "../../src/settings";
import { englishTexts } from "../../src/plugin/texts/english";
import { germanTexts } from "../../src/plugin/texts/german";
import { settingPaths } from "../setting-paths";

const catalogue = join(import.meta.dirname, "../../src/plugin/texts");

/** What pictures say in English stands beside them, since documents show it too. */
const ofPictures = join(import.meta.dirname, "../../src/write/pictures/words.ts");

/** The files of the catalogue, parsed. */
const files = [
  ...readdirSync(catalogue, { recursive: true, encoding: "utf8" })
    .filter((file) => /[/\\][\w-]+\.ts$/.test(file))
    .map((file) => [file, join(catalogue, file)] as const),
  ["english/pictures.ts", ofPictures] as const,
].map(([name, path]) => ts.createSourceFile(name, readFileSync(path, "utf8"), ts.ScriptTarget.Latest, true));

function nodesOf(file: ts.Node): readonly ts.Node[] {
  const found: ts.Node[] = [];
  const look = (node: ts.Node): void => {
    found.push(node);
    ts.forEachChild(node, look);
  };
  look(file);
  return found;
}

/** Whether a variable is an amount; the number of a line is its name. */
const isAmount = ({ name, type }: ts.ParameterDeclaration): boolean =>
  type?.kind === ts.SyntaxKind.NumberKeyword && name.getText() !== "line";
const isValue = ({ type }: ts.ParameterDeclaration): boolean => /^(?:number|string)$/.test(type?.getText() ?? "");

/** The names of texts that are told a thing of another room in place of values, such as a setting's path. */
const tellOfThings: ReadonlySet<string> = new Set(
  files
    .filter(({ fileName }) => fileName.startsWith("english"))
    .flatMap((file) => nodesOf(file).filter(ts.isPropertyAssignment))
    .filter(({ initializer }) => ts.isArrowFunction(initializer) && !initializer.parameters.every(isValue))
    .map(({ name }) => name.getText()),
);

/** Every text of a language by its place in the catalogue, such as `checking.severities.error`. */
function textsOf(language: object): ReadonlyMap<string, unknown> {
  const found = new Map<string, unknown>();
  const walk = (part: unknown, place: readonly string[]): void => {
    if (typeof part === "object" && part !== null)
      for (const [key, inner] of Object.entries(part)) walk(inner, [...place, key]);
    else if (typeof part !== "function" || !tellOfThings.has(place.at(-1) ?? "")) found.set(place.join("."), part);
  };
  walk(language, []);
  return found;
}

const english = textsOf(englishTexts);
const german = textsOf(germanTexts);

/** A value for each variable that nothing else in a text looks like; long enough for its digits to be grouped. */
const samples = [1203, 1405, 1607, 1809];

/** What a text says, of its variables the samples. */
function said(text: unknown): string {
  const made: unknown = typeof text === "function" ? Reflect.apply(text, undefined, samples) : text;
  return typeof made === "string" ? made : `not a text: ${typeof made}`;
}

/** Whether a text shows every value that it is given, however it groups the digits. */
function isWhole(text: unknown): boolean {
  const made = said(text).replaceAll(/[.,]/g, "");
  return typeof text !== "function" || samples.slice(0, text.length).every((value) => made.includes(String(value)));
}

/** Words that German has from English, or both from elsewhere, and names. */
const shared: ReadonlySet<string> = new Set(
  (
    "Export Import Labels Median Link Name Person Status Tags Text Ticket Tickets Tracker " +
    "Azure CommonMark DevOps GitHub GitLab Jira Linear"
  ).split(" "),
);

/** Whether a text has words that another language has others for. */
function isEnglish(text: string): boolean {
  return text.match(/\p{L}*\p{Ll}\p{L}*/gu)?.every((word) => shared.has(word)) === false;
}

describe("every language of the interface", () => {
  it("says each text in words of its own", () => {
    expect(english.size).toBeGreaterThan(200);
    const same = [...english].filter(
      ([place, text]) => said(text) === said(german.get(place)) && isEnglish(said(text)),
    );
    expect(same.map(([place, text]) => `${place}: ${said(text)}`)).toEqual([]);
  });

  it("takes as many variables as English, and shows each of them", () => {
    const count = (text: unknown): unknown => (typeof text === "function" ? text.length : typeof text);
    const differing = [...english].filter(([place, text]) => count(text) !== count(german.get(place)));
    expect(differing.map(([place]) => place)).toEqual([]);
    const losing = [...english, ...german].filter(([, text]) => !isWhole(text));
    expect(losing.map(([place, text]) => `${place}: ${said(text)}`)).toEqual([]);
  });

  it("says numbers as they are written there, and one of something otherwise than several", () => {
    expect(englishTexts.checking.checkedAll(1200, "no problems")).toBe("1,200 postmortems checked: no problems.");
    expect(germanTexts.checking.checkedAll(1200, "keine Probleme")).toBe("1.200 Postmortems geprüft: keine Probleme.");
    expect(germanTexts.changes.actions.count(1)).toBe("1 Maßnahme");
    expect(germanTexts.changes.actions.count(2)).toBe("2 Maßnahmen");
  });

  it("says a number by the rules of the language wherever a text takes one", () => {
    const taken = files.flatMap(nodesOf).filter(ts.isArrowFunction);
    expect(taken.filter(({ parameters }) => parameters.some(isAmount)).length).toBeGreaterThan(5);
    // What is put into a template as it is, is written as a program has it.
    const bare = taken.flatMap(({ body, parameters }) => {
      const numbers = new Set(parameters.filter(isAmount).map(({ name }) => name.getText()));
      return nodesOf(body)
        .filter(ts.isTemplateSpan)
        .filter(({ expression }) => numbers.has(expression.getText()))
        .map(({ parent }) => parent.getText());
    });
    expect(bare).toEqual([]);
    const grouped = (text: unknown, sign: RegExp): number => said(text).match(sign)?.length ?? 0;
    const differing = [...english].filter(
      ([place, text]) => grouped(text, /\d,\d/g) !== grouped(german.get(place), /\d\.\d/g),
    );
    expect(differing.map(([place]) => place)).toEqual([]);
  });

  it("puts no value into a form with a number: a # in it would become the number", () => {
    const forms = files.flatMap((file) =>
      nodesOf(file)
        .filter(ts.isPropertyAssignment)
        .filter(({ name }) => ["one", "other"].includes(name.getText())),
    );
    expect(forms.length).toBeGreaterThan(20);
    expect(
      forms.filter(({ initializer }) => ts.isTemplateExpression(initializer)).map((form) => form.getText()),
    ).toEqual([]);
  });
});

describe("the English texts", () => {
  it("are in sentence case, by the rule of Obsidian's own plugin for ESLint", () => {
    const lines = [...english].map(([place, text]) => {
      // Some stand within a sentence, or begin with a value; the rule takes these names for words.
      const begun = capitalized(said(text).replace(/^(?:[\d,]+|IANA)\P{L}*/u, ""));
      const words = begun.replaceAll(/\bid\b|OPS-7|UTC|Europe\/Berlin/g, "1");
      return `${JSON.stringify(place)}: ${JSON.stringify(words)},`;
    });
    const options = { enforceCamelCaseLower: true, ignoreWords: ["Bases", "MB", "Monday"] };
    const found = new Linter().verify(
      `export default {\n${lines.join("\n")}\n};`,
      { plugins: { obsidianmd }, rules: { "obsidianmd/ui/sentence-case-locale-module": ["error", options] } },
      "en.js",
    );
    expect(found.map(({ line, message }) => `${message} ${lines[line - 2] ?? ""}`)).toEqual([]);
  });
});

describe("the settings in German", () => {
  /** What a form says of a setting, part by part; a placeholder is a value, the same in every language. */
  const partsOf = ({ hint, name, values = {} }: SettingWords): Readonly<Record<string, string>> => ({
    name,
    ...(hint === undefined ? {} : { hint }),
    ...values,
  });

  it("have a name, a hint and values of their own wherever English has them", () => {
    const paths = settingPaths();
    expect(paths.length).toBeGreaterThan(50);
    const missing = paths.flatMap((path) => {
      const here = partsOf(germanTexts.settings.words(path));
      return Object.entries(partsOf(settingWords(path)))
        .filter(([part, text]) => here[part] === undefined || (here[part] === text && isEnglish(text)))
        .map(([part, text]) => `${settingPlace(path)}, ${part}: ${text}`);
    });
    expect(missing).toEqual([]);
  });

  it("tell what each built-in property is for, until the team says something else", () => {
    const { meaning } = germanTexts.settings;
    const same = defaultSettings.fields.filter((field) => meaning(field) === field.description);
    expect(same.map(({ name }) => name)).toEqual([]);
    const [field] = defaultSettings.fields;
    expect(field && meaning({ ...field, description: "What the board reads" })).toBe("What the board reads");
  });
});
