import { describe, expect, it } from "vitest";
import { parseNote, toCachedMetadata } from "../../src/note";

type Metadata = ReturnType<typeof toCachedMetadata>;
interface Position {
  readonly start: { readonly line: number; readonly col: number };
  readonly end: { readonly line: number; readonly col: number };
}

function at({ start, end }: Position): string {
  return `${start.line}:${start.col}-${end.line}:${end.col}`;
}

/** What the app's cache holds of a note, a line for each thing; lines and columns from 0. */
function metadataOf(text: string): readonly string[] {
  const found: Metadata = toCachedMetadata(parseNote(text));
  return [
    ...(found.frontmatter === undefined ? [] : [`properties ${JSON.stringify(found.frontmatter)}`]),
    ...(found.frontmatterPosition === undefined ? [] : [`properties at ${at(found.frontmatterPosition)}`]),
    ...(found.frontmatterLinks ?? []).map(({ key, link, displayText }) => `${key} links to ${link} as ${displayText}`),
    ...(found.headings ?? []).map(({ heading, level, position }) => `h${level} ${at(position)} ${heading}`),
    ...(found.sections ?? []).map(
      ({ type, id, position }) => `${type} ${at(position)}${id === undefined ? "" : ` ^${id}`}`,
    ),
    ...(found.listItems ?? []).map(
      ({ parent, task, id, position }) =>
        `item ${at(position)} below ${parent}${task === undefined ? "" : ` [${task}]`}${id === undefined ? "" : ` ^${id}`}`,
    ),
    ...(found.links ?? []).map(({ link, displayText, position }) => `link ${at(position)} ${link} as ${displayText}`),
    ...(found.embeds ?? []).map(({ link, displayText, position }) => `embed ${at(position)} ${link} as ${displayText}`),
    ...(found.tags ?? []).map(({ tag, position }) => `tag ${at(position)} ${tag}`),
    ...Object.entries(found.blocks ?? {}).map(([key, { id, position }]) => `block ${key} ${at(position)} ^${id}`),
  ];
}

/**
 * What recordings of Obsidian's metadata cache have shown, each in a note of our own. The recordings are compared in
 * `recordings.test.ts` where they lie beside the checkout.
 */
