import MarkdownIt from "markdown-it";
import { parse as parseHtml, type DefaultTreeAdapterTypes } from "parse5";
import { parse } from "yaml";
import { readSettings } from "../../src/settings";
import type { ExportChoices, Exported } from "../../src/write/export";
import { defaultChoices, exportDocument } from "../../src/write/export";
import { libraryOf } from "../vault/library-of";
import { createMemoryVault } from "../vault/memory-vault";

/** Names of people and of things that the settings list. */
export const listedNames = [
  "Ada Lovelace",
  "Countess",
  "adalove",
  "Grace Hopper",
  "linus",
  "Renée O’Neil",
  "db-01",
  "Zeta Corp",
  "Zürich Re",
] as const;

const { settings } = readSettings({
  external: {
    removeWords: ["db-01", "Zeta Corp", "Zürich Re"],
    publicHosts: ["public.example"],
    roles: { "Renée O’Neil": "the commander" },
    attachments: ["chart.svg", "chart.png"],
    properties: ["title", "services", "severity", "status", "date", "started", "resolved"],
  },
});

/** A whole number below a limit. */
export type Random = (limit: number) => number;

/** A fixed sequence of whole numbers. */
export function sequence(seed: number): Random {
  let state = Math.imul(seed, 2_654_435_761) >>> 0;
  return (limit) => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 374_761_393) >>> 0;
    return state % Math.max(1, limit);
  };
}

const cases: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => text.toUpperCase(),
  (text) => text.toLowerCase(),
  (text) => `${text}'s`,
];

const codePoints = (text: string): readonly number[] => Array.from(text, (character) => character.codePointAt(0) ?? 0);
const hex = (code: number, width: number): string => code.toString(16).padStart(width, "0");

/** Ways to write a name so that a reader still sees it: wrapped, escaped, split, padded. */
const disguises: readonly ((text: string, at: number, random: Random) => string)[] = [
  (text) => text,
  (text) => text.replaceAll(" ", "\n"),
  (text) => text.replaceAll(" ", "\n> "),
  (text) => text.replaceAll(" ", "\n  "),
  (text) => text.replaceAll(" ", "  \n"),
  (text) => text.replaceAll(" ", "\\\n"),
  (text, _, random) => text.replaceAll(" ", " ".repeat(2 + random(30))),
  (text) => text.replaceAll(" ", "\t\t"),
  (text) => text.replaceAll(" ", "&nbsp;"),
  (text) => text.replaceAll(" ", "&nbsp;&emsp;&#8195;&#x2003;&thinsp; "),
  (text) => text.replaceAll(" ", "<br>"),
  (text) => text.replaceAll(" ", " <!-- a --> "),
  (text, at) => `${text.slice(0, at)}**${text.slice(at)}**`,
  (text, at) => `**${text.slice(0, at)}**${text.slice(at)}`,
  (text, at) => `_${text.slice(0, at)}_${text.slice(at)}`,
  (text, at) => `${text.slice(0, at)}\u200B${text.slice(at)}`,
  (text) => Array.from(text).join("\u2060"),
  (text, at) => `${text.slice(0, at)}\u00AD${text.slice(at)}`,
  (text, at) => `${text.slice(0, at)}&shy;${text.slice(at)}`,
  (text, at) => `${text.slice(0, at)}&ZeroWidthSpace;${text.slice(at)}`,
  (text) =>
    codePoints(text)
      .map((code) => `&#${code};`)
      .join(""),
  (text, at) => `${text.slice(0, at)}&#x${text.charCodeAt(at).toString(16)};${text.slice(at + 1)}`,
  (text, at) => `${text.slice(0, at)}&#${text.charCodeAt(at)}${text.slice(at + 1)}`,
  (text) => text.replaceAll("ü", "&uuml;").replaceAll("é", "&eacute;"),
  (text) => encodeURIComponent(text),
  (text) => text.replaceAll(" ", "_"),
  (text) => text.replaceAll(" ", "."),
  (text) => text.replaceAll(" ", "\u00A0"),
  (text) => text.replaceAll(" ", ""),
  (text) => text.normalize("NFD"),
  (text) => text.replace(/[A-Za-z]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0)),
  (text, at) => `${text.slice(0, at)}<b>${text.slice(at)}</b>`,
  (text, at) => `${text.slice(0, at)}<?x?>${text.slice(at)}`,
  (text, at) => `${text.slice(0, at)}<span title="a>b">${text.slice(at)}</span>`,
  (text, at) => `${text.slice(0, at)}<x-y z='">'>${text.slice(at)}`,
  (text, at) => `${text.slice(0, at)}<!X y>${text.slice(at)}`,
  (text, at) => `${text.slice(0, at)}<![CDATA[]]>${text.slice(at)}`,
  (text, at) => `${text.slice(0, at)}<!-- -->${text.slice(at)}`,
  (text, at) => `${text.slice(0, at)}%% %%${text.slice(at)}`,
  (text, at) => `[${text.slice(0, at)}](https://public.example)${text.slice(at)}`,
  (text, at) => `${text.slice(0, at)}==${text.slice(at)}==`,
  (text, at) => `${text.slice(0, at)}~~${text.slice(at)}~~`,
  (text, at) => `${text.slice(0, at)}\`${text.slice(at)}\``,
];

