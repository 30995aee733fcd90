import { readIncident } from "../incident";
import type { Note } from "../note";
import { toCachedMetadata } from "../note";
import type { Inspection } from "../write";
import { inspection } from "../write";
import type { CommandContext, CommandWords } from "./command";

export const inspectCommand = {
  name: "inspect",
  summary: "Print everything that was understood of a note, as JSON",
  options: {
    metadata: { type: "boolean", description: "add what Obsidian's metadata cache holds of the note" },
  },
} as const satisfies CommandWords;

/** Everything that was understood of a note, whether or not it is a postmortem. */
export function inspectNote(
  note: Note,
  { library, settings }: Pick<CommandContext, "library" | "settings">,
  { metadata }: { readonly metadata: boolean },
): Inspection & { readonly metadata?: ReturnType<typeof toCachedMetadata> } {
  const understood = inspection(readIncident(note, library, settings), library);
  return metadata ? { ...understood, metadata: toCachedMetadata(note) } : understood;
}
