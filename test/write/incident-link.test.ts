import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readSettings } from "../../src/settings";
import { createLibrary } from "../../src/vault";
import { readIncidentLink, scaffold } from "../../src/write";

const clock = { now: Date.UTC(2024, 3, 12, 9), zone: "UTC" };
const { settings } = readSettings({ timezone: "Europe/Berlin" });
const read = (params: Readonly<Record<string, unknown>>) =>
  readIncidentLink({ action: "postmortem", vault: "Ops", ...params }, settings, clock);

describe("a link that starts a postmortem", () => {
  it("fills the form in, with times in the zone that is meant", () => {
    expect(
      read({
        title: "API  Outage",
        severity: "sev1",
        services: "api,,checkout ",
        owner: "[[Ada]]",
        started: "2024-04-11T22:12:30Z",
        detected: "2024-04-11T22:15:00Z",
        timeline: "Log#Key Events#Night",
      }),
    ).toEqual({
      problems: [],
      values: {
        title: "API Outage",
        severity: "SEV-1",
        services: "api, checkout",
        owner: "[[Ada]]",
        date: "2024-04-12",
        started: "00:12",
        detected: "2024-04-12T00:15",
        timelineNote: "Log",
        timelineHeading: "Key Events#Night",
      },
    });
    expect(read({ started: "2024-04-11T06:12-07:00", timezone: "America/New_York" }).values).toEqual({
      date: "2024-04-11",
      started: "09:12",
      timezone: "America/New_York",
    });
    expect(read({ started: "2024-04-11" }).values).toEqual({ date: "2024-04-11" });
    expect(read({ started: "06:12", detected: "06:15" }).values).toEqual({
      date: "2024-04-12",
      started: "06:12",
      detected: "2024-04-12T06:15",
    });
    expect(read({ detected: "2024-04-11 06:15" }).values).toEqual({ date: "2024-04-11", detected: "2024-04-11T06:15" });
  });

  it("embeds a note whole when no heading is named, and takes the team's own when no note is", () => {
    expect(read({ timeline: "Log" }).values).toEqual({ timelineNote: "Log", timelineHeading: "" });
    expect(read({ timeline: " # Key Events" }).values).toEqual({});
  });

  it("takes nothing that the app or another plugin would act on in the note", () => {
    const hostile =
      "a <iframe src=x> <img src=x onerror=y> </b> <% tp.x() %> `$= dv.x()` `= this` ![[Secret]] ![x](y) [x](javascript:y) %%c%% {{title}} CPU > 5 < 6";
    const { values } = read({ title: hostile, owner: hostile, services: hostile, timeline: hostile });
    const made = scaffold(
      { title: values.title ?? "", date: "2024-04-11", owner: values.owner ?? "", services: [values.services ?? ""] },
      { library: createLibrary(), settings, clock },
    );
    const texts = [...Object.values(values), made.ok ? made.text.replace(/%%[^%]*%%/g, "") : ""];
    expect(made.ok).toBe(true);
    for (const text of texts) expect(text).not.toMatch(/<[a-z/!?%]|%>|`\$?=|!\[|\]\(|%%c|\{\{title/i);
    expect(values.title).toContain("CPU > 5 < 6");
    expect(read({ owner: "[[Ada]]" }).values).toEqual({ owner: "[[Ada]]" });
  });

  it("leaves out what does not fit, and says so", () => {
    expect(
      read({
        title: "x",
        severity: "apocalypse",
        started: "yesterday",
        detected: "2024-02-31T06:00",
        timezone: "Mars/Olympus",
        color: "red",
        services: ["a"],
      }),
    ).toEqual({
      values: { title: "x" },
      problems: [
        "`started`: `yesterday` is no time such as `2024-04-11T06:12:00Z`",
        "`detected`: `2024-02-31T06:00` is no time such as `2024-04-11T06:12:00Z`",
        "`timezone`: `Mars/Olympus` is no time zone: write one such as `Europe/Berlin` or `UTC+2`",
        "`severity`: `apocalypse` is none of SEV-1, SEV-2, SEV-3, SEV-4, SEV-5",
        "`services`: expected a text",
        "`color` is not known",
      ],
    });
  });

  it.each<readonly [string, string | null, string | null]>([
    ["2024-04-11", "2024-04-11", ""],
    ["2024-04-11T06:12", "2024-04-11", "06:12"],
    ["2024-04-11 06:12:59", "2024-04-11", "06:12"],
    ["2024-04-11T22:12Z", "2024-04-12", "00:12"],
    ["2024-04-11T22:12:30.5Z", "2024-04-12", "00:12"],
    ["2024-04-11T22:12:30.123456789+0000", "2024-04-12", "00:12"],
    ["2024-04-11T06:12-11:30", "2024-04-11", "19:42"],
    ["00:00", "2024-04-12", "00:00"],
    ["19:59", "2024-04-12", "19:59"],
    ["23:59", "2024-04-12", "23:59"],
    ...[
      ["24:00", "9:05", "09:60", "109:05", "09:055", "2024-04-31", "x2024-04-11", "2024-04-11x", "2024-4-11"],
      ["2024-04-11T", "2024-04-11T06", "2024-04-11T6:12", "2024-04-11_06:12", "2024-04-11T06:12:3", "2024-04-11T25:00"],
      ["2024-04-11T06:12:30.", "2024-04-11T06:12:30.1234567890", "2024-04-11T06:12z", "2024-04-11T06:12+2"],
      ["2024-04-11T06:12+02:00x", "2024-04-11T06:12UTC", "2024-04-11T06:12 Z", "now"],
    ]
      .flat()
      .map((value) => [value, null, null] as const),
  ])("reads %j as a day and a clock time, or not at all", (value, day, time) => {
    for (const name of ["started", "detected"]) {
      const { values, problems } = read({ [name]: value });
      const told =
        day === null || time === null || time === "" ? {} : { [name]: name === "started" ? time : `${day}T${time}` };
      expect(values).toEqual({ ...(day === null ? {} : { date: day }), ...told });
      expect(problems).toHaveLength(day === null ? 1 : 0);
    }
  });

  it("takes the day of the other time for one that has none, and nothing for what is empty", () => {
    expect(read({ started: "2024-04-10", detected: "06:15" }).values).toEqual({
      date: "2024-04-10",
      detected: "2024-04-10T06:15",
    });
    expect(read({ started: "06:12", detected: "2024-04-10T06:15" }).values).toEqual({
      date: "2024-04-10",
      started: "06:12",
      detected: "2024-04-10T06:15",
    });
    expect(read({ started: "2024-04-11T06:12", detected: "2024-04-10" }).values).toEqual({
      date: "2024-04-11",
      started: "06:12",
    });
    const names = ["title", "started", "detected", "timezone", "severity", "services", "owner", "timeline"];
    expect(read(Object.fromEntries(names.map((name) => [name, " "])))).toEqual({ values: {}, problems: [] });
    expect(read({ timezone: " ", started: "2024-04-11T22:12Z", services: " ,, ", timeline: "#x" })).toEqual({
      values: { date: "2024-04-12", started: "00:12" },
      problems: [],
    });
    expect(read({ services: " a , b c,d" }).values).toEqual({ services: "a, b c, d" });
    expect(read({ timeline: " Log # A # B " }).values).toEqual({ timelineNote: "Log", timelineHeading: "A # B" });
  });

  it("says of five things at most that they are not known", () => {
    const { problems } = read({ a: 1, b: 2, c: 3, d: 4, e: 5, f: 6, vault: "x", action: "y" });
    expect(problems).toEqual(["`a`", "`b`", "`c`", "`d`", "`e`"].map((name) => `${name} is not known`));
  });

  it.each([
    ["a  <b </b <! <? <% << < c <1 <B", "a ‹b ‹/b ‹! ‹? ‹% << < c <1 ‹B"],
    ["%> %%> > `a` ! ![ [[a]] ](b) ] (c", "%› % %› > 'a' ! [ [[a]] ] (b) ] (c"],
    ["%% %%% {{ {{{ { {", "% % % % % { { { { { { {"],
    ["e\u0301 \u0000\u200b\u2028\u2029\ud800a\tb\u00a0 c", "\u00e9 a b c"],
    [`${"x".repeat(299)}\u{1f525}`, "x".repeat(299)],
    [`${"x".repeat(298)}\u{1f525}y`, `${"x".repeat(298)}\u{1f525}`],
  ])("makes one line of %j that does nothing in a note", (value, expected) => {
    expect(read({ title: value }).values).toEqual({ title: expected });
  });

  it("takes control characters, marks of direction and endless values for what they are", () => {
    const { values } = read({ title: `A\u0000P\nI\u202e ${"x".repeat(100_000)}`, owner: "\ud83d" });
    expect(values.title).toMatch(/^A P I x+$/);
    expect(values.title?.length).toBeLessThanOrEqual(300);
    expect(values.owner).toBeUndefined();
  });

  it("never leads out of the vault or breaks the note, whatever it says", () => {
    const hostile = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.constantFrom(
        "../../etc/passwd",
        "..\\..\\x",
        "/abs",
        "C:\\x",
        ".obsidian/app",
        "__proto__",
        "]]%%---\n",
        "2024-99-99T99:99",
        "javascript:alert(1)",
        "\u0000",
        "[[x]]",
        "{{title}}",
      ),
    );
    const params = fc.record(
      Object.fromEntries(
        [
          "title",
          "severity",
          "started",
          "detected",
          "timezone",
          "services",
          "owner",
          "timeline",
          "__proto__x",
          "constructor",
        ].map((name) => [name, hostile]),
      ),
      { requiredKeys: ["title"] },
    );
    let made = 0;
    fc.assert(
      fc.property(params, (given) => {
        const { values } = readIncidentLink(given, settings, clock);
        for (const value of Object.values(values)) expect(value).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
        const { timelineHeading = "", timelineNote = "", services = "", ...rest } = values;
        const result = scaffold(
          {
            title: "",
            date: "2024-04-12",
            ...rest,
            services: services.split(","),
            timeline: `${timelineNote}#${timelineHeading}`,
          },
          { library: createLibrary(), settings, clock },
        );
        if (!result.ok) return;
        made++;
        for (const path of [result.path, result.timelineNote?.path ?? "x"]) {
          expect(path.split("/")).not.toContain("..");
          expect(path).not.toMatch(/^[/.]|\\|\p{Cc}/u);
        }
      }),
      { seed: 11, numRuns: 300 },
    );
    expect(made).toBeGreaterThan(20);
  });
});
