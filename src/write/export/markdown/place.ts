import type { ExportedAttachment, ExportPlace } from "../options";

/** Files that run something when they are opened. */
const active = /\.(?:x?html?|shtml|mht(?:ml?)?|hta|m?js|xml|xslt?|svgz)$/i;

/** Where things stand, seen from the document: the ways to notes, and the attachments that are copied next to it. */
export class DocumentPaths {
  readonly attachments: ExportedAttachment[] = [];
  private readonly copies = new Map<string, string>();
  /** Names in lower case, since file systems may not tell case apart, with the last number tried. */
  private readonly taken = new Map<string, number>();
  private readonly folder: string;

  constructor(private readonly place: ExportPlace) {
    const name = place.document.slice(place.document.lastIndexOf("/") + 1);
    this.folder = `${name.replace(/\.[^.]+$/, "")}.assets`;
  }

  /** The way from the document's folder to a file of the vault, percent-encoded. */
  wayTo(path: string): string {
    const from = this.place.document.split("/").slice(0, -1);
    const to = [...this.place.vault.split("/").filter((part) => part !== ""), ...path.split("/")];
    let shared = 0;
    while (shared < from.length && from[shared] === to[shared]) shared++;
    return encodePath([...from.slice(shared).map(() => ".."), ...to.slice(shared)].join("/"));
  }

  /** The way to the copy of an attachment, percent-encoded; it is among the `attachments` from then on. */
  copyOf(path: string): string {
    const known = this.copies.get(path);
    if (known !== undefined) return encodePath(known);
    const name = path.slice(path.lastIndexOf("/") + 1);
    // What a browser would run goes as the text that it is.
    const to = `${this.folder}/${this.freeName(active.test(name) ? `${name}.txt` : name)}`;
    this.copies.set(path, to);
    this.attachments.push({ from: path, to });
    return encodePath(to);
  }

  /** The name, with a number where another file of this name comes from another folder. */
  private freeName(name: string): string {
    const dot = name.lastIndexOf(".");
    const [stem, extension] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ""];
    let number = this.taken.get(name.toLowerCase()) ?? 1;
    let free = name;
    while (this.taken.has(free.toLowerCase())) free = `${stem}-${++number}${extension}`;
    this.taken.set(name.toLowerCase(), number).set(free.toLowerCase(), this.taken.get(free.toLowerCase()) ?? 1);
    return free;
  }
}

/** Escapes what would end or change the destination of a link; letters of every script stay readable. */
function encodePath(path: string): string {
  const encoded = path.replace(/[\s%<>":?#\\|`[\]^{}$=&]/g, (mark) => encodeURIComponent(mark));
  return encoded.replace(/[()*~']/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
}
