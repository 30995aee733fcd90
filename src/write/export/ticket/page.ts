import { withoutTail } from "../../../base";
import type { Settings } from "../../../settings";
import { escapeMarkup } from "../..";
import type { Ticket } from "./ticket";

type TicketSettings = Settings["tickets"];

/** The address of a tracker's page for a new ticket with this ticket filled in, or why there is none. */
export type TicketPage =
  { readonly ok: true; readonly address: string } | { readonly ok: false; readonly message: string };

/**
 * Characters of an address that Windows hands to a browser, and that Azure DevOps takes; GitHub refuses one of more
 * than 8191 with "414 URI Too Long".
 */
const longestAddress = 2000;

/** Ends a body that is cut. */
const cutMark = "…\n\n(Cut here: an address holds no more. The postmortem has the rest.)";

/** The page that is to be opened; nobody has made a ticket until that page is sent. */
export function ticketPage(ticket: Ticket, settings: TicketSettings): TicketPage {
  const address = withoutSlashes(settings.address.trim());
  if (settings.tracker === "none")
    return { ok: false, message: "no tracker is set: choose one in the settings under Tickets" };
  const expected = trackers[settings.tracker].fault(address, settings);
  if (expected !== null) return { ok: false, message: `the settings under Tickets need ${expected} for this tracker` };
  const { tracker } = settings;
  const found = fitting(ticket, (part) => trackers[tracker].page(part, { ...settings, address }));
  return found === null
    ? {
        ok: false,
        message: `the address would have more than ${longestAddress} characters: set fewer labels, or a shorter address`,
      }
    : { ok: true, address: found };
}

/** The repository on GitHub that the settings name, as `gh` takes it: `acme/shop`, or with a host before it. */
export function repositoryOf({ tracker, address }: TicketSettings): string | null {
  const [, host = "", path] = (tracker === "github" ? gitHubRepository.exec(address.trim()) : null) ?? [];
  return path === undefined ? null : host.toLowerCase() === "github.com" ? path : `${host}/${path}`;
}

interface Tracker {
  /** What the settings lack, as words behind "need"; null for nothing. */
  readonly fault: (address: string, settings: TicketSettings) => string | null;
  readonly page: (ticket: Ticket, settings: TicketSettings) => string;
}

