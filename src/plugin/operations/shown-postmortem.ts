import type { Host } from "../host";

/**
 * The postmortem that a panel is about: the note in front, or while that is a note that postmortems embed one of them,
 * `before` where it is among them. Null when the note in front has nothing to do with a postmortem.
 */
export function shownPostmortem({ app, notes }: Host, before: string | null): string | null {
  const active = app.workspace.getActiveFile()?.path;
  if (active === undefined) return null;
  if (notes.isPostmortem(active)) return active;
  const embedders = notes.library.embedders(active).filter((path) => notes.isPostmortem(path));
  return embedders.find((path) => path === before) ?? embedders[0] ?? null;
}
