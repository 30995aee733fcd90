import fc from "fast-check";
import { DateTime } from "luxon";
import { afterEach, describe, expect, it, vi } from "vitest";
import {
  businessDayAfter,
  businessDaysBetween,
  dateOf,
  dayBefore,
  dayOf,
  formatDay,
  formatInstant,
  formatLocal,
  parseZone,
  toInstant,
  toLocal,
  weekdayOf,
} from "../../../src/time";
import type { Zone } from "../../../src/time";

function zone(name: string): Zone {
  return parseZone(name) ?? expect.fail(`no zone ${name}`);
}

/** `2024-04-11 06:12` in a zone: the instant in UTC, and what is wrong with the reading. */
function read(local: string, name: string): string {
  const [date = "", clock = ""] = local.split(" ");
  const [year = 0, month = 0, day = 0] = date.split("-").map(Number);
  const [hours = 0, minutes = 0] = clock.split(":").map(Number);
  const onDay = dayOf({ year, month, day }) ?? expect.fail(`no day ${date}`);
  const { time, dst } = toInstant({ day: onDay, clock: (hours * 60 + minutes) * 60_000 }, zone(name));
  return formatInstant(time) + (dst === null ? "" : ` ${dst}`);
}

describe("the calendar", () => {
  it("counts days over leap years and centuries", () => {
    expect(dayOf({ year: 1970, month: 1, day: 1 })).toBe(0);
    expect(dayOf({ year: 2000, month: 2, day: 29 })).toBe(11016);
    expect(dayOf({ year: 2100, month: 2, day: 29 })).toBeNull();
    expect(dayOf({ year: 2023, month: 2, day: 29 })).toBeNull();
    expect(dayOf({ year: 2024, month: 13, day: 1 })).toBeNull();
    expect(dayOf({ year: 2024, month: 4, day: 31 })).toBeNull();
    expect(dayOf({ year: 2024, month: 4, day: 0 })).toBeNull();
  });

  it("turns every day into its date and back, as luxon does", () => {
    fc.assert(
      fc.property(fc.integer({ min: -200_000, max: 200_000 }), (day) => {
        const there = DateTime.fromMillis(day * 86_400_000, { zone: "utc" });
        expect(dateOf(day)).toEqual({ year: there.year, month: there.month, day: there.day });
        expect(dayOf(dateOf(day))).toBe(day);
        expect(weekdayOf(day)).toBe(there.weekday - 1);
      }),
      { seed: 7, numRuns: 300 },
    );
    expect(formatDay(-719_528)).toBe("0000-01-01");
  });
});

