import { counting } from "../../../base";

const counted = counting("en");

export const reviewTexts = () => ({
  reviewers: "Reviewers",
  reviewersHint: "Separated by commas; they are written into the note",
  impossible: (reason: string) => `This cannot be done: ${reason}.`,
  openActions: (count: number) => counted(count, { one: "# open action item", other: "# open action items" }),
  nothingOpen: "Nothing is open.",
  stillOpen: (what: string) => `Still open: ${what}.`,
  step: (status: string, day: string) => `${status} by ${day}`,
  lateStep: (status: string, day: string) => `${status} by ${day} (late)`,
  due: (steps: string) => `Due: ${steps}.`,
  actions: "Open action items",
  despite: (move: string, errors: number) =>
    `${move} despite ${counted(errors, { one: "# error", other: "# errors" })}`,
  errorsOpen: (errors: number) =>
    counted(errors, {
      one: "# error is still open: mend it, or tick the box above.",
      other: "# errors are still open: mend them, or tick the box above.",
    }),
  nowOpen: (reason: string) => `Nothing was written: ${reason}. This is what is open now.`,
});
