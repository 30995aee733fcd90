import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { finish } from "../../../src/base";
import { readRecord, readTickets } from "../../../src/incident/from";
import { formatInstant, utc } from "../../../src/time";
import { imported } from "./reading";

const folder = join(import.meta.dirname, "samples");
const names = readdirSync(folder).filter((name) => !name.endsWith(".read"));

/** All that was read of a file, one fact a line. */
function reading(name: string, text: string): readonly string[] {
  if (name.startsWith("tickets")) return ticketsIn(text);
  const { tool, format, events, unread, remarks, failed } = imported(text, { name });
  return [
    `format: ${tool === null ? "none" : `${format ?? ""} of ${tool}`}`,
    ...events.map((event) => {
      const { time, actor, text: words, kind, milestone, id, url, threadOf } = event;
      const marks = [
        kind,
        milestone,
        event.edited ? "edited" : null,
        event.marked ? "marked" : null,
        event.routine ? "routine" : null,
        threadOf === null ? null : `answers ${threadOf}`,
      ].filter((mark) => mark !== null);
      const who = actor === null ? "-" : [actor.name, ...actor.also].join(" = ");
      const address = url === null ? "" : ` ${url}`;
      return `${formatInstant(time)} ${who}: ${words} [${marks.join(", ")}] ${id}${address}`;
    }),
    ...unread.map(({ line, text: words, reason }) => `line ${line}: ${reason}: ${words}`),
    ...remarks.map((remark) => `remark: ${remark}`),
    ...failed.map((reason) => `failed: ${reason}`),
    ...recordIn(text),
  ];
}

/** What a new postmortem takes from the record of an incident, one fact a line. */
function recordIn(text: string): readonly string[] {
  const record = readRecord({ name: "record", text }, utc);
  if (record === null) return [];
  const { tool, title, severity, services, lead, moments } = record;
  return [
    `record of ${tool}: ${title}`,
    `severity: ${severity ?? "none"}`,
    `services: ${services.join(", ")}`,
    `led by: ${lead ?? "nobody"}`,
    ...Object.entries(moments).map(([milestone, time]) => `${milestone}: ${formatInstant(time)}`),
  ];
}

function ticketsIn(text: string): readonly string[] {
  return JSON.stringify(finish(readTickets({ name: "tickets", text })), null, 1).split("\n");
}

/** The file with one thing wrong, each with the words for it: a key that is gone or holds a list, a missing line. */
function spoilt(name: string, text: string): readonly (readonly [what: string, text: string])[] {
  if (!name.endsWith(".json")) {
    const lines = text.split("\n").slice(0, -1);
    return [
      ...lines.map((line, index) => [`without “${line}”`, lines.toSpliced(index, 1).join("\n")] as const),
      ["with Windows' line ends", text.replaceAll("\n", "\r\n")],
    ];
  }
  const paths = new Set<string>();
  const visit = (value: unknown, path: string): void => {
    if (Array.isArray(value)) for (const each of value) visit(each, path);
    else if (typeof value === "object" && value !== null)
      for (const [key, inner] of Object.entries(value)) {
        paths.add(`${path}.${key}`);
        visit(inner, `${path}.${key}`);
      }
  };
  const document: unknown = JSON.parse(text);
  visit(document, "");
  const changed = (value: unknown, path: string, at: string, instead: unknown): unknown => {
    if (Array.isArray(value)) return value.map((each) => changed(each, path, at, instead));
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).flatMap(([key, inner]) =>
        `${at}.${key}` !== path
          ? [[key, changed(inner, path, `${at}.${key}`, instead)]]
          : instead === undefined
            ? []
            : [[key, instead]],
      ),
    );
  };
  return [...paths].flatMap((path) => [
    [`without ${path.slice(1)}`, JSON.stringify(changed(document, path, "", undefined))] as const,
    [`with a list for ${path.slice(1)}`, JSON.stringify(changed(document, path, "", [[]]))] as const,
  ]);
}

describe("a file of another tool", () => {
  it.each(names)("is read as it was looked at once, and with each part of it spoilt: %s", async (name) => {
    const text = readFileSync(join(folder, name), "utf8");
    const whole = reading(name, text);
    const differences = spoilt(name, text).flatMap(([what, other]) => {
      const read = reading(name, other);
      const lost = whole.filter((line) => !read.includes(line)).map((line) => `- ${line}`);
      const won = read.filter((line) => !whole.includes(line)).map((line) => `+ ${line}`);
      return lost.length + won.length === 0 ? [] : ["", what, ...lost, ...won];
    });
    const read = join(folder, name.replace(/\.\w+$/, ".read"));
    await expect([...whole, ...differences, ""].join("\n")).toMatchFileSnapshot(read);
  });
});
