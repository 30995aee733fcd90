import { describe, expect, it } from "vitest";
import { checkNotes } from "../../src/check";
import type { TimedEvent } from "../../src/incident/from";
import { isSuggested, turningPointIn } from "../../src/incident/from";
import { outageWindow, placeholderIn, readIncident, wordedMilestones } from "../../src/incident";
import type { StatedDuration } from "../../src/incident";
import { languageIds, languageNamed, type Lexicon, type Words } from "../../src/language";
import { plain, readDate as readPlainDate, readDayName, readDurations, readStamp } from "../../src/time";
import { parseNote } from "../../src/note";
import { defaultSettings } from "../../src/settings";
import { createLibrary } from "../../src/vault";
import { inputOf } from "../check/replay";
import { imported } from "../incident/from/reading";
import { told } from "./told";

/** One group of words, and whether the reader that uses them reads one of them. */
interface Group {
  readonly name: string;
  readonly words: Words;
  readonly isRead: (word: string, index: number, all: Words) => boolean;
}

const readDate = (text: string, at: number, lexicon: Lexicon) => readPlainDate(plain(text), at, lexicon);

/** All that a phrase stands for: each of its alternatives, with and without what may be missing. */
function sayings(phrase: string, lists: Readonly<Record<string, Words>>): readonly string[] {
  const bare = phrase.replace(/ ?!…?(?:\{[^{}]*\}|[^\s[\]]+)/g, "").replace(/^\^/, "");
  const option = /\[([^[\]]*)\]/.exec(bare);
  if (option !== null) {
    const [before, behind] = [bare.slice(0, option.index), bare.slice(option.index + option[0].length)];
    return [before + (option[1] ?? "") + behind, before + behind].flatMap((each) => sayings(each.trim(), lists));
  }
  const isSpaced = !/[\u3040-\u9fff]/.test(bare);
  return bare
    .split(/ +/)
    .filter((token) => token !== "" && token !== "…")
    .map((token) => (/^\{\w+\}$/.test(token) ? (lists[token.slice(1, -1)] ?? []).slice(0, 2) : token.split("/")))
    .reduce<readonly string[]>(
      (heads, words) =>
        heads.flatMap((head) =>
          words.map((word) => `${head}${head !== "" && isSpaced ? " " : ""}${word.replace(/^-|-$/g, "xy")}`),
        ),
      [""],
    );
}

/** A note of the language with these lines. */
const note = ({ id }: Lexicon, ...lines: readonly string[]): string => `---\nlang: ${id}\n---\n\n${lines.join("\n")}\n`;

/** Of a note that holds a line for each word, read once. */
function remembered<T>(compute: (text: string) => T): (text: string) => T {
  const results = new Map<string, T>();
  return (text) => {
    const known = results.get(text) ?? compute(text);
    results.set(text, known);
    return known;
  };
}

/** The first length that a note states. */
function lengthIn(text: string): StatedDuration | undefined {
  return readIncident(parseNote(text, "Report.md"), createLibrary(), defaultSettings).facts.durations[0];
}

const toldOnce = remembered((text) => new Set(told(text)));
const checkedOnce = remembered((text) => checkNotes(inputOf({ "Report.md": text })));

