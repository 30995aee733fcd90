import { DateTime } from "luxon";
import { describe, expect, it } from "vitest";
import { moment } from "obsidian";
import { parse } from "yaml";
import { fillTemplate, fillText, unknownVariable, variablesOf } from "../../src/write";
import type { ZonedTime } from "../../src/time";
import { formatMoment } from "../../src/time";
import type { IncidentVariables } from "../../src/write";
import { expectLinear, repeated } from "../linear";

const utc = { kind: "fixed", name: "UTC", offset: 0 } as const;
const incident: IncidentVariables = {
  title: "API Outage",
  date: { time: Date.UTC(2024, 3, 11, 15, 4, 5), zone: utc },
  now: { time: Date.UTC(2024, 3, 12, 15, 4, 5), zone: utc },
  severity: "SEV-1",
  status: "draft",
  owner: "[[Ada]]",
  services: ["api", "web"],
  detected: null,
  started: { time: Date.UTC(2024, 3, 11, 6, 12), zone: utc },
  timezone: "UTC",
  timeline: "Incident Timeline#Key Events",
};

function fill(template: string, changes: Partial<IncidentVariables> = {}): string {
  return fillTemplate(template, variablesOf({ ...incident, ...changes })).text;
}

describe("variables in the body", () => {
  it("are those of the core Templates plugin", () => {
    expect(fill("{{title}} · {{date}} · {{time}} · {{date:dddd, MMMM Do YYYY}} · {{ Time:HH.mm }}")).toBe(
      "API Outage · 2024-04-11 · 15:04 · Thursday, April 11th 2024 · 15.04",
    );
  });

  it("are the incident's own", () => {
    expect(
      fill(
        "{{severity}} {{status}} {{owner}} {{services}} {{timezone}} {{slug}} {{started}} {{started:HH:mm}}\n{{timeline}}",
      ),
    ).toBe("SEV-1 draft [[Ada]] api, web UTC API-Outage 2024-04-11T06:12 06:12\n![[Incident Timeline#Key Events]]");
  });

  it("that are open become something to fill in", () => {
    expect(fill("Severity: {{severity}}, began {{started:HH:mm}}", { severity: "", started: null })).toBe(
      "Severity: TODO: add the severity, began TODO: add the started",
    );
  });

  it("that nobody knows stay, and are reported once", () => {
    const template =
      "<% tp.file.title %> {{cursor}} {{VALUE:name}} {{cursor}} {{ }} {{1}} {{date+1d:YYYY}} {{title | up}}";
    const filled = fillTemplate(template, variablesOf(incident));
    const unknown = ["{{cursor}}", "{{VALUE:name}}", "{{date+1d:YYYY}}", "{{title | up}}"];
    expect(filled).toMatchObject({ text: template, unknown });
  });

  it("are filled in once: a value is not searched for variables", () => {
    expect(fill("{{title}}", { title: "{{severity}} {{title}}" })).toBe("{{severity}} {{title}}");
    expect(fill("---\ntitle: {{title}}\n---\n", { title: "{{severity}}" })).toBe('---\ntitle: "{{severity}}"\n---\n');
  });

  it("never add a line", () => {
    expect(fill("# {{title}}\n", { title: "a\nb\u2028c" })).toBe("# a b c\n");
  });
});

