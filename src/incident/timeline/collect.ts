import { perLanguage, phraseWords, textWords, unaccented, wordTable, wordTree } from "../../language";
import type { Lexicon } from "../../language";
import { enclosing, once, within, holdsAny, isWhitespace } from "../../base";
import type { Span } from "../../base";
import type { ListItem, Note } from "../../note";
import type { Stamp, StatedDate } from "../../time";
import { findStamps, shifted } from "../../time";
import { markedMilestone } from "../milestones/marks";
import type { Block } from "./blocks";
import type { DayDescription, DayEntry, Entry, EventStamp, PlacedZone, Scope, ScopeDate } from "./entry";
import { scopeDateIn } from "./entry";
import { isNews, isUpdate, namesHappening, readLine, readLooseLine, readTrailing } from "./line";
import type { Line } from "./line";
import { piecesOf } from "./lines";
import { readLog } from "./log";
import type { ParagraphPart } from "./paragraph";
import { readParagraph } from "./paragraph";
import { readTimelineTable } from "./table";
import type { UnknownZone } from "./zone-statement";
import { readUnknownZone, readZoneStatement } from "./zone-statement";

/** Whether a heading stands above lines with times of their own, and so only groups them. */
export function holdsTimes(blocks: readonly Block[], index: number, language: Lexicon): boolean {
  const heading = blocks[index];
  if (heading?.kind !== "heading") return false;
  for (let next = index + 1; next < blocks.length; next += 1) {
    const block = blocks[next];
    if (block === undefined || (block.kind === "heading" && block.level <= heading.level)) return false;
    if (block.kind === "table") return true;
    const span = block.kind === "item" ? block.text : block.kind === "paragraph" ? block.span : null;
    if (span !== null && readLine(block.note.text.slice(span.start, span.end), language)?.form === "bare") return true;
  }
  return false;
}

/** What stands below a line that is just a time. */
export interface TextBelow {
  readonly hasTimes: boolean;
  readonly text: Span;
  /** The end of the paragraph, or of the list. */
  readonly end: number;
}

export function textBelow(blocks: readonly Block[], next: number, language: Lexicon): TextBelow | null {
  const block = blocks[next];
  if (block?.kind === "table") return { hasTimes: true, text: block.span, end: block.span.end };
  if (block?.kind !== "item" && block?.kind !== "paragraph") return null;
  const text = block.kind === "item" ? block.text : block.span;
  const source = block.note.text.slice(text.start, text.end);
  const line = readLine(source, language);
  if (line !== null)
    return block.kind === "item" && line.stamp.kind === "time" ? { hasTimes: true, text, end: block.span.end } : null;
  let { end } = block.span;
  for (let index = next + 1; block.kind === "item" && blocks[index]?.kind === "item"; index += 1)
    end = Math.max(end, blocks[index]?.span.end ?? end);
  if (block.kind === "item") return { hasTimes: false, text, end };
  // The next time may stand at the end of the same paragraph.
  const rows = source.split("\n");
  const time = rows.findIndex((row) => readLine(row, language) !== null);
  if (time >= 0) end = text.start + rows.slice(0, time).join("\n").length;
  return { hasTimes: false, text: { start: text.start, end }, end };
}

/** What was read from the blocks of a timeline, in the order of the text. Spans are offsets in `note`. */
export interface Collected {
  readonly mode: CollectMode;
  /** What it was read with. */
  readonly language: Lexicon;
  readonly entries: (Entry | DayEntry)[];
  readonly unreadable: {
    readonly note: Note;
    readonly stamp: Extract<Stamp, { kind: "impossible" | "placeholder" }>;
  }[];
  readonly unknownZones: (UnknownZone & { readonly note: Note })[];
}

/**
 * How much is taken for an event. `section`: the timeline section of a postmortem. `pasted`: the same,
 * quotations and code fences too. `anywhere`: the whole of a note without such a section.
 */
export type CollectMode = "section" | "pasted" | "anywhere";

/** Reads the events of runs of blocks; `root` makes the scope that holds for all of one. */
export function collectEntries(
  runs: readonly (readonly Block[])[],
  root: () => Scope,
  mode: CollectMode,
  language: Lexicon,
): Collected {
  const collected: Collected = { mode, language, entries: [], unreadable: [], unknownZones: [] };
  for (const blocks of runs) new Walk(collected, mode, root()).readAll(blocks);
  return { ...collected, entries: withHalves(withoutRemarks(collected.entries)) };
}

