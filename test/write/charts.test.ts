import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { spreadOf } from "../../src/incident";
import type { BarChart } from "../../src/write/pictures/bars";
import { barChart } from "../../src/write/pictures/bars";
import { compactMinutes } from "../../src/write/pictures/text";
import { matrixChart } from "../../src/write/pictures/matrix";
import { spreadChart } from "../../src/write/pictures/ranges";
import { labelWidth } from "../../src/write/pictures/chart";
import type { Shape } from "../../src/write";
import { incidentAxis, pictureText, pictureWords } from "../../src/write";

const series: BarChart["series"] = [
  { name: "SEV-1", tone: "red" },
  { name: "SEV-2", tone: "orange" },
  { name: "SEV-3", tone: "yellow" },
];
const months = Array.from({ length: 14 }, (_, index) => ({
  label: `${2024 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}`,
  counts: [index % 3, index % 2, (index * 7) % 5],
}));

function shapesIn(picture: Shape): readonly Shape[] {
  return [picture, ...picture.content.flatMap((part) => (typeof part === "string" ? [] : shapesIn(part)))];
}

function number(shape: Shape, name: string): number {
  return Number(shape.attributes[name]);
}

function textOf({ content }: Shape): string {
  return content.filter((part) => typeof part === "string").join("");
}

/** What a picture draws beyond its edges. */
function outside(picture: Shape): readonly string[] {
  const [width, height] = [number(picture, "width"), number(picture, "height")];
  const slack = 0.2;
  const boxes = shapesIn(picture).flatMap((shape): (readonly [string, number, number, number, number])[] => {
    if (shape.tag === "rect")
      return [
        [
          "rect",
          number(shape, "x"),
          number(shape, "y"),
          number(shape, "x") + number(shape, "width"),
          number(shape, "y") + number(shape, "height"),
        ],
      ];
    if (shape.tag === "line")
      return [
        [
          "line",
          Math.min(number(shape, "x1"), number(shape, "x2")),
          number(shape, "y1"),
          Math.max(number(shape, "x1"), number(shape, "x2")),
          number(shape, "y2"),
        ],
      ];
    if (shape.tag !== "text") return [];
    const text = textOf(shape);
    const start =
      number(shape, "x") -
      labelWidth(text) *
        { start: 0, middle: 0.5, end: 1 }[String(shape.attributes["text-anchor"]) as "start" | "middle" | "end"];
    return [[`text ${text}`, start, number(shape, "y") - 10, start + labelWidth(text), number(shape, "y")]];
  });
  return boxes
    .filter(
      ([, left, top, right, bottom]) =>
        left < -slack || top < -slack || right > width + slack || bottom > height + slack,
    )
    .map(String);
}

/** Labels at the foot of a picture that run into each other. */
function collisions(picture: Shape): readonly string[] {
  const foot = Math.max(
    ...shapesIn(picture)
      .filter(({ tag }) => tag === "text")
      .map((shape) => number(shape, "y")),
  );
  const labels = shapesIn(picture).filter((shape) => shape.tag === "text" && number(shape, "y") === foot);
  const edges = labels
    .map((shape) => ({ text: textOf(shape), x: number(shape, "x"), half: labelWidth(textOf(shape)) / 2 }))
    .sort((a, b) => a.x - b.x);
  return edges.flatMap(({ half, text, x }, index) => {
    const next = edges[index + 1];
    return next !== undefined && x + half > next.x - next.half ? [`${text} ${next.text}`] : [];
  });
}

describe("bars", () => {
  it.each([
    ["stacked", 300],
    ["stacked", 900],
    ["beside", 300],
    ["beside", 900],
  ] as const)("are drawn %s, %i pixels wide", async (arrangement, width) => {
    const picture = barChart({
      title: "Incidents per month",
      description: "41 incidents.",
      width,
      series,
      bars: months,
      arrangement,
    });
    await expect(pictureText(picture).replaceAll("><", ">\n<")).toMatchFileSnapshot(
      `approved/bars-${arrangement}-${width}.svg`,
    );
    expect(outside(picture)).toEqual([]);
    expect(collisions(picture)).toEqual([]);
  });

  it("stay within the picture and as high as their counts, whatever these are", () => {
    const bars = fc.array(
      fc.record({
        label: fc.string({ minLength: 1, maxLength: 9 }),
        counts: fc.array(fc.nat(400), { minLength: 3, maxLength: 3 }),
      }),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(
        bars,
        fc.integer({ min: 240, max: 1200 }),
        fc.constantFrom("stacked" as const, "beside" as const),
        (all, width, arrangement) => {
          const picture = barChart({ title: "T", description: "", width, series, bars: all, arrangement });
          expect(outside(picture)).toEqual([]);
          expect(collisions(picture)).toEqual([]);
          const rects = shapesIn(picture).filter(({ tag }) => tag === "rect");
          expect(rects).toHaveLength(all.flatMap(({ counts }) => counts).filter((count) => count > 0).length);
          const heights = rects.map((rect) => number(rect, "height"));
          const counts = all.flatMap((bar) => bar.counts).filter((count) => count > 0);
          const scale = Math.max(...heights) / Math.max(...counts);
          for (const [index, count] of counts.entries())
            expect(Math.abs((heights[index] ?? 0) - count * scale)).toBeLessThan(1);
        },
      ),
      { seed: 5, numRuns: 200 },
    );
  });
});

