import { counting } from "../../../base";
import { commandTexts } from "./commands";

const counted = counting("en");

export const checkingTexts = () => ({
  severities: { error: "Error", warning: "Warning", info: "Hint" },
  line: (line: number) => `line ${line}`,
  lineOf: (note: string, line: number) => `${note}, line ${line}`,
  found: (note: string, counts: string) => `${note}: ${counts}.`,
  foundNew: (note: string, counts: string) => `New in ${note}: ${counts}.`,
  noPostmortem: "This note is not a postmortem.",
  noPostmortems: `There are no postmortems in this vault. The settings say which notes are taken for one; ${commandTexts().learnSettings} proposes some.`,
  checkedAll: (count: number, counts: string) =>
    `${counted(count, { one: "# postmortem checked", other: "# postmortems checked" })}: ${counts}.`,
  progress: (done: number, all: number) => `Checking ${counted(done)} of ${counted(all)} notes …`,
  changedMeanwhile: "The note has changed while it was checked; try again.",
  nothingToFixHere: "Nothing on this line can be fixed from here.",
  problem: (severity: string, message: string) => `${severity}: ${message}`,
  count: (count: number) => counted(count, { one: "# problem", other: "# problems" }),
  countNone: "No problems",
  statusBar: (counts: string) => `Postmortem, ${counts}. Select to see them`,
  ignore: "Ignore…",
  showRule: "Show rule",
  why: "Why it matters",
  example: "For example:",
  done: (fix: string) => `Done: ${fix}.`,
  fixed: (count: number) => counted(count, { one: "# problem fixed.", other: "# problems fixed." }),
  nothingToFix: "There is nothing that can be fixed automatically.",
  ignoring: {
    title: "Ignore this problem",
    description: (rule: string) => `The note will say that ${rule} is ignored here, and why`,
    action: "Ignore",
  },
  gone: "The note has changed, and this problem with it.",
  notCreated: (reason: string) => `Nothing was created: ${reason}.`,
  nothingLeftOpen: "Everything is filled in.",
});
