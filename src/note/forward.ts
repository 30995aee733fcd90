/**
 * Finds the next place of something in a text for a scanner that only moves forward. The last
 * answer is kept until the scanner has passed it, so that all searches together read the text
 * once; searching anew from each opening mark would cost the square of its length.
 */
export class ForwardSearch {
  private found = -1;
  private searched = Number.MAX_SAFE_INTEGER;

  /** `find` gives the first place at or after an offset, or -1. */
  constructor(private readonly find: (from: number) => number) {}

  /** The first place at or after `from`, or -1 when it does not lie before `to`. */
  next(from: number, to: number): number {
    if (from < this.searched || (this.found >= 0 && this.found < from)) {
      this.found = this.find(from);
      this.searched = from;
    }
    return this.found >= 0 && this.found < to ? this.found : -1;
  }
}
