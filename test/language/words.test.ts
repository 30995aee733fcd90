import { describe, expect, it } from "vitest";
import { checkNotes } from "../../src/check";
import { placeholderIn, sectionIdOf, wordedMilestones } from "../../src/incident";
import { readLine } from "../../src/incident/timeline/line";
import { namedMilestone } from "../../src/incident/milestones/names";
import { languageNamed, lexicons } from "../../src/language";
import type { Lexicon, MilestoneName, Words } from "../../src/language";
import { defaultSettings } from "../../src/settings";
import { parseZone, plain, readDate, readDurations } from "../../src/time";
import { inputOf } from "../check/replay";
import { told } from "./told";

/** A phrase in its shortest form: the first of alternatives, nothing of what may be missing. */
function shortest(phrase: string, lists: Readonly<Record<string, Words>> = {}): string {
  return phrase
    .replace(/!\S+/g, "")
    .replace(/\[[^\]]*\]/g, "")
    .replace(/\{([^}]*)\}/g, (_, name: string) => lists[name]?.[0] ?? "")
    .replace(/…/g, "")
    .replace(/\^/g, "")
    .split(/\s+/)
    .map((word) => word.split("/")[0] ?? "")
    .map((word) => word.replace(/^-|-$/g, ""))
    .join(" ")
    .trim();
}

/** The words for which `isRead` does not hold. */
function unread(words: Words, isRead: (word: string) => boolean): readonly string[] {
  return words.filter((word) => !isRead(word));
}

const isAsian = (language: Lexicon): boolean => language.id === "ja" || language.id === "zh";

/** What is read of a note in a language, with the words of it in a note's head. */
const lines = (language: Lexicon, text: string): readonly string[] => told(`---\nlang: ${language.id}\n---\n\n${text}`);

