import { counting } from "../counted";

const counted = counting("en");

export const changeTexts = {
  write: "Write",
  reason: "Reason",
  undo: "Undo",
  open: "Open",
  showInFolder: "Show in folder",
  created: (paths: readonly string[]) => `Created ${paths.map((path) => `\`${path}\``).join(" and ")}.`,
  unchanged: (reason: string) => `Nothing was changed: ${reason}.`,
  unchangedIn: (path: string, reason: string) => `Nothing was changed in ${path}: ${reason}.`,
  unwritten: (reason: string) => `Nothing was written: ${reason}.`,
  leftAsItIs: (path: string, reason: string) => `${path} was left as it is: ${reason}.`,
  unreadable: "it cannot be read",
  hasChanged: "it has changed",
  gone: (path: string) => `${path} is gone.`,
  notListed: (path: string) => `${path} was written, but the app does not list it yet.`,
  emptyAnswer: "Say something here, or close this.",
  clipboard: "The clipboard cannot be written to.",
  fileTooLong: (name: string, megabytes: number) =>
    `${name} is longer than ${counted(megabytes)} MB: choose the part that matters.`,
  fact: {
    changedMeanwhile: (name: string) => `${name} was left as it is: the note was changed meanwhile.`,
    takenOut: (name: string) => `${name} taken out.`,
    set: (name: string, value: string) => `${name} is ${value}.`,
  },
  actions: {
    count: (count: number) => counted(count, { one: "# action item", other: "# action items" }),
    done: (what: string, items: string) => `${what}: ${items}`,
    leftAsBefore: (count: number, reasons: string) =>
      `${counted(count, { one: "# action item", other: "# action items" })} left as before: ${reasons}.`,
    addOwner: "Add owner",
    reassign: "Reassign",
    reassigned: "Reassigned",
    addDue: "Add due date",
    reschedule: "Reschedule",
    due: "Due date",
    rescheduled: "Rescheduled",
    postponements: { day: "+1 day", week: "+1 week", monday: "Next Monday" },
    addReason: "Add reason",
    reasonGiven: "Reason given",
    addEvidence: "Add what showed it",
    evidence: "Verified by",
    verified: "Verified",
    noBrackets: "Leave out square brackets.",
    withoutDue: "Without a due date",
    putOff: "Put off",
    keepsChanging: "the note keeps changing",
    itemChanged: "the note has changed, and this item with it",
    byHand: "this one has to be changed by hand",
  },
};
