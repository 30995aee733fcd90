import { folderPath, plainWords as normalized } from "../../base";
import type { Settings } from "../../settings";
import type { Person, TimedEvent } from "../../incident/from";
import { milestoneIn } from "../../incident/from";
import { milestoneIds, personIn } from "../../incident";
import { listIn, propertyOf, shownWords } from "../../note";
import { plain, readStamp } from "../../time";
import type { Library } from "../../vault";
import { literalWords } from "..";

/** What names a person in a note: a link to the note about them, else their handle. */
export type NamePerson = (person: Person) => string;

/**
 * Links to the notes about people by their name and aliases, as far as the library holds these notes; whom it does not
 * know keeps the name that the source has, behind `@`.
 */
export function peopleLinks(library: Library, settings: Settings, from: string): NamePerson {
  const isPerson = personIn(library, settings, from);
  const folder = folderPath(settings.peopleFolder);
  const links = new Map<string, string>();
  for (const path of library.paths()) {
    if (folder !== "" && !path.startsWith(`${folder}/`)) continue;
    const note = library.note(path);
    if (note === null || isPerson(`/${path}`) !== true) continue;
    const name = path.slice(path.lastIndexOf("/") + 1).replace(/\.md$/i, "");
    const byName = library.resolve(name, from);
    const target = byName.kind === "found" && byName.path === path ? name : path.replace(/\.md$/i, "");
    for (const each of [
      name,
      ...listIn(propertyOf(note, "aliases")?.value),
      ...listIn(propertyOf(note, "alias")?.value),
    ])
      if (!links.has(normalized(each))) links.set(normalized(each), `[[${target}]]`);
  }
  return ({ name, also }) => {
    const found = [name, ...also].flatMap((each) => links.get(normalized(each)) ?? [])[0];
    return found ?? `@${escaped(name)}`;
  };
}

/** Longer texts are cut where a link leads to the rest. */
const shortText = 200;
const longText = 1000;

/** What a link to a tool's own page is called. */
const toolNames: Readonly<Record<string, string>> = {
  alertmanager: "Alertmanager",
  discord: "Discord",
  github: "GitHub",
  gitlab: "GitLab",
  grafana: "Grafana",
  pagerduty: "PagerDuty",
  rootly: "Rootly",
  slack: "Slack",
  statuspage: "Status page",
  teams: "Teams",
};

/**
 * An event as it is written behind its time, in one line of Markdown that shows just what the source says: who, what,
 * and where to see it. A milestone that the words do not tell is put before them in parentheses.
 */
export function eventLine(event: TimedEvent, namePerson: NamePerson): string {
  const words = bodyOf(event, namePerson);
  const { milestone, url, tool } = event;
  const marked = milestone === null || milestoneIn(words) === milestone ? words : `(${milestone}) ${words}`;
  const apart = standsApart(marked) ? marked : `· ${marked}`;
  const label = (Object.hasOwn(toolNames, tool) ? toolNames[tool] : undefined) ?? "Source";
  return url === null ? apart : `${apart} ([${label}](${destination(url)}))`;
}

/** Who and what, without the milestone and the link. */
function bodyOf({ actor, edited, text, url }: TimedEvent, namePerson: NamePerson): string {
  const longest = url === null ? longText : shortText;
  const shown = text
    .replace(/```[^]*?(?:```|$)/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  const cut = shorten(shown === "" ? text.replaceAll("```", "") : shown, longest);
  const words = `${escaped(cut)}${edited ? " (edited)" : ""}`;
  const isNamed = actor !== null && ` ${normalized(text)} `.includes(` ${normalized(actor.name)} `);
  return actor === null || isNamed ? words : `${namePerson(actor)}: ${words}`;
}

/** At a space, and never within a character. */
function shorten(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const cut = text.slice(0, longest);
  const space = cut.lastIndexOf(" ");
  const kept = (space > longest / 2 ? cut.slice(0, space) : cut).replace(/[\ud800-\udbff]$/, "");
  return `${kept}…`;
}

/**
 * Text that shows in Obsidian as it is: no link, tag, comment, block id, tag of HTML or formula comes of it, nor
 * what template plugins run between `<%` and `%>`. Addresses of the web stay links.
 */
function escaped(text: string): string {
  return text
    .split(/(https?:\/\/[^\s<>"`|\\]+)/)
    .map((part, index) => (index % 2 === 0 ? escapedWords(part) : address(part)))
    .join("");
}

function escapedWords(text: string): string {
  const words = text.trim();
  const before = text.startsWith(" ") ? " " : "";
  const after = words !== "" && text.endsWith(" ") ? " " : "";
  const inner = literalWords(words)
    .replace(/<%|%>/g, (sign) => sign.replace("%", "\\%"))
    .replaceAll("\\%%", "\\%\\%")
    .replaceAll("\\==", "\\=\\=")
    .replaceAll("|", "\\|")
    .replaceAll("::", ":\\:")
    .replace(/(^|[^\p{L}\p{N}])#(?=[\p{L}\p{N}_/-]*[\p{L}_/-])/gu, "$1\\#")
    .replace(/(^|\s)\^(?=[A-Za-z0-9-]+$)/, "$1\\^");
  return `${before}${inner}${after}`;
}

/** As it is where nothing in it could be read as a mark; else in the angle brackets of a link. */
function address(url: string): string {
  return /[[\]*~$^]|==|%%|(?:^|[^\p{L}\p{N}])_|_(?![\p{L}\p{N}])/u.test(url)
    ? `<${url.replaceAll("%%", "%25%25")}>`
    : url;
}

/** An address between the parentheses of a link. */
function destination(url: string): string {
  return url
    .replace(/[()[\]|]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll("%%", "%25%25");
}

/** Whether words behind a time are not read as part of it, as a zone or the end of a range would be. */
function standsApart(words: string): boolean {
  return ["00:01", "1:02 PM", "2024-01-01 00:01 UTC"].every((time) => {
    const alone = readStamp(plain(time), 0);
    const together = readStamp(plain(`${time} ${words}`), 0);
    return alone?.span.end === together?.span.end;
  });
}

/** What an event in a note says, for comparison: without the link to its source, and without marks. */
export function comparable(text: string): string {
  const words = shownWords(text.replace(/\\(?=[\p{P}\p{S}])/gu, ""))
    .replace(/ \([A-Z][\w ]{2,20}\)$/, "")
    .replace(/^\(([a-z]+)\) /, (mark, name) => (milestoneIds.some((id) => id === name) ? "" : mark))
    .replace(/^· /, "");
  return normalized(words);
}
