import { describe, expect, it } from "vitest";
import { imported, told } from "./reading";

describe("a table of one's own", () => {
  it.each([
    ["Time (UTC),Event", "2025-03-10 09:00"],
    ["Time [UTC+2],What happened", "2025-03-10 11:00"],
    ["When CET,Update", "2025-03-10 10:00"],
    ["Start time (America/New_York),Comment", "2025-03-10 05:00"],
    ["Time (local),Event", "2025-03-10 10:00"],
    ["Time,Event", "2025-03-10 10:00"],
  ])("is read in the zone that the name of its column says: %s", (head, time) => {
    const { format, events } = imported(`${head}\n${time},logins fail\n`);
    expect([format, ...told({ events })]).toEqual(["table of events", "2025-03-10T09:00:00Z -: logins fail"]);
  });
});