describe("toInstant", () => {
  it("reads an ordinary time", () => {
    expect(read("2024-04-11 06:12", "UTC")).toBe("2024-04-11T06:12:00Z");
    expect(read("2024-04-11 06:12", "Europe/Berlin")).toBe("2024-04-11T04:12:00Z");
    expect(read("2024-04-11 06:12", "Asia/Kolkata")).toBe("2024-04-11T00:42:00Z");
    expect(read("2024-12-31 23:30", "America/New_York")).toBe("2025-01-01T04:30:00Z");
    expect(read("2024-02-29 23:00", "UTC-2")).toBe("2024-03-01T01:00:00Z");
  });

  it.each([
    // Clocks go back: the first of both moments is meant.
    ["2018-11-04 00:59", "America/New_York", "2018-11-04T04:59:00Z"],
    ["2018-11-04 01:00", "America/New_York", "2018-11-04T05:00:00Z ambiguous"],
    ["2018-11-04 01:30", "America/New_York", "2018-11-04T05:30:00Z ambiguous"],
    ["2018-11-04 02:00", "America/New_York", "2018-11-04T07:00:00Z"],
    // Clocks go forward: moved on by what they skipped.
    ["2018-03-11 01:59", "America/New_York", "2018-03-11T06:59:00Z"],
    ["2018-03-11 02:30", "America/New_York", "2018-03-11T07:30:00Z nonexistent"],
    ["2018-03-11 03:00", "America/New_York", "2018-03-11T07:00:00Z"],
    // Half an hour only, and at half past in UTC.
    ["2024-04-07 01:29", "Australia/Lord_Howe", "2024-04-06T14:29:00Z"],
    ["2024-04-07 01:45", "Australia/Lord_Howe", "2024-04-06T14:45:00Z ambiguous"],
    ["2024-04-07 02:00", "Australia/Lord_Howe", "2024-04-06T15:30:00Z"],
    ["2024-10-06 02:10", "Australia/Lord_Howe", "2024-10-05T15:40:00Z nonexistent"],
    ["2024-10-06 02:30", "Australia/Lord_Howe", "2024-10-05T15:30:00Z"],
    // A whole day that never was.
    ["2011-12-30 12:00", "Pacific/Apia", "2011-12-30T22:00:00Z nonexistent"],
    ["2011-12-31 00:00", "Pacific/Apia", "2011-12-30T10:00:00Z"],
  ])("decides %s in %s by its own rule", (local, name, expected) => {
    expect(read(local, name)).toBe(expected);
  });

  it("knows no such hours where an abbreviation says which offset is meant", () => {
    expect(read("2018-11-04 01:30", "EST")).toBe("2018-11-04T06:30:00Z");
    expect(read("2018-11-04 01:30", "EDT")).toBe("2018-11-04T05:30:00Z");
  });

  it("keeps the offset as stated beside the one in force", () => {
    const september = { day: dayOf({ year: 2017, month: 9, day: 27 }) ?? 0, clock: 13 * 3_600_000 };
    expect(toInstant(september, zone("PST"))).toMatchObject({ offset: -480, offsetInForce: -420 });
    expect(toInstant(september, zone("PDT"))).toMatchObject({ offset: -420, offsetInForce: -420 });
    expect(toInstant(september, zone("PT"))).toMatchObject({ offset: -420, offsetInForce: -420 });
    expect(toInstant(september, zone("CET"))).toMatchObject({ offset: 60, offsetInForce: 120 });
    expect(toInstant(september, zone("GMT"))).toMatchObject({ offset: 0, offsetInForce: 0 });
    expect(toInstant(september, zone("MST"))).toMatchObject({ offset: -420, offsetInForce: -420 });
  });

  it("agrees with a search over every offset, in any zone", () => {
    const zones = [
      "America/New_York",
      "Europe/London",
      "Australia/Lord_Howe",
      "Pacific/Apia",
      "Asia/Kathmandu",
      "America/St_Johns",
      "Africa/Casablanca",
      "Pacific/Chatham",
    ];
    const quarters = fc.integer({ min: 1_262_304_000 / 900, max: 1_767_225_600 / 900 });
    fc.assert(
      fc.property(fc.constantFrom(...zones), quarters, (name, quarter) => {
        const asUtc = quarter * 900_000;
        const local = { day: Math.floor(asUtc / 86_400_000), clock: asUtc % 86_400_000 };
        const matches: number[] = [];
        for (let offset = -13 * 4; offset <= 15 * 4; offset += 1) {
          const time = asUtc - offset * 900_000;
          if (DateTime.fromMillis(time, { zone: name }).offset === offset * 15) matches.push(time);
        }
        const { time, dst } = toInstant(local, zone(name));
        if (matches.length > 0) expect(time).toBe(Math.min(...matches));
        expect(dst).toBe(matches.length === 0 ? "nonexistent" : matches.length > 1 ? "ambiguous" : null);
        if (matches.length > 0) expect(toLocal(time, zone(name))).toEqual(local);
      }),
      { seed: 11, numRuns: 120 },
    );
  });
});

describe("formatLocal", () => {
  it("shows the wall clock of a zone", () => {
    const time = Date.UTC(2024, 3, 11, 6, 12, 7, 250);
    expect(formatLocal(time, zone("UTC"))).toBe("2024-04-11T06:12");
    expect(formatLocal(time, zone("Asia/Kathmandu"), "second")).toBe("2024-04-11T11:57:07");
    expect(formatLocal(time, zone("PST"), "millisecond")).toBe("2024-04-10T22:12:07.250");
    expect(formatLocal(Date.UTC(1969, 11, 31, 23, 59), zone("UTC"))).toBe("1969-12-31T23:59");
    expect(formatInstant(time)).toBe("2024-04-11T06:12:07.250Z");
  });
});

describe("the zone of the machine", () => {
  afterEach(() => {
    vi.unstubAllEnvs();
  });

  it.each(["UTC", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe"])(
    "does not matter (%s)",
    async (machine) => {
      vi.stubEnv("TZ", machine);
      vi.resetModules();
      const fresh = await import("../../../src/time");
      const day = dayOf({ year: 2018, month: 11, day: 4 }) ?? 0;
      expect(fresh.toInstant({ day, clock: 5_400_000 }, zone("America/New_York"))).toEqual({
        time: Date.UTC(2018, 10, 4, 5, 30),
        offset: -240,
        offsetInForce: -240,
        dst: "ambiguous",
      });
      expect(fresh.toInstant({ day, clock: 5_400_000 }, zone("Europe/Berlin"))).toEqual({
        time: Date.UTC(2018, 10, 4, 0, 30),
        offset: 60,
        offsetInForce: 60,
        dst: null,
      });
    },
  );
});

describe("business days", () => {
  it("lead to the first day that so many of them lie before", () => {
    for (let start = 0; start < 14; start++) {
      const from = formatDay((dayOf({ year: 2024, month: 4, day: 1 }) ?? 0) + start);
      expect(businessDayAfter(from, 0)).toBe(from);
      for (let days = 1; days < 23; days++) {
        const day = businessDayAfter(from, days);
        expect(businessDaysBetween(from, day)).toBe(days);
        expect(businessDaysBetween(from, dayBefore(day, 1))).toBe(days - 1);
      }
    }
  });
});
