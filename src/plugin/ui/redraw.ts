/**
 * Milliseconds between two drawings of what changes by itself: while a whole vault is checked, something does with
 * every frame.
 */
const calm = 250;

/** A drawing that was asked of a window. */
interface Asked {
  readonly win: Window;
  readonly id: number;
}

/** Draws a panel again, once for all that happened until then. */
export class Redraw {
  private frame: Asked | null = null;
  private timer: Asked | null = null;
  private over = false;

  constructor(
    private readonly el: HTMLElement,
    private readonly draw: () => void,
  ) {}

  /** With the next frame: somebody waits for it. */
  now(): void {
    if (this.over || this.isComing(this.frame)) return;
    const { win } = this.el;
    const id = win.requestAnimationFrame(() => {
      this.frame = null;
      this.draw();
    });
    this.frame = { win, id };
  }

  /** After a moment: something changed that nobody waits for. */
  soon(): void {
    if (this.over || this.isComing(this.timer)) return;
    const { win } = this.el;
    const id = win.setTimeout(() => {
      this.timer = null;
      this.draw();
    }, calm);
    this.timer = { win, id };
  }

  /** For good: the panel is gone. */
  cancel(): void {
    this.over = true;
    this.frame?.win.cancelAnimationFrame(this.frame.id);
    this.timer?.win.clearTimeout(this.timer.id);
    this.frame = null;
    this.timer = null;
  }

  /** A window that was closed, or that the panel has left, draws nothing any more. */
  private isComing(asked: Asked | null): boolean {
    return asked !== null && asked.win === this.el.win && !asked.win.closed;
  }
}