/** In an address; what would be a comment or a tag elsewhere is none there, and stands between the letters. */
const encoded = (name: string): string =>
  encodeURIComponent(name.replace(/%% %%|<!--.*?-->|<(?:"[^"]*"|'[^']*'|[^<>"'])*>/g, "").replace(/\s/g, " "));
const oneLine = (name: string): string => name.replace(/\s*\n[>\s]*/g, " ");

const places: readonly ((name: string) => string)[] = [
  (name) => `Text ${name} text`,
  (name) => `Text\n${name} text`,
  (name) => `## Impact of ${oneLine(name)}`,
  (name) => `### ${oneLine(name)}\n\ntext`,
  (name) => `${name}\n----\n\ntext`,
  (name) => `| ${oneLine(name)} | b |\n| --- | --- |\n| a | ${oneLine(name)} |`,
  (name) => `- item\n- ${name}\n    - ${name}`,
  (name) => `1. ${name}`,
  (name) => `\`${name}\``,
  (name) => `\`\`\`sh\nssh ${name}\n\`\`\``,
  (name) => `    ssh ${oneLine(name)}@host`,
  (name) => `![${name}](chart.png)`,
  (name) => `![[chart.png|${oneLine(name)}]]`,
  (name) => `[text](<https://public.example/${oneLine(name)}>)`,
  (name) => `[text](https://public.example/?who=${encoded(name)} "${name}")`,
  (name) => `https://public.example/${encoded(name)}`,
  (name) => `[${name}](https://public.example)`,
  (name) => `[[${oneLine(name)}]]`,
  (name) => `[[Runbook|${oneLine(name)}]]`,
  (name) => `[[People/${oneLine(name)}|x]]`,
  (name) => `@${name.replaceAll(" ", "")}`,
  (name) => `- [ ] do [owner:: ${oneLine(name)}]`,
  (name) => `a[^1]\n\n[^1]: ${name}`,
  (name) => `a[^x]\n\n[^x]: A footnote\n    of ${name}`,
  (name) => `a^[${oneLine(name)}]`,
  (name) => `> [!note] ${oneLine(name)}\n> ${name}`,
  (name) => `> ${name}`,
  (name) => `> > ${name.replaceAll("\n", "\n> > ")}`,
  (name) => `$${oneLine(name)}$`,
  (name) => `$$\n${name}\n$$`,
  (name) => `<details>\n<summary>${oneLine(name)}</summary>\n\n${name}\n\n</details>`,
  (name) => `<div title="${oneLine(name)}">\n${name}\n</div>`,
  (name) => `<img src="https://public.example/${oneLine(name)}.png" alt="${oneLine(name)}">`,
  (name) => `%% ${name} %%`,
  (name) => `<!-- ${name} -->`,
  (name) => `text ^${name.replace(/[^a-z0-9]/gi, "-")}`,
  (name) => `[x][r]\n\n[r]: https://public.example/${encoded(name)} "${oneLine(name)}"`,
  (name) => `[unused]: https://public.example/${encoded(name)} '${oneLine(name)}'`,
  (name) => `(${name}), “${name}”, *${name}*`,
  (name) => `\`\`\`mermaid\nsequenceDiagram\n${name}->>Bob: hi\n\`\`\``,
  (name) => `mail ${name.replaceAll(/[^a-z]/gi, ".")}@corp.example`,
  (name) => `path/to/${oneLine(name)}/file.log`,
  (name) => `![[Runbook#Who]]\n\n${name}`,
  (name) => `![[chart.svg]] ${name}`,
  (name) => `- 06:12 UTC ${oneLine(name)} deployed`,
  (name) => `![[${oneLine(name).replace(/[^\p{L}\p{N} -]/gu, "")}.png]]`,
];

/** Ways to write a name as a value of YAML. */
const yamlForms: readonly ((name: string, random: Random) => string)[] = [
  (name) => JSON.stringify(name),
  (name) =>
    `"${codePoints(name)
      .map((code) => (code < 256 ? `\\x${hex(code, 2)}` : `\\u${hex(code, 4)}`))
      .join("")}"`,
  (name) =>
    `"${codePoints(name)
      .map((code) => (code > 126 ? `\\u${hex(code, 4)}` : String.fromCodePoint(code)))
      .join("")}"`,
  (name) =>
    `"${codePoints(name)
      .map((code) => `\\U${hex(code, 8)}`)
      .join("")}"`,
  (name) => `"${name.replaceAll(" ", "\\\n    ").replaceAll("\\\n    ", "\n    ")}"`,
  (name) => `"${name.slice(0, 2)}\\\n    ${name.slice(2)}"`,
  (name) => `'${name.replaceAll("'", "''").replaceAll(" ", "\n    ")}'`,
  (name) => name.replaceAll(" ", "\n    "),
  (name) => `>-\n    ${name.replaceAll(" ", "\n    ")}`,
  (name) => `|\n    ${name}`,
  (name) => `A # ${name}`,
  (name) => `"[[${name}]]"`,
  (name) => `"A\\n${name}"`,
];

const pick = <Item>(items: readonly Item[], random: Random): Item => {
  const item = items[random(items.length)];
  if (item === undefined) throw new Error("nothing to pick from");
  return item;
};

const base: Readonly<Record<string, string>> = {
  "People/Ada Lovelace.md": "---\naliases: [Countess, adalove]\ntags: [person]\n---\n",
  "People/Grace Hopper.md": "---\ntags: person\n---\n",
  "chart.png": "PNG",
};

/** A note that names people and customers in every way, what it embeds, and as what it is exported. */
export function generated(seed: number): {
  readonly files: Readonly<Record<string, string>>;
  readonly choices: ExportChoices;
} {
  const random = sequence(seed);
  const written = (): string => {
    const name = pick(cases, random)(pick(listedNames, random));
    return pick(disguises, random)(name, 1 + random(3), random);
  };
  const pieces = Array.from({ length: 1 + random(4) }, () => pick(places, random)(written()));
  const property = (): string =>
    random(3) === 0
      ? JSON.stringify(written())
      : pick(yamlForms, random)(pick(cases, random)(pick(listedNames, random)), random);
  const services = Array.from({ length: random(3) }, () => `  - ${property()}\n`);
  const head = [
    `title: ${property()}`,
    ...(services.length > 0 ? [`services:\n${services.join("").trimEnd()}`] : []),
    ...(random(2) === 0 ? [`status: ${property()}`] : []),
    "date: 2024-04-11",
    "started: 2024-04-11T06:12Z",
    "resolved: 2024-04-11T06:59Z",
  ];
  const text = `---\n${head.join("\n")}\n---\n\n# Outage ${oneLine(written())}\n\n## What Happened\n\n${pieces.join("\n\n")}\n\n@linus OPS-123 https://wiki.corp/a\n\n## Timeline\n\n- 06:12 UTC Started by ${oneLine(written())}\n- 06:59 UTC Resolved\n`;
  const markdown = {
    properties: pick(["keep", "drop", "table"] as const, random),
    links: pick(["relative", "text"] as const, random),
  };
  return {
    files: {
      ...base,
      "Runbook.md": `# Runbook\n\n## Who\n\n${written()}\n`,
      "chart.svg":
        random(8) === 0
          ? `<svg><text>${pick(cases, random)(pick(listedNames, random))}</text></svg>`
          : "<svg><text>load</text></svg>",
      "Outage.md": text,
    },
    choices: {
      ...defaultChoices(settings),
      ...markdown,
      target: pick(["markdown", "html"] as const, random),
      flavor: pick(["github", "gitlab", "commonmark"] as const, random),
      tasks: pick(["keep", "words"] as const, random),
      external: true,
    },
  };
}

/** Exports what was generated. */
export async function exportGenerated({ files, choices }: ReturnType<typeof generated>): Promise<Exported> {
  const exported = await exportDocument(
    {
      vault: createMemoryVault(files),
      library: libraryOf(files),
      settings,
      clock: { now: Date.parse("2024-06-01T09:00Z"), zone: "UTC" },
      strictLineBreaks: false,
    },
    "Outage.md",
    choices,
    { document: `copy.${choices.target === "html" ? "html" : "md"}`, vault: "" },
  );
  if (!exported) throw new Error("no document");
  return exported;
}

/** The letters and digits of a text, without accents. */
function letters(text: string): string {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
}

const renderer = new MarkdownIt({ html: true });

const wanted = listedNames.map((name) => [name, letters(name)] as const);

/** Names that a reader of the finished file gets to see, with where; by means that the program does not have. */
export function namesSeen(text: string, { target }: ExportChoices): readonly string[] {
  const shown: (readonly [where: string, text: string])[] = [];
  let body = text;
  const head = /^---\n([^]*?)\n---\n/.exec(text);
  if (target === "markdown" && head) {
    body = text.slice(head[0].length);
    shown.push(["property", JSON.stringify(parse(head[1] ?? "") ?? "")]);
  }
  const html = target === "html" ? body.replace(/<style>[^]*?<\/style>/, "") : renderer.render(body);
  let words = "";
  const read = (node: DefaultTreeAdapterTypes.Node): void => {
    if ("tagName" in node && node.tagName === "style") return;
    if (node.nodeName === "#text" && "value" in node) words += node.value;
    for (const { name, value } of "attrs" in node ? node.attrs : []) {
      shown.push([name, value]);
      if (value.includes("%")) shown.push([name, decodeURIComponent(value.replace(/%(?![0-9a-f]{2})/gi, ""))]);
      const drawing = /^data:image\/svg\+xml;base64,(.*)$/.exec(value)?.[1];
      if (drawing !== undefined) shown.push(["picture", Buffer.from(drawing, "base64").toString("utf8")]);
    }
    for (const child of "childNodes" in node ? node.childNodes : []) read(child);
  };
  read(parseHtml(html));
  shown.push(["text", words], ["source", body]);
  return shown.flatMap(([where, seen]) => {
    const plain = letters(seen);
    return wanted.flatMap(([name, key]) => (plain.includes(key) ? [`${name} in ${where}`] : []));
  });
}
