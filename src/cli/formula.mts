import temml from "temml";

/** Longest formula that is drawn, in characters: nobody reads a longer one, and it may have been made to take time. */
const longest = 2000;

/**
 * A formula in TeX as MathML; null where it is none. `temml` lets nothing through that leads anywhere, loads or runs
 * as long as its input is not trusted. It is on the command line alone: in the app it would weigh on every start.
 */
export function writeFormula(tex: string, display: boolean): string | null {
  if (tex.length > longest) return null;
  try {
    return temml.renderToString(tex, { displayMode: display, throwOnError: true, trust: false, maxExpand: 100 });
  } catch {
    // It says what is wrong with the formula; its source is shown instead, where that can be seen.
    return null;
  }
}
