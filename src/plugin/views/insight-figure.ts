import { capitalized } from "../../base";
import { noteName } from "../../vault";
import { swatch } from "../../write";
import type { Figure } from "../../write";
import { addText } from "../ui/notify";
import { drawPicture } from "../ui/draw";
import type { Host } from "../host";
import { reveal } from "../ui/reveal";

/** How many notes are named among those that a figure leaves out. */
const mostNamed = 100;

/** Width of a picture while nothing is laid out yet, in pixels. */
const usualWidth = 560;

/**
 * One figure: picture, legend and numbers, and which incidents it leaves out. The picture comes with `fit`, once there
 * is a layout.
 */
export class InsightFigure {
  private pictureEl: HTMLElement | null = null;
  private width = 0;

  constructor(
    private readonly host: Host,
    private readonly figure: Figure,
  ) {}

  draw(parent: HTMLElement): void {
    const { leftOut, legend, note, reading, table, title } = this.figure;
    const element = parent.createEl("figure", { cls: "postmortem-figure" });
    const caption = element.createEl("figcaption");
    caption.createDiv({ cls: "postmortem-figure-title", text: title });
    if (note !== "") caption.createDiv({ cls: "postmortem-figure-note", text: note });
    if (reading !== "") caption.createDiv({ cls: "postmortem-figure-note postmortem-figure-reading", text: reading });
    this.pictureEl = element.createDiv({ cls: "postmortem-picture" });
    if (legend.length > 0) {
      const list = element.createEl("ul", { cls: "postmortem-legend" });
      for (const [index, { n, series }] of legend.entries()) {
        const item = list.createEl("li");
        drawPicture(item, swatch(series, index));
        item.createSpan({ text: `${series.name} (${n})` });
      }
    }
    this.drawTable(element.createDiv({ cls: "postmortem-numbers" }), title, table);
    if (leftOut.length > 0) this.drawLeftOut(element);
  }

  /** Draws the picture as wide as there is room, when that has changed. */
  fit(): void {
    const { pictureEl } = this;
    const width = pictureEl === null || pictureEl.clientWidth === 0 ? usualWidth : pictureEl.clientWidth;
    if (pictureEl === null || width === this.width) return;
    this.width = width;
    pictureEl.empty();
    const picture = this.figure.draw(width);
    if (picture === null) pictureEl.createDiv({ cls: "postmortem-empty", text: "Nothing to show" });
    else drawPicture(pictureEl, picture);
  }

  private drawTable(parent: HTMLElement, title: string, [header = [], ...rows]: Figure["table"]): void {
    const table = parent.createEl("table");
    table.createEl("caption", { cls: "postmortem-hidden", text: title });
    const head = table.createEl("thead").createEl("tr");
    for (const text of header) head.createEl("th", { text, attr: { scope: "col" } });
    const body = table.createEl("tbody");
    for (const [name = "", ...numbers] of rows) {
      const line = body.createEl("tr");
      line.createEl("th", { text: name, attr: { scope: "row" } });
      for (const text of numbers) line.createEl("td", { text });
    }
  }

  private drawLeftOut(parent: HTMLElement): void {
    const { leftOut } = this.figure;
    const details = parent.createEl("details", { cls: "postmortem-left-out" });
    details.createEl("summary", {
      text: `${leftOut.length} incident${leftOut.length === 1 ? " is" : "s are"} left out`,
    });
    details.addEventListener("toggle", () => {
      if (details.open && details.childElementCount === 1) this.drawReasons(details);
    });
  }

  private drawReasons(details: HTMLElement): void {
    const { leftOut } = this.figure;
    const reasons = new Map<string, string[]>();
    for (const { path, reason } of leftOut.slice(0, mostNamed))
      reasons.set(reason, [...(reasons.get(reason) ?? []), path]);
    for (const [reason, paths] of reasons) {
      addText(details.createDiv({ cls: "postmortem-figure-note" }), `${capitalized(reason)}:`);
      const list = details.createEl("ul", { cls: "postmortem-items" });
      for (const path of paths) {
        const button = list.createEl("li").createEl("button", {
          cls: "postmortem-cell",
          text: noteName(path),
          attr: { "aria-label": `Open ${noteName(path)}` },
        });
        button.addEventListener("click", () => void reveal(this.host, { path, span: { start: 0, end: 0 } }));
      }
    }
    if (leftOut.length > mostNamed)
      details.createDiv({ cls: "postmortem-figure-note", text: `And ${leftOut.length - mostNamed} more.` });
  }
}
