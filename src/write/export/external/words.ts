import type { Settings } from "../../../settings";
import type { Span } from "../../../base";
import { hasScheme } from "../../../note";
import type { Person } from "./people";
import { softMark, visibleText, type VisibleText } from "./visible-text";
import { withoutTail } from "../../../base";

/** Something in a text that must not leave. */
export interface Finding {
  readonly kind: "person" | "word" | "ticket" | "link" | "address";
  readonly span: Span;
  /** As it is written, without what hides it. */
  readonly what: string;
  /** Whose name it is; null for all that is no person's name. */
  readonly person: Person | null;
}

/** Finds what must not leave, in the source of a text and in what a reader sees of it. */
export type Search = (source: string) => readonly Finding[];

const letter = String.raw`[\p{L}\p{N}]`;
const before = `(?<!${letter})`;
const after = `(?!${letter})`;

const address = /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,8}/gu;
const url = /(?<![a-z0-9+.-])(?:[a-z][a-z0-9+.-]{0,30}:\/\/|www\.)[^\s<>"'`|\\()[\]{}]{1,2000}/giu;
const atHandle = /(?<![\p{L}\p{N}_@./\\-])@[a-z](?:[\w./-]{0,80}\w)?/giu;
/** `ABC-123`, `#123`, `org/repository#123`. */
const ticket =
  /(?<![\p{L}\p{N}_-])([A-Z][A-Z0-9]{1,9})-\d{1,7}(?![\p{L}\p{N}_]|-\d)|(?:(?<![\p{L}\p{N}_-])[\w.-]{1,60}\/[\w.-]{1,60}|(?<![\p{L}\p{N}_#/&]))#\d{1,9}(?![\p{L}\p{N}_-])/gu;
/** What looks like a ticket and is a standard, a code or a vulnerability that everybody may know. */
const standards: ReadonlySet<string> = new Set([
  "AES",
  "CVE",
  "GMT",
  "HTTP",
  "IPV",
  "ISO",
  "MD",
  "RFC",
  "SHA",
  "TLS",
  "UTC",
  "UTF",
]);

/**
 * Makes the search for these people and what the settings say; takes time linear in the text for each of their words.
 */
export function searchFor(people: readonly Person[], settings: Settings): Search {
  const byName = new Map<string, Person>();
  const patterns: RegExp[] = [];
  const names = (all: readonly (readonly [string, Person])[], flags: string): void => {
    const words = all.flatMap(([name, person]) => {
      const key = nameKey(name);
      if (key === "" || (byName.has(key) && byName.get(key) !== person)) return [];
      byName.set(key, person);
      return [{ key, pattern: wordPattern(name, flags.includes("i")) }];
    });
    // The longest first, so that a first name does not take the place of the full one.
    const ordered = words.sort((a, b) => b.key.length - a.key.length).map(({ pattern }) => pattern);
    if (ordered.length > 0) patterns.push(new RegExp(`${before}(?:${ordered.join("|")})${after}`, flags));
  };
  names(
    people.flatMap((person) => person.names.map((name) => [name, person] as const)),
    "giu",
  );
  names(
    people.flatMap((person) => person.parts.map((part) => [part, person] as const)),
    "gu",
  );
  // Those with `*` first: they can reach further.
  const removed = [...settings.external.removeWords]
    .sort((a, b) => Number(b.includes("*")) - Number(a.includes("*")) || b.length - a.length)
    .map((word) => wordPattern(word, true))
    .filter((pattern) => pattern !== "");
  const words = removed.length === 0 ? null : new RegExp(`${before}(?:${removed.join("|")})${after}`, "giu");
  const severities = new Set(
    settings.severities.flatMap((severity) => /^[A-Z][A-Z0-9]*(?=-)/.exec(severity.toUpperCase()) ?? []),
  );
  const isPublic = publicAddress(settings);

  const findIn = (source: string, { text, starts, ends }: VisibleText, wanted: "names" | "rest"): Finding[] => {
    const found: Finding[] = [];
    const add = (kind: Finding["kind"], at: number, what: string): void => {
      const start = starts[at];
      const end = ends[at + what.length - 1];
      if (start !== undefined && end !== undefined)
        found.push({
          kind,
          span: wholeMarks(source, start, end),
          what: what.replaceAll(softMark, ""),
          person: kind === "person" ? (byName.get(nameKey(what)) ?? null) : null,
        });
    };
    if (wanted === "names") {
      for (const pattern of patterns)
        for (const { 0: name, index } of text.matchAll(pattern)) add("person", index, name);
      if (words) for (const { 0: word, index } of text.matchAll(words)) add("word", index, word);
      return found;
    }
    for (const { 0: name, index } of text.matchAll(atHandle)) add("person", index, name);
    for (const { 0: mail, index } of text.matchAll(address)) add("address", index, mail);
    for (const { 0: id, 1: project, index } of text.matchAll(ticket))
      if (project === undefined || !(standards.has(project) || severities.has(project))) add("ticket", index, id);
    for (const { 0: link, index } of text.matchAll(url))
      if (!isPublic(link)) add("link", index, withoutTail(link, ".,;:!?*_~"));
    return found;
  };
  return (source) => {
    const kept = visibleText(source, "kept");
    return [
      ...findIn(source, kept, "names"),
      ...findIn(source, visibleText(source, "soft"), "names"),
      ...findIn(source, kept, "rest"),
      ...findIn(source, visibleText(source, "dropped"), "rest"),
    ];
  };
}

/** Whether an address may go out: on the web, on a host of the settings or below it. */
export function publicAddress(settings: Settings): (address: string) => boolean {
  const hosts = settings.external.publicHosts
    .map(
      (host) =>
        host
          .trim()
          .toLowerCase()
          .replace(/^(?:https?:\/\/|\*\.)/, "")
          .split("/")[0] ?? "",
    )
    .filter((host) => host !== "");
  return (written) => {
    const host = /^(?:https?:\/\/)?([a-z0-9.-]{1,253})(?::\d{1,5})?(?:[/?#][^\\]*)?$/i
      .exec(written)?.[1]
      ?.toLowerCase();
    return (
      host !== undefined &&
      (hasScheme(written) || written.toLowerCase().startsWith("www.")) &&
      hosts.some((known) => host === known || host.endsWith(`.${known}`))
    );
  };
}

function nameKey(name: string): string {
  return name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
}

/**
 * A name as a pattern over visible text: between its words may stand a few characters that are neither letter nor
 * digit, or nothing, as in `ada.lovelace` and `AdaLovelace`; `*` stands for letters, digits, `.`, `-` and `_`. Empty
 * for a name without any.
 */
function wordPattern(name: string, anyCase: boolean): string {
  const words =
    name
      .normalize("NFKD")
      .replace(/\p{M}/gu, "")
      .match(/[\p{L}\p{N}*]+/gu) ?? [];
  if (!words.some((word) => /[\p{L}\p{N}]/u.test(word))) return "";
  const spelled = (word: string): string =>
    Array.from(word, (character) => (character === "*" ? String.raw`[\p{L}\p{N}._-]{0,80}` : character)).join(
      `${softMark}?`,
    );
  const inCase = (word: string): string =>
    anyCase
      ? spelled(word)
      : `(?:${spelled(word.charAt(0).toUpperCase() + word.slice(1))}|${spelled(word.toUpperCase())})`;
  return words.map(inCase).join(String.raw`[^\p{L}\p{N}\n]{0,5}`);
}

/** The span with the marks of emphasis that its text would leave without their other half. */
function wholeMarks(source: string, start: number, end: number): Span {
  const inner = source.slice(start, end);
  const [behind = ""] = /^(?:\*{1,3}|_{1,3}|~~|==|`)/.exec(source.slice(end, end + 3)) ?? [];
  if (behind !== "" && inner.split(behind).length % 2 === 0) return { start, end: end + behind.length };
  const [ahead = ""] = /(?:\*{1,3}|_{1,3}|~~|==|`)$/.exec(source.slice(Math.max(0, start - 3), start)) ?? [];
  if (ahead !== "" && inner.split(ahead).length % 2 === 0) return { start: start - ahead.length, end };
  return { start, end };
}