const halfDay = 43_200_000;

/**
 * Chat shows the half of the day above the first of several messages only: `3:06 PM`, then `3:12`. A time without one
 * that follows a time with one, in the same list or run, is the first such time that is not before it.
 */
function withHalves(entries: Collected["entries"]): Collected["entries"] {
  let above: { readonly clock: number; readonly series: number; readonly note: Note } | null = null;
  return entries.map((entry) => {
    if (entry.kind !== "event" || entry.stamp.kind !== "time") return entry;
    const { note, series, stamp } = entry;
    const { clock } = stamp.from;
    const isBelow = above?.series === series && above.note === note;
    const before = above;
    above = clock.half !== null ? { clock: clock.clock, series, note } : null;
    if (clock.half !== null || !clock.open || !isBelow || before === null || stamp.to !== null) return entry;
    const first = clock.clock % halfDay;
    const moved = before.clock <= first || before.clock > first + halfDay ? first : first + halfDay;
    above = { clock: moved, series, note };
    return { ...entry, stamp: { ...stamp, from: { ...stamp.from, clock: { ...clock, clock: moved, open: false } } } };
  });
}

/**
 * Beside a list, table or headings of events, a sentence such as "From 10:00 to 11:00 nothing worked" is a remark; a
 * day above events tells only when they were.
 */
function withoutRemarks(entries: Collected["entries"]): Collected["entries"] {
  const isStructured = entries.some(
    (entry) =>
      entry.kind === "event" && (entry.source === "item" || entry.source === "row" || entry.source === "heading"),
  );
  const inForce = new Set(entries.map((entry) => (entry.kind === "event" ? entry.date : entry.within)));
  return entries.flatMap((entry) => {
    if (entry.kind === "event")
      return isStructured && entry.source === "paragraph" && entry.form === "led" ? [] : entry;
    return entry.description !== null &&
      entry.description.scopeDate !== null &&
      inForce.has(entry.description.scopeDate)
      ? { ...entry, description: null }
      : entry;
  });
}

/** Up to three words on a line of their own. */
const loneWords = /^[^\p{L}\d]*\p{L}+(?: \p{L}+){0,2}[^\p{L}\d]*$/u;
/** Statements about zone and date are short. */
const longestStatement = 400;

/** The words of statements about all times of a timeline. */
const readers = perLanguage(({ calendar, labels, zones }) => ({
  // What a day may stand before.
  months: wordTree(calendar.months.flat()),
  all: wordTable([...zones.all, ...zones.every]),
  date: wordTable([...labels.date, ...labels.incidentDate]),
  report: wordTable(labels.reportDate),
}));

/** Whether a statement is about all events, or is a label of the day. */
function saysOfAll(source: string, language: Lexicon): boolean {
  const { all, date, report } = readers(language);
  const words = phraseWords(source);
  return all.isIn(textWords(words)) || (report.at(words, 0) === null && date.at(words, 0) !== null);
}

type Added = Pick<Entry, "note" | "span" | "stamp" | "textSpan" | "form" | "source"> &
  Partial<Pick<Entry, "nested" | "date" | "remarks" | "list" | "columnZone" | "besideColumns">>;

/** Goes through the blocks of one note in order, and through each embed as a walk of its own. */
class Walk {
  /** The date on a line of its own below the innermost heading. */
  private lineDate: ScopeDate | null = null;
  /** Dates of list items that hold for the items nested in them. */
  private readonly itemDates = new Map<ListItem, ScopeDate>();
  private readonly eventItems = new Set<ListItem>();
  /** The quotes, callouts and list items that a heading was read in, the innermost last, with what held before it. */
  private readonly containers: { readonly end: number; readonly scope: Scope; readonly lineDate: ScopeDate | null }[] =
    [];
  private run: readonly unknown[] = [];
  /** Zones that the words above a list or a table state for it, by the list's number or the table's span. */
  private readonly zonesAbove = new Map<number | Span, PlacedZone>();
  private isTimed = (): boolean => false;
  private readonly root: Scope;

  constructor(
    private readonly collected: Collected,
    private readonly mode: CollectMode,
    private scope: Scope,
  ) {
    this.root = scope;
  }

