/** The sections that every postmortem is to have before a team says otherwise. */
export const neededSections = ["what-happened", "timeline", "root-cause", "impact", "action-items"] as const;

/** What a team learned, in sections that nobody has to write. */
export const lessonSections = ["went-well", "went-wrong", "got-lucky"] as const;

/** The sections that every team starts with. */
export const sectionNames = [...neededSections, ...lessonSections] as const;

export type SectionName = (typeof sectionNames)[number];

/** The turning points of an incident. */
export type MilestoneName = "started" | "detected" | "acknowledged" | "identified" | "mitigated" | "resolved";

/**
 * A word or phrase. Case and accents do not count (`retabli` is `rétabli`; `fuer` is `für`). In lists that are marked
 * as phrases, `a/b` is either, `[a]` may be missing, `{list}` is any of a named list, `…` stands for up to three
 * words, `^` for the beginning, and a `-` at an end for any letters: `olvid-`, `-ausfall`. Behind a phrase, `!a/b`
 * are words that must not follow it, and `!…{list}` words that must not stand in the next 80 characters.
 */
export type Word = string;
export type Words = readonly Word[];

/** How days are written. */
export interface CalendarWords {
  /** January to December, the full name first; abbreviations without their full stop. */
  readonly months: readonly Words[];
  /** Monday to Sunday, likewise. */
  readonly weekdays: readonly Words[];
  /** What may be joined to the number of a day: the `st` of "1st". */
  readonly ordinals: Words;
  /** Between the day, the month and the year, or before all of them: the "of" of "3rd of May". */
  readonly joints: Words;
  /** Before a day behind its weekday, beside the joints: the "the" of "Friday, the 12th". */
  readonly articles: Words;
  /** Before the number of a day of the incident: "Day 2". */
  readonly nth: Words;
  /** Before a time on the day of the one above. */
  readonly sameDay: Words;
  readonly nextDay: Words;
  readonly dayBefore: Words;
  /** Behind the name of a day, these say nothing more than when on that day: "morning". */
  readonly partOfDay: Words;
  /** Signs behind the numbers of year, month and day: `年`, `月`, `日`. */
  readonly marks: { readonly year: Words; readonly month: Words; readonly day: Words };
  /** By the year before its first: what stands before a year that is counted in it, as that of a reign. */
  readonly eras: Readonly<Record<number, Words>>;
  /** Which number of `01/07` comes first, where the note itself does not show it; empty where custom differs. */
  readonly first: readonly ("day" | "month")[];
}

/** How times of day are written. */
export interface ClockWords {
  /** Behind the time: `am`. */
  readonly am: Words;
  readonly pm: Words;
  /** Before the time: `午前`; each means a half of the day. */
  readonly amBefore: Words;
  readonly pmBefore: Words;
  /** Behind a number, this makes it an hour: the "Uhr" of "10 Uhr". */
  readonly hour: Words;
  /** Behind a number this may as well count hours: the `h` of "15h"; other words must tell. */
  readonly maybeHour: Words;
  /** Behind the minutes, and what stands for half an hour: `分`, `半`. */
  readonly minute: Words;
  readonly half: Words;
  /** May stand behind a full time and says nothing: the "hrs" of "14:05 hrs". */
  readonly idle: Words;
  /** Before a time: "at". */
  readonly at: Words;
  /** Before a time that opens a range: "from", "between". */
  readonly from: Words;
  readonly between: Words;
  /** Before a time that says no more than about when: "after". */
  readonly vague: Words;
  /** Between the two ends of a range: "to", "until". */
  readonly to: Words;
  readonly and: Words;
  /** Between a time and the same in another zone: "or". */
  readonly or: Words;
}

/** Names of time zones. */
export interface ZoneWords {
  /** Abbreviations, in capitals, with the minutes east of UTC that they state and the region that uses them. */
  readonly abbreviations: Readonly<Record<string, readonly [offset: number, region: string]>>;
  /** By region: abbreviations, in capitals, that name it and no offset. */
  readonly regions: Readonly<Record<string, Words>>;
  /** Abbreviations that are no word of the language, so that lower case will do. */
  readonly lowerCase: Words;
  /** By the region or the abbreviation that they mean: names in words, the whole phrase. */
  readonly names: Readonly<Record<string, Words>>;
  /** Words for times, near which a zone holds for those around it: "times", "time zone". */
  readonly cues: Words;
  /** Words for all times of the note: "all times". */
  readonly all: Words;
  /** In a statement about the times of a note, these make it one about all: "unless". */
  readonly every: Words;
  /** Between such words and the zone: "are in". */
  readonly joints: Words;
}