describe("what Obsidian's metadata cache holds of a note", () => {
  it.each<readonly [name: string, text: string, metadata: readonly string[]]>([
    [
      "tasks below tasks: an item ends before its nested list, and starts at its indentation",
      "- [ ] Restore the queue\n    - [ ] Drain the old one\n        - [x] Ask for the key\n    - [ ] Start the new one\n- [ ] Tell support\n",
      [
        "list 0:0-4:18",
        "item 0:0-0:23 below -1 [ ]",
        "item 1:2-1:27 below 0 [ ]",
        "item 2:6-2:29 below 1 [x]",
        "item 3:2-3:27 below 0 [ ]",
        "item 4:0-4:18 below -1 [ ]",
      ],
    ],
    [
      "items below items of another list, a blank line between: two roots, one list",
      "- Queue\n    - Consumers\n        - [ ] Restart them\n\n- Cache\n    - [ ] Warm it\n",
      [
        "list 0:0-5:17",
        "item 0:0-0:7 below -1",
        "item 1:2-1:15 below 0",
        "item 2:6-2:26 below 1 [ ]",
        "item 4:0-4:7 below -1",
        "item 5:2-5:17 below 4 [ ]",
      ],
    ],
    [
      "lists of one note that the parent's number tells apart",
      "# Work\n\n- [ ] Restart\n\nLater that day.\n\n- [ ] Roll back\n- [ ] Tell support\n",
      [
        "h1 0:0-0:6 Work",
        "heading 0:0-0:6",
        "list 2:0-2:13",
        "paragraph 4:0-4:15",
        "list 6:0-7:18",
        "item 2:0-2:13 below -2 [ ]",
        "item 6:0-6:15 below -6 [ ]",
        "item 7:0-7:18 below -6 [ ]",
      ],
    ],
    [
      "a plain item above a task, and a task above a plain item",
      "- Consumers\n    - [ ] Restart them\n- [ ] Warm the cache\n    - by hand\n",
      [
        "list 0:0-3:13",
        "item 0:0-0:11 below -1",
        "item 1:2-1:22 below 0 [ ]",
        "item 2:0-2:20 below -1 [ ]",
        "item 3:2-3:13 below 2",
      ],
    ],
    [
      "five lists where the marker changes",
      "- [ ] a\n* [ ] b\n+ [ ] c\n1. [ ] d\n1) [ ] e\n",
      [
        "list 0:0-0:7",
        "list 1:0-1:7",
        "list 2:0-2:7",
        "list 3:0-3:8",
        "list 4:0-4:8",
        "item 0:0-0:7 below -1 [ ]",
        "item 1:0-1:7 below -1 [ ]",
        "item 2:0-2:7 below -2 [ ]",
        "item 3:0-3:8 below -3 [ ]",
        "item 4:0-4:8 below -4 [ ]",
      ],
    ],
    [
      "tasks with any single character in their box",
      "- [ ] open\n- [/] begun\n- [x] done\n- [-] given up\n- [?] unclear\n- [ab] none\n",
      [
        "list 0:0-5:11",
        "item 0:0-0:10 below -1 [ ]",
        "item 1:0-1:11 below -1 [/]",
        "item 2:0-2:10 below -1 [x]",
        "item 3:0-3:14 below -1 [-]",
        "item 4:0-4:13 below -1 [?]",
        "item 5:0-5:11 below -1",
      ],
    ],
    [
      "numbered items below numbered items",
      "1. [ ] Restart\n    1. Consumers\n2. [ ] Roll back\n    1. Schema\n3. Tell support\n",
      [
        "list 0:0-4:15",
        "item 0:0-0:14 below -1 [ ]",
        "item 1:4-1:16 below 0",
        "item 2:0-2:16 below -1 [ ]",
        "item 3:4-3:13 below 2",
        "item 4:0-4:15 below -1",
      ],
    ],
    [
      "an ordered list within a task's own line",
      "- [ ] 1. Restart\n- [ ] 2 Roll back\n- [ ] 3) Tell support\n",
      [
        "list 0:0-2:21",
        "item 0:0-0:16 below -1 [ ]",
        "item 0:6-0:16 below 0",
        "item 1:0-1:17 below -1 [ ]",
        "item 2:0-2:21 below -1 [ ]",
        "item 2:6-2:21 below 2",
      ],
    ],
    [
      "a callout, with a task in it and one below that",
      "# Outage\n\n> [!todo] Follow up\n> - [ ] Restart #ops\n>     - [ ] Roll back\n\nDone.\n",
      [
        "h1 0:0-0:8 Outage",
        "heading 0:0-0:8",
        "callout 2:0-4:21",
        "paragraph 6:0-6:5",
        "item 3:2-3:20 below -3 [ ]",
        "item 4:4-4:21 below 3 [ ]",
        "tag 3:16-3:20 #ops",
      ],
    ],
    [
      "callouts within callouts, indented",
      " > [!warning]+\n >> [!note]\n >>> [!tip]-\n >>> Read the log.\n >>> - [ ] Rotate it #ops\n\n```js\nx\n```\n",
      ["callout 0:0-4:25", "code 6:0-8:3", "item 4:5-4:25 below -4 [ ]", "tag 4:21-4:25 #ops"],
    ],
    [
      "HTML comments: nothing in them is indexed",
      "Before:\n<!--\n- [ ] Hidden #ops\n-->\n\n- [ ] Seen <!-- #hidden [[Hidden]] --> #seen\n",
      ["paragraph 0:0-0:7", "html 1:0-3:3", "list 5:0-5:44", "item 5:0-5:44 below -5 [ ]", "tag 5:39-5:44 #seen"],
    ],
    [
      "comments of the app: a block of their own in which tags count and tasks do not, and links in a line count",
      "Text\n%%\n- [ ] Hidden #ops\n[[Log]]\n%%\n\n- [ ] Seen %% [[Runbook]] #note %% rest\n",
      [
        "paragraph 0:0-0:4",
        "comment 1:0-4:2",
        "list 6:0-6:39",
        "item 6:0-6:39 below -6 [ ]",
        "link 3:0-3:7 Log as Log",
        "link 6:14-6:25 Runbook as Runbook",
        "tag 2:13-2:17 #ops",
        "tag 6:26-6:31 #note",
      ],
    ],
    [
      "a board: properties with blank lines, and settings in a comment at the end",
      '---\n\nboard: basic\n\n---\n\n## Open\n\n- [ ] Restart #ops\n\n\n%% board:settings\n```\n{"board":"basic"}\n```\n%%\n',
      [
        'properties {"board":"basic"}',
        "properties at 0:0-4:3",
        "h2 6:0-6:7 Open",
        "yaml 0:0-4:3",
        "heading 6:0-6:7",
        "list 8:0-8:18",
        "comment 11:0-15:2",
        "item 8:0-8:18 below -8 [ ]",
        "tag 8:14-8:18 #ops",
      ],
    ],
    [
      "an item indented by a tab, and one that is not since a zero-width space comes first",
      "# Outage\n\n- Queue\n\t- [ ] Restart #ops\n- Cache\n\u200b\t- [ ] Warm it #ops\n\n```\nx\n```\n",
      [
        "h1 0:0-0:8 Outage",
        "heading 0:0-0:8",
        "list 2:0-5:20",
        "code 7:0-9:3",
        "item 2:0-2:7 below -2",
        "item 3:1-3:19 below 2 [ ]",
        "item 4:0-5:20 below -2",
        "tag 3:15-3:19 #ops",
        "tag 5:16-5:20 #ops",
      ],
    ],
    [
      "properties without values",
      "---\nowner: \nreviewed: \naliases: \ntags: \nstart date:\n---\n# Outage\n",
      [
        'properties {"owner":null,"reviewed":null,"aliases":null,"tags":null,"start date":null}',
        "properties at 0:0-6:3",
        "h1 7:0-7:8 Outage",
        "yaml 0:0-6:3",
        "heading 7:0-7:8",
      ],
    ],
    [
      "tags on a line, lists below, a number, an empty list, a name in capitals",
      "---\ntags: infra, db\naliases:\n  - Queue outage\n  - April\nTeam: Core\nminutes: 42\nempty: []\n---\n\n# Outage\n",
      [
        'properties {"tags":"infra, db","aliases":["Queue outage","April"],"Team":"Core","minutes":42,"empty":[]}',
        "properties at 0:0-8:3",
        "h1 10:0-10:8 Outage",
        "yaml 0:0-8:3",
        "heading 10:0-10:8",
      ],
    ],
    [
      "properties of several lines, with links",
      '---\nsummary: |-\n  first\n    second\n  # no comment\nrunbook: "[[Runbook#Restart|how]]"\nrelated:\n  - "[[Log]]"\n  - plain\n---\nText\n',
      [
        'properties {"summary":"first\\n  second\\n# no comment","runbook":"[[Runbook#Restart|how]]","related":["[[Log]]","plain"]}',
        "properties at 0:0-9:3",
        "runbook links to Runbook#Restart as how",
        "related.0 links to Log as Log",
        "yaml 0:0-9:3",
        "paragraph 10:0-10:4",
      ],
    ],
    [
      "links: in text, in a heading, in a table, to a part, to itself, with words of their own",
      "# See [[Log]]\n\n[[Runbook#Restart]] [[#See Log]] [[Log#A#B]] [[Log|the log]] [words](Run%20book.md) [site](https://a.example)\n\n| a | b |\n| --- | --- |\n| [[Log\\|words]] | x |\n",
      [
        "h1 0:0-0:13 See [[Log]]",
        "heading 0:0-0:13",
        "paragraph 2:0-2:109",
        "table 4:0-6:22",
        "link 0:6-0:13 Log as Log",
        "link 2:0-2:19 Runbook#Restart as Runbook > Restart",
        "link 2:20-2:32 #See Log as See Log",
        "link 2:33-2:44 Log#A#B as Log > A > B",
        "link 2:45-2:60 Log as the log",
        "link 2:61-2:83 Run book.md as words",
        "link 6:2-6:16 Log as words",
      ],
    ],
    [
      "embeds, in a task and alone",
      "- [ ] Look at ![[Graph.png|300]]\n\n![[Log#Events]]\n",
      [
        "list 0:0-0:32",
        "paragraph 2:0-2:15",
        "item 0:0-0:32 below -1 [ ]",
        "embed 0:14-0:32 Graph.png as 300",
        "embed 2:0-2:15 Log#Events as Log > Events",
      ],
    ],
    [
      "block ids: of a paragraph, of an item, of a list by a line of its own; the key is in lower case",
      "A paragraph. ^First\n\n- an item ^Second\n\nBetween.\n\n- one\n- two\n\n^third\n",
      [
        "paragraph 0:0-0:19 ^First",
        "list 2:0-2:17",
        "paragraph 4:0-4:8",
        "list 6:0-7:5 ^third",
        "paragraph 9:0-9:6",
        "item 2:0-2:17 below -2 ^Second",
        "item 6:0-6:5 below -6",
        "item 7:0-7:5 below -6",
        "block first 0:0-0:19 ^First",
        "block second 2:0-2:17 ^Second",
        "block third 6:0-7:5 ^third",
      ],
    ],
    [
      "tags: after a space, in capitals, with a slash; not within a word, behind a full-width colon, or of digits alone",
      "#a x#b #C/d #12 \uff1a#e\n",
      ["paragraph 0:0-0:19", "tag 0:0-0:2 #a", "tag 0:7-0:11 #C/d"],
    ],
    [
      "headings without tasks below them, and a rule between lists",
      "# One\n\n## Two\n\n## Three\n\n- [ ] a\n\n---\n\n- [ ] b\n",
      [
        "h1 0:0-0:5 One",
        "h2 2:0-2:6 Two",
        "h2 4:0-4:8 Three",
        "heading 0:0-0:5",
        "heading 2:0-2:6",
        "heading 4:0-4:8",
        "list 6:0-6:7",
        "thematicBreak 8:0-8:3",
        "list 10:0-10:7",
        "item 6:0-6:7 below -6 [ ]",
        "item 10:0-10:7 below -10 [ ]",
      ],
    ],
  ])("%s", (_, text, metadata) => {
    expect(metadataOf(text)).toEqual(metadata);
  });
});
