import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Span } from "../../src/base";
import { english, languageIds, languageNamed } from "../../src/language";
import {
  admits,
  businessDayAfter,
  businessDaysBetween,
  dayBefore,
  dayOf,
  daysBetween,
  displayWritten,
  findStamps,
  formatInstant,
  formatMinutes,
  formatMoment,
  formatWritten,
  offsetInForce,
  parseZone,
  periodOf,
  periodsBetween,
  plain,
  readDate,
  readDayName,
  readDurations,
  readInstant,
  readSaid,
  readSaidBefore,
  readStamp,
  shifted,
  shortMinutes,
  toInstant,
  today,
  unitFor,
  utc,
  writtenAt,
  zoneAt,
  zoneFault,
  zoneNamed,
} from "../../src/time";
import type { DurationMention, OtherTime, Stamp, StatedDate, StatedTime, Zone } from "../../src/time";
import {
  behindDates,
  clocks,
  dates,
  datesBehind,
  dayNames,
  elsewhere,
  formats,
  instants,
  lengths,
  marked,
  moments,
  openings,
  said,
  saidBefore,
  sentences,
  shortDates,
  zones,
  zonesBehind,
} from "./texts";

/** In few characters, without what is empty. */
function told(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? "–" : `[${value.map(told).join(", ")}]`;
  if (value === null) return "–";
  if (typeof value !== "object") return typeof value === "string" ? value : JSON.stringify(value);
  const fields = Object.entries(value).filter(
    ([, field]) => field !== null && field !== undefined && field !== false && field !== "–",
  );
  return `{${fields.map(([key, field]) => (field === true ? key : `${key}: ${told(field)}`)).join(", ")}}`;
}

const places = ({ start, end }: Span): string => `${start}-${end}`;

/** `2024-04-11 Thu`, `?-04-11` without a year, `11|4 2024` in either order, `day 2`, `+1` for the next day. */
function dateText(date: StatedDate): string {
  switch (date.kind) {
    case "date":
      return `${date.year ?? "?"}-${date.month}-${date.day}${date.weekday === null ? "" : ` ${weekdays[date.weekday]}`}`;
    case "numeric":
      return `${date.first}|${date.second} ${date.year ?? "?"}`;
    case "garbled":
      return `${date.year}!-${date.month}-${date.day}`;
    case "weekday":
      return weekdays[date.weekday] ?? "";
    case "nth":
      return `day ${date.number}`;
    case "of month":
      return `day ${date.day} of a month`;
    case "later":
      return `${date.days < 0 ? "" : "+"}${date.days}`;
  }
}

const weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/** `UTC=0`, `ET=America/New_York`, `PST=-480 America/Los_Angeles` */
function zoneText(zone: Zone): string {
  if (zone.kind === "fixed") return `${zone.name}=${zone.offset}`;
  return `${zone.name}=${zone.kind === "region" ? "" : `${zone.offset} `}${zone.region}`;
}

/** `2024-4-11 06:12 UTC=0@17-20`; a clock with `h` has no minutes, with `?` no half of the day yet. */
function timeText({ date, clock, zone, span }: StatedTime): string {
  const written = formatWritten({ kind: "clock", day: null, clock: clock.clock, precision: clock.precision }).slice(1);
  const flags = [clock.minutes ? "" : "h", clock.open ? "?" : "", clock.approximate ? "~" : "", clock.half ?? ""];
  return [
    date === null ? "" : `${dateText(date)} `,
    written,
    ...flags,
    zone === null ? "" : ` ${zoneText(zone.zone)}@${places(zone.span)}`,
    ` @${places(span)}`,
  ].join("");
}

function stampText(stamp: Stamp | null): string {
  if (stamp === null) return "–";
  const at = places(stamp.span);
  switch (stamp.kind) {
    case "time": {
      const { from, to, also, approximate, elapsed } = stamp;
      const marks = `${approximate ? "~" : ""}${elapsed === null ? "" : ` since ${elapsed}`}`;
      const rangeText = (range: Pick<OtherTime, "from" | "to">): string =>
        `${timeText(range.from)}${range.to === null ? "" : ` to ${timeText(range.to)}`}`;
      return [`${at}${marks} ${rangeText({ from, to })}`, ...also.map(rangeText)].join(" = ");
    }
    case "date":
      return `${at} ${dateText(stamp.date)}${stamp.to === null ? "" : ` to ${dateText(stamp.to)}`}`;
    case "elapsed":
      return `${at} since ${stamp.since} ${stamp.milliseconds}`;
    case "impossible":
      return `${at} impossible: ${stamp.reason}`;
    case "placeholder":
      return `${at} left open`;
  }
}

const stampsText = (stamps: readonly Stamp[]): string => stamps.map(stampText).join(" & ") || "–";

/** `0-10 5..6 of 1 about at-most bare`: minutes, and what the last digit counts. */
function lengthText({ minutes, most, step, approximate, bound, bare, ...span }: DurationMention): string {
  const marks = [approximate ? " about" : "", bound === null ? "" : ` ${bound}`, bare ? " bare" : ""].join("");
  const range = most === minutes ? "" : `..${most}`;
  return `${places(span)} ${minutes}${range} of ${step}${marks}`;
}

