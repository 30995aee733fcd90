/**
 * Milliseconds between two drawings of what changes by itself: while a whole vault is checked, something does with
 * every frame.
 */
const calm = 250;

/** Draws a panel again, once for all that happened until then. */
export class Redraw {
  private frame: number | null = null;
  private timer: number | null = null;
  private over = false;

  constructor(
    private readonly el: HTMLElement,
    private readonly draw: () => void,
  ) {}

  /** With the next frame: somebody waits for it. */
  now(): void {
    if (this.over) return;
    this.frame ??= this.el.win.requestAnimationFrame(() => {
      this.frame = null;
      this.draw();
    });
  }

  /** After a moment: something changed that nobody waits for. */
  soon(): void {
    if (this.over) return;
    this.timer ??= this.el.win.setTimeout(() => {
      this.timer = null;
      this.draw();
    }, calm);
  }

  /** For good: the panel is gone. */
  cancel(): void {
    this.over = true;
    if (this.frame !== null) this.el.win.cancelAnimationFrame(this.frame);
    if (this.timer !== null) this.el.win.clearTimeout(this.timer);
    this.frame = null;
    this.timer = null;
  }
}
