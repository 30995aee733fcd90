/**
 * A picture as data: an SVG element with its attributes and what is inside. The app makes nodes of it, an exported
 * document text; both show the same.
 */
export interface Shape {
  readonly tag: "svg" | "g" | "title" | "desc" | "line" | "rect" | "circle" | "path" | "polyline" | "text";
  /** Lengths are in SVG user units. Colours are set by class, so that they follow the theme. */
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly content: readonly (Shape | string)[];
}

/** A shape, written shorter. */
export function shape(
  tag: Shape["tag"],
  attributes: Shape["attributes"],
  ...content: readonly (Shape | string)[]
): Shape {
  return { tag, attributes, content };
}

/** The picture as SVG markup that stands alone or inline in HTML; all text is escaped. */
export function pictureText({ tag, attributes, content }: Shape): string {
  const written = Object.entries(attributes).map(([name, value]) => ` ${name}="${escapeMarkup(String(value))}"`);
  return `<${tag}${written.join("")}>${content.map((part) => (typeof part === "string" ? escapeMarkup(part) : pictureText(part))).join("")}</${tag}>`;
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text as it stands in HTML, XML and their attributes. */
export function escapeMarkup(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

/** To a tenth of a unit of the drawing: more digits show nothing. */
export function round(length: number): number {
  return Math.round(length * 10) / 10;
}
