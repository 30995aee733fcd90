import type { Note } from "../note";
import type { EmbedProblem } from "../vault";
import { flatten } from "../write";
import type { CommandContext, CommandWords } from "./command";

export const resolveCommand = {
  name: "resolve",
  summary: "Print a note with every embed replaced by what it shows",
  options: {
    "mark-origin": { type: "boolean", description: "say in comments where embedded text comes from" },
  },
} as const satisfies CommandWords;

/** A note with every embed replaced by what it shows; a remark stands where that is not possible. */
export function resolveNote(
  note: Note,
  { library, settings }: Pick<CommandContext, "library" | "settings">,
  { markOrigin }: { readonly markOrigin: boolean },
): { readonly path: string; readonly text: string; readonly problems: readonly EmbedProblem[] } {
  const { path, text } = note;
  const flattened = flatten(library, path, { depth: settings.embedDepth, markOrigin });
  return { path, text: flattened?.text ?? text, problems: flattened?.problems ?? [] };
}
