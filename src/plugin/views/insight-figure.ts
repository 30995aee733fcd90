import { capitalized } from "../../base";
import { noteName } from "../../vault";
import type { IncidentPick } from "../../incident";
import { swatch } from "../../write";
import type { Figure } from "../../write";
import { texts } from "../texts";
import { addText } from "../ui/notify";
import { drawPicture } from "../ui/draw";
import type { Host } from "../host";
import { reveal } from "../ui/reveal";

/** How many notes are named among those that a figure leaves out. */
const mostNamed = 100;

/** Width of a picture while nothing is laid out yet, in pixels. */
const usualWidth = 560;

/** What a figure leads to. */
interface FigureEvents {
  /** Shows the incidents behind a mark of a picture or a number of a table. */
  readonly pick: (pick: IncidentPick) => void;
  /** Whether the numbers are what is seen: then they lead on, for the keyboard as well. */
  readonly isTable: boolean;
  /** Titles of the figures whose left out incidents are shown, kept while figures are drawn anew. */
  readonly unfolded: Set<string>;
}

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
    private readonly on: FigureEvents,
  ) {}

  draw(parent: HTMLElement): void {
    const { leftOut, legend, note, reading, table, title } = this.figure;
    const element = parent.createEl("figure", { cls: "postmortem-figure" });
    const caption = element.createEl("figcaption");
    caption.createDiv({ cls: "postmortem-figure-title", text: title });
    if (note !== "") caption.createDiv({ cls: "postmortem-figure-note", text: note });
    if (reading !== "") caption.createDiv({ cls: "postmortem-figure-note postmortem-figure-reading", text: reading });
    this.pictureEl = element.createDiv({ cls: "postmortem-picture" });
    this.pictureEl.addEventListener("click", ({ target }) => {
      const cell = target instanceof Element ? target.closest("[data-cell]")?.getAttribute("data-cell") : null;
      const [row, column] = cell?.split(" ").map(Number) ?? [];
      const pick = row === undefined || column === undefined ? null : this.figure.pickAt(row, column);
      if (pick !== null) this.on.pick(pick);
    });
    if (legend.length > 0) {
      const list = element.createEl("ul", { cls: "postmortem-legend" });
      for (const [index, { n, series }] of legend.entries()) {
        const item = list.createEl("li");
        drawPicture(item, swatch(series, index));
        item.createSpan({ text: `${series.name} (${texts().words.number(n)})` });
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
    if (picture === null) pictureEl.createDiv({ cls: "postmortem-empty", text: texts().insights.nothing });
    else drawPicture(pictureEl, picture);
  }

  private drawTable(parent: HTMLElement, title: string, [header = [], ...rows]: Figure["table"]): void {
    const table = parent.createEl("table");
    table.createEl("caption", { cls: "postmortem-hidden", text: title });
    const head = table.createEl("thead").createEl("tr");
    for (const text of header) head.createEl("th", { text, attr: { scope: "col" } });
    const body = table.createEl("tbody");
    for (const [row, [name = "", ...numbers]] of rows.entries()) {
      const line = body.createEl("tr");
      line.createEl("th", { text: name, attr: { scope: "row" } });
      for (const [index, text] of numbers.entries()) {
        const cell = line.createEl("td");
        const pick = this.on.isTable && /^[1-9]\d*$/.test(text) ? this.figure.pickAt(row, index + 1) : null;
        if (pick === null) cell.setText(text);
        else
          cell
            .createEl("button", {
              cls: "postmortem-go",
              text,
              attr: {
                "aria-label": texts().insights.showPicked(text, pick.name),
                "data-key": `pick ${title} ${row} ${index}`,
              },
            })
            .addEventListener("click", () => {
              this.on.pick(pick);
            });
      }
    }
  }

  private drawLeftOut(parent: HTMLElement): void {
    const { leftOut } = this.figure;
    const details = parent.createEl("details", { cls: "postmortem-left-out" });
    details.createEl("summary", {
      text: texts().insights.leftOut(leftOut.length),
    });
    const { unfolded } = this.on;
    details.open = unfolded.has(this.figure.title);
    if (details.open) this.drawReasons(details);
    details.addEventListener("toggle", () => {
      if (details.open) unfolded.add(this.figure.title);
      else unfolded.delete(this.figure.title);
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
          attr: { "aria-label": texts().insights.open(noteName(path)) },
        });
        button.addEventListener("click", () => void reveal(this.host, { path, span: { start: 0, end: 0 } }));
      }
    }
    if (leftOut.length > mostNamed)
      details.createDiv({ cls: "postmortem-figure-note", text: texts().words.andMore(leftOut.length - mostNamed) });
  }
}
