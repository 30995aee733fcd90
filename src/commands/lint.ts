import type { CheckInput, Diagnostic } from "../check";
import { checkNotes, fixNotes } from "../check";
import type { Vault } from "../vault";
import type { LintReport } from "../write";
import { lintReport } from "../write";
import { lineEdits } from "../write/edit";
import type { CommandWords } from "./command";

export const lintCommand = {
  name: "lint",
  summary: "Check the postmortems of a vault, or single notes",
  options: {},
} as const satisfies CommandWords;

/** What is wrong with the postmortems at `paths`, in the form that both command lines print. */
export function lintNotes(input: CheckInput & { readonly paths: ReadonlySet<string> }): LintReport {
  return lintReport(checkNotes(input), input.library, input.paths);
}

/** Which findings are mended. */
type FixFilter = (diagnostic: Diagnostic) => boolean;

/** All but those that would add what is still to be written: an old note may have it all, in other words. */
const withoutScaffold: FixFilter = ({ fix }) => fix?.scaffolds !== true;

/** The findings of these rules, whatever their fixes add; without any rule, what {@link mendNotes} mends by itself. */
export function fixesOf(rules: readonly string[]): FixFilter {
  return rules.length === 0 ? withoutScaffold : ({ rule }) => rules.includes(rule);
}

/** What came of mending notes. */
export interface Mended {
  /** How many problems have a fix that was worked out. */
  readonly problems: number;
  /** The notes that were changed, with the text that each has now. */
  readonly written: ReadonlyMap<string, string>;
  /** Why a note was not changed, in words. */
  readonly refused: readonly { readonly path: string; readonly message: string }[];
}

/**
 * Mends everything in the postmortems at `paths` that has one right answer: line by line, and only in a note whose text
 * still is the one that was checked. The library keeps the texts of before.
 */
export async function mendNotes(
  input: CheckInput,
  vault: Pick<Vault, "change">,
  wanted: FixFilter = withoutScaffold,
): Promise<Mended> {
  const { texts, applied } = fixNotes(input, wanted);
  const written = new Map<string, string>();
  const refused: { readonly path: string; readonly message: string }[] = [];
  for (const [path, text] of texts) {
    const checked = input.library.text(path) ?? "";
    const result = await vault.change(path, checked, lineEdits(path, checked, text));
    if (result.ok) written.set(path, text);
    else refused.push({ path, message: result.message });
  }
  return { problems: applied, written, refused };
}
