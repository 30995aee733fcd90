import { counting } from "../../../base";

const counted = counting("en");

export const writingTexts = () => ({
  base: {
    isThere: (path: string) => `${path} is there already, and was left as it is.`,
    unwritten: (reason: string) => `The base could not be written: ${reason}.`,
    needsPlugin: (path: string) => `${path} is a base. To see it, turn on the core plugin Bases.`,
  },
  embeds: {
    none: "There is nothing to replace.",
    replaced: (count: number) => counted(count, { one: "# embed replaced.", other: "# embeds replaced." }),
    copied: "Copied with embeds resolved.",
    unresolved: (problems: string) => `Not resolved:\n${problems}`,
  },
  copies: {
    created: (path: string) => `Written to ${path}.`,
    updated: (path: string, source: string) => `Refreshed: ${path}, from ${source}.`,
    unchanged: (path: string, source: string) => `Nothing has changed in ${path} since it was made from ${source}.`,
    notIncluded: (problems: string) => `Not included:\n${problems}`,
    unreadable: (source: string, path: string) => `\`${source}\`, which \`${path}\` was exported from, cannot be read`,
  },
  learning: {
    isThere: (path: string) => `\`${path}\` holds the settings already, and was left as it is.`,
    unread: (paths: string) => `Not read, and left out: ${paths}.`,
    none: "Nothing in this vault looks like a postmortem yet.",
    written: (path: string) => `Wrote \`${path}\`; it holds from now on.`,
  },
  summary: "Block with facts and timeline inserted.",
  finding: { none: "There are no postmortems yet." },
  importing: { asText: "Paste as text" },
  form: { isOpen: "Finish or close the open form first." },
  timeline: {
    sorted: "Timeline sorted.",
    unsorted: (count: number, times: string) =>
      `${counted(count, { one: "A line stays", other: "# lines stay" })} below the one above: ${times} cannot be read.`,
    metrics: "Metrics written to the properties.",
    chart: "Timeline chart inserted.",
    noEvent: "There is no event whose day and time are known.",
  },
  files: {
    missing: (path: string) => `\`${path}\` does not exist`,
    notText: (path: string) => `\`${path}\` is not text`,
    unreadable: (path: string, reason: string) => `\`${path}\` cannot be read: ${reason}`,
    unwritable: (path: string, reason: string) => `\`${path}\` cannot be written: ${reason}`,
    exists: (path: string) => `\`${path}\` exists already`,
    outside: (path: string) => `\`${path}\` lies outside the notes of this vault`,
    changedMeanwhile: "the note was changed meanwhile",
    unsaved: "a pane holds text of the note that is not saved yet; try again in a moment",
    refused: "the editor did not take the change",
    overlapping: "the edits overlap or lie outside the text",
  },
});
