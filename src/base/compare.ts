/** The order of two texts by UTF-16 unit, so that it does not depend on the machine's language. For `sort`. */
export function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