  readAll(blocks: readonly Block[]): void {
    this.isTimed = once(() => this.mode !== "anywhere" && hasManyTimes(blocks, this.collected.language));
    for (const [index, block] of blocks.entries()) {
      this.leaveContainers(block.span.start);
      const isQuoted = "quoted" in block && block.quoted && this.mode !== "pasted";
      if (isQuoted) continue;
      const next = blocks[index + 1];
      if (block.kind === "paragraph" && (next?.kind === "item" || next?.kind === "table"))
        this.readZoneAbove(block, next);
      if (block.kind === "heading")
        this.readHeading(
          block,
          index === 0 && this.mode !== "anywhere",
          once(() => holdsTimes(blocks, index, this.collected.language)),
        );
      else if (block.kind === "item") this.readItem(block);
      else if (block.kind === "table") this.readTable(block);
      else if (block.kind === "paragraph") this.readParagraph(block, blocks, index + 1);
      else if (block.kind === "embed") new Walk(this.collected, this.mode, this.child(0, {})).readAll(block.blocks);
      else if (this.mode === "pasted") this.readCode(block);
    }
  }

  /** What a heading within a quote, callout or list item says ends with that. */
  private leaveContainers(offset: number): void {
    for (let last = this.containers.at(-1); last !== undefined && last.end <= offset; last = this.containers.at(-1)) {
      ({ scope: this.scope, lineDate: this.lineDate } = last);
      this.containers.pop();
    }
  }

  private child(level: number, own: Partial<Pick<Scope, "isEvent" | "date" | "zone">>): Scope {
    return {
      parent: this.scope,
      note: this.scope.note,
      level,
      isEvent: false,
      date: null,
      zone: null,
      preamble: { zone: null, date: null },
      ...own,
    };
  }

  /** "The log of the client is in EDT:" holds for the list or table below it. */
  private readZoneAbove({ note, span }: Extract<Block, { kind: "paragraph" }>, next: Block): void {
    const source = note.text.slice(span.start, span.end);
    if (span.end - span.start > longestStatement || !/[:：][*_\s]{0,4}$/.test(source)) return;
    const zone = findStamps(source, this.collected.language).some(({ kind }) => kind === "time")
      ? null
      : readZoneStatement(source, "short", this.collected.language);
    if (zone === null) return;
    const key = next.kind === "item" ? next.item.list : next.span;
    this.zonesAbove.set(key, { ...zone, note, span: moved(zone.span, span.start) });
  }

  /** `7.48` and `0757` are times among others. */
  private readLoose(source: string): Line | null {
    return this.isTimed() ? readLooseLine(source, this.collected.language) : null;
  }

  private add(entry: Added, ...run: readonly unknown[]): void {
    const isSame = run.length === this.run.length && run.every((part, index) => part === this.run[index]);
    if (!isSame) this.run = run;
    const last = this.collected.entries.findLast((other) => other.kind === "event");
    const series = (last?.series ?? -1) + (isSame && last !== undefined ? 0 : 1);
    this.collected.entries.push({
      kind: "event",
      scope: this.scope,
      date: this.dateInForce(),
      nested: this.scope.isEvent,
      remarks: "",
      list: null,
      columnZone: null,
      besideColumns: [],
      series,
      ...entry,
    });
  }

  private addDay(
    note: Note,
    date: StatedDate,
    description: DayDescription | null,
    inherited = this.dateInForce(),
  ): void {
    this.collected.entries.push({ kind: "day", note, date, within: inherited, description });
  }

  /**
   * What a line whose source begins at `start` says of a day; `scopeDate` is its date as it is in force below.
   */
  private descriptionOf(
    { stamp, form }: Line,
    start: number,
    textSpan: Span,
    scopeDate: ScopeDate | null,
  ): DayDescription | null {
    const isDescription =
      this.mode !== "anywhere" && stamp.kind === "date" && form === "bare" && textSpan.start < textSpan.end;
    return isDescription ? { span: moved(stamp.span, start), textSpan, to: stamp.to, scopeDate } : null;
  }

  /** The date in force for an event that states none. */
  private dateInForce(): ScopeDate | null {
    return this.lineDate ?? this.headingDate();
  }

