import type { Settings } from "../../../settings";
import type { Span } from "../../../base";
import { withoutTail } from "../../../base";
import { hasScheme } from "../../../note";
import type { Letters, NameWords } from "./names";
import { globOccurrencesOf, globOf, lettersOf, occurrencesOf, nameWords } from "./names";
import type { KnownPerson } from "./people";
import { softMark, visibleText, type VisibleText } from "./visible-text";

/** Something in a text that must not leave. */
export interface FoundWords {
  readonly kind: "person" | "word" | "ticket" | "link" | "address";
  readonly span: Span;
  /** As it is written, without what hides it. */
  readonly what: string;
  /** Whose name it is; null for all that is no person's name. */
  readonly person: KnownPerson | null;
}

/** What is known not to leave. */
export interface Listed {
  readonly people: readonly KnownPerson[];
  /** Keys of projects whose tickets are named somewhere, such as `OPS`: theirs count in lower case too. */
  readonly projects: ReadonlySet<string>;
  readonly settings: Settings;
}

/** Finds what must not leave, in the source of a text and in what a reader sees of it. */
export type Search = (source: string) => readonly FoundWords[];

/* The first group of each is what stands before: no letter, and whatever else would make it part of something. */
const address = /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,8}/gu;
const atHandle = /(^|[^\p{L}\p{N}_@./\\-])@[a-z](?:[\w./-]{0,80}\w)?/giu;
/** `ABC-123`, with whatever dash. */
const projectTicket =
  /(^|[^\p{L}\p{N}_-])([A-Z][A-Z0-9]{1,9})[-\u2010-\u2015\u2212]\d{1,7}(?![\p{L}\p{N}_]|[-\u2010-\u2015\u2212]\d)/giu;