function groupsOf(lexicon: Lexicon): readonly Group[] {
  const { sections, sectionJoints, calendar, clock, zones, lengths, measures, story, labels, actions, placeholders } =
    lexicon;
  const { judgements, figures, imports } = lexicon;
  const [month = ""] = calendar.months[2] ?? [];
  const numbered = calendar.marks.month.length > 0;
  const date = numbered ? "2025年3月12日" : `12 ${month} 2025`;
  const [minute = ""] = lengths.units.minute;
  const thing = lengths.outage.find((word) => !word.startsWith("の") && !word.startsWith("的")) ?? "";
  const timeline = sections.timeline[0] ?? "";
  const tells = (text: string, line: string | RegExp): boolean =>
    told(text).some((each) => (typeof line === "string" ? each === line : line.test(each)));
  const isDate = (text: string): boolean => {
    const read = readDate(text, 0, lexicon);
    return (
      read?.kind === "read" &&
      read.value.kind === "date" &&
      read.value.month === 3 &&
      read.value.day === 12 &&
      [2025, null].includes(read.value.year)
    );
  };
  const stamp = (text: string): string => {
    const read = readStamp(plain(text), 0, lexicon);
    if (read?.kind !== "time" || read.span.end !== text.length) return "";
    const at = (clock: number): string => new Date(clock).toISOString().slice(11, 16);
    return `${read.approximate ? "~" : ""}${at(read.from.clock.clock)}${read.to === null ? "" : `-${at(read.to.clock.clock)}`}${read.from.zone === null ? "" : ` ${read.from.zone.zone.kind}`}`;
  };
  const counts = (word: string, minutes: number): boolean =>
    readDurations(word, lexicon).some((each) => Math.abs(each.minutes - minutes) < 0.01);
  const length = (text: string) => readDurations(text, lexicon)[0];
  const table = (heads: readonly string[], ...rows: readonly (readonly string[])[]): string =>
    [heads, heads.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");
  const acts = (...lines: readonly string[]): string =>
    note(lexicon, `## ${sections["action-items"][0] ?? ""}`, "", ...lines);
  const [text = "", owner = "", status] = [
    actions.columns.text[0],
    actions.owner[0],
    actions.columns.status.find((word) => word !== "done") ?? "",
  ];
  /** Whether a rule finds something in one of these paragraphs. */
  const accuses = (rule: string, paragraphs: Words, index: number): boolean => {
    const text = `---\nlang: ${lexicon.id}\ntags: [postmortem]\n---\n\n${paragraphs.join("\n\n")}\n`;
    return checkedOnce(text).some(
      (found) => found.rule === rule && text.slice(0, found.span.start).split("\n").length === 6 + 2 * index,
    );
  };
  const phrases = (words: Words, lists = story.lists): Words => words.flatMap((word) => sayings(word, lists));
  /** Whether what is told of one note with a line for each word has what is to be told of this word. */
  const among =
    (write: (lines: Words) => string, line: (word: string, index: number) => string, fact: (index: number) => string) =>
    (_: string, index: number, all: Words): boolean =>
      toldOnce(write(all.map(line))).has(fact(index));
  const glue = numbered ? "" : " ";
  const [good = ""] = [...phrases(story.milestones.resolved.states.filter((each) => !/[\^…]/.test(each)))].sort(
    (a, b) => a.length - b.length,
  );

  return [
    ...Object.entries(sections).map(([id, words]) => ({
      name: `sections ${id}`,
      words,
      isRead: (word: string) => tells(note(lexicon, `## ${word}`, "", "x"), `sections ${id}`),
    })),
    {
      name: "joints of sections",
      words: sectionJoints,
      isRead: (word) => tells(note(lexicon, `## ${timeline}${glue}${word}${glue}Xyz`, "", "x"), "sections timeline"),
    },
    ...calendar.months.map((words, index) => ({
      name: `month ${index + 1}`,
      words,
      isRead: (word: string) => {
        const read = readDate(`12 ${word} 2025`, 0, lexicon);
        return read?.kind === "read" && read.value.kind === "date" && read.value.month === index + 1;
      },
    })),
    ...calendar.weekdays.map((words, index) => ({
      name: `weekday ${index}`,
      words,
      isRead: (word: string) => {
        if (word.startsWith("（")) return stamp(`${date}${word}14:05`) === "14:05";
        const read = readDate(`${word} ${date}`, 0, lexicon);
        return read?.kind === "read" && read.value.kind === "date" && read.value.weekday === index;
      },
    })),
    { name: "ordinals", words: calendar.ordinals, isRead: (word) => isDate(`12${word} ${month} 2025`) },
    { name: "nth", words: calendar.nth, isRead: (word) => readDate(`${word} 2`, 0, lexicon)?.kind === "read" },
    {
      name: "next day",
      words: calendar.nextDay,
      isRead: (word) => {
        const found = readDayName(word, lexicon);
        return found?.kind === "later" && found.days === 1;
      },
    },
    {
      name: "day before",
      words: calendar.dayBefore,
      isRead: (word) => {
        const found = readDayName(word, lexicon);
        return found?.kind === "later" && found.days === -1;
      },
    },
    {
      name: "part of day",
      words: calendar.partOfDay,
      isRead: (word) => readDayName(`${calendar.weekdays[0]?.[0] ?? ""} ${word}`, lexicon)?.kind === "weekday",
    },
    { name: "am", words: clock.am, isRead: (word) => stamp(`2:05 ${word}`) === "02:05" },
    { name: "pm", words: clock.pm, isRead: (word) => stamp(`2:05 ${word}`) === "14:05" },
    { name: "am before", words: clock.amBefore, isRead: (word) => stamp(`${word}2:05`) === "02:05" },
    { name: "pm before", words: clock.pmBefore, isRead: (word) => stamp(`${word}8:05`) === "20:05" },
    { name: "hour", words: clock.hour, isRead: (word) => stamp(`10${glue}${word}`) === "10:00" },
    { name: "maybe hour", words: clock.maybeHour, isRead: (word) => stamp(`~15${word}`) === "~15:00" },
    {
      name: "minute",
      words: clock.minute,
      isRead: (word) => stamp(`~6${clock.hour[0] ?? clock.maybeHour[0] ?? ""}25${word}`) === "~06:25",
    },
    { name: "half", words: clock.half, isRead: (word) => stamp(`6${clock.hour[0] ?? ""}${word}`) === "06:30" },
    { name: "idle", words: clock.idle, isRead: (word) => stamp(`14:05 ${word}`) === "14:05" },
    { name: "at", words: clock.at, isRead: (word) => stamp(`${word}${glue}14:05`) === "14:05" },
    {
      name: "from and to",
      words: clock.to,
      isRead: (word) => stamp(`${clock.from[0] ?? ""} 14:05 ${word} 14:20`.trim()).replace("~", "") === "14:05-14:20",
    },
    {
      name: "from",
      words: clock.from,
      isRead: (word) => stamp(`${word} 14:05 – 14:20`).replace("~", "") === "14:05-14:20",
    },
    {
      name: "between",
      words: clock.between,
      isRead: (word) => stamp(`${word} 14:05 ${clock.and[0] ?? ""} 14:20`) === "14:05-14:20",
    },
    { name: "or", words: clock.or, isRead: (word) => stamp(`14:05 UTC ${word} 15:05 CET`) === "14:05 fixed" },
    {
      name: "articles",
      words: calendar.articles,
      isRead: (word) => readDate(`${calendar.weekdays[0]?.[0] ?? ""}, ${word} ${date}`, 0, lexicon)?.kind === "read",
    },
    {
      name: "measured",
      words: figures.measured,
      isRead: (word) => readStamp(plain(`7.48 ${word}`), 0, lexicon, "line start") === null,
    },
    { name: "vague", words: clock.vague, isRead: (word) => stamp(`${word} 14:05`) === "~14:05" },
    {
      name: "zone abbreviations",
      words: Object.keys(zones.abbreviations),
      isRead: (word) => stamp(`14:05 ${word}`) === "14:05 abbreviation",
    },
    {
      name: "zone names",
      words: Object.entries(zones.names).flatMap(([, names]) => names),
      isRead: (word) =>
        tells(
          note(lexicon, `${labels.incidentDate[0] ?? ""}: 2025-03-12`, "", `## ${timeline} (${word})`, "", "- 14:05 x"),
          /^event 2025-03-12T14:05 [+-]/,
        ) ||
        tells(
          note(
            lexicon,
            `${labels.incidentDate[0] ?? ""}: 2025-03-12`,
            "",
            `## ${timeline} (${word} time)`,
            "",
            "- 14:05 x",
          ),
          /^event 2025-03-12T14:05 [+-]/,
        ),
    },
    ...(["second", "minute", "hour", "day", "week"] as const).map((unit) => ({
      name: `unit ${unit}`,
      words: lengths.units[unit],
      isRead: (word: string) =>
        counts(
          `3${numbered ? "" : " "}${word}`,
          3 * { second: 1 / 60, minute: 1, hour: 60, day: 1440, week: 10080 }[unit],
        ),
    })),
    ...Object.entries(lengths.numbers).map(([value, words]) => ({
      name: `number ${value}`,
      words,
      isRead: (word: string) => counts(`${word} ${minute}`, Number(value)),
    })),
    {
      name: "and a half",
      words: lengths.andHalf,
      isRead: (word) => counts(`2${glue}${lengths.units.hour[0] ?? ""}${glue}${word}`, 150),
    },
    {
      name: "articles of lengths",
      words: lengths.articles,
      isRead: (word) => length(`x ${measures.about[0] ?? ""} ${word} 47 ${minute}`)?.approximate === true,
    },
    { name: "before `15h30`", words: lengths.unlike, isRead: (word) => length(`${word} 15h30`) === undefined },
    {
      name: "before numerals",
      words: lengths.beforeNumerals,
      isRead: (word) =>
        length(`${word}三${lengths.units.hour[0] ?? ""}`) === undefined &&
        length(`三${lengths.units.hour[0] ?? ""}`)?.minutes === 180,
    },
    ...Object.entries(lengths.labels).map(([name, words]) => ({
      name: `length ${name}`,
      words: phrases(words),
      isRead: among(
        (lines) => note(lexicon, ...lines),
        (word, index) => `- **${word}:** ${31 + index}${glue}${minute}`,
        (index) => `length ${31 + index} minutes of ${name}`,
      ),
    })),
    ...(["outage", "incident"] as const).map((what) => ({
      name: `what lasted, ${what}`,
      words: lengths[what],
      isRead: among(
        (lines) => note(lexicon, ...lines.map((line) => `${line}\n`)),
        (word, index) => `x ${31 + index}${glue}${minute}${glue}${word}`,
        (index) => `length ${31 + index} minutes of ${what}`,
      ),
    })),
    {
      name: "how long it lasted",
      words: lengths.lasted,
      isRead: among(
        (lines) => note(lexicon, ...lines.map((line) => `${line}\n`)),
        (word, index) => `x ${thing}${glue}${word}${glue}${31 + index}${glue}${minute}`,
        (index) => `length ${31 + index} minutes of outage`,
      ),
    },
    ...(["within", "after", "later"] as const).map((what) => ({
      name: `counted, ${what}`,
      words: phrases(lengths[what]),
      isRead: (word: string) =>
        lengthIn(note(lexicon, what === "later" ? `31${glue}${minute}${glue}${word}` : `x ${word} 31${glue}${minute}`))
          ?.counted === (what === "within" ? "within" : "after"),
    })),
    {
      name: "abbreviations",
      words: lexicon.abbreviations,
      isRead: (word) =>
        lengthIn(note(lexicon, `x ${thing} ${word} 31${glue}${minute}`))?.sentence.text.includes(word) === true,
    },
    {
      name: "about, a time",
      words: measures.about,
      isRead: (word) => stamp(`${word}${glue}14:05`) === "~14:05",
    },
    {
      name: "about, a length",
      words: measures.about,
      isRead: (word) => length(`x ${word}${glue}47${glue}${minute}`)?.approximate === true,
    },
    { name: "about, behind", words: measures.aboutBehind, isRead: (word) => stamp(`14:05${glue}${word}`) === "~14:05" },
    {
      name: "at least",
      words: measures.atLeast,
      isRead: (word) => length(`x ${word}${glue}47${glue}${minute}`)?.bound === "at-least",
    },
    {
      name: "at most",
      words: measures.atMost,
      isRead: (word) => length(`x ${word}${glue}47${glue}${minute}`)?.bound === "at-most",
    },
    ...Object.entries(story.milestones).flatMap(([id, { names, states, tells: hints }]) => [
      {
        name: `${id}, names`,
        words: phrases(names),
        isRead: (word: string) =>
          tells(
            note(lexicon, `## ${timeline}`, "", "2025-03-12", "", `- 14:05 UTC: ${word}`),
            `${id} 2025-03-12T14:05`,
          ),
      },
      {
        name: `${id}, wordings`,
        words: phrases([...states, ...hints]),
        isRead: (word: string) => wordedMilestones(word, lexicon).some((each) => each.id === id),
      },
    ]),
    ...([story.outageBegins, story.outageEnds] as const).map((words, index) => ({
      name: index === 0 ? "beginning of the outage" : "end of the outage",
      words: phrases(words),
      isRead: (word: string) => {
        const [other = ""] = phrases(index === 0 ? story.outageEnds : story.outageBegins);
        const [from, to] = index === 0 ? [word, other] : [other, word];
        const text = note(lexicon, `## ${timeline}`, "", `- 2025-03-12 14:05 UTC ${from}`, `- 14:52 ${to}`);
        return (
          outageWindow(readIncident(parseNote(text, "Report.md"), createLibrary(), defaultSettings))?.minutes === 47
        );
      },
    })),
    {
      name: "alert",
      words: story.alert,
      isRead: (word) => wordedMilestones(`Kafka ${word}: xy`, lexicon).some(({ id }) => id === "detected"),
    },
    {
      name: "doubt",
      words: story.doubt,
      isRead: (word) => wordedMilestones(`${word}${glue}${good}`, lexicon).every(({ id }) => id !== "resolved"),
    },
    {
      name: "doubt, behind",
      words: story.doubtBehind,
      isRead: (word) => wordedMilestones(`${good}${glue}${word}`, lexicon).length === 0,
    },
    {
      name: "shouted",
      words: story.shouted,
      isRead: (word) =>
        tells(
          note(lexicon, `## ${timeline}`, "", `- 14:05 Xyz. ${word.toUpperCase()} abc`, "- 14:06 Abc"),
          /^[a-z]+ 2?.*14:05/,
        ),
    },
    {
      name: "day of the incident",
      words: [...labels.date, ...labels.incidentDate],
      isRead: (word) =>
        tells(note(lexicon, `${word}: 2025-03-12`, "", `## ${timeline}`, "", "- 14:05 x"), "event 2025-03-12T14:05"),
    },
    {
      name: "day of the report",
      words: labels.reportDate,
      isRead: (word) =>
        tells(note(lexicon, `${word}: 2025-03-12`, "", `## ${timeline}`, "", "- 14:05 x"), "event T14:05"),
    },
    {
      name: "heads of times",
      words: labels.time,
      isRead: (word) =>
        tells(
          note(
            lexicon,
            `## ${timeline}`,
            "",
            table([word, labels.event[0] ?? ""], ["2025-03-12 14:05", "Pool drained"]),
          ),
          "event 2025-03-12T14:05",
        ),
    },
    {
      name: "span of the incident",
      words: labels.window,
      isRead: (word) => tells(note(lexicon, `- **${word}:** 2025-03-12 14:05–14:20 UTC`), "resolved 2025-03-12T14:20"),
    },
    {
      name: "update",
      words: labels.update,
      isRead: (word) =>
        tells(note(lexicon, `## ${timeline}`, "", `### ${word} 2025-03-12 14:05`, "", "x"), "event 2025-03-12T14:05"),
    },
    ...(["text", "owner", "due", "status", "priority", "ticket"] as const).map((kind) => ({
      name: `head of ${kind}`,
      words: actions.columns[kind],
      isRead: (word: string) =>
        kind === "text"
          ? tells(acts(table([word, owner], ["x", "Ada"])), "action open by Ada: x")
          : kind === "owner"
            ? tells(acts(table([text, word], ["x", "Ada"])), "action open by Ada: x")
            : kind === "due"
              ? tells(acts(table([text, word], ["x", "2025-05-01"])), "action open until 2025-05-01: x")
              : tells(acts(table([text, word], ["x", "✅"])), /^action \w+: x/),
    })),
    ...(["done", "open", "cancelled"] as const).map((state) => ({
      name: `state ${state}`,
      words: actions[state],
      isRead: among(
        (rows) => acts(table([text, status], ...rows.map((row) => row.split("|")))),
        (word, index) => `Item ${index}|${word}`,
        (index) => `action ${state}: Item ${index}`,
      ),
    })),
    {
      name: "owner",
      words: actions.owner,
      isRead: among(
        (lines) => acts(...lines),
        (word, index) => `- [ ] Fix ${index} (${word}: Ada)`,
        (index) => `action open by Ada: Fix ${index}`,
      ),
    },
    {
      name: "nobody",
      words: actions.nobody,
      isRead: among(
        (rows) => acts(table([text, owner], ...rows.map((row) => row.split("|")))),
        (word, index) => `Item ${index}|${word}`,
        (index) => `action open: Item ${index}`,
      ),
    },
    {
      name: "due",
      words: actions.due,
      isRead: (word) => tells(acts(`- [ ] Fix it (${word} 2025-05-01)`), /^action open until 2025-05-01: Fix it/),
    },
    {
      name: "due, behind",
      words: actions.dueBehind,
      isRead: (word) => tells(acts(`- [ ] Fix it (2025-05-01${glue}${word})`), /^action open until 2025-05-01: Fix it/),
    },
    {
      name: "day of the report, behind",
      words: labels.reportBehind,
      isRead: (word) =>
        tells(
          note(
            lexicon,
            `2025-03-11${glue}${word}`,
            "",
            "On 2025-03-12 all failed.",
            "",
            `## ${timeline}`,
            "",
            "- 14:05 x",
          ),
          "event 2025-03-12T14:05",
        ),
    },
    {
      name: "eras",
      words: Object.values(calendar.eras).flat(),
      isRead: (word) => readDate(`${word}8年6月1日`, 0, lexicon)?.kind === "read",
    },
    { name: "left open", words: placeholders.filler, isRead: (word) => placeholderIn(word, lexicon) !== null },
    { name: "asked for", words: placeholders.asked, isRead: (word) => placeholderIn(`<${word}>`, lexicon) !== null },
    { name: "requests", words: placeholders.request, isRead: (word) => placeholderIn(`[${word} x]`, lexicon) !== null },
    { name: "patterns of dates", words: placeholders.date, isRead: (word) => placeholderIn(word, lexicon) !== null },
    {
      name: "blame",
      words: phrases(judgements.blame, { somebody: judgements.somebody }),
      isRead: (_, index, all) =>
        accuses(
          "blame-language",
          all.map((each) => `x ${each} x`),
          index,
        ),
    },
    {
      name: "hindsight",
      words: phrases([...judgements.hindsight, ...judgements.regret]),
      isRead: (_, index, all) =>
        accuses(
          "counterfactual-language",
          all.map((each) => `${judgements.people[0] ?? ""} ${each} x`),
          index,
        ),
    },
    ...Object.entries(figures.scales).map(([value, words]) => ({
      name: `power of ten ${value}`,
      words,
      isRead: (word: string) =>
        tells(
          note(lexicon, `3${glue}${word}${glue}${figures.counted["user"]?.[0] ?? "users"}`),
          `figure ${3 * Number(value)} user`,
        ),
    })),
    {
      name: "names of things",
      words: figures.naming,
      isRead: (_, index, all) =>
        !toldOnce(note(lexicon, ...all.map((each, at) => `x ${each} ${4700 + at} users\n`))).has(
          `figure ${4700 + index} user`,
        ),
    },
    ...Object.entries(figures.counted).map(([unit, words]) => ({
      name: `counted ${unit}`,
      words,
      isRead: among(
        (lines) => note(lexicon, ...lines.map((line) => `${line}\n`)),
        (word, index) => `x ${41 + index}${glue}${word}`,
        (index) => `figure ${41 + index} ${unit}`,
      ),
    })),
    ...(["time", "day", "text", "person", "url", "id"] as const).map((name) => ({
      name: `column of a ${name}`,
      words: imports[name],
      isRead: (word: string) => column(name, word),
    })),
    {
      name: "worth telling",
      words: imports.telling,
      isRead: (word) => isSuggested(messageOf(`x ${word} x`)),
    },
    { name: "taken", words: imports.taken, isRead: (word) => turningPointIn(`:eyes: ${word}, x`) === "acknowledged" },
    { name: "raised", words: imports.raised, isRead: (word) => turningPointIn(`[${word}] x`) === "detected" },
  ];
}

/** Whether the column with this head is read, in a table that has the others by their English names. */
function column(name: "time" | "day" | "text" | "person" | "url" | "id", word: string): boolean {
  const cells = {
    time: name === "day" ? "14:05" : "2025-03-12T14:05Z",
    day: name === "day" ? "2025-03-12" : "",
    text: "drained",
    person: "Mia",
    url: "https://example.com/1",
    id: "e1",
  };
  const heads = { time: "ts", day: "x", text: "summary", person: "actor", url: "permalink", id: "key", [name]: word };
  const { events } = imported(`${Object.values(heads).join(";")}\n${Object.values(cells).join(";")}\n`, {
    zone: "UTC",
  });
  const [event] = events;
  return (
    event?.time === Date.parse("2025-03-12T14:05Z") &&
    event.text === cells.text &&
    event.actor?.name === cells.person &&
    event.url === cells.url &&
    event.id === cells.id
  );
}

function messageOf(text: string): TimedEvent {
  const [event] = imported(`mia\n  3:06 PM\n${text}\n`).events;
  return event ?? never();
}

const english = groupsOf(languageNamed("en") ?? never());

function never(): never {
  throw new Error("no such language");
}

/** All words of lists, however deep they lie. */
function wordsIn(lists: unknown): readonly string[] {
  if (typeof lists === "string") return [lists];
  return typeof lists === "object" && lists !== null ? Object.values(lists).flatMap(wordsIn) : [];
}

it.each(languageIds)("the brackets that save repeating are none of the words of %s", (id) => {
  expect(wordsIn(languageNamed(id)).filter((word) => /[()]/.test(word))).toEqual([]);
});

/** Words are tried with the language that adds them: those of English in English alone. */
describe.each(languageIds)("every word is read in %s:", (id) => {
  const known = new Map(english.map(({ name, words }) => [name, new Set(id === "en" ? [] : words)]));
  const groups = groupsOf(languageNamed(id) ?? never())
    .map((group) => ({ ...group, words: group.words.filter((word) => known.get(group.name)?.has(word) !== true) }))
    .filter(({ words }) => words.length > 0);

  it.each(groups.map((group) => [group.name, group] as const))("%s", (_, { words, isRead }) => {
    expect(words.filter((word, index) => !isRead(word, index, words))).toEqual([]);
  });
});
