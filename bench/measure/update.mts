import { checkNotes } from "../../src/check";
import { defaultSettings, isPostmortem } from "../../src/settings";
import type { Library } from "../../src/vault";
import { createLibrary } from "../../src/vault";
import { inWords, progress, seed } from "../bench.mts";
import { median, quantile } from "../rounds.mts";
import type { Figure, TargetId } from "../targets.mts";
import { hasTimelineNote, kindAt } from "../vault/names.mts";
import { checkedAt } from "../vault/postmortem.mts";
import { noteAt } from "../vault/vault.mts";
import { millisecondsOf, type Yardstick } from "../yardstick.mts";

const size = 10_000;
const changes = 1000;
const clock = { now: Date.parse(checkedAt), zone: "UTC" };

/** Changes one note after another among many, and checks every postmortem that the change concerns. */
export function measureUpdates(yardstick: Yardstick): Figure[] {
  progress("changing notes among many");
  const library = createLibrary();
  const texts = loadVault(library);
  const check = (paths: Iterable<string>): void =>
    void checkNotes({ library, settings: defaultSettings, clock, paths });
  check(postmortemsAmong(library, library.paths()));

  const ours: number[] = [];
  const theirs: number[] = [];
  for (let change = 0; change < changes; change++) {
    const decade = (change * 37) % (size / 10);
    // Every fourth change is one of a timeline that lives in another note.
    const index = decade * 10 + (change % 4 === 0 && hasTimelineNote(decade) ? 1 : 0);
    const { path } = noteAt(seed, index);
    const text = `${texts.get(path) ?? ""}\nChange ${change}.\n`;
    ours.push(
      millisecondsOf(() => {
        check(postmortemsAmong(library, library.update(path, text)));
      }),
    );
    theirs.push(
      millisecondsOf(() => {
        yardstick(text);
      }),
    );
  }
  const other = median(theirs);
  const figure = (target: TargetId, own: number): Figure => ({
    target,
    value: own / other,
    detail: `${inWords(own / 1000)} and ${inWords(other / 1000)}`,
  });
  return [figure("relint-p50", median(ours)), figure("relint-p95", quantile(ours, 0.95))];
}

/** Does what a host does at the start: every file by name, postmortems and what they show with their text. */
function loadVault(library: Library): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (let index = 0; index < size; index++) {
    const { path, text } = noteAt(seed, index);
    texts.set(path, text);
    library.add(path);
  }
  for (let index = 0; index < size; index += 10) {
    const { path, text } = noteAt(seed, index);
    if (kindAt(index) === "postmortem") library.update(path, text);
  }
  for (const path of [...library.paths()])
    for (const wanted of library.wanted(path)) library.update(wanted, texts.get(wanted) ?? "");
  return texts;
}

function postmortemsAmong(library: Library, paths: Iterable<string>): readonly string[] {
  return [...paths].filter((path) => {
    const note = library.note(path);
    return note !== null && isPostmortem(note, defaultSettings);
  });
}
