import type { Figure, HeadlineWords } from "../..";
import { escapeMarkup, pictureText, swatch } from "../..";
import { pictureStyle } from "../html/style";

/** What one picture of all figures shows. */
export interface FiguresPicture {
  readonly title: string;
  readonly headlines: readonly HeadlineWords[];
  readonly figures: readonly Figure[];
}

/** Pixels, as are all lengths here. */
const width = 760;
const edge = 30;
const inside = width - 2 * edge;
/** About how wide a character of a legend is. */
const characterWidth = 7;

/**
 * All figures below one another as one SVG file that loads nothing, in light colours whatever the reader's system says;
 * null when there is nothing to draw.
 */
export function figuresPicture({ figures, headlines, title }: FiguresPicture): string | null {
  const drawn = figures.flatMap((figure) => {
    const picture = figure.draw(inside);
    return picture === null ? [] : [{ figure, picture }];
  });
  if (drawn.length === 0) return null;
  const parts = [text("title", edge, 44, title)];
  let y = 62;
  for (const [index, { name, value }] of headlines.entries()) {
    const x = edge + (index * inside) / headlines.length;
    parts.push(text("faint", x, y + 14, name), text("headline", x, y + 40, value));
  }
  y += headlines.length === 0 ? 0 : 56;
  for (const { figure, picture } of drawn) {
    y += 30;
    parts.push(text("heading", edge, y, figure.title));
    y += 12;
    let x = edge;
    for (const [index, { n, series }] of figure.legend.entries()) {
      const words = `${series.name} (${n})`;
      const room = 20 + words.length * characterWidth + 14;
      if (x > edge && x + room > edge + inside) {
        x = edge;
        y += 20;
      }
      const sign = swatch(series, index);
      parts.push(
        pictureText({ ...sign, attributes: { ...sign.attributes, x, y } }),
        text("faint", x + 20, y + 12, words),
      );
      x += room;
    }
    y += figure.legend.length === 0 ? 0 : 24;
    parts.push(pictureText({ ...picture, attributes: { ...picture.attributes, x: edge, y } }));
    y += Number(picture.attributes["height"] ?? 0);
  }
  const height = y + edge;
  const size = `width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size}>\n<title>${escapeMarkup(title)}</title>\n<style>${pictureStyle}</style>\n<rect class="ground" width="${width}" height="${height}"/>\n${parts.join("\n")}\n</svg>\n`;
}

function text(kind: string, x: number, y: number, words: string): string {
  return `<text class="${kind}" x="${Math.round(x)}" y="${y}">${escapeMarkup(words)}</text>`;
}
