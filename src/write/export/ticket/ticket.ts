import type { ListedAction } from "../../../incident";
import { singleSpaced } from "../../../base";
import type { Note } from "../../../note";
import type { ExternalContext } from "../external/external";
import { redactor } from "../external/external";

/** What a new ticket says. */
export interface Ticket {
  /** One line, as short as every tracker takes it. */
  readonly title: string;
  /** Paragraphs of plain text; the longest part last. */
  readonly body: string;
  /** `YYYY-MM-DD`. */
  readonly due: string | null;
  readonly priority: ListedAction["item"]["priority"];
}

/**
 * Characters of a title: GitHub takes 256, Jira and Azure DevOps 255; the shorter one leaves room for a body in an
 * address, where a Japanese character has nine.
 */
const longestTitle = 120;

/**
 * The tickets of action items, in their order. Null where others read the tracker, and something would be left that
 * must not leave the team.
 */
export function ticketsOf(actions: readonly ListedAction[], context: ExternalContext): readonly (Ticket | null)[] {
  const { library, settings } = context;
  const paths = new Set(actions.flatMap(({ incident, item }) => [incident.path, item.place.path]));
  const notes = [...paths].map((path) => library.note(path)).filter((note): note is Note => note !== null);
  const redact = settings.tickets.public ? redactor(notes, context) : null;
  return actions.map((action) => {
    const said = redact === null ? action.item.text : redact(action.item.text);
    const incident = redact === null ? action.incident.title : redact(action.incident.title);
    return said === null || incident === null
      ? null
      : ticketOf(action, { text: singleSpaced(said), incident: singleSpaced(incident), isPublic: redact !== null });
  });
}

function ticketOf(
  { incident: { date, severity, path }, item: { due, priority }, owners }: ListedAction,
  { text, incident, isPublic }: { readonly text: string; readonly incident: string; readonly isPublic: boolean },
): Ticket {
  const title = shortened(text);
  const known = [date, severity].filter((part) => part !== null).join(", ");
  const facts = [
    ...(due === null ? [] : [`Due: ${due.date}`]),
    ...(priority === null ? [] : [`Priority: ${priority}`]),
    ...(isPublic || owners.length === 0 ? [] : [`Owner: ${owners.join(", ")}`]),
    ...(isPublic ? [] : [`Note: ${path}`]),
  ];
  const body = [
    `Action item of the postmortem “${incident}”${known === "" ? "" : ` (${known})`}.`,
    ...(facts.length === 0 ? [] : [facts.join("\n")]),
    ...(title === text ? [] : [`In full: ${text}`]),
  ];
  return { title, body: body.join("\n\n"), due: due?.date ?? null, priority };
}

function shortened(text: string): string {
  const characters = Array.from(text);
  if (characters.length <= longestTitle) return text;
  return `${characters
    .slice(0, longestTitle - 1)
    .join("")
    .trimEnd()}…`;
}