describe("counts in rows and columns", () => {
  it("draw the columns that have room, the last or the first, each number within its cell", () => {
    const columns = ["2023-Q4", "2024-Q1", "2024-Q2", "2024-Q3", "2024-Q4"];
    const rows = [
      { name: "Capacity", counts: [1, 0, 12, 3, 4] },
      { name: "Human-machine interface", counts: [0, 2, 0, 0, 1] },
    ];
    for (const [width, keep, drawn] of [
      [280, "last", [3, 4, 1]],
      [280, "first", [1, 2]],
      [900, "first", [1, 12, 3, 4, 2, 1]],
    ] as const) {
      const picture = matrixChart({ title: "T", description: "", width, columns, rows, keep, cellOf: () => "" });
      expect(outside(picture)).toEqual([]);
      expect(collisions(picture)).toEqual([]);
      const values = shapesIn(picture).filter(({ attributes }) => attributes["class"] === "postmortem-chart-value");
      expect(values.map((value) => Number(textOf(value)))).toEqual(drawn);
    }
  });
});

describe("spreads", () => {
  const rows = [
    { name: "2024-Q1", spread: spreadOf([4, 12, 30, 47, 90, 400]) },
    { name: "2024-Q2", spread: spreadOf([25, 2000]) },
    { name: "A service with a name that is much too long for the little room", spread: spreadOf([61]) },
  ];

  it.each([300, 900])("are drawn %i pixels wide", async (width) => {
    const picture = spreadChart({
      title: "Time to resolve per quarter",
      description: "Median 47 min.",
      width,
      rows,
      words: pictureWords,
    });
    await expect(pictureText(picture).replaceAll("><", ">\n<")).toMatchFileSnapshot(`approved/spread-${width}.svg`);
    expect(outside(picture)).toEqual([]);
    expect(collisions(picture)).toEqual([]);
  });

  it("keep the order of their five numbers within the picture, whatever these are", () => {
    const values = fc.array(fc.nat(10_000_000), { minLength: 2, maxLength: 20 });
    fc.assert(
      fc.property(
        fc.array(values, { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 240, max: 1200 }),
        (groups, width) => {
          const picture = spreadChart({
            title: "T",
            description: "",
            width,
            rows: groups.map((group, index) => ({ name: `g${index}`, spread: spreadOf(group) })),
            words: pictureWords,
          });
          expect(outside(picture)).toEqual([]);
          expect(collisions(picture)).toEqual([]);
          for (const group of shapesIn(picture).filter(({ attributes }) =>
            String(attributes["class"]).startsWith("postmortem-spread"),
          )) {
            const [, whisker, , , box, median] = group.content.map((part) =>
              typeof part === "string" ? undefined : part,
            );
            if (whisker === undefined || box === undefined || median === undefined)
              throw new Error("a part is missing");
            const places = [number(whisker, "x1"), number(box, "x"), number(median, "x1"), number(whisker, "x2")];
            expect([...places].sort((a, b) => a - b)).toEqual(places);
          }
        },
      ),
      { seed: 6, numRuns: 200 },
    );
  });
});

describe("minutes in few characters", () => {
  it.each([
    [0, "0 min"],
    [0.6, "1 min"],
    [47, "47 min"],
    [60, "1 h"],
    [65, "1 h 5 min"],
    [1440, "1 d"],
    [4560, "3 d 4 h"],
  ])("%d", (minutes, text) => {
    expect(compactMinutes(minutes)).toBe(text);
  });
});

describe("incidents in time", () => {
  const on = (date: string, severity: string | null = "SEV-1") => ({ title: `On ${date} <&>`, date, severity });
  const severities = ["SEV-1", "SEV-2", "SEV-3"];

  it.each([
    ["one", [on("2024-04-11")]],
    ["some of one day", ["SEV-1", "SEV-1", "SEV-1", "SEV-2", null].map((severity) => on("2024-04-11", severity))],
    [
      "a few weeks",
      [on("2024-04-30"), on("2024-04-01", "SEV-2"), on("2024-04-03", "SEV-2"), on("2024-05-20", "SEV-3")],
    ],
    ["some years", [on("2021-02-28"), on("2024-12-31", "odd one"), on("2024-12-30", ""), on("2022-07-01", "SEV-3")]],
    ["two decades", [on("2004-02-28"), on("2013-07-01", "SEV-2"), on("2024-12-30")]],
  ])("are drawn as was looked at once: %s", async (name, incidents) => {
    const pictures = [260, 800].map((width) => incidentAxis({ incidents, severities, width, words: pictureWords }));
    for (const picture of pictures) expect(picture === null ? ["nothing"] : outside(picture)).toEqual([]);
    await expect(
      pictures.map((picture) => (picture === null ? "" : pictureText(picture).replaceAll("><", ">\n<"))).join("\n\n"),
    ).toMatchFileSnapshot(`approved/axis-${name.replaceAll(" ", "-")}.txt`);
  });

  it("are not drawn where there are none", () => {
    expect(incidentAxis({ incidents: [], severities, width: 300, words: pictureWords })).toBeNull();
  });
});
