import { describe, expect, it } from "vitest";
import { dayOf, formatInstant, formatWritten, parseZone, readInstant } from "../../../src/time";

const berlin = parseZone("Europe/Berlin");

function read(source: string): string {
  return told(readInstant(source, berlin, dayOf({ year: 2024, month: 4, day: 11 })));
}

function told(result: ReturnType<typeof readInstant>): string {
  return result.ok
    ? `${formatWritten(result.local)} ${result.time === null ? "?" : formatInstant(result.time)}`
    : result.reason;
}

describe("readInstant", () => {
  it.each([
    ["2024-04-11T06:12", "2024-04-11T06:12 2024-04-11T04:12:00Z"],
    ["2024-04-11 06:12", "2024-04-11T06:12 2024-04-11T04:12:00Z"],
    ["2024-04-11 06:12 UTC", "2024-04-11T06:12 2024-04-11T06:12:00Z"],
    ["2024-04-11T06:12:30Z", "2024-04-11T06:12:30 2024-04-11T06:12:30Z"],
    ["2024-04-11T06:12:30.250-07:00", "2024-04-11T06:12:30.250 2024-04-11T13:12:30.250Z"],
    ["2024-04-11T06:12+0530", "2024-04-11T06:12 2024-04-11T00:42:00Z"],
    ["2024-04-11 06:12:00-07:00", "2024-04-11T06:12:00 2024-04-11T13:12:00Z"],
    ["06:12", "2024-04-11T06:12 2024-04-11T04:12:00Z"],
    ["6:12 pm PDT", "2024-04-11T18:12 2024-04-12T01:12:00Z"],
    ["Apr 10, 2024, 23:59 America/New_York", "2024-04-10T23:59 2024-04-11T03:59:00Z"],
    ["2024-04-11 24:00", "2024-04-12T00:00 2024-04-11T22:00:00Z"],
    ["2024-04-11 25:10", "hour 25 does not exist"],
    ["2024-13-40 10:00", "month 13 does not exist"],
    ["2023-02-29 10:00", "February 2023 has 28 days"],
    ["2024-04-31 10:00", "April has 30 days"],
    ["2024-04-11 06:72", "minute 72 does not exist"],
    ["2024-04-11", "not a date with a time such as `2024-04-11T06:12`"],
    ["soon", "not a date with a time such as `2024-04-11T06:12`"],
    ["2024-04-11 06:12 in the morning", "not a date with a time such as `2024-04-11T06:12`"],
    ["03-04-2024 06:12", "the date needs year, month and day, such as `2024-04-11`"],
    ["Apr 11 06:12", "the date needs year, month and day, such as `2024-04-11`"],
  ])("reads %s", (source, expected) => {
    expect(read(source)).toBe(expected);
  });

  it("leaves the instant open without day or zone", () => {
    expect(told(readInstant("06:12", berlin))).toBe("T06:12 ?");
    expect(told(readInstant("2024-04-11T06:12", null))).toBe("2024-04-11T06:12 ?");
    expect(readInstant("2024-04-11T06:12", null)).toMatchObject({ zone: null });
  });

  it("tells where the clocks make the time doubtful", () => {
    expect(readInstant("2024-03-31T02:30", berlin)).toMatchObject({
      dst: "nonexistent",
      time: Date.UTC(2024, 2, 31, 1, 30),
    });
    expect(readInstant("2024-10-27T02:30", berlin)).toMatchObject({
      dst: "ambiguous",
      time: Date.UTC(2024, 9, 27, 0, 30),
    });
    expect(readInstant("2024-10-27T02:30+01:00", berlin)).toMatchObject({
      dst: null,
      time: Date.UTC(2024, 9, 27, 1, 30),
    });
  });
});
