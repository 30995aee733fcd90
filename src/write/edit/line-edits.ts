import type { Edit } from "../../base";

/** How many lines ahead two texts are searched for the next line that they share. */
const lookahead = 200;

/**
 * Edits that turn `before` into `after` and leave the lines that both share untouched, so that the
 * cursor, folds and marks in them stay. Not always the fewest edits; linear in the number of lines.
 */
export function lineEdits(path: string, before: string, after: string): Edit[] {
  const old = linesOf(before);
  const now = linesOf(after);
  const edits: Edit[] = [];
  let offset = 0;
  let i = 0;
  let j = 0;
  while (i < old.length || j < now.length) {
    if (i < old.length && old[i] === now[j]) {
      offset += old[i]?.length ?? 0;
      i++;
      j++;
      continue;
    }
    const [skipOld, skipNow] = nextShared(old, now, i, j);
    const removed = old.slice(i, i + skipOld).join("");
    edits.push({
      path,
      span: { start: offset, end: offset + removed.length },
      text: now.slice(j, j + skipNow).join(""),
    });
    offset += removed.length;
    i += skipOld;
    j += skipNow;
  }
  return edits;
}

/** How many lines to pass over on each side until the texts agree again. */
function nextShared(old: readonly string[], now: readonly string[], i: number, j: number): readonly [number, number] {
  for (let distance = 1; distance <= lookahead; distance++) {
    for (let skipOld = 0; skipOld <= distance; skipOld++) {
      const line = old[i + skipOld];
      if (line !== undefined && line.trim() !== "" && line === now[j + distance - skipOld])
        return [skipOld, distance - skipOld];
    }
  }
  return [old.length - i, now.length - j];
}

/** Each line with its line end. */
function linesOf(text: string): readonly string[] {
  return text.match(/[^\n]+\n?|\n/g) ?? [];
}
