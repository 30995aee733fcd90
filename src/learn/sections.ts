import { findSections, sectionIdOf } from "../incident";
import type { Note } from "../note";
import { plainWords } from "../base";
import { initialSettings } from "../settings";
import type { Reason } from "./places";

/** Share of the notes from which on a heading is a section of the team, and one in which it has to be there. */
const known = 0.3;
const needed = 0.95;

interface Wording {
  readonly text: string;
  readonly notes: Set<string>;
}

/** What a collection shows of its sections: which are there, under which headings, and in how many notes. */
export function learnSections(notes: readonly Note[]): {
  readonly sections: readonly Readonly<Record<string, unknown>>[];
  readonly reasons: readonly Reason[];
} {
  const found = new Map<string, Set<string>>();
  const wordings = new Map<string, Map<string, number>>();
  const others = new Map<string, Wording>();
  for (const note of notes) {
    const named = new Set<string>();
    for (const { id, name } of findSections(note, initialSettings())) {
      named.add(bare(name));
      found.set(id, (found.get(id) ?? new Set()).add(note.path));
      const texts = wordings.get(id) ?? new Map<string, number>();
      wordings.set(id, texts.set(bare(name), (texts.get(bare(name)) ?? 0) + 1));
    }
    for (const text of headingsOf(note)) {
      const key = plainWords(text);
      if (key === "" || named.has(text) || sectionIdOf(text, initialSettings()) !== null) continue;
      const wording = others.get(key) ?? { text, notes: new Set<string>() };
      wording.notes.add(note.path);
      others.set(key, wording);
    }
  }
  const often = [...others.values()].filter((each) => each.notes.size >= Math.max(2, notes.length * known));
  const sections: Record<string, unknown>[] = [];
  const reasons: Reason[] = [];
  for (const { id, heading } of initialSettings().sections) {
    const own = found.get(id) ?? new Set<string>();
    const name = [...(wordings.get(id) ?? [])].sort(([, a], [, b]) => b - a)[0]?.[0];
    const isNeeded = own.size >= notes.length * needed;
    const isNamed = name !== undefined && own.size >= notes.length * known && name !== heading;
    if (isNeeded && !isNamed) continue;
    sections.push({
      id,
      ...(isNamed ? { heading: name } : {}),
      ...(isNeeded ? {} : { required: false }),
    });
    reasons.push({
      setting: `sections.${id}`,
      why: `${own.size} of ${notes.length} notes have it${isNamed ? ` as \`${name}\`` : ""}`,
    });
  }
  for (const each of often) {
    const id = plainWords(each.text).replaceAll(" ", "-");
    sections.push({ id, heading: each.text, ...(each.notes.size >= notes.length * needed ? { required: true } : {}) });
    reasons.push({ setting: `sections.${id}`, why: `${each.notes.size} of ${notes.length} notes have it` });
  }
  return { sections, reasons };
}

/** The headings of a note at the level that most of its sections have. */
function headingsOf(note: Note): readonly string[] {
  const roots = note.headings.filter(({ root }) => root);
  const ones = roots.filter(({ level }) => level === 1).length;
  const level =
    ones > 2 ? 1 : Math.min(...roots.filter((heading) => heading.level > 1).map((heading) => heading.level));
  return roots.filter((heading) => heading.level === level).map(({ text }) => bare(text));
}

/** A heading without emoji, shortcodes and numbers in front. */
function bare(heading: string): string {
  return heading
    .replace(/:[a-z\d_+-]{2,40}:|\p{Extended_Pictographic}\uFE0F?/gu, "")
    .trim()
    .replace(/^\d{1,3}(?:\.\d{1,3}){0,3}[.)]?\s/, "")
    .trim();
}