const webAddress = /^https?:\/\/[^\s/?#]+/i;
const gitHubRepository = /^https?:\/\/([^\s/?#]+)\/([^\s/?#]+\/[^\s/?#]+?)(?:\.git)?(?:[/?#]|$)/i;

const needsAddress = (address: string): string | null =>
  webAddress.test(address) ? null : "an address that begins with `https://`";

const trackers: Readonly<Record<Exclude<TicketSettings["tracker"], "none">, Tracker>> = {
  // docs.github.com, "Creating an issue from a URL query".
  github: {
    fault: (address) =>
      gitHubRepository.test(address) ? null : "the address of a repository, such as `https://github.com/acme/shop`",
    page: ({ title, body }, { address, labels }) => {
      const [, host = "", repository = ""] = gitHubRepository.exec(address) ?? [];
      return query(`https://${host}/${repository}/issues/new`, { title, body, labels: labels.join(",") });
    },
  },
  // docs.gitlab.com, "Using a URL with prefilled values"; labels and the date by quick actions of the description.
  gitlab: {
    fault: needsAddress,
    page: ({ title, body, due }, { address, labels }) => {
      const actions = [
        ...(labels.length === 0
          ? []
          : [`/label ${labels.map((label) => `~"${label.replaceAll('"', "")}"`).join(" ")}`]),
        ...(due === null ? [] : [`/due ${due}`]),
      ];
      return query(`${address.replace(/\/-\/.*$/, "")}/-/issues/new`, {
        "issue[title]": title,
        "issue[description]": [body, ...actions].join("\n\n"),
      });
    },
  },
  // Atlassian, "Creating issues via direct HTML links": projects and types go by number; `labels` once for each.
  jira: {
    fault: (address, { project, type }) =>
      needsAddress(address) ??
      (/^\d+$/.test(project) && /^\d+$/.test(type) ? null : "the numbers of the project and of the type of ticket"),
    page: ({ title, body }, { address, labels, project, type }) =>
      query(
        `${address}/secure/CreateIssueDetails!init.jspa`,
        { pid: project, issuetype: type, summary: title, description: body },
        labels.map((label) => ["labels", label.replace(/\s+/g, "-")]),
      ),
  },
  // linear.app/docs, "Create new issue URL".
  linear: {
    fault: (address) => (address === "" ? null : needsAddress(address)),
    page: ({ title, body, priority }, { address, labels, project }) =>
      query(address === "" ? "https://linear.new" : address, {
        title,
        description: body,
        team: project,
        priority:
          priority === null
            ? ""
            : { highest: "urgent", lowest: "low", high: "high", medium: "medium", low: "low" }[priority],
        labels: labels.join(","),
      }),
  },
  // learn.microsoft.com, "Use templates to add and update work items": the description is HTML, tags are parted by `;`.
  azure: {
    fault: needsAddress,
    page: ({ title, body, priority }, { address, labels, type }) =>
      query(`${address}/_workitems/create/${encoded(type === "" ? "Task" : type)}`, {
        "[System.Title]": title,
        "[System.Description]": escapeMarkup(body).replaceAll("\n", "<br>"),
        "[System.Tags]": labels.join(";"),
        "[Microsoft.VSTS.Common.Priority]":
          priority === null ? "" : { highest: "1", high: "2", medium: "3", low: "4", lowest: "4" }[priority],
      }),
  },
  own: {
    fault: needsAddress,
    page: ({ title, body, due, priority }, { address, labels }) => {
      const values: Readonly<Record<string, string>> = {
        title,
        body,
        due: due ?? "",
        priority: priority ?? "",
        labels: labels.join(","),
      };
      return address.replace(/\{\{(title|body|due|priority|labels)\}\}/g, (_, name: string) =>
        encoded(values[name] ?? ""),
      );
    },
  },
};

/** The address with what is not empty behind it. */
function query(
  start: string,
  fields: Readonly<Record<string, string>>,
  more: readonly (readonly [key: string, value: string])[] = [],
): string {
  const parts = [...Object.entries(fields), ...more]
    .filter(([, value]) => value !== "")
    .map(([key, value]) => `${encoded(key)}=${encoded(value)}`);
  return `${start}?${parts.join("&")}`;
}

/** Half of a character, which no address can hold, becomes the sign for an unknown one. */
function encoded(text: string): string {
  return encodeURIComponent(text.replace(/[\ud800-\udfff]/gu, "\ufffd"));
}

function withoutSlashes(address: string): string {
  let end = address.length;
  while (address.charAt(end - 1) === "/") end--;
  return address.slice(0, end);
}

/** The page with as much of the body as an address can hold; null when it cannot hold the rest either. */
function fitting(ticket: Ticket, pageOf: (ticket: Ticket) => string): string | null {
  const whole = pageOf(ticket);
  if (whole.length <= longestAddress) return whole;
  const characters = Array.from(ticket.body.slice(0, longestAddress));
  const cut = (length: number): string => {
    const kept = characters.slice(0, length).join("");
    // What a joined emoji is made of goes as a whole or not at all.
    return pageOf({ ...ticket, body: withoutTail(kept, "\u200d\ufe0f") + cutMark });
  };
  if (cut(0).length > longestAddress) return null;
  let [fits, tooLong] = [0, characters.length];
  while (tooLong - fits > 1) {
    const middle = Math.floor((fits + tooLong) / 2);
    if (cut(middle).length <= longestAddress) fits = middle;
    else tooLong = middle;
  }
  return cut(fits);
}
