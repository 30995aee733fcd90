import {
  Scanner,
  hasDigit,
  holdsAny,
  isDigit,
  isNumber,
  singleSpaced,
  isCapital,
  isWordly,
  withoutEnd,
} from "../../base";
import type { InlineField } from "./marks";
import type { ActionText } from "./text";

const fieldKeys: ReadonlySet<string> = new Set(["ticket", "issue", "jira", "bug"]);

/** Before the number of a ticket in its address, at GitHub, GitLab and Gitea. */
const numbered: ReadonlySet<string> = new Set(["issue", "issues", "work_items", "pull", "merge_requests"]);
/** Before its key: Jira, YouTrack, Linear. */
const keyed: ReadonlySet<string> = new Set(["browse", "issue", "issues"]);
const kinds: ReadonlySet<string> = new Set([...numbered, ...keyed, "pulls"]);
/** Before the number of a ticket at Bugzilla. */
const bugzilla = "show_bug.cgi?id=";

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

/** What stands in a web address behind its host; null for what is none. */
function behindHost(address: string): string | null {
  const scanner = new Scanner(address);
  if (!scanner.literal("http")) return null;
  scanner.sign("sS");
  if (!scanner.literal("://") || scanner.upTo("/") === "" || scanner.sign("/") === "") return null;
  return address.slice(scanner.at);
}

/** The parts of what stands behind the host: of `acme/shop/issues/77?a=b` the four before the question mark. */
function pathOf(behind: string): readonly string[] {
  return new Scanner(behind).upTo("?#").split("/");
}

/** Whether an address is that of a single ticket. */
function isTicketAddress(address: string): boolean {
  const behind = behindHost(address)?.toLowerCase();
  if (behind === undefined) return false;
  const path = pathOf(behind);
  return (
    path.some((part, index) => kinds.has(part) && (path[index + 1] ?? "") !== "") ||
    (behind.split("#", 1)[0] ?? "")
      .split(bugzilla)
      .slice(1)
      .some((number) => isDigit(number.charCodeAt(0)))
  );
}

/** What people call the ticket at an address: `acme/shop#77`, `SHOP-77`; null for an address of something else. */
function calledAt(address: string): string | null {
  const path = pathOf(behindHost(address) ?? "");
  for (const [index, part] of path.entries()) {
    const kind = part.toLowerCase();
    const id = path[index + 1] ?? "";
    if (index > 0 && numbered.has(kind) && isNumber(id)) {
      const names = path.slice(0, index > 1 && path[index - 1] === "-" ? index - 1 : index);
      return `${names.join("/")}#${id}`;
    }
    if (keyed.has(kind) && isKey(id)) return id;
  }
  return null;
}

/** `SHOP-77`, whatever its case, and nothing else. */
function isKey(text: string): boolean {
  const scanner = new Scanner(text.toUpperCase());
  return projectAt(scanner, isOfProject) !== "" && scanner.isDone();
}

/** Goes over a key such as `OPS-123`, and tells its project. */
function projectAt(scanner: Scanner, isOfKind: (char: string) => boolean): string {
  const start = scanner.at;
  const project = scanner.over(isOfKind, 2, 16);
  const isKey = isCapital(project.charAt(0)) && scanner.sign("-") !== "" && scanner.digits(1, 7) !== "";
  if (!isKey) scanner.at = start;
  return isKey ? project : "";
}

/** Goes over `#123` or `owner/repo#123`. */
function numberAt(scanner: Scanner): boolean {
  const start = scanner.at;
  const isPath =
    scanner.over(isOfPath, 1, 60) === "" || (scanner.sign("/") !== "" && scanner.over(isOfPath, 1, 60) !== "");
  const isNumber = isPath && scanner.sign("#") !== "" && scanner.digits(1, 7) !== "";
  if (!isNumber) scanner.at = start;
  return isNumber;
}

function isCapitalOrDigit(char: string): boolean {
  return isCapital(char) || isDigit(char.charCodeAt(0));
}

function isOfProject(char: string): boolean {
  return char === "_" || isCapitalOrDigit(char);
}

function isOfPath(char: string): boolean {
  return isWordly(char) || char === "." || char === "-";
}

/** `OPS-123`, `#123`, `owner/repo#123` as the whole of a link's words. */
function isTicketId(text: string): boolean {
  const scanner = new Scanner(text);
  return (projectAt(scanner, isOfProject) !== "" || numberAt(scanner)) && scanner.isDone();
}

/** The first id of a ticket among words. */
function idIn(text: string): string | null {
  if (!hasDigit(text) || !holdsAny(text, "#-")) return null;
  for (let at = 0; at < text.length; at++) {
    const before = text.charAt(at - 1);
    const end = before === "/" || isOfPath(before) ? at : idEnd(text, at);
    if (end > at) return text.slice(at, end);
  }
  return null;
}

/** Where the id ends that begins at an offset; that offset where none does. */
function idEnd(text: string, at: number): number {
  const scanner = new Scanner(text, at);
  const project = projectAt(scanner, isCapitalOrDigit);
  if (project !== "" && !noProject.has(project) && isDone(scanner)) return scanner.at;
  scanner.at = at;
  return numberAt(scanner) && isDone(scanner) ? scanner.at : at;
}

/** Whether an id does not go on here: no `OPS-1-a`, no `#1.2`. */
function isDone(scanner: Scanner): boolean {
  const next = scanner.text.charAt(scanner.at);
  return next !== "-" && !isWordly(next) && !scanner.isAtDigitBehind(".");
}

/** A field that names the ticket. */
export function isTicketField({ key, value }: InlineField): boolean {
  return fieldKeys.has(key) && value !== "";
}

/** A ticket as a person names it, fit to stand in an item: an address, or an id such as `OPS-7`; null for neither. */
export function writableTicket(named: string): string | null {
  const ticket = named.trim().replaceAll("[", "%5B").replaceAll("]", "%5D");
  const isAddress = !singleSpaced(ticket).includes(" ") && (behindHost(ticket) ?? "") !== "";
  return isAddress || isTicketId(ticket) ? ticket : null;
}

/** What tells whether two names of tickets mean one: `acme/shop#77` for its address too. */
export function ticketKey(ticket: string): string {
  const written = ticket.trim();
  return (calledAt(written) ?? withoutEnd(written, "/")).toLowerCase();
}

/** The words of a link in Markdown that is all of a text. */
function linkWords(text: string): string | null {
  const scanner = new Scanner(text);
  if (scanner.sign("[") === "") return null;
  const words = scanner.upTo("]");
  if (words === "" || !scanner.literal("](")) return null;
  scanner.upTo(")");
  return scanner.sign(")") !== "" && scanner.isDone() ? words : null;
}

/** The ticket that an action item names: its id where one is written, else its address. Null for none. */
export function readTicket(text: ActionText, fields: readonly InlineField[]): string | null {
  const field = fields.find(isTicketField);
  if (field) return linkWords(field.value) ?? field.value;
  for (const { external, display, target } of text.links) {
    if (!external) continue;
    if (isTicketId(display)) return display;
    if (isTicketAddress(target)) return target;
  }
  return idIn(text.masked);
}