  private headingDate(): ScopeDate | null {
    for (let scope: Scope | null = this.scope; scope !== null; scope = scope.parent)
      if (scope.date !== null) return scope.date;
    return null;
  }

  /** The innermost heading that is no mere date: events under "May 12" and "May 13" are one run. */
  private undated(): Scope {
    let { scope } = this;
    while ((scope.date !== null || scope.isEvent) && scope.parent !== null) scope = scope.parent;
    return scope;
  }

  private readHeading(
    { note, span, text, level, ends: { end, containerEnd } }: Extract<Block, { kind: "heading" }>,
    isTitle: boolean,
    holdsTimes: () => boolean,
  ): void {
    if (containerEnd !== null && this.containers.at(-1)?.end !== containerEnd)
      this.containers.push({ end: containerEnd, scope: this.scope, lineDate: this.lineDate });
    const outer = this.containers.at(-1)?.scope;
    while (this.scope.level >= level && this.scope.parent !== null && this.scope !== outer)
      this.scope = this.scope.parent;
    this.lineDate = null;
    const source = note.text.slice(text.start, text.end);
    const line = isTitle
      ? null
      : (readLine(source, this.collected.language) ??
        (holdsTimes() ? null : readTrailing(source, this.collected.language)));
    const zone = readZoneStatement(source, "short", this.collected.language);
    // "Update 18:00" says what happened below it.
    const isNews =
      line?.form === "label" &&
      isUpdate(source.slice(line.text.start, line.text.end), this.collected.language) &&
      !holdsTimes();
    if (
      line !== null &&
      isEvent(line.stamp) &&
      (line.form !== "label" ||
        isNews ||
        markedMilestone(source.slice(line.text.start, line.text.end), this.collected.language) !== null ||
        (this.mode !== "anywhere" && line.stamp.kind === "time" && !holdsTimes()))
    ) {
      const label = moved(line.text, text.start);
      const own = isNews ? { start: label.start, end: label.start } : label;
      const textSpan = filled(note, own, { start: span.end, end });
      const { scope } = this;
      this.scope = this.child(level, { isEvent: true });
      this.add(
        {
          note,
          span: { start: span.start, end: trimmedEnd(note, end) },
          stamp: shifted(line.stamp, text.start),
          textSpan,
          form: isNews ? "bare" : line.form,
          source: "heading",
          nested: scope.isEvent,
        },
        "heading",
        this.root,
      );
      return;
    }
    if (line !== null) this.reportUnreadable(note, line, text.start);
    const date = scopeDateIn(source, "above", this.collected.language);
    // The title holds for the whole run, whatever the level of the headings that follow.
    if (date !== null)
      this.addDay(
        note,
        date.date,
        line &&
          this.descriptionOf(
            line,
            text.start,
            filled(note, moved(line.text, text.start), { start: span.end, end }),
            date,
          ),
      );
    this.scope = this.child(isTitle ? 0 : level, {
      date,
      zone: zone && { ...zone, note, span: moved(zone.span, text.start) },
    });
  }

