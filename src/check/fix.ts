import { applyEdits, overlaps, editsByPath } from "../base";
import type { Note } from "../note";
import { parseNote } from "../note";
import type { Edit } from "../base";
import { withNotes } from "../vault";
import { checkEach, sortDiagnostics, type CheckInput } from "./check";
import type { Diagnostic, Fix } from "./diagnostic";

/** A fix can uncover the next one; after this many rounds the rest is left to the writer. */
const maxPasses = 10;

/** What fixing leads to; nothing has been written. */
export interface Fixed {
  /** The new text of every note that changed, by path. */
  readonly texts: ReadonlyMap<string, string>;
  /** How many fixes were applied. */
  readonly applied: number;
  /** What is left after the fixes. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Applies the fixes of all findings, or of those that `wanted` picks, and checks again until nothing
 * fixable is left. A fix is applied with all its edits or not at all; one that touches an edit of
 * another waits for the next pass. The library stays as it is.
 */
export function fixNotes(input: CheckInput, wanted: (diagnostic: Diagnostic) => boolean = () => true): Fixed {
  const paths = new Set(input.paths);
  const edited = new Map<string, Note>();
  let { library } = input;
  const textOf = (path: string): string | null => library.text(path);
  const byNote = new Map(checkEach({ ...input, paths }));

  let applied = 0;
  for (let pass = 0; pass < maxPasses; pass++) {
    const candidates = sortDiagnostics([...byNote.values()].flat()).filter(wanted);
    const chosen = chooseFixes(
      candidates.flatMap(({ fix }) => fix ?? []),
      textOf,
    );
    const changed = applyAll(
      chosen.flatMap(({ edits }) => edits),
      textOf,
    );
    if (changed === null || changed.size === 0) break;
    applied += chosen.length;
    const affected = new Set(changed.keys());
    for (const [path, text] of changed) {
      edited.set(path, parseNote(text, path));
      for (const embedder of library.embedders(path)) affected.add(embedder);
    }
    library = withNotes(input.library, new Map(edited));
    const again = checkEach({ ...input, library, paths: [...affected].filter((path) => paths.has(path)) });
    for (const [path, diagnostics] of again) byNote.set(path, diagnostics);
  }
  return {
    texts: new Map([...edited].map(([path, note]) => [path, note.text])),
    applied,
    diagnostics: sortDiagnostics([...byNote.values()].flat()),
  };
}

/** The fixes that can be applied together, the first one winning where two of them meet. */
function chooseFixes(fixes: readonly Fix[], textOf: (path: string) => string | null): readonly Fix[] {
  const taken = new Map<string, Edit[]>();
  return fixes.filter(({ edits }) => {
    const free = edits.every((edit) => !(taken.get(edit.path) ?? []).some((other) => meet(edit, other)));
    if (!free || !changesText(edits, textOf)) return false;
    for (const edit of edits) {
      const ofNote = taken.get(edit.path);
      if (ofNote === undefined) taken.set(edit.path, [edit]);
      else ofNote.push(edit);
    }
    return true;
  });
}

/** Whether edits fit the texts and one another, and one of them says something new. */
function changesText(edits: readonly Edit[], textOf: (path: string) => string | null): boolean {
  let changes = false;
  for (const [index, edit] of edits.entries()) {
    const { start, end } = edit.span;
    const text = textOf(edit.path);
    if (text === null || start < 0 || start > end || end > text.length) return false;
    if (edits.slice(index + 1).some((other) => other.path === edit.path && overlaps(edit.span, other.span)))
      return false;
    changes ||= text.slice(start, end) !== edit.text;
  }
  return changes;
}

/** Also when they only touch: the order of two insertions at one place would be a guess. */
function meet(a: Edit, b: Edit): boolean {
  return a.span.start <= b.span.end && b.span.start <= a.span.end;
}

/** The new text of each note; null when a note cannot be had, or an edit does not fit its text or the other edits. */
function applyAll(edits: readonly Edit[], textOf: (path: string) => string | null): ReadonlyMap<string, string> | null {
  const texts = new Map<string, string>();
  for (const [path, mine] of editsByPath(edits)) {
    const before = textOf(path);
    const after = before === null ? null : applyEdits(before, mine);
    if (after === null) return null;
    texts.set(path, after);
  }
  return texts;
}
