import { describe, expect, it } from "vitest";
import { listActionsOf } from "../../src/incident";
import { readSettings } from "../../src/settings";
import type { Ticket, TicketPage } from "../../src/write/export";
import { ticketPage, ticketScript, ticketsOf } from "../../src/write/export";
import { libraryOf } from "../vault/library-of";

const plain: Ticket = { title: "New bug report", body: "Fixes the problem.", due: null, priority: null };

function page(tickets: object, ticket: Partial<Ticket> = {}): TicketPage {
  const { settings, problems } = readSettings({ tickets });
  expect(problems).toEqual([]);
  return ticketPage({ ...plain, ...ticket }, settings.tickets);
}

function address(tickets: object, ticket: Partial<Ticket> = {}): string {
  const result = page(tickets, ticket);
  if (!result.ok) throw new Error(result.message);
  return result.address;
}

/** What the tracker gets of an address. */
const fields = (of: string): Record<string, string> => Object.fromEntries(new URL(of).searchParams);

const github = { tracker: "github", address: "https://github.com/octo-org/octo-repo" };
const gitlab = { tracker: "gitlab", address: "https://gitlab.com/acme/web/shop/" };
const jira = { tracker: "jira", address: "https://jira.example.com", project: "10420", type: "1" };
const linear = { tracker: "linear" };
const azure = { tracker: "azure", address: "https://dev.azure.com/acme/Fabrikam%20Fiber" };
const own = { tracker: "own", address: "https://tickets.example.com/new?t={{title}}&text={{body}}&l={{labels}}" };
const all = [github, gitlab, jira, linear, azure, own];