/** Lengths of time, and numbers as words. */
export interface LengthWords {
  readonly units: {
    readonly second: Words;
    readonly minute: Words;
    readonly hour: Words;
    readonly day: Words;
    readonly week: Words;
  };
  /** Units that need not stand apart from their number, and mean other things as well: `m`, `d`. */
  readonly letters: Words;
  /** By its value: the words for a number. */
  readonly numbers: Readonly<Record<number, Words>>;
  /** Before the numerals of a number these belong to it, and make it no length: the `第` of `第三天`. */
  readonly beforeNumerals: Words;
  /** Behind a length, or between its number and its unit: "and a half". */
  readonly andHalf: Words;
  /** Between "within" or "about" and a length, beside the words for one: the "the first" of "within the first hour". */
  readonly articles: Words;
  /** Between the parts of one length: the "and" of "1 hour and 5 minutes". */
  readonly and: Words;
  /** Between the ends of a range: "to", "or". */
  readonly to: Words;
  /** Before a length, so that "15 h 30" is none of the day: "for", "lasted". */
  readonly cues: Words;
  /** Before `15h30` these make it one of the day, beside what stands before times: "until". */
  readonly unlike: Words;
  /** Labels of a length, and what each is the length of. */
  readonly labels: Readonly<Record<LengthName, Words>>;
  /** What lasted, behind a length: "47 minutes of downtime". */
  readonly outage: Words;
  readonly incident: Words;
  /** What else may last: "window". */
  readonly stretch: Words;
  /** Before one of these: "long", "of the", "customer". */
  readonly kind: Words;
  /** Likewise, of all of it or of a part: "full", "partial". */
  readonly whole: Words;
  readonly partly: Words;
  /** Not working: "down"; and what stands before it where it is said of something: "was". */
  readonly down: Words;
  readonly been: Words;
  /** Between what lasted and its length; in `outageWas` behind an outage only: "was". */
  readonly lasted: Words;
  readonly outageWas: Words;
  /** Between a length and its range: "i.e.", "lasting". */
  readonly namely: Words;
  /** Before a length: "for". */
  readonly during: Words;
  /** Hours of which not all count: "business hours"; of English so far. */
  readonly otherClock: Words;
  /** Behind a length that is told of all: "in total". */
  readonly inAll: Words;
  /** Before a length, these make it one that recurs, is counted from elsewhere or is a part: "every", "another". */
  readonly part: Words;
  /** Behind one, likewise: "apart", "of which". */
  readonly partBehind: Words;
  /** Before a length that counts from another moment: "within", "after"; behind one: "later", `以内`. */
  readonly within: Words;
  readonly withinBehind: Words;
  readonly after: Words;
  readonly later: Words;
  /** Behind a length, before the moment that it counts from: "of"; and stems of the words for such moments: "alert". */
  readonly counting: Words;
  readonly origin: Words;
  /** In brackets behind a length of the whole: "including". */
  readonly remark: Words;
}

/** What a label says a length is the length of. */
export type LengthName =
  | "time-to-detect"
  | "time-to-acknowledge"
  | "time-to-identify"
  | "time-to-mitigate"
  | "time-to-resolve"
  /** MoJ's and others' "time to repair": until it worked again, which some count as mitigated, some as resolved. */
  | "time-to-repair"
  | "full-outage"
  /** Part of users or of the service. */
  | "partial-outage"
  | "outage"
  | "incident"
  /** A label `Duration` that does not say of what. */
  | "duration";

/** Words for more or less exact numbers and times; they stand before, unless the name says otherwise. */
export interface MeasureWords {
  readonly about: Words;
  readonly aboutBehind: Words;
  readonly atLeast: Words;
  readonly atMost: Words;
  /** What parts the thousands and the decimals: `,` and `.` in English. */
  readonly thousands: readonly string[];
  readonly decimals: readonly string[];
}

/** Phrases that tell a milestone. */
export interface MilestoneWords {
  /** Words that name it where they stand alone, as a label or in brackets. */
  readonly names: Words;
  /** Phrases that name it within a sentence: "incident resolved". */
  readonly states: Words;
  /** Phrases that describe it: "service restored". */
  readonly tells: Words;
}

