import { counting } from "../../../base";

const counted = counting("en");

/** The windows that say little. */
export const dialogTexts = () => ({
  find: { none: "No incident fits", placeholder: "Words, services, factors or names of errors" },
  begin: {
    title: "Begin with postmortems",
    ways: {
      new: { button: "Start", text: "Asks for what is known, and writes the note." },
      "learn-settings": {
        button: "Learn",
        text: "For notes that are here already: proposes settings that fit them. Nothing is written before you agree.",
      },
      "check-all": { button: "Check", text: "Lists what is missing or contradicts itself. Changes nothing." },
    },
    before: "Before you begin",
  },
  learned: {
    write: (path: string) => `Write ${path}`,
    found: (notes: number) =>
      counted(notes, {
        one: "# note looks like a postmortem. These settings fit them; nothing is written yet.",
        other: "# notes look like a postmortem. These settings fit them; nothing is written yet.",
      }),
  },
  metrics: {
    replace: "Replace",
    differs: "The note says otherwise than its times. This would be replaced:",
    replaced: (name: string, before: string, after: number) =>
      `\`${name}\`: ${before} becomes ${counted(after)} minutes`,
  },
  rule: {
    severity: (severity: string) => `${severity} unless the settings or the finding say otherwise`,
    right: "Right",
  },
});
