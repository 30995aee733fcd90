import { describe, expect, it } from "vitest";
import type { Incident } from "../../src/incident";
import { defaultReach, outageWindow, outlyingEvents, readIncident } from "../../src/incident";
import { defaultSettings } from "../../src/settings";
import { formatDay } from "../../src/time";
import { libraryOf } from "../vault/library-of";

function incidentOf(text: string, path = "Incident.md", others: Readonly<Record<string, string>> = {}): Incident {
  const library = libraryOf({ [path]: text, ...others });
  const note = library.note(path);
  if (note === null) throw new Error("the note was just added");
  return readIncident(note, library, defaultSettings);
}

/** The days of the events that are too far from the incident, or that nobody says when it was. */
function outlying(incident: Incident, reach = defaultReach): string {
  const found = outlyingEvents(incident, reach);
  return found.incident === null ? "no day" : found.events.map(({ day }) => formatDay(day)).join(" ");
}

const dated = (...days: readonly string[]): string => days.map((day) => `- ${day} 06:12 Errors`).join("\n");
const timeline = (...days: readonly string[]): string => `## Timeline\n\n${dated(...days)}\n`;
const incident = (properties: string, body: string): string => `---\n${properties}\n---\n${body}`;

describe("events that lie too far from the incident", () => {
  it.each([
    ["none on its day", ["2024-04-11"], ""],
    ["none a week away", ["2024-04-18", "2024-04-04"], ""],
    ["one further away", ["2024-04-19", "2024-04-03"], "2024-04-19 2024-04-03"],
    ["none at the end of a chain", ["2024-04-18", "2024-04-25", "2024-05-02"], ""],
    ["none at the beginning of one", ["2024-03-28", "2024-04-04"], ""],
    ["one behind a gap", ["2024-04-18", "2024-04-26"], "2024-04-26"],
    ["one before a gap", ["2024-03-27", "2024-04-04"], "2024-03-27"],
    ["one of another year", ["2024-04-11", "2023-04-11"], "2023-04-11"],
  ])("are %s", (_, days, expected) => {
    expect(outlying(incidentOf(incident("date: 2024-04-11", timeline(...days))))).toBe(expected);
  });

  it("are those that are further away than is asked for", () => {
    const read = incidentOf(incident("date: 2024-04-11", timeline("2024-04-13", "2024-04-08")));
    expect([1, 2, 3].map((reach) => outlying(read, reach))).toEqual(["2024-04-13 2024-04-08", "2024-04-08", ""]);
  });

  it("are led to by properties, and by days of the timeline without events", () => {
    const body = timeline("2024-04-25");
    expect(outlying(incidentOf(incident("date: 2024-04-11", body)))).toBe("2024-04-25");
    expect(outlying(incidentOf(incident("date: 2024-04-11\nresolved: 2024-04-18 06:12", body)))).toBe("");
    expect(outlying(incidentOf(incident("date: 2024-04-11\nresolved: 06:12", body)))).toBe("2024-04-25");
    const days = "## Timeline\n\n- 2024-04-12 – 2024-04-18: Migration\n- 2024-04-25 06:12 Errors\n";
    expect(outlying(incidentOf(incident("date: 2024-04-11", days)))).toBe("");
    const day = "## Timeline\n\n- 2024-04-18: Migration\n- 2024-04-25 06:12 Errors\n";
    expect(outlying(incidentOf(incident("date: 2024-04-11", day)))).toBe("");
  });

  it("are not known where nobody says when it was, nor are events without a day", () => {
    expect(outlying(incidentOf(timeline("2024-04-11")))).toBe("no day");
    expect(outlying(incidentOf(incident("date: 2024-04-11", "## Timeline\n\n- T+5m Errors\n")))).toBe("");
  });

  it("are none of a note that is named by the day of its publication", () => {
    const named = (body: string, others: Readonly<Record<string, string>> = {}): string =>
      outlying(incidentOf(body, "Incident-2024-04-11-A.md", others));
    expect(named(timeline("2024-03-20", "2024-03-21"))).toBe("no day");
    expect(named(timeline("2024-03-15"))).toBe("no day");
    expect(named(timeline("2024-03-14"))).toBe("2024-03-14");
    expect(named(timeline("2024-03-20", "2024-04-11"))).toBe("2024-03-20");
    expect(named(timeline("2024-04-25"))).toBe("2024-04-25");
    expect(named(incident("date: 2024-04-11", timeline("2024-03-20")))).toBe("2024-03-20");
    const embedded = "## Timeline\n\n![[Log]]\n";
    expect(named(embedded, { "Log.md": dated("2024-03-20") })).toBe("2024-03-20");
  });
});

describe("a window that a timeline names", () => {
  it.each([
    ["- 06:12 Outage begins\n- 06:59 Outage ends", 47],
    ["- 06:12 The OUTAGE BEGAN for us\n- 06:59 outage ended", 47],
    ["- 06:12 outage starts\n- 06:59 outage over", 47],
    ["- 06:12 outage started\n- 06:12 outage is over", 0],
    ["- 06:12 outages begin\n- 06:59 outage ends", undefined],
    ["- 06:12 Outage begins\n- 06:30 Errors", undefined],
    ["- 06:30 Errors\n- 06:59 Outage ends", undefined],
    ["- 06:12 Outage begins\n- 06:20 Outage begins\n- 06:59 Outage ends", undefined],
    ["- 06:12 Outage begins\n- 06:20 Outage ends\n- 06:59 Outage ends", undefined],
    ["- 06:59 Outage begins\n- 06:12 Outage ends", undefined],
  ])("%j has %s minutes", (lines, minutes) => {
    const text = incident("date: 2024-04-11", `## Timeline\n\n${lines}\n`);
    const window = outageWindow(incidentOf(text));
    expect(window?.minutes).toBe(minutes);
    if (window !== null)
      expect([window.from, window.to].map(({ span }) => text.slice(span.start, span.end))).toEqual(
        [...lines.matchAll(/\d\d:\d\d/g)].map(([time]) => time),
      );
  });

  it("is none where its day is not known", () => {
    expect(outageWindow(incidentOf("## Timeline\n\n- 06:12 Outage begins\n- 06:59 Outage ends\n"))).toBe(null);
  });
});
