/**
 * What everything stands on: characters, spans and edits, lines, search in sorted lists, work in steps.
 *
 * It promises that nothing here throws, and that whatever reads a text takes time in proportion to it.
 * Offsets count UTF-16 units from 0; lines and columns that people see count from 1.
 *
 * It does not know what a note is: no Markdown, no time, no vault.
 */

// Places in a text, and changes to it.
export { applyEdits, editsByPath, insertion, offsetBefore, removal, rewritten } from "./edit";
export type { Rewrite } from "./edit";
export { findLineStarts, lineBreakOf, lineEnd, lineEndBefore, lineStartOf, positionAt, textStart } from "./lines";
export type { Position } from "./lines";
export { contains, overlaps } from "./span";
export type { Edit, Place, Span } from "./span";

// Characters and words.
export {
  asciiSet,
  isBlank,
  isDigit,
  isLetter,
  isLetterOrDigit,
  isPunctuation,
  isSpaceOrTab,
  isWhitespace,
  lowerCase,
  skipBlanks,
  skipRun,
  skipSpaces,
  trimEnd,
} from "./characters";
export { remarkAtEnd, withoutRemarks } from "./brackets";
export { counting } from "./counting";
export { isSameBytes } from "./bytes";
export { matchesOf } from "./matches";
export { formatCsv } from "./csv";
export { nearest } from "./nearest";
export { capitalized, plainWords } from "./plain-words";
export { printable, printableJson, printableLine, withoutSteering } from "./printable";
export {
  charAt,
  digitsOf,
  hasDigit,
  hasLetter,
  holdsAny,
  isAnyCapital,
  isAnyLetter,
  isAnyLetterOrDigit,
  isMadeOf,
  isNumber,
  isCapital,
  isWordly,
  leadLength,
  partsBetween,
  singleSpaced,
  withoutEnd,
  withoutEnding,
  withoutLead,
} from "./signs";
export { Scanner } from "./scanner";
export { withoutTail } from "./tail";

// Lists, values and names.
export { quoted } from "./fault";
export type { Fault } from "./fault";
export { compareTexts } from "./compare";
export { isKeyed, keysOf, ownValue } from "./objects";
export type { Keyed } from "./objects";
export { lazily, once } from "./once";
export { pathPatterns } from "./glob";
export type { PathPatterns } from "./glob";
export { folderPath } from "./path";
export { enclosing, firstIndex, indexFrom, within } from "./sorted";

// What is kept, and long work in pieces.
export { Latest, Memory } from "./memory";
export { finish, inOneStep } from "./steps";
export type { Steps } from "./steps";
