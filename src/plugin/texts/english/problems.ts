import { counting } from "../../../base";

const counted = counting("en");

export const problemTexts = () => ({
  counts: {
    error: (count: number) => counted(count, { one: "# error", other: "# errors" }),
    warning: (count: number) => counted(count, { one: "# warning", other: "# warnings" }),
    info: (count: number) => counted(count, { one: "# hint", other: "# hints" }),
    none: "no problems",
  },
  panel: "Postmortem problems",
  showPanel: "Show problems",
  notes: "Notes",
  coverages: { note: "This note", all: "All postmortems" },
  order: "Order",
  orders: { severity: "Worst first", place: "By line", rule: "By rule" },
  ofSeverity: {
    error: (count: number) => `Errors: ${counted(count)}`,
    warning: (count: number) => `Warnings: ${counted(count)}`,
    info: (count: number) => `Hints: ${counted(count)}`,
  },
  filter: "Filter problems",
  filterBy: "Filter by rule or words",
  fixAll: "Fix all",
  showIgnored: "Show what is ignored",
  showAll: "Show all problems",
  inNotes: (counts: string, notes: number) => `${counts} in ${counted(notes, { one: "# note", other: "# notes" })}`,
  noneOf: (found: number) =>
    counted(found, {
      one: "None of # problem matches the filters.",
      other: "None of # problems matches the filters.",
    }),
  noPostmortem: "Open a postmortem to see its problems.",
  noneAtAll: "No problems in any postmortem.",
  noneHere: "No problems in this note.",
  ignored: "Ignored",
  noReason: "No reason is given",
  reportAgain: "Report it again",
  noteChanged: "The note has changed meanwhile.",
  fixWays: (ways: number) => counted(ways, { one: "Fix: # way", other: "Fix: # ways" }),
  ignore: "Ignore with a reason",
  ignoreHere: "Ignore here…",
  goTo: "Go to it",
  openRule: "Open the rule",
  copy: "Copy",
  copyAll: (count: number) => counted(count, { one: "Copy all #", other: "Copy all #" }),
  copied: (count: number) =>
    counted(count, { one: "The problem is in the clipboard.", other: "# problems are in the clipboard." }),
});