const lengthsText = (found: readonly DurationMention[]): string => found.map(lengthText).join(" & ") || "–";

function dateReading(text: string, language = english): string {
  const read = readDate(text, 0, language);
  if (read === null) return "–";
  const value = read.kind === "read" ? dateText(read.value) : read.kind === "impossible" ? read.reason : "left open";
  return `0-${read.end} ${value}`;
}

/** What is read of each text. */
function section(name: string, texts: readonly string[], read: (text: string) => unknown): string {
  return [`## ${name}`, ...texts.map((text) => `${JSON.stringify(text)} → ${told(read(text))}`), ""].join("\n");
}

async function areApproved(name: string, sections: readonly string[]): Promise<void> {
  await expect(sections.join("\n")).toMatchFileSnapshot(join(import.meta.dirname, "readings", `${name}.txt`));
}

function zoneReading(text: string, at: number, language = english): string {
  const found = zoneAt(text, at, language);
  return found === null ? "–" : `${at}-${found.end} ${zoneText(found.zone)}`;
}

function instantText(read: ReturnType<typeof readInstant>): string {
  if (!read.ok) return read.reason;
  const { dst, local, time, zone } = read;
  const parts = [displayWritten(local), zone && zoneText(zone), time === null ? null : formatInstant(time), dst];
  return parts.map((part) => part ?? "–").join(" ");
}

const timeRead = (time: number | null): string | null => (time === null ? null : formatInstant(time));

const german = languageNamed("de") ?? english;
const now = Date.UTC(2024, 3, 11, 6, 12, 30);
const berlin = { kind: "region", name: "Europe/Berlin", region: "Europe/Berlin" } as const;
const newfoundland = { kind: "fixed", name: "-03:30", offset: -210 } as const;
const day = dayOf({ year: 2024, month: 4, day: 11 });

