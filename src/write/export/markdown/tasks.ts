import type { DateKind, InlineField } from "../../../incident";
import { actionTexts, readMarks } from "../../../incident";
import type { MarkdownDocument } from "./document";
import type { Rewrite } from "../../../base";
import { removal } from "../../../base";

const dateWords: readonly (readonly [DateKind, string])[] = [
  ["due", "due"],
  ["scheduled", "scheduled for"],
  ["start", "starts"],
  ["created", "created"],
  ["completion", "done"],
  ["cancelled", "cancelled"],
];
const priorities: Readonly<Record<string, string>> = {
  "🔺": "highest",
  "⏫": "high",
  "🔼": "medium",
  "🔽": "low",
  "⏬": "lowest",
};

/** The marks of tasks, such as `📅 2024-05-01` and `[due:: 2024-05-01]`, in words such as `(due 2024-05-01)`. */
export function taskWordRewrites({ note, options }: MarkdownDocument): readonly Rewrite[] {
  if (options.tasks === "keep") return [];
  const textOf = actionTexts(note);
  return note.listItems.flatMap(({ task, textSpan }) => {
    if (!task) return [];
    const { dates, fields, spans } = readMarks(textOf(textSpan));
    const dated = new Map(
      dateWords.flatMap(([kind, words]) =>
        dates[kind] ? [[dates[kind].span.start, `(${words} ${dates[kind].date})`] as const] : [],
      ),
    );
    const byStart = new Map(fields.map((field) => [field.span.start, field]));
    return spans.flatMap((span): readonly Rewrite[] => {
      const field = byStart.get(span.start);
      const words = dated.get(span.start) ?? (field ? null : signWords(note.text.slice(span.start, span.end)));
      if (words === "")
        return [removal(note.text.charAt(span.start - 1) === " " ? span.start - 1 : span.start, span.end)];
      if (words !== null) return [{ span, text: words }];
      return field ? fieldWords(field) : [];
    });
  });
}

/** `[owner:: Ada]` as `(owner: Ada)`. */
function fieldWords({ key, span, valueSpan }: InlineField): readonly Rewrite[] {
  return [
    { span: { start: span.start, end: valueSpan.start }, text: `(${key}:` },
    { span: { start: valueSpan.end, end: span.end }, text: ")" },
  ];
}

/** A sign without a date in words; what serves the Tasks plugin alone is dropped, and what has no words is null. */
function signWords(written: string): string | null {
  const [sign = "", ...rest] = written.replaceAll("\uFE0F", "");
  if (sign === "🔁") return `(repeats ${rest.join("").trim()})`;
  if ("🏁🆔⛔".includes(sign)) return "";
  return Object.hasOwn(priorities, sign) ? `(${priorities[sign] ?? ""} priority)` : null;
}