describe("variables in the frontmatter", () => {
  const yaml = (template: string, changes: Partial<IncidentVariables> = {}): unknown => {
    const text = fill(`---\n${template}\n---\nbody`, changes);
    return parse(text.slice(4, text.indexOf("\n---\nbody")));
  };
  const nasty = `it's: "a" #1, [b] {c}\\`;

  it("are quoted as a whole where the value needs it", () => {
    expect(fill("---\ntitle: {{title}} Retro — {{date}}\n---\n")).toBe(
      "---\ntitle: API Outage Retro — 2024-04-11\n---\n",
    );
    expect(fill("---\ntitle: {{title}} Retro\n---\n", { title: "DB: down" })).toBe(
      '---\ntitle: "DB: down Retro"\n---\n',
    );
    expect(yaml("severity: {{severity}}", { severity: "1" })).toEqual({ severity: "1" });
    expect(yaml("severity: {{severity}} # how bad", { severity: "no" })).toEqual({ severity: "no" });
  });

  it("are escaped within quotes, lists and mappings that the template has", () => {
    const expected = { a: `x ${nasty}`, b: `y ${nasty}`, c: ["incident", nasty, `z ${nasty}`], d: { e: nasty } };
    expect(
      yaml(`a: "x {{title}}"\nb: 'y {{title}}'\nc: [incident, {{title}}, z {{title}}]\nd: {e: {{title}}}`, {
        title: nasty,
      }),
    ).toEqual(expected);
  });

  it("are lists where they stand alone", () => {
    const expected = { a: ["api", "b: c"], b: ["x", "api", "b: c"], c: ["x", "api", "b: c"], d: "on api, b: c" };
    expect(
      yaml("a: {{services}}\nb:\n  - x\n  - {{services}}\nc: [x, {{services}}]\nd: on {{services}}", {
        services: ["api", "b: c"],
      }),
    ).toEqual(expected);
    expect(yaml("a: {{services}}\nb:\n  - {{services}}", { services: [] })).toEqual({ a: [], b: null });
  });

  it("that are open leave no item of a list empty, which YAML does not know", () => {
    expect(
      yaml(
        "a: [{{severity}}, x, {{status}}]\nb: [ {{services}} , {{severity}},x]\nc: [x, {{severity}}, y]\nd: {e: {{status}}, f: 1}",
        {
          severity: "",
          status: "",
          services: [],
        },
      ),
    ).toEqual({ a: ["x"], b: ["x"], c: ["x", "y"], d: { e: null, f: 1 } });
  });

  it("leave the rest of the template alone, byte for byte", () => {
    const template =
      "---\r\n# a comment  {{title}}\r\ntags: [a,   b]   # kept\r\n'q': {x: \"{{unknown}}\"}\r\nopen: {{severity}}\r\n---\r\n";
    expect(fill(template, { severity: "" })).toBe(
      template.replace("{{title}}", "API Outage").replace("{{severity}}", ""),
    );
  });

  it("are filled in as approved, whatever the template is like", async () => {
    const templates = [
      "a: {{title}} # of {{title}}\nb: {{title}}#no\nc: x{{severity}}y\nd: '{{title}}' # c\ne: \"{{title}}\" x",
      "a: {{services}} # c\nb: [{{services}}] # c\nc: [ {{services}} , x ]\nd: {a: {{services}}, b: [{{services}}]}\ne: {{services}}, {{title}}",
      "a:\n- {{services}}\n-   {{services}} # c\n- - {{services}}\n- k: {{services}}\n- {{title}}: {{title}}\n-{{title}}",
      "\"k: {{title}}\": {{title}}\n'k': {{title}}\nk:v: {{title}}\nk {{title}}: {{title}}\n? {{title}}\n{{title}}",
      "a: |\n  {{title}}\n\n   {{services}}\nb: >-2\n  {{title}}\nc: |+ # c\n  {{title}}\nd: ||\n  {{title}}\ne: >\nf: {{title}}",
      "  - a: |\n      {{title}}\n    b: {{title}}\n    - |\n      {{title}}\n  c: {{title}}",
      "a: 'it''s {{title}}'\nb: \"q \\\" {{title}}\"\nc: 'open {{title}}\nd: \"open {{title}}\ne: {{title}}' x\nf: ['{{title}}', \"{{title}}\", {{title}}]",
      'a: [x: {{title}}, {{title}} y, "b" {{title}}, http://{{slug}}]\nb: { {{title}} : {{services}} }\nc: [{{title}}\nd: [a, # {{title}}',
      "a: {{ services }}\nb: {{services:x}}\nc: {{SERVICES}}\nd: {{services}}{{services}}\ne: {{title:x}} {{date:}} {{date: YYYY }}\nf: {{severity}}\ng: [{{severity}}, {{status}}]",
      "a: {{title}}   \nb:    {{title}}\nc:{{title}}\n\td: {{title}}\n# {{title}}\n\ne: {{unknown}} {{title}}\nf: *x {{title}}\ng: ! {{title}}",
    ];
    const incidents: readonly Partial<IncidentVariables>[] = [
      {},
      { title: `it's: "a" #1, [b] {c}\\`, services: ["b: c", "d, e", "[f]", "1"], severity: "1", status: "no" },
      { title: "x\n# y\u2028z", services: [], severity: "", status: "" },
    ];
    const parts = templates.flatMap((template) =>
      incidents.map((changes) => {
        const { text, unknown, used } = fillTemplate(
          `---\n${template}\n---\n${template}`,
          variablesOf({ ...incident, ...changes }),
        );
        return [`=== used ${[...used].join(", ")}; unknown ${unknown.join(", ")}`, text, ""].join("\n");
      }),
    );
    await expect(parts.join("\n")).toMatchFileSnapshot("approved/templates.txt");
  });

  it("keep their place in a block scalar", () => {
    expect(yaml("summary: |\n  {{title}}\n  done\nnext: {{title}}", { title: "a: b # c" })).toEqual({
      summary: "a: b # c\ndone\n",
      next: "a: b # c",
    });
    expect(
      yaml("- a: |\n    {{title}}\n  b: {{title}}\n- - >-\n    {{title}}\n  - {{title}}", { title: "a: b" }),
    ).toEqual([{ a: "a: b\n", b: "a: b" }, ["a: b", "a: b"]]);
  });
});