describe("what was looked at once is read so again:", () => {
  it("dates", async () => {
    await areApproved("dates", [
      section("dates", dates, (text) => dateReading(text)),
      section("dates as stamps", dates, (text) => stampText(readStamp(text, 0))),
      section("dates before a clock", dates, (text) => stampsText(findStamps(`${text} 06:12 UTC`))),
      section("dates behind a clock", dates, (text) => stampsText(findStamps(`06:12 on ${text}`))),
      section("short dates", shortDates, (text) => stampText(readStamp(text, 0))),
      section("short dates in German", shortDates, (text) => stampText(readStamp(text, 0, german))),
      section("short dates in a sentence", shortDates, (text) => stampsText(findStamps(`It was ${text}`))),
      section("names of days", [...dayNames, ...dates.filter((text) => !/\d/.test(text))], (text) => {
        const named = readDayName(text);
        return named && dateText(named);
      }),
    ]);
  });

  it("clocks", async () => {
    await areApproved("clocks", [
      section("clocks in a sentence", clocks, (text) => stampsText(findStamps(`At ${text} it broke.`))),
      section("at the start of a line", [...openings, ...clocks], (text) =>
        stampText(readStamp(plain(text), 0, english, "line start")),
      ),
      section("anywhere", openings, (text) => stampText(readStamp(text, 0))),
      section("behind a date", behindDates, (text) => stampText(readStamp(plain(`2024-04-11 ${text}`), 0))),
      section("without that date", behindDates, (text) => stampText(readStamp(plain(text), 0))),
      section("before a date", datesBehind, (text) => stampText(readStamp(text, 0))),
      section("several", sentences, (text) => stampsText(findStamps(text))),
      section("moved", ["on 2024-04-11 06:12 UTC to 06:40 (02:12 EDT)", "11 April"], (text) => {
        const stamp = readStamp(text, 0);
        return stampText(stamp && shifted(stamp, 100));
      }),
      section("between marks", marked, (text) => JSON.stringify(plain(text))),
    ]);
  });

  it("lengths", async () => {
    const edges = [
      0, 0.4, 1, 2, 4, 5, 6, 9, 11, 17, 18, 19, 20, 21, 22, 23, 24, 29, 30, 31, 58, 59, 60, 61, 89, 90, 91,
    ];
    const further = [
      104, 105, 106, 119, 120, 121, 165, 166, 1439, 1440, 1500, 2159, 2160, 2161, 2880, 5999, 6000, 14_400,
    ];
    const minutes = [...edges, ...further];
    await areApproved("lengths", [
      section("in a sentence", lengths, (text) => lengthsText(readDurations(`It took ${text} in all.`))),
      section("alone", lengths, (text) => lengthsText(readDurations(text))),
      section("minutes that they admit", lengths, (text) =>
        readDurations(text).map((each) => minutes.filter((other) => admits(each, other)).join(" ")),
      ),
      section("printed", [...minutes, 6059, 6060, 6061, 7200, -75, -0.6].map(String), (each) =>
        [formatMinutes(Number(each)), shortMinutes(Number(each))].join(" | "),
      ),
    ]);
  });

  it("zones", async () => {
    await areApproved("zones", [
      section("alone", zones, (text) => {
        const zone = parseZone(text);
        return [zone && zoneText(zone), zoneFault(text)];
      }),
      section(
        "by any name",
        zones.filter((text) => parseZone(text) === null),
        (text) => {
          const zone = zoneNamed(text);
          return zone && zoneText(zone);
        },
      ),
      section("in a text", [...zones, ...zonesBehind], (text) => zoneReading(`at ${text}`, 3)),
      section("moments in January and in July", zones, (text) => {
        const zone = zoneNamed(text);
        return [1, 7].map((month) => {
          const on = dayOf({ year: 2024, month, day: 15 });
          if (zone === null || on === null) return null;
          const { time, offset, offsetInForce: inForce, dst } = toInstant({ day: on, clock: 22_320_000 }, zone);
          return `${formatInstant(time)} ${offset}/${inForce}/${offsetInForce(zone, time)} ${dst ?? ""}`;
        });
      }),
      section("behind a clock", [...zones, ...zonesBehind], (text) => stampsText(findStamps(`06:12 ${text}`))),
    ]);
  });

  it("moments", async () => {
    await areApproved("moments", [
      section("in UTC", instants, (text) => instantText(readInstant(text, utc))),
      section("in Berlin on a day", instants, (text) => instantText(readInstant(text, berlin, day))),
      section("without a zone", instants, (text) => instantText(readInstant(text, null))),
      section("typed", said, (text) => timeRead(readSaid(text, now, berlin, null))),
      section("typed on a day", [...said, ...saidBefore], (text) => timeRead(readSaid(text, now, berlin, day))),
      section("typed before words", [...saidBefore, ...said], (text) => {
        const read = readSaidBefore(text, now, berlin, day);
        return read && `${formatInstant(read.time)} then ${JSON.stringify(read.rest)}`;
      }),
    ]);
  });

  it("and what is reckoned and printed", async () => {
    const times = moments.map((moment) => Date.parse(moment.replace(/^1/, "+01")) || Date.parse(moment));
    const days = ["2024-02-28", "2024-02-29", "2024-03-01", "2024-03-02", "2024-03-03", "2024-12-31", "2025-01-01"];
    const pairs = [...days, "2000-01-01", "2034-06-30", "2024-13-01", "x"].flatMap((from) =>
      days.map((to) => `${from} ${to}`),
    );
    const stretches = [
      ["2022-01-01 2024-12-31", "2022-01-01 2025-01-01", "2018-02-15 2024-12-31"],
      ["2015-01-01 2024-12-31", "2015-01-01 2025-01-01", "2000-01-01 2024-02-28"],
    ].flat();
    const parts = (pair: string): readonly [string, string] => {
      const [from = "", to = ""] = pair.split(" ");
      return [from, to];
    };
    await areApproved("printed", [
      section("by a pattern", formats, (format) => formatMoment({ time: now + 250, zone: berlin }, format)),
      section("all patterns", moments, (moment) =>
        formats.map((format) =>
          formatMoment({ time: times[moments.indexOf(moment)] ?? 0, zone: newfoundland }, format),
        ),
      ),
      section("for machines and for readers", moments, (moment) => {
        const time = times[moments.indexOf(moment)] ?? 0;
        const written = (["minute", "second", "millisecond"] as const).map((each) => writtenAt(time, berlin, each));
        return [formatInstant(time), ...written.map(formatWritten), ...written.map(displayWritten)];
      }),
      section("since the beginning", ["0", "300000", "-300000", "4205007"], (since) => {
        const written = { kind: "elapsed", since: Number(since), precision: "second" } as const;
        return [formatWritten(written), displayWritten(written)];
      }),
      section("today", ["UTC", "Europe/Berlin", "-08:00", "nowhere"], (zone) => today({ now: now - 22_800_000, zone })),
      section("days between", pairs, (pair) => [daysBetween(...parts(pair)), businessDaysBetween(...parts(pair))]),
      section("days before and after", days, (date) =>
        [0, 1, 2, 3, 4, 5, 6, 7, 10, 11].map((count) => [dayBefore(date, count), businessDayAfter(date, count)]),
      ),
      section("periods", [...pairs.slice(0, 9), ...stretches], (pair) => {
        const [from, to] = parts(pair);
        const unit = unitFor(from, to);
        return [
          unit,
          ...(["month", "quarter", "year"] as const).map((each) => periodOf(from, each)),
          periodsBetween(from, to, unit).join(" "),
        ];
      }),
    ]);
  });

  it("and times of the other languages", async () => {
    await areApproved(
      "languages",
      languageIds.flatMap((id) => {
        const language = languageNamed(id);
        return language === null || elsewhere[id] === undefined
          ? []
          : [
              section(id, elsewhere[id], (text) => ({
                at: stampsText(findStamps(text, language)),
                opens: stampText(readStamp(plain(text), 0, language, "line start")),
                date: dateReading(text, language),
                day: told(readDayName(text, language)),
                lasts: lengthsText(readDurations(text, language)),
                zone: zoneReading(text, 0, language),
              })),
            ];
      }),
    );
  });
});
