import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { readIncident } from "../../src/incident";
import { defaultSettings } from "../../src/settings";
import type { TimelineEvent } from "../../src/incident";
import { readLine } from "../../src/incident/timeline/line";
import { formatClock, formatInstant, formatWritten } from "../../src/time";
import { parseNote } from "../../src/note";
import { positionAt } from "../../src/base";
import { createLibrary } from "../../src/vault";

const corpus = join("..", "shared", "corpus");

const TrueEvent = z.object({
  line: z.number(),
  local: z.nullable(z.string()),
  local_intended: z.optional(z.string()),
  utc: z.nullish(z.string()),
  utc_if_offset_in_force: z.optional(z.string()),
});
type TrueEvent = z.infer<typeof TrueEvent>;

const Truth = z.object({
  documents: z.array(z.object({ file: z.string(), zone_as_stated: z.string(), timeline: z.array(TrueEvent) })),
});

function readTruth(): z.infer<typeof Truth> {
  return Truth.parse(JSON.parse(readFileSync(join(corpus, "truth.json"), "utf8")));
}

function agrees(event: TimelineEvent, truth: TrueEvent): boolean {
  const isLocal = [truth.local, truth.local_intended].includes(formatWritten(event.local));
  const instant = event.time === null ? null : formatInstant(event.time);
  return isLocal && (truth.utc == null || instant === truth.utc || instant === truth.utc_if_offset_in_force);
}

/** Every event of a report beside the truth, and what was made up. */
function measure(
  file: string,
  truth: readonly TrueEvent[],
): {
  readonly found: number;
  readonly all: number;
  readonly invented: number;
  readonly zone: string | null;
  readonly report: readonly string[];
} {
  const note = parseNote(readFileSync(join(corpus, "reports", file), "utf8"), file);
  const library = createLibrary();
  const { timeline } = readIncident(note, library, defaultSettings);
  const events = timeline.events.map((event) => ({ event, line: positionAt(note, event.timeSpan.start).line }));
  const timed = truth.filter(({ local }) => local !== null);
  const missed = timed.filter((each) => !events.some(({ event, line }) => line === each.line && agrees(event, each)));
  const invented = events.filter(({ line }) => !truth.some((each) => each.line === line));
  const report = [
    ...missed.map((each) => {
      const read = events.find(({ line }) => line === each.line)?.event;
      return `${file}:${each.line} expected ${each.local ?? ""} ${each.utc ?? ""}, read ${read === undefined ? "nothing" : `${formatWritten(read.local)} ${read.time === null ? "" : formatInstant(read.time)}`}`;
    }),
    ...invented.map(({ event, line }) => `${file}:${line} invented ${event.raw}`),
  ];
  return {
    found: timed.length - missed.length,
    all: timed.length,
    invented: invented.length,
    zone: timeline.zone,
    report,
  };
}

describe.skipIf(!existsSync(corpus))("public reports (skipped where ../shared/corpus is absent)", () => {
  it("are read with at least 97 % of their events, and at most 1 % invented ones", () => {
    const results = readTruth().documents.map(({ file, timeline }) => ({ file, ...measure(file, timeline) }));
    const sum = (pick: (result: (typeof results)[number]) => number): number =>
      results.reduce((total, result) => total + pick(result), 0);
    const [found, all, invented] = [sum((each) => each.found), sum((each) => each.all), sum((each) => each.invented)];
    const table = results.map(
      (each) =>
        `${String(each.found).padStart(3)}/${String(each.all).padEnd(3)} invented ${each.invented}  ${each.file}`,
    );
    process.stdout.write(
      [
        ...table,
        ...results.flatMap(({ report }) => report),
        `${found} of ${all} events, ${invented} invented`,
        "",
      ].join("\n"),
    );
    expect(found / all).toBeGreaterThanOrEqual(0.97);
    expect(invented / all).toBeLessThanOrEqual(0.01);
  });

  it("have no zone where they state none", () => {
    for (const { file, zone_as_stated: zone, timeline } of readTruth().documents) {
      expect(`${file} ${measure(file, timeline).zone ?? "none stated"}`).toBe(`${file} ${zone.replace(/ \(.*/, "")}`);
    }
  });

  it("are read line by line", () => {
    const rows = readFileSync(join(corpus, "timeline-lines.tsv"), "utf8")
      .split("\n")
      .slice(1)
      .filter((row) => row !== "")
      .map((row) => row.split("\t"));
    const wrong = rows.filter(([, , raw = "", time = "", end = "", date = "", zone = "", remarks = ""]) => {
      const stamp = readLine(raw)?.stamp;
      if (stamp?.kind !== "time") return !remarks.includes("?");
      const { from, to } = stamp;
      const clock = (value: number): string => formatClock(value, time.length > 5 ? "second" : "minute");
      const stated =
        from.date === null
          ? ""
          : from.date.kind === "date"
            ? [
                from.date.year ?? "-",
                String(from.date.month).padStart(2, "0"),
                String(from.date.day).padStart(2, "0"),
              ].join("-")
            : from.date.kind === "garbled"
              ? date
              : from.date.kind;
      return (
        clock(from.clock.clock) !== time ||
        (to === null ? "" : clock(to.clock.clock)) !== end ||
        stated !== date ||
        (from.zone?.zone.name ?? "") !== zone
      );
    });
    process.stdout.write(wrong.map((row) => `${row.join(" | ")}\n`).join(""));
    expect(rows.length).toBeGreaterThan(80);
    expect(1 - wrong.length / rows.length).toBeGreaterThanOrEqual(0.97);
  });
});
