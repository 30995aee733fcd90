import { english } from "../../language";
import type { Lexicon } from "../../language";
import { stateOf, wholeState } from "./state";
import type { ActionState } from "./action";
import type { ListItem, Note } from "../../note";
import type { Span } from "../../base";
import type { ActionItem } from "./action";
import type { IsPerson } from "./owner";
import { markOf, stateOfMark, tableActions } from "./table";
import { actionTexts } from "./text";
import { givesReason, isWritten, readWords } from "./words";
import { Scanner, firstIndex, isAnyLetter, remarkAtEnd, withoutTail } from "../../base";
import type { PostmortemSection } from "../sections";
import { sectionsNamed } from "../sections";
import { frontmatterDay } from "../properties/read";
import type { Settings } from "../../settings";

/** Signs of a state, some of them with the selector that makes them colourful. */
const stateSigns = "✅☑✔⬜🔲☐⏳❌";
const longestState = 20;

/** A state at the start of an item that has no box, `[DONE]` or `✅`: as it is written, without its brackets. */
function takeState(scanner: Scanner): string {
  if (scanner.sign("[") === "") {
    const sign = scanner.over((char) => stateSigns.includes(char), 1, 1);
    scanner.sign("\ufe0f");
    return sign;
  }
  const words = scanner.over((char) => isAnyLetter(char) || "'’ ".includes(char), 1, longestState);
  return scanner.sign("]") === "" || scanner.isAt("([") ? "" : words;
}

/** What `[DONE] …` says, and where its words begin. */
function readState(
  text: string,
  settings: Settings,
  language: Lexicon,
): { readonly mark: string; readonly length: number } | null {
  const scanner = new Scanner(text);
  const written = takeState(scanner);
  if (written === "") return null;
  scanner.run(" :–—-", 4);
  const state = wholeState(written, language) ?? cancelledBy(written, language);
  return state && { mark: markOf(state, settings), length: scanner.at };
}

/** What "… (done)" says at the end, and how much of the text that takes. */
function stateAtEnd(text: string, settings: Settings, language: Lexicon): ReturnType<typeof readState> {
  const end = withoutTail(text, ".;。；");
  const remark = remarkAtEnd(end, "(（[", ")）]");
  const state = remark === "" ? null : wholeState(remark, language);
  if (state === null) return null;
  const words = withoutTail(end.slice(0, end.lastIndexOf(remark) - 1), " ");
  return { mark: markOf(state, settings), length: text.length - words.length };
}

/** "[Won't fix] …" */
function cancelledBy(words: string, language: Lexicon): ActionState | null {
  return stateOf(words, language) === "cancelled" ? "cancelled" : null;
}

/** The state that a heading gives to all that stands below it: "Sofortmaßnahmen (erledigt)", "(feitas)". */
function assumedIn(note: Note): (offset: number, language: Lexicon) => ActionState | null {
  return (offset, language) => {
    const heading = note.headings[firstIndex(note.headings, ({ span }) => span.start > offset) - 1];
    const remark = remarkAtEnd(heading?.text ?? "", "(（", ")）");
    return remark === "" ? null : (wholeState(remark, language) ?? wholeState(withoutTail(remark, "sS"), language));
  };
}

/** How action items are read. */
interface ActionReading {
  /** Without it no link is known to lead to a person. */
  readonly isPerson?: IsPerson | undefined;
  readonly language?: Lexicon;
}

/**
 * The action items of a postmortem in the order of the text: the checklist lines under its action
 * section, nested ones too, and the rows of tables there that have a column of actions and one of
 * owners, due dates, states, priorities or tickets.
 */
export function readActions(
  note: Note,
  sections: readonly PostmortemSection[],
  settings: Settings,
  { isPerson = () => null, language = english }: ActionReading = {},
): readonly ActionItem[] {
  const bodies = sectionsNamed(sections, "action-items").map(({ body }) => body);
  if (bodies.length === 0) return [];
  const inBodies = withinAny(bodies);
  const textAt = actionTexts(note);
  const assumed = assumedIn(note);
  const from = frontmatterDay(note, settings);
  const rows = note.tables
    .filter((table) => inBodies(table.span))
    .flatMap((table) =>
      tableActions(note, table, {
        textAt,
        settings,
        isPerson,
        language,
        assumed: assumed(table.span.start, language),
        from,
      }),
    );
  const actions: ActionItem[] = [];
  /** For each list item, the nearest action item at or above it. */
  const owningAction = new Map<ListItem, number | null>();
  /** Those with a remark below them. */
  const remarked = new Set<number>();
  let row = 0;
  const addRowsBefore = (offset: number): void => {
    for (let next = rows[row]; next && next.place.span.start < offset; next = rows[++row]) actions.push(next);
  };
  for (const item of note.listItems) {
    addRowsBefore(item.span.start);
    const parent = (item.parent && owningAction.get(item.parent)) ?? null;
    const isInBody = inBodies(item.span);
    const state =
      isInBody && item.task === null
        ? readState(note.text.slice(item.textSpan.start, item.textSpan.start + 24), settings, language)
        : null;
    const isPlain = isInBody && settings.plainActionItems && parent === null;
    const remark =
      isPlain && item.task === null && state === null
        ? stateAtEnd(note.text.slice(item.textSpan.start, item.textSpan.end), settings, language)
        : null;
    const mark = isInBody ? (item.task?.mark ?? state?.mark ?? remark?.mark ?? (isPlain ? " " : undefined)) : undefined;
    owningAction.set(item, mark === undefined ? parent : actions.length);
    if (mark === undefined) {
      if (parent !== null) remarked.add(parent);
      continue;
    }
    const textSpan = {
      start: item.textSpan.start + (state?.length ?? 0),
      end: item.textSpan.end - (remark?.length ?? 0),
    };
    const words = readWords(textAt(textSpan), isPerson, language);
    const itemState = stateOfMark(mark, settings);
    actions.push({
      place: { path: note.path, span: { start: item.span.start, end: Math.max(item.textSpan.end, item.marker.end) } },
      ...words,
      textSpan,
      mark,
      markSpan: item.task?.span ?? null,
      state: itemState,
      saysWhy: itemState === "cancelled" && givesReason(words, language),
      written: isWritten(note, textSpan, words),
      parent,
    });
  }
  addRowsBefore(Infinity);
  return remarked.size === 0
    ? actions
    : actions.map((action, index) =>
        remarked.has(index) && action.state === "cancelled" ? { ...action, saysWhy: true } : action,
      );
}

/** Whether a span begins in one of the bodies, which follow one another. */
function withinAny(bodies: readonly Span[]): (span: Span) => boolean {
  return ({ start }) => {
    const body = bodies[firstIndex(bodies, ({ end }) => end > start)];
    return body !== undefined && body.start <= start;
  };
}