describe("formats", () => {
  const time: ZonedTime = {
    time: Date.UTC(2024, 0, 2, 2, 4, 5, 6),
    zone: { kind: "region", name: "Europe/Berlin", region: "Europe/Berlin" },
  };
  const cases: readonly (readonly [string, string])[] = [
    ["YYYY YY Q MMMM MMM MM M", "2024 24 1 January Jan 01 1"],
    ["DDDD DDD DD D Do dddd ddd dd d E", "002 2 02 2 2nd Tuesday Tue Tu 2 2"],
    ["GGGG-[W]WW W", "2024-W01 1"],
    ["HH H hh h mm m ss s SSS A a", "03 3 03 3 04 4 05 5 006 AM am"],
    ["Z ZZ X x", "+01:00 +0100 1704161045 1704161045006"],
    ["L LL LT", "01/02/2024 January 2, 2024 3:04 AM"],
    ["[at] HH[h]mm, 100 %", "at 03h04, 100 %"],
  ];

  it.each(cases)("%s", (format, expected) => {
    expect(formatMoment(time, format)).toBe(expected);
  });

  it("prints what the app's own library prints for every token", () => {
    const tokens =
      "M Mo MM MMM MMMM Q Qo D Do DD DDD DDDo DDDD d do dd ddd dddd e E w wo ww W Wo WW YY YYYY Y YYYYY YYYYYY y yo yy " +
      "yyy yyyy N NN NNN NNNN NNNNN gg gggg ggggg GG GGGG GGGGG A a H HH h hh k kk hmm hmmss Hmm Hmmss m mm s ss S SS " +
      "SSS SSSS SSSSSSSSS Z ZZ X x LT LTS L LL LLL LLLL l ll lll llll ggg GGG T [a] b [c] \\YYYY \\MM";
    for (let hour = 0; hour < 12 * 366 * 24; hour += 371) {
      const at = Date.UTC(2018, 11, 1, hour, 7, 9, 42);
      const zone = { kind: "fixed", name: "UTC+5:30", offset: 330 } as const;
      for (const token of tokens.split(" "))
        expect([token, formatMoment({ time: at, zone }, token)]).toEqual([
          token,
          moment.utc(at).utcOffset(330).format(token),
        ]);
    }
    expect(formatMoment(time, "HH:mm z zz.")).toBe("03:04  .");
  });

  it("agrees with luxon on every day of the years around", () => {
    for (let hour = 0; hour < 12 * 366 * 24; hour += 37) {
      const at = Date.UTC(2018, 11, 1, hour);
      expect(formatMoment({ ...time, time: at }, "YYYY-MM-DD HH:mm Z DDDD GGGG-WW E dddd MMM")).toBe(
        DateTime.fromMillis(at, { zone: "Europe/Berlin", locale: "en-US" }).toFormat(
          "yyyy-MM-dd HH:mm ZZ ooo kkkk-WW c cccc LLL",
        ),
      );
    }
  });

  it("knows the ordinals", () => {
    const days = [1, 2, 3, 4, 11, 12, 13, 21, 22, 23, 30].map((day) =>
      formatMoment({ ...time, time: Date.UTC(2024, 0, day) }, "Do"),
    );
    expect(days.join(" ")).toBe("1st 2nd 3rd 4th 11th 12th 13th 21st 22nd 23rd 30th");
  });
});

describe("a variable that there is not", () => {
  it.each([
    ["{{date}} {{title}}", null],
    ["{{tilte}}", { written: "{{tilte}}", meant: "title" }],
    ["x {{ Sevrity : YYYY }} {{y}}", { written: "{{ Sevrity : YYYY }}", meant: "severity" }],
    ["{{date}}{{}}", { written: "{{}}", meant: null }],
    ["{{something else}}", { written: "{{something else}}", meant: null }],
    ["{{title", null],
    ["{{{title}}}", null],
  ])("is named, with what may have been meant: %s", (pattern, expected) => {
    expect(unknownVariable(pattern)).toEqual(expected);
  });
});

describe("fillText", () => {
  it("fills in a file name pattern", () => {
    expect(fillText("Incident-{{date:YYYY-MM}}-{{slug}}-{{x}}", variablesOf(incident), (value) => value)).toBe(
      "Incident-2024-04-API-Outage-{{x}}",
    );
  });
});

describe("a template that somebody else wrote", () => {
  it.each([
    "'",
    '"',
    "\"a' ",
    '\\"',
    "[",
    "[{{",
    "{{title",
    "{{title}}",
    "{{date:YYYY",
    "a: ",
    "- ",
    "- 'a",
    ": {",
    " #",
    "''",
    "[a, ",
    "a: '{{title}}\n",
    "  |\n",
  ])("is filled in time in proportion to its length: %j", async (piece) => {
    await expectLinear(fill, repeated(piece, "---\na: ", "\n---\n"));
    await expectLinear(fill, repeated(piece, "---\n", "\n---\n"));
    await expectLinear(fill, repeated(piece, "---\na: [", "\n---\n"));
    await expectLinear(fill, repeated(piece));
  });
});
