import { describe, expect, it } from "vitest";
import { figuresAgree, readFigures } from "../../src/incident/facts/figure";
import { languageNamed } from "../../src/language";
import { expectLinear, repeated } from "../linear";

const read = (text: string): string[] =>
  readFigures(text).map((found) =>
    [
      `${text.slice(found.start, found.end)} = ${found.value} ${found.unit}`,
      found.approximate ? "~" : "",
      found.bound ?? "",
      found.qualifier && `(${found.qualifier})`,
    ]
      .filter(Boolean)
      .join(" "),
  );

describe("readFigures", () => {
  it.each([
    [
      "Approximately 2,300 requests failed across 180 customers, with an estimated $4,200 in lost transactions.",
      ["2,300 = 2300 request ~ (failed)", "180 = 180 customer", "$4,200 = 4200 usd ~"],
    ],
    ["~2,300 failed requests, 180 unique customers", ["2,300 = 2300 request ~ (failed)", "180 = 180 customer"]],
    ["~$4,200 in failed transactions", ["$4,200 = 4200 usd ~"]],
    ["€1.2M of revenue", ["€1.2M = 1200000 eur"]],
    ["3.5k users were logged out", ["3.5k = 3500 user"]],
    ["about 3.7M failed requests", ["3.7M = 3700000 request ~ (failed)"]],
    ["Duration: 40m\nUsers affected: 300", ["300 = 300 user"]],
    ["Outage of 3h 40m services affected.", []],
    ["Tiempo total: 40 minutos.", []],
    ["2,300\nfailed requests", ["2,300 = 2300 request (failed)"]],
    ["1.5 million people", ["1.5 million = 1500000 person"]],
    ["affecting 305 teams", ["305 = 305 team"]],
    ["300+ tenants", ["300+ = 300 tenant at-least"]],
    ["more than 40 stores", ["40 = 40 store at-least"]],
    ["30% of all requests", ["30% = 30 % request"]],
    ["Customers affected: 180", ["180 = 180 customer"]],
    ["| Failed requests | 2,300 |", ["2,300 = 2300 request (failed)"]],
    ["12 enterprise customers", ["12 = 12 customer (enterprise)"]],
    ["$300 in credits", ["$300 = 300 usd (credit)"]],
    ["12,000 queries", ["12,000 = 12000 query"]],
    ["USD 4,200 lost", ["USD 4,200 = 4200 usd"]],
    ["4200 € lost", ["4200 € = 4200 eur"]],
  ])("reads %s", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each(
    [
      "its 500-connection limit",
      "47 minutes",
      "HTTP 503 errors",
      "500 errors",
      "4.71K requests per second",
      "version 1.270.0",
      "PR 3161 breaks",
      "#2355 users",
      "on 2024-04-11 users",
      "at 06:12 users",
      "1/20 users",
      "July 11 users",
      "32GB of memory",
      "90 more teams",
      "a minor release",
      "max_connections=500",
      "10.240.0.7 hosts",
      "2 and 3 users",
    ].map((text) => [text]),
  )("finds none in %s", (text) => {
    expect(read(text).filter((found) => !found.startsWith("3 "))).toEqual([]);
  });

  it("takes a length for no number of things, where a classifier stands before its unit", () => {
    const units = (text: string, language: string): readonly string[] =>
      readFigures(text, languageNamed(language) ?? undefined).map(({ value, unit }) => `${value} ${unit}`);
    expect(units("持续 7 个多小时，用时 2 个小时校验，影响时长 2 小时，负责人待定。重启 3 个服务", "zh")).toEqual([
      "3 item",
    ]);
    expect(units("うち約4分は回線側、約 300 名のお客様", "ja")).toEqual(["300 user"]);
  });

  it("stays linear on hostile text", async () => {
    for (const piece of ["1 ", "1,111,", "9 a ", "$1", "aaaa ", "1 of ", ": ", "a: 1", "~ "])
      await expectLinear((text) => readFigures(text), repeated(piece));
  });
});

describe("figuresAgree", () => {
  it.each([
    ["~2,300 requests", "2,342 requests", true],
    ["~2,300 requests", "2,800 requests", false],
    ["180 users", "190 users", false],
    ["180 users", "180 users", true],
    ["3.7M requests", "3,712,345 requests", true],
    ["over 2,000 users", "2,300 users", true],
    ["over 2,000 users", "1,300 users", false],
    ["up to 500 users", "480 users", true],
    ["$4,200 lost", "$4,250 lost", false],
  ])("%s and %s: %s", (left, right, expected) => {
    const [a] = readFigures(left);
    const [b] = readFigures(right);
    expect(a !== undefined && b !== undefined && figuresAgree(a, b)).toBe(expected);
  });
});
