import { printableLine } from "../../base";
import { likeness } from "../../learn";
import { parseNote } from "../../note";
import type { PostmortemSign, Settings } from "../../settings";
import { postmortemFolders, postmortemSigns } from "../../settings";
import { decodedText } from "../files/node-vault.mts";
import { isInFolder, type Workspace } from "../files/workspace.mts";
import { count } from "../terminal.mts";

/** Which notes are taken for postmortems, and which look like some. */
export interface Listing {
  readonly version: 1;
  /** How many notes were looked at. */
  readonly looked: number;
  readonly notes: readonly { readonly path: string; readonly by: readonly string[] }[];
  /** Notes that are not taken and look like postmortems. */
  readonly near: readonly { readonly path: string; readonly why: string }[];
}

/** More of them tell nobody more. */
const maxRead = 5000;

/** What the command line names, sorted into what is taken and what is near. */
export async function listNotes(workspace: Workspace, taken: ReadonlySet<string>): Promise<Listing> {
  const { library, settings, notes, targets } = workspace;
  const looked = notes.filter((path) => targets.some((target) => isInFolder(path, target.path)) || taken.has(path));
  const near: { path: string; why: string }[] = [];
  const others = looked.filter((path) => !taken.has(path)).slice(0, maxRead);
  await workspace.vault.readEach(others, (path, file) => {
    const read = decodedText(path, file);
    const why = read.ok ? likeness(parseNote(read.text, path), settings) : null;
    if (why !== null) near.push({ path, why });
  });
  const named = new Set(targets.filter(({ kind }) => kind === "note").map(({ path }) => path));
  return {
    version: 1,
    looked: looked.length,
    notes: [...taken].sort().map((path) => {
      const note = library.note(path);
      const signs = note === null ? [] : postmortemSigns(note, settings).map((sign) => words[sign]);
      return { path, by: named.has(path) ? ["named", ...signs] : signs };
    }),
    near: near.sort((a, b) => (a.path < b.path ? -1 : 1)),
  };
}

const words: Readonly<Record<PostmortemSign, string>> = {
  tag: "tag `postmortem`",
  type: "`type: postmortem`",
  folder: "folder",
  name: "name",
};

/** The listing for people. */
export function listingText({ looked, near, notes }: Listing, shown: Workspace["shown"]): string {
  const lines = notes.map(({ path, by }) => `${printableLine(shown(path))}  ${by.join(", ")}`);
  return [
    ...lines,
    ...(lines.length > 0 ? [""] : []),
    `${notes.length} of ${count(looked, "note")} ${notes.length === 1 ? "is a postmortem" : "are postmortems"}`,
    ...(near.length === 0 ? [] : ["", "not taken, though near:"]),
    ...near.map(({ path, why }) => `${printableLine(shown(path))}  ${printableLine(why)}`),
    "",
  ].join("\n");
}

/** What to say when no note is taken: how many were looked at, by which signs, and what comes near. */
export function nothingFound({ looked, near }: Listing, settings: Settings, shown: Workspace["shown"]): string {
  const folders = postmortemFolders(settings);
  const quoted = (names: readonly string[]): string => names.map((name) => `\`${printableLine(name)}\``).join(", ");
  const places = [
    ...(folders.length === 0 ? [] : [`the folder ${quoted(folders)}`]),
    ...(settings.fileNamePatterns.length === 0 ? [] : [`a name like ${quoted(settings.fileNamePatterns)}`]),
  ];
  const signs = [
    "the tag `postmortem`",
    "`type: postmortem`",
    places.join(settings.foundBy === "both" ? " with " : ", or "),
  ];
  const few = near
    .slice(0, 5)
    .map(({ path, why }) => `  near: \`${printableLine(shown(path))}\`: ${printableLine(why)}\n`);
  return [
    `postmortem: no postmortems found among ${count(looked, "note")}\n`,
    `  looked for ${signs.filter((sign) => sign !== "").join(", ")}\n`,
    ...few,
    ...(near.length > few.length ? [`  and ${near.length - few.length} more; \`--list\` shows them\n`] : []),
    "  `postmortem init` proposes settings for the notes that are there; `--pass-on-none` lets this pass\n",
  ].join("");
}
