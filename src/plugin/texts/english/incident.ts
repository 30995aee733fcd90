import { counting } from "../../../base";

const counted = counting("en");

export const incidentTexts = () => ({
  show: "Show incident",
  noPostmortem: "Open a postmortem to see its incident.",
  sections: { timeline: "Timeline", embeds: "Embeds", similar: "Similar incidents" },
  noEvent: "No event with a known time yet.",
  noProblems: "No problems",
  filledIn: (filled: number, all: number) => `${counted(filled)} of ${counted(all)} sections filled in`,
  fillInNext: "Fill in the next",
  inProperties: "In the properties",
  editTitle: "Edit title",
  moveTo: (status: string) => `Move to ${status}`,
  /** The properties that every team starts with; milestones and metrics have names of their own. */
  fields: {
    title: "title",
    date: "date",
    aliases: "aliases",
    type: "type",
    severity: "severity",
    status: "status",
    owner: "owner",
    services: "services",
    factors: "factors",
    timezone: "timezone",
    reviewer: "reviewer",
    reviewed: "reviewed",
    published: "published",
    related: "related",
    lang: "lang",
  },
  metrics: {
    "time-to-detect": "time to detect",
    "time-to-acknowledge": "time to acknowledge",
    "time-to-identify": "time to identify",
    "time-to-mitigate": "time to mitigate",
    "time-to-resolve": "time to resolve",
  },
  origins: { stated: "in the properties", marked: "marked in the timeline", worded: "from the wording" },
  turns: "Turning points",
  goToTurn: (name: string, when: string, note: string) => `${name}, ${when}. Go to where ${note} says so`,
  beforeStart: (start: string) => `This lies before “${start}”; one of the two is wrong`,
  actions: {
    none: "None yet",
    allDone: (all: number) => `All ${counted(all)} done`,
    open: (open: number, all: number, overdue: number) =>
      `${counted(open)} of ${counted(all)} open, ${counted(overdue)} overdue`,
    due: (day: string) => `due ${day}`,
    late: (day: string, days: number) => `due ${day}, ${counted(days, { one: "# day late", other: "# days late" })}`,
  },
  resolved: "resolved",
  searching: "Searching…",
  timeline: {
    showAll: (events: number) =>
      counted(events, { one: "Show the text of all # events", other: "Show the text of all # events" }),
    silences: "Silences",
    silence: (length: string, clock: string) => `${length} without an entry before ${clock}`,
    unplaced: (events: number) =>
      counted(events, {
        one: "# event has no known day and is left out.",
        other: "# events have no known day and are left out.",
      }),
    asList: "Events as a list",
    changeThis: (event: string) => `Change: ${event}`,
    change: "Change time, words, mark or place",
    local: (zone: string) => `Local (${zone})`,
  },
  block: {
    insert: "Insert incident summary block",
    faults: "What is wrong in this block",
    missing: (note: string) => `\`${note}\` does not exist`,
    reading: "Reading the note …",
    onlyKnown: (keys: string) => `${keys}: only \`show\`, \`note\` and \`zone\` are known`,
    parts: "expected `facts`, `timeline` or `actions`, with commas between several",
    link: "expected a link to a note, such as `[[Incident-2024-04-11-API-Outage]]`",
    line: (line: number) => `line ${line}: expected \`name: value\`; \`show\`, \`note\` and \`zone\` are known`,
    twice: (line: number, key: string) => `line ${line}: \`${key}\` is there twice`,
  },
});