/** Words for the course of an incident. */
export interface StoryWords {
  readonly milestones: Readonly<Record<MilestoneName, MilestoneWords>>;
  /** Lists that the phrases above name by `{…}`. */
  readonly lists: Readonly<Record<string, Words>>;
  /** Words that may stand within a phrase without a change of meaning: "has now been fully". */
  readonly fillers: Words;
  /** Before a phrase or within it, each turns it into its opposite, a plan or a guess: "not", "will", "partial". */
  readonly doubt: Words;
  /** Directly behind a phrase, likewise: the "later" of "was resolved later". */
  readonly doubtBehind: Words;
  /** What may bring trouble: "deploy". */
  readonly change: Words;
  /** What a change does when it brings trouble: "caused". */
  readonly effect: Words;
  /** Names of milestones that mark one where they stand in capitals: "RESOLVED". */
  readonly shouted: Words;
  /** What an event says that begins or ends the outage: "outage begins". */
  readonly outageBegins: Words;
  readonly outageEnds: Words;
  /** Before a colon, that a monitor has spoken: "Alert". */
  readonly alert: Words;
  /** Before a time, that something began then: "started"; and behind it, that it was over: "ended". */
  readonly began: Words;
  readonly ended: Words;
  /** Between the two, beside "and": "until it". */
  readonly until: Words;
  /** Between clauses that tell one thing after another: "and", "then". */
  readonly then: Words;
  /** What stands behind these is another clause: "because". */
  readonly clause: Words;
  /** What may lie idle for long before it does harm: "merged"; of English so far. */
  readonly dormant: Words;
  /** Tells that somebody called it an incident: "declared"; of English so far. */
  readonly declared: Words;
}

/** Labels and heads of columns in a report. */
export interface LabelWords {
  /** Before a day that is most often that of the incident: "Date". */
  readonly date: Words;
  /** Before the day of the incident, and of nothing else: "Incident date". */
  readonly incidentDate: Words;
  /** Before the day of the report: "Last update". */
  readonly reportDate: Words;
  /** Before the name of who wrote the text: "by". */
  readonly byline: Words;
  /** Behind that day: `公開`. */
  readonly reportBehind: Words;
  /** Heads of columns in a timeline. */
  readonly time: Words;
  readonly event: Words;
  readonly end: Words;
  readonly elapsed: Words;
  /** Labels of the whole span of the incident: "Window". */
  readonly window: Words;
  /** Before an entry of a timeline that reports the state of things: "Update". */
  readonly update: Words;
  /** Before a time, that something happened then, beside the names of milestones: "reported". */
  readonly happening: Words;
  /** In what stands before a time these make it no label of an event: "time to", "due". */
  readonly unlike: Words;
  /** Before the time of the text itself: "last updated". */
  readonly posted: Words;
  /** In a heading that nobody has listed, these make it that of a timeline. */
  readonly timeline: Words;
  /** Before such a name these make it that of another part: "customer". */
  readonly part: Words;
  /** Behind that name these tell of another: "of". */
  readonly other: Words;
}

/** Action items. */
export interface ActionWords {
  /** Heads of columns, beside the words that introduce an owner or a day. */
  readonly columns: Readonly<Record<ActionColumn, Words>>;
  readonly done: Words;
  readonly open: Words;
  readonly cancelled: Words;
  /** In a column of states these say that it is done: "yes". */
  readonly yes: Words;
  /** Say why something was given up, or what stands in its place: "because". */
  readonly because: Words;
  /** Introduce the owner: "Owner". */
  readonly owner: Words;
  /** At the end of a name these make it that of a thing, and of no person: "runbook". */
  readonly things: Words;
  /** Stand where an owner should: "unassigned". */
  readonly nobody: Words;
  /** Before a day: "due". */
  readonly due: Words;
  /** Behind a day, likewise: `まで`. */
  readonly dueBehind: Words;
  readonly vague: VagueWords;
}

/** What leaves an action item open; of English so far. */
export interface VagueWords {
  /** Verbs that never end unless the item says where: "improve". */
  readonly endless: Words;
  /** Verbs that make something so, and so: "make", "better". */
  readonly make: Words;
  readonly better: Words;
  /** Leave it to people: "remember"; and "make sure", where people follow. */
  readonly remember: Words;
  readonly ensure: Words;
  readonly people: Words;
  /** Before people or trouble: "that all the". */
  readonly those: Words;
  /** "fix", what is fixed without a name, and what may follow: "that caused". */
  readonly fix: Words;
  readonly trouble: Words;
  readonly caused: Words;
  /** First words of an item that has no verb. */
  readonly noVerb: Words;
  /** Words of an item that says where it ends: "whether", "instead of". */
  readonly bound: Words;
}

export type ActionColumn = "text" | "owner" | "due" | "status" | "priority" | "ticket" | "type" | "remark";

/** What is still to be filled in. */
export interface PlaceholderWords {
  /** Only as the whole of a line, cell or labelled value. */
  readonly filler: Words;
  /** Words of other languages among the fillers that are common words in this one: "todo". */
  readonly common: Words;
  /** At the beginning of brackets: `[insert a summary]`. */
  readonly request: Words;
  /** First words in angle brackets of prose that points something out, and asks for nothing: `<this file>`. */
  readonly pointers: Words;
  /** Single words that templates ask for in angle brackets. */
  readonly asked: Words;
  /** Patterns of a date or a time: `JJJJ-MM-TT`. */
  readonly date: Words;
  /** A line with one of these speaks of formats of dates, and leaves no date out: "format". */
  readonly formats: Words;
  /** At the beginning of a sentence that asks the writer for a text: "describe". */
  readonly instruction: Words;
  /** At the end of one that keeps a place for a text: "goes here". */
  readonly slot: Words;
  /** In a short line that says that there is nothing to tell: "none". */
  readonly nothing: Words;
  /** What stands in brackets for what may not be shown: "redacted". */
  readonly withheld: Words;
}

