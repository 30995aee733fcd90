import { capitalized, contains, firstIndex, insertion } from "../../../base";
import type { Note, Quote } from "../../../note";
import { withoutBlockId } from "../../../note";
import { lineAt } from "../..";
import type { MarkdownDocument } from "./document";
import type { Rewrite } from "../../../base";

/**
 * GitHub's and GitLab's alerts by Obsidian's types: https://docs.github.com/get-started/writing-on-github, section on
 * alerts.
 */
const alerts: ReadonlyMap<string, string> = new Map(
  Object.entries({
    NOTE: "note info todo abstract summary tldr example quote cite",
    TIP: "tip hint success check done",
    IMPORTANT: "important question help faq",
    WARNING: "warning attention",
    CAUTION: "caution failure fail missing danger error bug",
  }).flatMap(([alert, types]) => types.split(" ").map((type) => [type, alert] as const)),
);

/**
 * Callouts as alerts of the host, as they are for HTML, and as quotes with a bold title where it has none: in
 * CommonMark, in lists and in other quotes.
 */
export function calloutRewrites(doc: MarkdownDocument): readonly Rewrite[] {
  const write = doc.options.flavor === "html" ? titleAlone : callout;
  return doc.note.quotes.flatMap((quote) => (quote.callout ? write(doc, quote, quote.callout) : []));
}

/** The title apart from what stands below it, which would go on with its paragraph, or make a heading of it. */
function titleAlone(doc: MarkdownDocument, _: Quote, { title }: NonNullable<Quote["callout"]>): readonly Rewrite[] {
  return hasTextBelow(doc.note, lineAt(doc.note, title.start).end)
    ? [insertion(title.end, nextLine(doc, title.start).trimEnd())]
    : [];
}

function callout(
  doc: MarkdownDocument,
  quote: Quote,
  { type, title }: NonNullable<Quote["callout"]>,
): readonly Rewrite[] {
  const { note, options } = doc;
  const { text } = note;
  const line = lineAt(note, title.start);
  const start = text.lastIndexOf("[!", title.start);
  const next = nextLine(doc, title.start);
  const words = withoutBlockId(text.slice(title.start, title.end));
  const kind = alerts.get(type.toLowerCase()) ?? "NOTE";
  const isAlert = options.flavor !== "commonmark" && quote.parent === null && !isInList(note, quote);
  const isBare = quote.span.end <= line.end;
  const name =
    kind.toLowerCase() === type.toLowerCase() && isAlert && !isBare
      ? ""
      : capitalized(type.toLowerCase().replaceAll("-", " "));
  const alert = isAlert ? `[!${kind}]` : "";
  // GitLab shows a title of its own beside the mark; GitHub takes the mark alone on its line for an alert only.
  const isBeside = isAlert && options.flavor === "gitlab" && !isBare;
  if (words === "" && name === "") return [{ span: { start, end: title.end }, text: alert }];
  const bold = !isBeside && !/\*\*|__/.test(words) ? "**" : "";
  const lead = alert === "" ? "" : isBeside ? `${alert} ` : alert + next;
  const gap = !isBeside && !isBare && hasTextBelow(note, line.end) ? next.trimEnd() : "";
  if (words === "") return [{ span: { start, end: title.end }, text: lead + bold + name + bold + gap }];
  return [{ span: { start, end: title.start }, text: lead + bold }, insertion(title.end, bold + gap)];
}

/** The break to a line within the quote of a callout. */
function nextLine({ note, lineBreak }: MarkdownDocument, titleStart: number): string {
  const before = note.text.slice(lineAt(note, titleStart).start, note.text.lastIndexOf("[!", titleStart));
  return lineBreak + before.replace(/[^\s>]/g, " ");
}

function isInList(note: Note, { span }: Quote): boolean {
  const started = firstIndex(note.listItems, ({ marker }) => marker.start > span.start) - 1;
  let item = note.listItems[started] ?? null;
  while (item !== null && !contains(item.fullSpan, span)) item = item.parent;
  return item !== null;
}

/** Whether the next line of the quote holds more than its mark. */
function hasTextBelow({ text }: Note, lineEnd: number): boolean {
  const below = text.slice(text.indexOf("\n", lineEnd) + 1, text.indexOf("\n", lineEnd) + 400);
  return /^[ \t>]*[^\s>]/.test(below);
}
