import { capitalized } from "../../../base";
import { formatMinutes } from "../../../time";
import type { Incident } from "../../../incident";
import { readIncident } from "../../../incident";
import { parseNote, shownWords } from "../../../note";
import { noteName } from "../../../vault";
import type { Exported } from "../note";
import { exportNote } from "../note";
import type { ExportOptions, ExportSource } from "../options";
import type { ExportTarget } from "../target";
import type { DocumentFact } from "./page";
import { writeHtml } from "./page";
import { timelinePicture } from "../..";

/** What a browser shows as an image, by extension. */
const imageTypes: ReadonlyMap<string, string> = new Map([
  ["png", "png"],
  ["jpg", "jpeg"],
  ["jpeg", "jpeg"],
  ["gif", "gif"],
  ["webp", "webp"],
  ["avif", "avif"],
  ["bmp", "bmp"],
  ["svg", "svg+xml"],
]);

/** Pixels; as wide as a line of the document, on paper too. */
const pictureWidth = 700;

/** One HTML file for people who have neither the vault nor a reader of Markdown. */
export const htmlTarget = {
  id: "html",
  name: "HTML",
  extension: "html",
  preview: "page",
  heeds: ["tasks"],
  make: exportHtml,
} as const satisfies ExportTarget;

/**
 * The note as one HTML file, its images in it; only files that it links to go beside it. Null when the library does not
 * hold it.
 */
async function exportHtml(source: ExportSource, path: string, options: ExportOptions): Promise<Exported | null> {
  const { library, settings, clock } = source;
  const exported = exportNote(library, path, { ...options, flavor: "html", links: "text", properties: "keep" });
  if (!exported || exported.refusal !== null) return exported;
  const images = new Map<string, string>();
  for (const { from, to } of exported.attachments) {
    const type = imageTypes.get(from.slice(from.lastIndexOf(".") + 1).toLowerCase());
    const read = type === undefined ? null : await source.vault.readBytes(from);
    if (read?.ok) images.set(to, `data:image/${type ?? ""};base64,${base64(read.bytes)}`);
  }
  // From the text that goes out, so that the head and the picture say no more than it does.
  const note = parseNote(exported.text, path);
  const incident = clock ? readIncident(note, library, settings) : null;
  const [first] = note.headings;
  const heading = first?.level === 1 && first.root ? first : null;
  // The name of a note is internal: an external version does not tell it.
  const title = incident?.fields.title ?? (heading ? shownWords(heading.text) : options.redact ? "" : noteName(path));
  const written = writeHtml({
    markdown: exported.text,
    title,
    language: "en",
    facts: incident ? factsOf(incident) : [],
    picture: incident && timelinePicture(incident, { width: pictureWidth }),
    images,
    files: new Set(exported.attachments.map(({ to }) => to)),
    settings,
    formula: source.formula,
  });
  if ("problem" in written) return { ...exported, text: "", refusal: written.problem };
  return {
    ...exported,
    text: written.html,
    attachments: exported.attachments.filter(({ to }) => written.linked.has(to)),
  };
}

function factsOf({ fields, metrics }: Incident): readonly DocumentFact[] {
  const stated: readonly (readonly [string, string | null])[] = [
    ["Date", fields.date],
    ["Severity", fields.severity],
    ["Status", fields.status],
    ["Services", fields.services.join(", ")],
  ];
  return [
    ...stated.flatMap(([name, value]) => (value === null || value === "" ? [] : [{ name, value, definition: "" }])),
    ...metrics.map(({ id, minutes, definition }) => ({
      name: capitalized(id.replaceAll("-", " ")),
      value: formatMinutes(minutes),
      definition,
    })),
  ];
}

/** Bytes as base64; in pieces, since a call takes only so many arguments. */
function base64(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let start = 0; start < bytes.length; start += 8_190)
    pieces.push(btoa(String.fromCharCode(...bytes.subarray(start, start + 8_190))));
  return pieces.join("");
}
