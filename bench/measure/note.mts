import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { checkNote } from "../../src/check";
import { defaultSettings } from "../../src/settings";
import { parseNote } from "../../src/note";
import { createLibrary } from "../../src/vault";
import { inWords, progress, root, seed } from "../bench.mts";
import { hostileNotes } from "../hostile.mts";
import { median, quantile } from "../rounds.mts";
import type { Figure, TargetId } from "../targets.mts";
import { pathAt } from "../vault/names.mts";
import { checkedAt, postmortemText } from "../vault/postmortem.mts";
import { millisecondsOf, type Yardstick } from "../yardstick.mts";

const clock = { now: Date.parse(checkedAt), zone: "UTC" };
const path = pathAt(10);

/** As in an editor it stays, with what it remembers of the settings; of the notes it knows nothing. */
const library = createLibrary();

/** What an editor does with every pause in typing: parse the text, check it. */
function check(text: string): void {
  checkNote(parseNote(text, path), { library, settings: defaultSettings, clock });
}

/** Checks single notes of several lengths, against parsing them with commonmark. */
export function measureNotes(yardstick: Yardstick): Figure[] {
  const figures: Figure[] = [];
  let ordinary = Number.NaN;
  for (const [kilobytes, scale, runs] of [
    [4, 1, 1500],
    [100, 50, 150],
    [1000, 500, 21],
  ] as const) {
    progress(`checking a note of ${kilobytes} KB`);
    const text = postmortemText(seed, 10, scale);
    const ours: number[] = [];
    const theirs: number[] = [];
    for (let run = -Math.ceil(runs / 10); run < runs; run++) {
      const own = millisecondsOf(() => {
        check(text);
      });
      const other = millisecondsOf(() => {
        yardstick(text);
      });
      if (run < 0) continue;
      ours.push(own);
      theirs.push(other);
    }
    const other = median(theirs);
    if (kilobytes === 100) ordinary = other;
    const figure = (target: TargetId, own: number): Figure => ({
      target,
      value: own / other,
      detail: `${inWords(own / 1000)} and ${inWords(other / 1000)}`,
    });
    figures.push(figure(`note-${kilobytes}-p50`, median(ours)), figure(`note-${kilobytes}-p99`, quantile(ours, 0.99)));
  }
  figures.push(worstHostile(ordinary), ...languageNotes(yardstick));
  return figures;
}

/** Where the tests have their notes of each language, in files named like it. */
const languageFolder = join(root, "test/language/notes");

/** Checks the notes of each language, so that none is slower than the others unnoticed. */
function languageNotes(yardstick: Yardstick): readonly Figure[] {
  return readdirSync(languageFolder).map((file): Figure => {
    const language = file.replace(/\.md$/, "");
    progress(`checking notes in ${language}`);
    const texts = readFileSync(join(languageFolder, file), "utf8")
      .split(/^={5,}\n/m)
      .map((part) => part.split(/^-{5,}\n/m, 1)[0] ?? "");
    const each = (work: (text: string) => void): number =>
      millisecondsOf(() => {
        texts.forEach(work);
      });
    const times = Array.from({ length: 110 }, () => ({ own: each(check), other: each(yardstick) })).slice(10);
    const [own, other] = [median(times.map((time) => time.own)), median(times.map((time) => time.other))];
    return {
      target: "language-note",
      value: own / other,
      detail: `${texts.length} notes, ${inWords(own / 1000)} and ${inWords(other / 1000)}`,
      where: language,
    };
  });
}

/** commonmark itself does not end on some of them: the measure is its time for an ordinary note. */
function worstHostile(ordinary: number): Figure {
  const times = Object.entries(hostileNotes(100_000)).map(([name, text]) => {
    progress(`checking a hostile note: ${name}`);
    return {
      name,
      time: median(
        Array.from({ length: 7 }, () =>
          millisecondsOf(() => {
            check(text);
          }),
        ),
      ),
    };
  });
  const worst = times.reduce((most, each) => (each.time > most.time ? each : most));
  return {
    target: "note-hostile",
    value: worst.time / ordinary,
    detail: `${worst.name}: ${inWords(worst.time / 1000)} and ${inWords(ordinary / 1000)}`,
  };
}
