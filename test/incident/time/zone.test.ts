import { describe, expect, it } from "vitest";
import { parseZone, zoneAt, zoneFault } from "../../../src/time";

describe("parseZone", () => {
  it.each([
    ["UTC", 0],
    ["Z", 0],
    ["GMT", 0],
    ["utc", 0],
    ["UTC+2", 120],
    ["UTC-7", -420],
    ["UTC +2", 120],
    ["GMT+05:30", 330],
    ["GMT−3", -180],
    ["UTC+0530", 330],
    ["+0200", 120],
    ["-03:30", -210],
    ["UTC time", 0],
    ["Coordinated Universal Time", 0],
  ])("reads %s as a fixed offset", (text, offset) => {
    expect(parseZone(text)).toEqual({ kind: "fixed", name: text.replace(" time", "").replace(" Time", ""), offset });
  });

  it.each([
    ["Europe/Berlin", "Europe/Berlin"],
    ["US/Pacific", "US/Pacific"],
    ["America/Argentina/Buenos_Aires", "America/Argentina/Buenos_Aires"],
    ["America/Port-au-Prince", "America/Port-au-Prince"],
    ["Etc/GMT+2", "Etc/GMT+2"],
    ["PT", "America/Los_Angeles"],
    ["ET", "America/New_York"],
    ["Pacific Time", "America/Los_Angeles"],
    ["Eastern", "America/New_York"],
    ["Zurich time", "Europe/Zurich"],
    ["New York time", "America/New_York"],
    ["UK time", "Europe/London"],
  ])("reads %s as a region", (text, region) => {
    expect(parseZone(text)).toEqual({ kind: "region", name: text, region });
  });

  it.each([
    ["PST", -480, "America/Los_Angeles"],
    ["PDT", -420, "America/Los_Angeles"],
    ["CEST", 120, "Europe/Berlin"],
    ["cest", 120, "Europe/Berlin"],
    ["IST", 330, "Asia/Kolkata"],
    ["EAT Time", 180, "Africa/Nairobi"],
    ["EEST", 180, "Europe/Helsinki"],
    ["Pacific Standard Time", -480, "America/Los_Angeles"],
  ])("reads %s as what the abbreviation states", (text, offset, region) => {
    expect(parseZone(text)).toMatchObject({ kind: "abbreviation", offset, region });
  });

  it.each([
    "",
    "UC/Pacific",
    "Europe/Atlantis",
    "and/or",
    "est",
    "eat",
    "it",
    "UTC+15",
    "UTC-13",
    "+2",
    "+99:00",
    "Berlin",
    "local time",
    "toString",
    "constructor time",
    "PST8PDT",
    "UTC2",
  ])("finds no zone in %j", (text) => {
    expect(parseZone(text)).toBeNull();
  });

  it("ignores blanks around it and rejects words behind it", () => {
    expect(parseZone("  CET ")).toMatchObject({ offset: 60 });
    expect(parseZone("CET (GMT+1)")).toBeNull();
  });
});

describe("zoneFault", () => {
  it.each(["UTC", "Europe/Berlin", "PST8PDT", "UTC+2", "+05:30"])("takes %s", (name) => {
    expect(zoneFault(name)).toBeNull();
  });

  it.each([
    ["PST", "America/Los_Angeles"],
    ["CET", "Europe/Berlin"],
    ["Pacific Time", "America/Los_Angeles"],
    ["Mars", "Europe/Berlin"],
  ])("refuses %s and says what to write", (name, instead) => {
    expect(zoneFault(name)).toContain(`\`${instead}\` or \`UTC+2\``);
  });
});

describe("zoneAt", () => {
  it.each([
    ["UTC, alarm", "UTC"],
    ["UTC-8 was", "UTC-8"],
    ["UTC -3 pods died", "UTC"],
    ["UTC -10:05 UTC", "UTC"],
    ["Z", "Z"],
    ["PDT: x", "PDT"],
    ["PST8", null],
    ["Zone", null],
    ["Eastern: x", "Eastern"],
    ["Central cluster failed", null],
    ["ETA 5", null],
  ])("finds in %j just %j", (text, name) => {
    expect(zoneAt(text, 0)?.zone.name ?? null).toBe(name);
  });
});