  private readItem({ note, span, text: ownText, item }: Extract<Block, { kind: "item" }>): void {
    const ancestors = ancestorsOf(item);
    const isNested = this.scope.isEvent || ancestors.some((ancestor) => this.eventItems.has(ancestor));
    const inherited = ancestors.flatMap((ancestor) => this.itemDates.get(ancestor) ?? [])[0];
    const read = (from: number): Line | null => {
      const source = note.text.slice(from, ownText.end);
      return readLine(source, this.collected.language) ?? (isNested ? null : this.readLoose(source));
    };
    const plainLine = read(ownText.start);
    // Markdown takes the day of "19. April, 11:00" for the number of an item.
    const numbered =
      plainLine === null &&
      item.ordered &&
      readers(this.collected.language).months.at(unaccented(note.text.slice(ownText.start, ownText.start + 12)), 0) !==
        null
        ? read(item.marker.start)
        : null;
    const line = plainLine ?? numbered;
    const text = numbered === null ? ownText : { start: item.marker.start, end: ownText.end };
    if (line === null) {
      if (!isNested) this.readStatement(note, text);
      return;
    }
    if (line.stamp.kind === "date") {
      const { date, to } = line.stamp;
      const scopeDate: ScopeDate = { date, to, from: "above" };
      this.itemDates.set(item, scopeDate);
      this.addDay(
        note,
        date,
        isNested
          ? null
          : this.descriptionOf(
              line,
              text.start,
              filled(note, moved(line.text, text.start), { start: text.end, end: span.end }),
              scopeDate,
            ),
        inherited,
      );
      return;
    }
    if (isNested && line.form !== "bare") return;
    const source = note.text.slice(text.start, text.end);
    // Outside of a timeline a sentence may end with a time: "AWS confirmed the capacity at 18:56".
    if (this.mode === "anywhere" && line.form === "label" && isSentence(source, line, this.collected.language)) return;
    if (!isEvent(line.stamp)) {
      this.reportUnreadable(note, line, text.start);
      return;
    }
    if (line.form === "posted") return;
    this.eventItems.add(item);
    const [first, ...further] =
      line.form === "bare" ? piecesOf(source, line, hiddenIn(note, text.start), this.collected.language) : [{ line }];
    const own = moved(first.line.text, text.start);
    const label = ancestors.find((ancestor) => !this.eventItems.has(ancestor)) ?? null;
    const outermost = ancestors.at(-1) ?? item;
    const dated = {
      columnZone: this.zonesAbove.get(outermost.list) ?? null,
      ...(inherited !== undefined && { date: inherited }),
    };
    this.add(
      {
        note,
        span: { start: span.start, end: trimmedEnd(note, span.end) },
        stamp: shifted(line.stamp, text.start),
        textSpan: filled(note, own, { start: text.end, end: span.end }),
        form: line.form,
        source: "item",
        nested: isNested,
        list: item.list,
        ...dated,
      },
      "item",
      this.undated(),
      label,
    );
    for (const piece of further) {
      const start = text.start + piece.start;
      const { stamp } = piece.line;
      if (!isEvent(stamp)) this.reportUnreadable(note, piece.line, start);
      else
        this.add(
          {
            note,
            span: { start, end: text.start + piece.end },
            stamp: shifted(stamp, start),
            textSpan: moved(piece.line.text, start),
            form: "bare",
            source: "item",
            nested: true,
            ...dated,
          },
          "item",
          this.undated(),
          label,
        );
    }
  }

  private readTable({ note, table }: Extract<Block, { kind: "table" }>): void {
    const timeline = readTimelineTable(note, table, this.collected.language);
    if (timeline === null) return;
    const zone = timeline.zone === null ? (this.zonesAbove.get(table.span) ?? null) : { ...timeline.zone, note };
    const dates = new Map<Span, ScopeDate | null>();
    for (const { row, line, cell, text, remarks, date, end, also } of timeline.rows) {
      if (date !== null && !dates.has(date))
        dates.set(date, scopeDateIn(note.text.slice(date.start, date.end), "above", this.collected.language));
      if (line.stamp.kind === "date") {
        this.addDay(note, line.stamp.date, this.descriptionOf(line, cell.start, text, null));
      } else if (!isEvent(line.stamp)) this.reportUnreadable(note, line, cell.start);
      else {
        const stamp = shifted(timeline.elapsed ? sinceBeginning(line.stamp) : line.stamp, cell.start);
        const ended = stamp.kind === "time" && stamp.to === null && end !== null ? { ...stamp, to: end } : stamp;
        const own = date === null ? {} : { date: dates.get(date) ?? null };
        this.add(
          {
            note,
            span: row.span,
            stamp: ended,
            besideColumns: also,
            textSpan: text,
            form: line.form,
            source: "row",
            remarks,
            columnZone: zone,
            ...own,
          },
          "table",
          table,
        );
      }
    }
  }

  private readParagraph(
    { note, span }: Extract<Block, { kind: "paragraph" }>,
    blocks: readonly Block[],
    next: number,
  ): void {
    if (this.scope.isEvent) return;
    const parts = readParagraph(
      note.text.slice(span.start, span.end),
      hiddenIn(note, span.start),
      (source) => readLine(source, this.collected.language) ?? this.readLoose(source),
      this.collected.language,
    );
    const whole: ParagraphPart[] = [];
    for (const part of parts) {
      const news = whole.at(-1);
      // "Update 2: 2025-03-10 17:40", and below it "From 17:20 on all jobs ran."
      const isOfNews =
        news !== undefined && part.line?.form !== "label" && isClock(part) && this.isReport(note, span, news);
      if (isOfNews) whole[whole.length - 1] = { ...news, ...joinedPart(news, part) };
      else whole.push(part);
    }
    for (const part of whole)
      this.readPart(note, span.start, part, () =>
        part === whole.at(-1) ? textBelow(blocks, next, this.collected.language) : null,
      );
  }