describe.each(lexicons.map((lexicon) => [lexicon.name, lexicon] as const))("every word of %s is read:", (_, lexicon) => {
  const language = languageNamed(lexicon.id) ?? lexicon;
  const { calendar, clock, zones, lengths, measures, story, actions, placeholders, judgements } = lexicon;
  const stampOf = (line: string) => readLine(line, language)?.stamp;
  const dateOf = (text: string) => {
    const read = readDate(plain(text), 0, language);
    return read?.kind === "read" && read.value.kind === "date" ? read.value : null;
  };

  it("months and weekdays", () => {
    calendar.months.forEach((names, month) => {
      expect(unread(names, (name) => dateOf(`3 ${name} 2026`)?.month === month + 1)).toEqual([]);
    });
    calendar.weekdays.forEach((names, weekday) => {
      expect(unread(names, (name) => dateOf(`${name} 2026-03-02`)?.weekday === weekday)).toEqual([]);
    });
  });

  it("what stands before and behind a clock time", () => {
    const isTime = (line: string): boolean => stampOf(line)?.kind === "time";
    const isAbout = (line: string): boolean => {
      const stamp = stampOf(line);
      return stamp?.kind === "time" && stamp.approximate;
    };
    const gap = isAsian(language) ? "" : " ";
    const leads = [...clock.at, ...clock.from, ...clock.between, ...clock.vague];
    expect(unread(leads, (word) => isTime(`${word}${gap}10:30 x`))).toEqual([]);
    expect(unread(measures.about, (word) => isAbout(`${word}${gap}10:30 x`))).toEqual([]);
    expect(unread(measures.aboutBehind, (word) => isAbout(`10:30 ${word} x`))).toEqual([]);
    expect(unread([...clock.hour], (word) => isTime(`10 ${word} x`))).toEqual([]);
    expect(unread(clock.idle, (word) => isTime(`14:05 ${word} x`))).toEqual([]);
    const ends = (word: string): boolean => {
      const stamp = stampOf(`10:30 ${word} 10:45 x`);
      return stamp?.kind === "time" && stamp.to !== null;
    };
    expect(unread(clock.to, ends)).toEqual([]);
    const half = (line: string): number | null => {
      const stamp = stampOf(line);
      return stamp?.kind === "time" ? stamp.from.clock.clock / 3_600_000 : null;
    };
    expect(unread(clock.pm, (word) => half(`2:00 ${word} x`) === 14)).toEqual([]);
    expect(unread(clock.am, (word) => half(`12:00 ${word} x`) === 0)).toEqual([]);
    expect(unread(clock.pmBefore, (word) => half(`${word}2:00 x`) === 14)).toEqual([]);
    expect(unread(clock.amBefore, (word) => half(`${word}12:00 x`) === 0)).toEqual([]);
  });

  it("zones", () => {
    for (const [name, [offset]] of Object.entries(zones.abbreviations)) {
      const zone = parseZone(name, language);
      expect([name, zone?.kind === "abbreviation" ? zone.offset : null]).toEqual([name, offset]);
    }
    const names = Object.keys(zones.names);
    expect(unread(names, (name) => parseZone(lexicon.id === "en" ? `${name} time` : name, language) !== null)).toEqual([]);
  });

  it("units, numbers and bounds of lengths", () => {
    const minutesOf = { second: 1 / 60, minute: 1, hour: 60, day: 1440, week: 10080 } as const;
    for (const [unit, words] of Object.entries(lengths.units)) {
      const each = Object.entries(minutesOf).find(([name]) => name === unit)?.[1] ?? 0;
      expect(unread(words, (word) => readDurations(`5 ${word}`, language)[0]?.minutes === 5 * each)).toEqual([]);
    }
    const [minute = ""] = lengths.units.minute;
    expect(
      unread(Object.keys(lengths.numbers), (word) => {
        const found = readDurations(`x ${word} ${minute}`, language)[0];
        return found?.minutes === lengths.numbers[word];
      }),
    ).toEqual([]);
    const gap = isAsian(language) ? "" : " ";
    const boundOf = (word: string) => readDurations(`x ${word}${gap}5 ${minute}`, language)[0]?.bound;
    expect(unread(measures.atLeast, (word) => boundOf(word) === "at-least")).toEqual([]);
    expect(unread(measures.atMost, (word) => boundOf(word) === "at-most")).toEqual([]);
  });

  it("headings", () => {
    for (const [id, names] of Object.entries(lexicon.sections))
      expect(unread(names, (name) => sectionIdOf(name, defaultSettings) === id)).toEqual([]);
  });

  it.each(["started", "detected", "acknowledged", "identified", "mitigated", "resolved"] as const)(
    "wordings of %s",
    (id: MilestoneName) => {
      const { names, states, tells } = story.milestones[id];
      const told = (phrase: string): boolean =>
        wordedMilestones(shortest(phrase, story.lists), language).some((found) => found.id === id);
      expect(unread(names, (name) => namedMilestone(shortest(name, story.lists), language) === id)).toEqual([]);
      expect(unread([...states, ...tells], told)).toEqual([]);
    },
  );

  it("columns, states and owners of action items", () => {
    const [heading = ""] = lexicon.sections["action-items"];
    const [text = "", owner = "", due = "", status = ""] = (["text", "owner", "due", "status"] as const).map(
      (column) => actions.columns[column][0],
    );
    const table = (head: string, row: string): readonly string[] =>
      lines(language, `## ${heading}\n\n| ${head} |\n|---|---|\n| ${row} |`);
    const has = (part: string) => (told: readonly string[]) => told.some((line) => line.includes(part));
    expect(unread(actions.columns.text, (word) => has("action open by Ada: Do it")(table(`${word} | ${owner}`, "Do it | Ada")))).toEqual([]);
    expect(unread(actions.columns.owner, (word) => has("by Ada")(table(`${text} | ${word}`, "Do it | Ada")))).toEqual([]);
    expect(unread(actions.columns.due, (word) => has("until 2026-05-01")(table(`${text} | ${word}`, "Do it | 2026-05-01")))).toEqual([]);
    const [done = ""] = actions.done;
    expect(unread(actions.columns.status, (word) => has("action done")(table(`${text} | ${word}`, `Do it | ${done}`)))).toEqual([]);
    for (const state of ["done", "open", "cancelled"] as const) {
      const words = actions[state].map((word) => word.replace(/-$/, ""));
      expect(unread(words, (word) => has(`action ${state}`)(table(`${text} | ${status}`, `Do it | ${word}`)))).toEqual([]);
    }
    expect(unread(actions.nobody, (word) => !has(" by ")(table(`${text} | ${owner}`, `Do it | ${word}`)))).toEqual([]);
    expect(due).not.toBe("");
    const item = (words: string): readonly string[] => lines(language, `## ${heading}\n\n- [ ] Do it ${words}`);
    expect(unread(actions.due, (word) => has("until 2026-05-01")(item(`${word} 2026-05-01`)))).toEqual([]);
    expect(unread(actions.owner, (word) => has("by Ada")(item(`— ${word}: Ada`)))).toEqual([]);
  });

  it("placeholders", () => {
    const isOpen = (text: string): boolean => placeholderIn(text, language) !== null;
    expect(unread(placeholders.filler, (word) => placeholders.common.includes(word) || isOpen(word))).toEqual([]);
    expect(unread(placeholders.asked, (word) => isOpen(`<${word}>`))).toEqual([]);
    expect(unread(placeholders.request, (word) => isOpen(`[${word} x]`))).toEqual([]);
    expect(unread(placeholders.date, (word) => isOpen(`x ${word} x`))).toEqual([]);
  });

  it("judgements", () => {
    const found = (rule: string, words: string): boolean =>
      checkNotes(inputOf({ "Report.md": `---\nlang: ${lexicon.id}\ntags: [postmortem]\n---\n\nx ${words} x\n` })).some(
        (diagnostic) => diagnostic.rule === rule,
      );
    const lists = { somebody: judgements.somebody };
    expect(unread(judgements.blame, (phrase) => found("blame-language", shortest(phrase, lists)))).toEqual([]);
    const hindsight = [...judgements.hindsight, ...judgements.regret, ...judgements.modal.map((word) => `${word} known`)];
    expect(
      unread(hindsight, (phrase) => {
        const words = shortest(phrase);
        return found("counterfactual-language", words.endsWith("known") ? words.replace("known", "been seen") : words);
      }),
    ).toEqual([]);
  });
});
