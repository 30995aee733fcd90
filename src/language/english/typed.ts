import type { Words } from "../lexicon";

/** Words by which a person names a moment in a field of a form, or a chat client the day of a message: in English. */
export const typedDays: Readonly<Record<"now" | "today" | "yesterday" | "ago", Words>> = {
  now: ["now"],
  today: ["today"],
  yesterday: ["yesterday"],
  ago: ["ago"],
};