  /** Whether a part of a paragraph is the label and the time of news: "Update 2: 2025-03-10 17:40". */
  private isReport(note: Note, { start }: Span, { line, start: at, span }: ParagraphPart): boolean {
    if (line?.form !== "label" || line.stamp.kind !== "time") return false;
    const source = note.text.slice(start + at, start + span.end);
    return isNews(source.slice(line.text.start, line.text.end), this.collected.language);
  }

  /** "Ada [9:14 AM]" above what she wrote: a chat that was copied into the timeline. */
  private isMessage(note: Note, start: number, { form, stamp }: Line): boolean {
    const at = start + stamp.span.start;
    return this.mode !== "anywhere" && form === "label" && stamp.kind === "time" && note.text.charAt(at - 1) === "[";
  }

  private readPart(note: Note, start: number, part: ParagraphPart, readBelow: () => TextBelow | null): void {
    const { line } = part;
    const span = moved(part.span, start);
    const source = note.text.slice(span.start, span.end);
    if (line === null) {
      // "**Saturday**" above a list is a heading in all but its marks.
      const named = loneWords.test(source) ? scopeDateIn(source, "above", this.collected.language) : null;
      if (named === null) this.readStatement(note, span);
      else this.lineDate = named;
      return;
    }
    const isReport = this.isReport(note, { start, end: start }, part) || this.isMessage(note, start + part.start, line);
    const text = isReport ? belowFirst(note, moved(part.text, start)) : moved(part.text, start);
    if (line.stamp.kind === "date") {
      const date: ScopeDate = { date: line.stamp.date, to: line.stamp.to, from: "above" };
      const statesZone = readZoneStatement(source, "strong", this.collected.language) !== null;
      this.addDay(
        note,
        date.date,
        statesZone ? null : this.descriptionOf(line, start + part.start, text, date),
        this.headingDate(),
      );
      if (text.end - text.start <= 24 || statesZone) {
        this.lineDate = date;
        this.readStatement(note, span);
      }
      return;
    }
    if (!isEvent(line.stamp)) {
      this.reportUnreadable(note, line, start + part.start);
      return;
    }
    const stamp = shifted(line.stamp, start + part.start);
    if (
      line.form === "label" &&
      !isReport &&
      markedMilestone(source.slice(line.text.start, line.text.end), this.collected.language) === null
    ) {
      this.readStatement(note, span);
      return;
    }
    const below = text.start >= text.end ? readBelow() : null;
    if (below?.hasTimes === true && stamp.kind === "time" && stamp.elapsed === null) {
      this.readHeadLine(note, stamp);
      return;
    }
    const words = below?.hasTimes === false ? below : null;
    this.add(
      {
        note,
        span: { start: span.start, end: words?.end ?? span.end },
        stamp,
        textSpan: words?.text ?? text,
        form: isReport ? "bare" : line.form,
        source: "paragraph",
        ...(part.isInline && { nested: true }),
      },
      "paragraph",
      this.undated(),
    );
  }

  /** A line that is just a time, above a list or table with times of its own, tells when all of it happened. */
  private readHeadLine(note: Note, stamp: Extract<EventStamp, { kind: "time" }>): void {
    if (stamp.from.date !== null) {
      this.lineDate = { date: stamp.from.date, to: stamp.to?.date ?? null, from: "above" };
      this.addDay(note, stamp.from.date, null);
    }
    if (stamp.from.zone !== null) this.scope.preamble.zone ??= { ...stamp.from.zone, remark: null, note };
  }

  private readCode({ note, code }: Extract<Block, { kind: "code" }>): void {
    const source = note.text.slice(code.content.start, code.content.end);
    for (const { span, stamp, text, type } of readLog(source)) {
      const { start } = code.content;
      this.add(
        {
          note,
          span: moved(span, start),
          stamp: shifted(stamp, start),
          textSpan: moved(text, start),
          form: "bare",
          source: "log",
          remarks: type,
        },
        "log",
        code,
      );
    }
  }

