export {
  asciiSet,
  isBlank,
  isDigit,
  isLetter,
  isLetterOrDigit,
  isPunctuation,
  isSpaceOrTab,
  isWhitespace,
  skipBlanks,
  skipRun,
  skipSpaces,
  trimEnd,
} from "./characters";
export { applyEdits, insertion, offsetBefore, removal, rewritten } from "./edit";
export type { Rewrite } from "./edit";
export { quoted } from "./fault";
export type { Fault } from "./fault";
export { findLineStarts, lineBreakOf, lineEndBefore, lineStartOf, positionAt } from "./lines";
export type { Position } from "./lines";
export { matchesOf } from "./matches";
export { Latest, Memory } from "./memory";
export { nearest } from "./nearest";
export { once } from "./once";
export { folderPath } from "./path";
export { plainWords } from "./plain-words";
export { enclosing, firstIndex, indexFrom, within } from "./sorted";
export { contains, overlaps } from "./span";
export type { Edit, Place, Span } from "./span";
export { finish, inOneStep } from "./steps";
export type { Steps } from "./steps";
export { withoutTail } from "./tail";