describe("the page of a new ticket", () => {
  it("is the one that each tracker documents", () => {
    expect(address({ ...github, labels: ["bug"] }, { body: "" })).toBe(
      "https://github.com/octo-org/octo-repo/issues/new?title=New%20bug%20report&labels=bug",
    );
    expect(address({ ...gitlab, labels: ["to do", "ops"] }, { due: "2024-05-01" })).toBe(
      "https://gitlab.com/acme/web/shop/-/issues/new?issue%5Btitle%5D=New%20bug%20report&issue%5Bdescription%5D=Fixes%20the%20problem.%0A%0A%2Flabel%20~%22to%20do%22%20~%22ops%22%0A%0A%2Fdue%202024-05-01",
    );
    expect(address({ ...jira, labels: ["to do", "ops"] }, { title: "helloWorld", body: "greetings" })).toBe(
      "https://jira.example.com/secure/CreateIssueDetails!init.jspa?pid=10420&issuetype=1&summary=helloWorld&description=greetings&labels=to-do&labels=ops",
    );
    expect(fields(address({ ...linear, project: "ENG", labels: ["a", "b"] }, { priority: "highest" }))).toEqual({
      title: "New bug report",
      description: "Fixes the problem.",
      team: "ENG",
      priority: "urgent",
      labels: "a,b",
    });
    expect(address(linear)).toMatch(/^https:\/\/linear\.new\?title=New%20bug%20report&/);
    expect(address({ ...azure, labels: ["Web", "Phone"] }, { body: "a <b>\nc", priority: "low" })).toBe(
      "https://dev.azure.com/acme/Fabrikam%20Fiber/_workitems/create/Task?%5BSystem.Title%5D=New%20bug%20report&%5BSystem.Description%5D=a%20%26lt%3Bb%26gt%3B%3Cbr%3Ec&%5BSystem.Tags%5D=Web%3BPhone&%5BMicrosoft.VSTS.Common.Priority%5D=4",
    );
    const dated = { tracker: "own", address: "https://tickets.example.com/new?d={{due}}&p={{priority}}" };
    expect(address(dated, { due: "2024-05-02", priority: "high" })).toBe(
      "https://tickets.example.com/new?d=2024-05-02&p=high",
    );
    expect(address({ ...linear, address: "https://linear.app/acme/team/OPS/new/" }, { body: "" })).toBe(
      "https://linear.app/acme/team/OPS/new?title=New%20bug%20report",
    );
    expect(address({ ...own, labels: ["a&b"] })).toBe(
      "https://tickets.example.com/new?t=New%20bug%20report&text=Fixes%20the%20problem.&l=a%26b",
    );
  });

  it("takes the repository out of whatever address of it is set", () => {
    for (const written of ["acme/shop", "acme/shop.git", "acme/shop/", "acme/shop/issues?q=is:open"])
      expect(address({ tracker: "github", address: `https://github.com/${written}` })).toMatch(
        /^https:\/\/github\.com\/acme\/shop\/issues\/new\?title=/,
      );
    expect(address({ ...gitlab, address: "https://gitlab.com/acme/shop/-/issues" })).toMatch(
      /^https:\/\/gitlab\.com\/acme\/shop\/-\/issues\/new\?/,
    );
  });

  it("carries whatever a text holds", () => {
    const title = "💥 \"[[x]]\" & 'y' #1? 100% <b> {{body}}";
    const body = "one\n\ntwo 👩‍👩‍👧 + 日本\\n\r\n[a](b) \ud800";
    expect(fields(address(github, { title, body }))).toMatchObject({ title, body: body.replace("\ud800", "\ufffd") });
    expect(fields(address(own, { title, body }))["t"]).toBe(title);
    for (const tracker of all) expect(address(tracker, { title, body })).not.toMatch(/[\s"<>[\]]/);
  });

  it.each(["x", "word ", "日", "👩‍👩‍👧", "&\n"])(
    "cuts a body of many %j to what an address can hold, and says so",
    (unit) => {
      for (const tracker of all) {
        for (const count of [200, 2000, 20000]) {
          const result = address(
            { ...tracker, labels: ["postmortem"] },
            { title: unit.repeat(9), body: unit.repeat(count) },
          );
          expect(result.length).toBeLessThanOrEqual(2000);
          expect(() => decodeURIComponent(result)).not.toThrow();
          const cut = decodeURIComponent(result).includes(
            "(Cut here: an address holds no more. The postmortem has the rest.)",
          );
          if (!cut)
            expect(decodeURIComponent(result)).toContain(
              unit
                .repeat(count)
                .replaceAll("&", tracker === azure ? "&amp;" : "&")
                .replaceAll("\n", tracker === azure ? "<br>" : "\n"),
            );
          else expect(result.length).toBeGreaterThan(1900);
          expect(decodeURIComponent(result)).toContain("postmortem");
          expect(result).not.toContain("\u200d…");
        }
      }
    },
  );

  it("fills an address to the last character", () => {
    const { length } = address(github, { body: "" });
    const room = 2000 - length - "&body=".length;
    expect(address(github, { body: "x".repeat(room) })).toHaveLength(2000);
    expect(address(github, { body: "x".repeat(room) })).not.toContain("Cut");
    expect(address(github, { body: "x".repeat(room + 1) })).toHaveLength(2000);
    expect(address(github, { body: "x".repeat(room + 1) })).toContain("Cut");
  });

  it("says what the settings lack", () => {
    const lacks = (tickets: object): string => {
      const result = page(tickets);
      return result.ok ? result.address : result.message;
    };
    expect(lacks({})).toContain("choose one in the settings under Tickets");
    expect(lacks({ tracker: "github", address: "https://github.com/acme" })).toContain("the address of a repository");
    expect(lacks({ ...jira, project: "SHOP" })).toContain("the numbers of the project and of the type");
    for (const tracker of ["gitlab", "jira", "azure", "own"])
      for (const bad of ["", "javascript:alert(1)", "file:///etc/passwd"])
        expect(lacks({ ...jira, tracker, address: bad })).toContain("an address that begins with `https://`");
    expect(lacks({ ...github, labels: ["l".repeat(3000)] })).toContain("more than 2000 characters");
  });
});

const path = "Incident.md";
const note = (item: string): string =>
  `---\ntitle: Outage at globex for Ada Lovelace\ndate: 2024-04-11\nseverity: SEV-1\ntags: [postmortem]\n---\n\n## Action Items\n\n- [ ] ${item}\n`;

function ticket(item: string, settings: object = {}): Ticket | null {
  const library = libraryOf({ [path]: note(item), "People/Ada Lovelace.md": "---\ntags: [person]\n---\n" });
  const { settings: read } = readSettings({ external: { removeWords: ["globex"] }, ...settings });
  const actions = listActionsOf(path, library, read, { now: Date.UTC(2024, 4, 1), zone: "UTC" });
  return ticketsOf(actions, { library, settings: read })[0] ?? null;
}

describe("what a ticket says", () => {
  it("is the item, its incident and its dates; who does it and the note only where the team alone reads it", () => {
    expect(ticket("Cap *retries* [[Ada Lovelace]] ⏫ 📅 2024-05-01", { tickets: { public: false } })).toEqual({
      title: "Cap *retries*",
      body: "Action item of the postmortem “Outage at globex for Ada Lovelace” (2024-04-11, SEV-1).\n\nDue: 2024-05-01\nPriority: high\nOwner: Ada Lovelace\nNote: Incident.md",
      due: "2024-05-01",
      priority: "high",
    });
  });

  it("leaves out where others read it what an external version leaves out", () => {
    const said = ticket(
      "Ask Ada about globex at https://wiki.corp/x, see OPS-12, ops-13 and @bob ([note](Secret.md)) %% key %% 📅 2024-05-01 @ada",
    );
    expect(said?.title).toBe(
      "Ask Engineer 1 about ███ at (internal link), see (ticket), (ticket) and Engineer 2 (note)",
    );
    expect(said?.body).toBe(
      "Action item of the postmortem “Outage at ███ for Engineer 1” (2024-04-11, SEV-1).\n\nDue: 2024-05-01",
    );
  });

  it("is nothing where others read it and something of it could not be taken out", () => {
    expect(ticket("Ask Ada", { external: { otherRole: "Ada" } })).toBeNull();
    expect(ticket("Ask nobody", { external: { otherRole: "Ada" } })).toBeNull();
    expect(ticket("Ask Ada", { external: { otherRole: "Ada" }, tickets: { public: false } })).not.toBeNull();
  });

  it("has a title of 120 characters at most, without a blank before its end", () => {
    expect(ticket("a".repeat(120))?.title).toBe("a".repeat(120));
    expect(ticket("a".repeat(121))?.title).toBe(`${"a".repeat(119)}…`);
    expect(ticket(`${"𝒂".repeat(118)} bcd`)?.title).toBe(`${"𝒂".repeat(118)}…`);
    expect(ticket("a".repeat(120))?.body).not.toContain("In full");
  });

  it("has the whole text in its body where the title is cut", () => {
    const long = `${"日本語".repeat(60)} end`;
    const said = ticket(long);
    expect(Array.from(said?.title ?? "")).toHaveLength(120);
    expect(said?.title).toMatch(/語?…$/);
    expect(said?.body).toContain(`In full: ${long}`);
  });
});

describe("the commands that make tickets on GitHub", () => {
  const repository = (tickets: object): string | undefined => {
    const { settings } = readSettings({ tickets });
    return /--repo '([^']*)'/.exec(ticketScript([{ place: "Note.md:1", ticket: plain }], settings.tickets))?.[1];
  };

  it.each([
    [" https://github.com/acme/shop/issues ", "acme/shop"],
    ["https://GitHub.com/acme/shop.git", "acme/shop"],
    ["https://git.example.com/acme/shop", "git.example.com/acme/shop"],
    ["https://github.com/acme", undefined],
    ["see https://github.com/acme/shop", undefined],
  ])("name the repository of %j", (written, expected) => {
    expect(repository({ tracker: "github", address: written })).toBe(expected);
  });

  it("name none of another tracker", () => {
    expect(repository({ tracker: "gitlab", address: "https://gitlab.com/acme/shop" })).toBeUndefined();
  });
});