/** `#123`. */
const numberTicket = /(^|[^\p{L}\p{N}_#/&])#\d{1,9}(?![\p{L}\p{N}_-])/gu;
/** `org/repository#123`. */
const repositoryTicket = /(^|[^\p{L}\p{N}_-])[\w.-]{1,60}\/[\w.-]{1,60}#\d{1,9}(?![\p{L}\p{N}_-])/gu;
const ofAddress = /[^\s<>"'`|\\()[\]{}]{1,2000}/uy;

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

/** The keys that look like those of projects and are none: standards, and the severities of the settings. */
export function publicKeys(settings: Settings): ReadonlySet<string> {
  const severities = settings.severities.flatMap(
    (severity) => /^[A-Z][A-Z0-9]*(?=-)/.exec(severity.toUpperCase()) ?? [],
  );
  return new Set([...standards, ...severities]);
}

/** The keys of projects whose tickets a text names, as they are written there: in upper case they count. */
export function projectsIn(text: string, settings: Settings): ReadonlySet<string> {
  const known = publicKeys(settings);
  const keys = [...text.matchAll(projectTicket)].map(([, , key = ""]) => key);
  return new Set(keys.filter((key) => !known.has(key)));
}

/**
 * Makes the search for what is listed; takes time linear in the text for each name and word.
 */
export function searchFor({ people, projects, settings }: Listed): Search {
  const owners = new Map<string, KnownPerson>();
  const named: { readonly words: NameWords; readonly person: KnownPerson; readonly isPart: boolean }[] = [];
  const add = (name: string, person: KnownPerson, isPart: boolean): void => {
    const words = nameWords(name);
    const key = words.join("");
    if (key === "" || (owners.has(key) && owners.get(key) !== person)) return;
    owners.set(key, person);
    named.push({ words, person, isPart });
  };
  for (const person of people) for (const name of person.names) add(name, person, false);
  for (const person of people) for (const part of person.parts) add(part, person, true);
  const removed = settings.external.removeWords;
  const words = removed.filter((word) => !word.includes("*")).map(nameWords);
  const globs = removed.filter((word) => word.includes("*")).flatMap((word) => globOf(word) ?? []);
  const known = publicKeys(settings);
  const isPublic = publicAddress(settings);

  const namesIn = (source: string, visible: VisibleText): readonly FoundWords[] => {
    const letters = lettersOf(visible.text);
    return [
      ...named.flatMap(({ words: name, person, isPart }) =>
        occurrencesOf(name, letters)
          .filter((span) => !isPart || isWrittenAsName(span, letters))
          .flatMap((span) => findingAt("person", { source, visible }, span, person)),
      ),
      ...words.flatMap((word) =>
        occurrencesOf(word, letters).flatMap((span) => findingAt("word", { source, visible }, span)),
      ),
      ...globs.flatMap((glob) =>
        globOccurrencesOf(glob, letters).flatMap((span) => findingAt("word", { source, visible }, span)),
      ),
    ];
  };
  const restIn = (source: string, visible: VisibleText): readonly FoundWords[] => {
    const found = (kind: FoundWords["kind"], start: number, what: string): readonly FoundWords[] =>
      findingAt(
        kind,
        { source, visible },
        { start, end: start + what.length },
        owners.get(nameWords(what).join("")) ?? null,
      );
    const behind = (kind: FoundWords["kind"], pattern: RegExp): readonly FoundWords[] =>
      [...visible.text.matchAll(pattern)].flatMap(({ 0: whole, 1: lead = "", 2: key, index }) =>
        key === undefined || isTicketKey(key) ? found(kind, index + lead.length, whole.slice(lead.length)) : [],
      );
    const isTicketKey = (key: string): boolean =>
      projects.has(key.toUpperCase()) || (key === key.toUpperCase() && !known.has(key));
    return [
      ...behind("person", atHandle),
      ...(visible.text.includes("@") ? [...visible.text.matchAll(address)] : []).flatMap(({ 0: mail, index }) =>
        found("address", index, mail),
      ),
      ...[projectTicket, numberTicket, repositoryTicket].flatMap((pattern) => behind("ticket", pattern)),
      ...addressesIn(visible.text).flatMap(({ start, written }) => {
        const named = withoutTail(written, ".,;:!?*_~");
        return isPublic(named) ? [] : found("link", start, named);
      }),
    ];
  };
  return (source) => {
    const kept = visibleText(source, "kept");
    return [
      ...namesIn(source, visibleText(source, "soft, tags kept")),
      ...namesIn(source, visibleText(source, "soft, without links")),
      ...namesIn(source, visibleText(source, "soft")),
      ...restIn(source, kept),
      ...restIn(source, visibleText(source, "dropped")),
    ];
  };
}

/** A stretch of a visible text as a finding in its source. */
function findingAt(
  kind: FoundWords["kind"],
  { source, visible }: { readonly source: string; readonly visible: VisibleText },
  span: Span,
  person: KnownPerson | null = null,
): readonly FoundWords[] {
  const place = visible.sourceOf(span);
  if (place === null) return [];
  const what = visible.text.slice(span.start, span.end).replaceAll(softMark, "");
  return [{ kind, span: wholeMarks(source, place.start, place.end), what, person }];
}

/** Whether each word begins with a capital letter and goes on in small ones, or has capital ones only. */
function isWrittenAsName({ start, end }: Span, { text }: Letters): boolean {
  const words =
    text
      .slice(start, end)
      .replaceAll(softMark, "")
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.every((word) => {
    const first = String.fromCodePoint(word.codePointAt(0) ?? 0);
    const rest = word.slice(first.length);
    return first === first.toUpperCase() && (rest === rest.toLowerCase() || rest === rest.toUpperCase());
  });
}

/** Addresses with a scheme, or that begin with `www.`, as far as they reach. */
function addressesIn(text: string): readonly { readonly start: number; readonly written: string }[] {
  const found: { readonly start: number; readonly written: string }[] = [];
  let from = 0;
  for (const { 0: sign, index } of text.matchAll(/:\/\/|www\./gi)) {
    if (index < from) continue;
    let start = index;
    if (sign === "://")
      while (start > Math.max(from, index - 31) && /[a-z0-9+.-]/i.test(text.charAt(start - 1))) start--;
    while (sign === "://" && start < index && !/[a-z]/i.test(text.charAt(start))) start++;
    if (sign !== "://" && /[\p{L}\p{N}.-]/u.test(text.charAt(index - 1))) continue;
    if (sign === "://" && start === index) continue;
    ofAddress.lastIndex = index + sign.length;
    const rest = ofAddress.exec(text)?.[0];
    if (rest === undefined) continue;
    from = index + sign.length + rest.length;
    found.push({ start, written: text.slice(start, from) });
  }
  return found;
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

/** The span with the marks of emphasis that its text would leave without their other half. */
function wholeMarks(source: string, start: number, end: number): Span {
  const inner = source.slice(start, end);
  // The end of a link that begins before the name goes with it.
  if (inner.includes("](") && source.charAt(start - 1) === "[" && !inner.includes("["))
    return { start: start - 1, end };
  const [behind = ""] = /^(?:\*{1,3}|_{1,3}|~~|==|`)/.exec(source.slice(end, end + 3)) ?? [];
  const [ahead = ""] = /(?:\*{1,3}|_{1,3}|~~|==|`)$/.exec(source.slice(Math.max(0, start - 3), start)) ?? [];
  const isHalf = (mark: string): boolean => mark !== "" && inner.split(mark).length % 2 === 0;
  return { start: start - (isHalf(ahead) ? ahead.length : 0), end: end + (isHalf(behind) ? behind.length : 0) };
}
