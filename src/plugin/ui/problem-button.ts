import { setIcon, setTooltip, type IconName } from "obsidian";
import type { Diagnostic, Severity } from "../../check";
import { capitalized, positionAt } from "../../base";
import { shownWords } from "../../note";
import { noteName } from "../../vault";
import { addText } from "./notify";
import type { Host } from "../host";
import { texts } from "../texts";

export const severityIcons: Readonly<Record<Severity, IconName>> = {
  error: "circle-x",
  warning: "triangle-alert",
  info: "info",
};

/** A problem of a postmortem as a button that says what it is and where. */
export function problemButton(
  host: Host,
  parent: HTMLElement,
  postmortem: string | null,
  problem: Pick<Diagnostic, "path" | "span" | "rule" | "severity" | "message" | "help">,
): HTMLButtonElement {
  const { help, message, path, rule, severity, span } = problem;
  parent.addClass("postmortem-problem", `postmortem-${severity}`);
  const button = parent.createEl("button", {
    cls: "postmortem-problem-go",
    attr: { type: "button", "data-key": `${path} ${rule} ${span.start}` },
  });
  setIcon(
    button.createSpan({ cls: "postmortem-problem-icon", attr: { "aria-hidden": "true" } }),
    severityIcons[severity],
  );
  const text = button.createSpan({ cls: "postmortem-problem-text" });
  text.createSpan({ cls: "postmortem-hidden", text: `${texts().checking.severities[severity]}: ` });
  addText(text.createSpan(), capitalized(message));
  const words = wordsAt(host, problem);
  if (words !== "" && !message.includes(words)) text.createSpan({ cls: "postmortem-problem-words", text: words });
  if (help !== undefined) {
    addText(text.createSpan({ cls: "postmortem-problem-help" }), capitalized(help));
    setTooltip(button, capitalized(help.replaceAll("`", "")));
  }
  const where = button.createSpan({ cls: "postmortem-problem-where", text: whereFrom(host, postmortem, problem) });
  where.createSpan({ cls: "postmortem-problem-rule", text: ` · ${rule}` });
  return button;
}

/** Errors first, then warnings, then hints; each in the order of the text. */
export function worstFirst<T>(problems: readonly T[], severityOf: (problem: T) => Severity): readonly T[] {
  const weights = { error: 0, warning: 1, info: 2 } as const;
  return [...problems].sort((a, b) => weights[severityOf(a)] - weights[severityOf(b)]);
}

/** The most characters of a line that are shown beside a problem; the row cuts off what does not fit. */
const mostWords = 160;

/** What stands in the line of a problem, as a reader sees it: five items without a due date are five different rows. */
function wordsAt(host: Host, { path, span }: Pick<Diagnostic, "path" | "span">): string {
  const note = host.notes.library.note(path);
  if (note === null || span.end <= (note.frontmatter?.span.end ?? 0)) return "";
  const { line } = positionAt(note, span.start);
  const start = note.lineStarts[line - 1] ?? 0;
  const end = Math.min(note.lineStarts[line] ?? note.text.length, start + mostWords);
  return shownWords(
    note.text.slice(start, end).replace(/^[\s>]*(?:(?:[-*+]|\d+[.)]|#+)\s+)?(?:\[.\]\s+)?/u, ""),
  ).trim();
}

/** Line and, where it is another one than the postmortem, note of a place. */
function whereFrom(host: Host, postmortem: string | null, { path, span }: Pick<Diagnostic, "path" | "span">): string {
  const note = host.notes.library.note(path) ?? { text: "", lineStarts: [0] };
  const { line } = positionAt(note, span.start);
  const said = texts().checking;
  return path === postmortem ? said.line(line) : said.lineOf(noteName(path), line);
}
