import type { IconName } from "obsidian";
import type { Host } from "../host";

/** A command that works on the note in front. */
export interface NoteCommand {
  readonly id: string;
  readonly name: string;
  readonly icon: IconName;
  /** Whether it is offered for the note at this path; asked whenever a menu or the palette opens. */
  readonly applies: (path: string) => boolean;
  readonly run: (path: string) => void | Promise<void>;
}

/** Adds a command for the note in front, which is offered only where it applies. */
export function addNoteCommand({ app, plugin }: Host, { applies, icon, id, name, run }: NoteCommand): void {
  plugin.addCommand({
    id,
    name,
    icon,
    checkCallback: (checking) => {
      const path = app.workspace.getActiveFile()?.path;
      if (path === undefined || !applies(path)) return false;
      if (!checking) void run(path);
      return true;
    },
  });
}

/** Whether a file is a note, by its path. */
export function isNote(path: string): boolean {
  return path.endsWith(".md");
}