  /** What words without a time of their own say about the times around them. */
  private readStatement(note: Note, span: Span): void {
    if (span.end - span.start > longestStatement) return;
    const source = note.text.slice(span.start, span.end);
    const { preamble } = this.scope;
    const zone = readZoneStatement(source, this.mode === "anywhere" ? "strong" : "weak", this.collected.language);
    if (zone !== null) preamble.zone ??= { ...zone, note, span: moved(zone.span, span.start) };
    const unknown = zone === null ? readUnknownZone(source, this.collected.language) : null;
    if (unknown !== null) this.collected.unknownZones.push({ ...unknown, note, span: moved(unknown.span, span.start) });
    if (saysOfAll(source, this.collected.language))
      preamble.date ??= scopeDateIn(source, "preamble", this.collected.language);
  }

  private reportUnreadable(note: Note, { stamp, form }: Line, start: number): void {
    if (form === "label" || (stamp.kind !== "impossible" && stamp.kind !== "placeholder")) return;
    this.collected.unreadable.push({ note, stamp: shifted(stamp, start) });
  }
}

/** Whether a part of a paragraph has a time of day, and no day. */
function isClock({ line }: ParagraphPart): boolean {
  return line?.stamp.kind === "time" && line.stamp.from.date === null;
}

function joinedPart({ span, text }: ParagraphPart, next: ParagraphPart): Pick<ParagraphPart, "span" | "text"> {
  return { span: { start: span.start, end: next.span.end }, text: { start: text.start, end: next.span.end } };
}

/** The lines below the first; none where there is one. */
function belowFirst(note: Note, { start, end }: Span): Span {
  const newline = note.text.indexOf("\n", start);
  return { start: newline < 0 || newline >= end ? end : newline + 1, end };
}

/** Whether two lines at least begin with a time, be it `7.48`. */
function hasManyTimes(blocks: readonly Block[], language: Lexicon): boolean {
  let count = 0;
  for (const block of blocks) {
    const span = block.kind === "item" ? block.text : block.kind === "paragraph" ? block.span : null;
    for (const line of span === null ? [] : block.note.text.slice(span.start, span.end).split("\n"))
      if (readLooseLine(line, language) !== null && (count += 1) === 2) return true;
  }
  return false;
}

/** Where the words of an event stand: its own, or the first of what stands below it. */
function filled(note: Note, own: Span, below: Span): Span {
  const first = own.start < own.end ? undefined : within(note.leaves, below)[0];
  return first === undefined || first.type === "heading" ? own : first.span;
}

/** Tells of offsets from `start` on whether a comment or code holds them. */
function hiddenIn(note: Note, start: number): (offset: number) => boolean {
  return (offset) => enclosing(note.code, start + offset) !== null || enclosing(note.comments, start + offset) !== null;
}

/** Whether the words before a time are no label of it, neither by a colon nor as the usual ones. */
function isSentence(source: string, { text, stamp }: Line, language: Lexicon): boolean {
  return (
    !holdsAny(source.slice(text.end, stamp.span.start), ":|") &&
    !namesHappening(source.slice(text.start, text.end), language)
  );
}

function isEvent(stamp: Stamp): stamp is EventStamp {
  return stamp.kind === "time" || stamp.kind === "elapsed";
}

/** In a column of elapsed times `00:10` is ten minutes, and all count from the start. */
function sinceBeginning(stamp: EventStamp): EventStamp {
  if (stamp.kind === "elapsed") return { ...stamp, since: "start" };
  return stamp.from.date === null
    ? { kind: "elapsed", span: stamp.span, milliseconds: stamp.from.clock.clock, since: "start" }
    : stamp;
}

function moved(span: Span, by: number): Span {
  return { start: span.start + by, end: span.end + by };
}

function trimmedEnd(note: Note, end: number): number {
  let at = end;
  while (at > 0 && isWhitespace(note.text.charCodeAt(at - 1))) at -= 1;
  return at;
}

/** The items around a list item, the innermost first. */
function ancestorsOf({ parent }: ListItem): readonly ListItem[] {
  const ancestors: ListItem[] = [];
  for (let item = parent; item !== null; item = item.parent) ancestors.push(item);
  return ancestors;
}
