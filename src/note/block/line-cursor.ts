import * as Char from "../char-codes";

/** Reads a note line by line, and each line column by column: a tab reaches to the next multiple of four. */
export class LineCursor {
  /** Bounds of the line, its line end left out. */
  start = 0;
  end = 0;
  /** How far the line is read. The column lies within a tab at `at` when only a part of it is read. */
  at = 0;
  column = 0;
  /** The first character after blanks from `at` on, its column, and how many columns lie between. */
  next = 0;
  nextColumn = 0;
  indent = 0;
  /** Nothing but blanks is left on the line. */
  blank = false;
  private inTab = false;

  constructor(readonly text: string) {}

  /** Goes to the line `[start, end)`, of which `end` may lie behind a carriage return. */
  startLine(start: number, end: number): void {
    this.start = start;
    this.end = end > start && this.text.charCodeAt(end - 1) === Char.carriageReturn ? end - 1 : end;
    this.moveTo(start, 0);
  }

  /** The first character after blanks; NaN beyond the text. */
  get nextCode(): number {
    return this.text.charCodeAt(this.next);
  }

  /** Where the unread part of the line starts; a tab that is read in part is left out. */
  get rest(): number {
    return this.inTab ? this.at + 1 : this.at;
  }

  /** Goes on at an offset of the line that stands at a column. */
  moveTo(at: number, column: number): void {
    this.at = at;
    this.column = column;
    this.inTab = false;
    this.findNext();
  }

  /** Reads everything up to the first character after blanks. */
  skipBlanks(): void {
    this.at = this.next;
    this.column = this.nextColumn;
    this.indent = 0;
    this.inTab = false;
  }

  /** Reads blanks up to a number of columns. */
  skipColumns(count: number): void {
    const target = this.column + count;
    this.inTab = false;
    while (this.at < this.next && this.column < target) {
      if (this.text.charCodeAt(this.at) === Char.tab) {
        const stop = nextTabStop(this.column);
        if (stop > target) {
          this.column = target;
          this.inTab = true;
          break;
        }
        this.column = stop;
      } else {
        this.column++;
      }
      this.at++;
    }
    this.indent = this.nextColumn - this.column;
  }

  private findNext(): void {
    const { text, end } = this;
    let next = this.at;
    let column = this.column;
    for (; next < end; next++) {
      const code = text.charCodeAt(next);
      if (code === Char.space) column++;
      else if (code === Char.tab) column = nextTabStop(column);
      else break;
    }
    this.next = next;
    this.nextColumn = column;
    this.indent = column - this.column;
    this.blank = next >= end;
  }
}

function nextTabStop(column: number): number {
  return column + 4 - (column & 3);
}