/** Words that blame, and words of hindsight; phrases. */
export interface JudgementWords {
  readonly blame: Words;
  readonly hindsight: Words;
  /** Hindsight only where a participle follows, with at most two adverbs between: "should have". */
  readonly modal: Words;
  readonly participles: Words;
  readonly adverbs: Words;
  /** Behind `modal` these weigh a cause or the outcome: the "been caused" of "could have been caused by". */
  readonly weighing: Words;
  /** People of whom it is a judgement that they failed to act. */
  readonly somebody: Words;
  /** Right before words of hindsight, these make them speak of people, and not of what a system is for. */
  readonly people: Words;
  /** Words of hindsight that always speak of people. */
  readonly regret: Words;
}

/** Figures: counted things, money, shares. */
export interface FigureWords {
  /** By its value: the words for a power of ten, such as "million". */
  readonly scales: Readonly<Record<number, Words>>;
  readonly percent: Words;
  /** A number behind these names a thing instead of counting it: "version". */
  readonly naming: Words;
  /** Before a number that looks like a year these make it one: "in". */
  readonly beforeYear: Words;
  /** Before a number that looks like a status code these make it one: "returned". */
  readonly answering: Words;
  /** May stand between these and the code: "only". */
  readonly light: Words;
  /** Behind a counted thing these make it a rate: "per second", "rps". */
  readonly rate: Words;
  /** Behind a number with a point, these make it an amount and no time: "GB", "times". */
  readonly measured: Words;
  /** Behind it, what became of it: "lost", and what may stand between: "that were". */
  readonly failing: Words;
  readonly passive: Words;
  /** Money that is given back, and money that is spent either way. */
  readonly credit: Words;
  readonly cost: Words;
  /** Words that look like a plural and count nothing: "access"; of English, whose plural is plain. */
  readonly uncounted: Words;
  /** Between a number and the next noun these make them strangers: "in". */
  readonly between: Words;
  /** Things that are counted, by the words for them; a language without a plain plural lists them. */
  readonly counted: Readonly<Record<string, Words>>;
}

/** What a new note has beside its sections' names; of each list the first counts. */
export interface NewNoteWords {
  /** What the writer is to say in a section, in a few words; "other" in one of the team's own. */
  readonly ask: Readonly<Record<(typeof neededSections)[number] | "lessons" | "other", Words>>;
  readonly services: Words;
  readonly customers: Words;
  /** The last section, for links, and what to link there. */
  readonly related: Words;
  readonly links: Words;
}

/** What events are told by in other tools: in a chat, and in tables that people keep. */
export interface ImportWords {
  /** Heads of columns, the most telling first: of a time, of the day alone, and of what an event says. */
  readonly time: Words;
  readonly day: Words;
  readonly text: Words;
  readonly person: Words;
  readonly url: Words;
  readonly id: Words;
  /** Of messages that a timeline is likely to want, beside those that tell a milestone: "deployed". */
  readonly telling: Words;
  /** How a message begins by which somebody takes an alert: "ack". */
  readonly taken: Words;
  /** How one begins by which a machine raises it: "firing". */
  readonly raised: Words;
}

/** Everything that is read in one language: lists of words, no logic. */
export interface Lexicon {
  /** BCP 47 tag: `de`. */
  readonly id: string;
  /** In English. */
  readonly name: string;
  /** The commonest words, several in each sentence of a text; none that English has, `a` least of all. */
  readonly common: Words;
  readonly sections: Readonly<Record<SectionName, Words>>;
  /** In a heading these say nothing of which section it is: the "of the incident" of "Timeline of the incident". */
  readonly sectionFillers: Words;
  /** Between the names of two sections in one heading: "and". */
  readonly sectionJoints: Words;
  /** Single words of headings that nobody has listed, by the section that they hint at. */
  readonly sectionWords: Readonly<Record<SectionName, Words>>;
  readonly calendar: CalendarWords;
  readonly clock: ClockWords;
  readonly zones: ZoneWords;
  readonly lengths: LengthWords;
  readonly measures: MeasureWords;
  readonly story: StoryWords;
  readonly labels: LabelWords;
  readonly actions: ActionWords;
  readonly placeholders: PlaceholderWords;
  readonly judgements: JudgementWords;
  readonly figures: FigureWords;
  readonly newNote: NewNoteWords;
  readonly imports: ImportWords;
  /** Abbreviations that no other list has, with the full stop that ends no sentence. */
  readonly abbreviations: Words;
}
