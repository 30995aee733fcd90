import { matchesOf } from "../../base";
import type { InlineField } from "./marks";
import type { ActionText } from "./text";

const fieldKeys: ReadonlySet<string> = new Set(["ticket", "issue", "jira", "bug"]);

/** Addresses of single tickets: GitHub, GitLab, Gitea, Jira, YouTrack, Linear, Bugzilla. */
const ticketAddress =
  /^https?:\/\/[^/]+\/(?:[^?#]*\/)?(?:issues?|pull|pulls|merge_requests|work_items|browse)\/[^/?#]+|^https?:\/\/[^/]+\/[^#]*show_bug\.cgi\?id=\d+/i;
/** `OPS-123`, `#123`, `owner/repo#123` as the whole of a link's words. */
const ticketId = /^(?:[A-Z][A-Z0-9_]{1,15}-\d{1,7}|(?:[\w.-]{1,60}\/[\w.-]{1,60})?#\d{1,7})$/;
const wordedId =
  /(?:^|[^\w/.-])(?:([A-Z][A-Z0-9]{1,15})-\d{1,7}|(?:[\w.-]{1,60}\/[\w.-]{1,60})?#\d{1,7})(?![\w-]|\.\d)/g;
/** What looks like a ticket but is a standard, a level or a zone. */
const noProject: ReadonlySet<string> = new Set([
  "UTF",
  "ISO",
  "SHA",
  "SEV",
  "CVE",
  "CWE",
  "RFC",
  "AES",
  "RSA",
  "UTC",
  "GMT",
  "HTTP",
  "TLS",
  "SSL",
  "MD",
  "PEP",
  "ADR",
  "USB",
  "ARM",
  "GPT",
  "US",
  "EU",
  "AP",
  "AZ",
]);

/** Addresses of tickets with what people call them: `acme/shop#77`, `SHOP-77`. */
const named: readonly (readonly [pattern: RegExp, id: (parts: readonly string[]) => string])[] = [
  [
    /^https?:\/\/[^/]+\/([^?#]{1,200}?)\/(?:-\/)?(?:issues?|work_items|pull|merge_requests)\/(\d{1,9})(?:[/?#]|$)/i,
    ([, path = "", number = ""]) => `${path}#${number}`,
  ],
  [
    /^https?:\/\/[^/]+\/[^?#]{0,200}?\b(?:browse|issues?)\/([A-Z][A-Z0-9_]{1,15}-\d{1,7})(?:[/?#]|$)/i,
    ([, key = ""]) => key,
  ],
];

/** A field that names the ticket. */
export function isTicketField({ key, value }: InlineField): boolean {
  return fieldKeys.has(key) && value !== "";
}

/** A ticket as a person names it, fit to stand in an item: an address, or an id such as `OPS-7`; null for neither. */
export function writableTicket(named: string): string | null {
  const ticket = named.trim().replaceAll("[", "%5B").replaceAll("]", "%5D");
  return ticketId.test(ticket) || /^https?:\/\/[^\s/]+\/\S+$/i.test(ticket) ? ticket : null;
}

/** What tells whether two names of tickets mean one: `acme/shop#77` for its address too. */
export function ticketKey(ticket: string): string {
  const written = ticket.trim();
  for (const [pattern, id] of named) {
    const found = pattern.exec(written);
    if (found !== null) return id(found).toLowerCase();
  }
  let end = written.length;
  while (written.charAt(end - 1) === "/") end -= 1;
  return written.slice(0, end).toLowerCase();
}

/** The ticket that an action item names: its id where one is written, else its address. Null for none. */
export function readTicket(text: ActionText, fields: readonly InlineField[]): string | null {
  const field = fields.find(isTicketField);
  if (field) return /^\[([^\]]+)\]\([^)]*\)$/.exec(field.value)?.[1] ?? field.value;
  for (const { external, display, target } of text.links) {
    if (!external) continue;
    if (ticketId.test(display)) return display;
    if (ticketAddress.test(target)) return target;
  }
  for (const match of matchesOf(wordedId, text.masked)) {
    if (match[1] === undefined || !noProject.has(match[1])) return match[0].replace(/^[^\w#]/, "");
  }
  return null;
}
