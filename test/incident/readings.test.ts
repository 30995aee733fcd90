import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readIncident, type Incident } from "../../src/incident";
import { defaultSettings } from "../../src/settings";
import { libraryOf } from "../vault/library-of";

const folder = join(import.meta.dirname, "readings");
const names = readdirSync(folder).filter((name) => name.endsWith(".md"));
const library = libraryOf(Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), "utf8")])));

/** A value as one line: spans as their words, places without their path, nothing that is empty. */
function told(value: unknown, text: string): string {
  if (typeof value === "string") return JSON.stringify(value);
  if (typeof value !== "object" || value === null) return String(value);
  if (value instanceof Map) return told(Object.fromEntries<unknown>(value), text);
  if (Array.isArray(value)) return `[${value.map((each) => told(each, text)).join(", ")}]`;
  if ("start" in value && "end" in value && typeof value.start === "number" && typeof value.end === "number") {
    const { start, end, ...more } = value;
    const words = text.slice(start, end);
    const shown = words.length > 24 ? `${words.slice(0, 12)}…${words.slice(-8)}` : words;
    const rest = Object.keys(more).length === 0 ? "" : ` ${told(more, text)}`;
    return `${String(start)}-${String(end)} ${JSON.stringify(shown)}${rest}`;
  }
  if ("path" in value && "span" in value && typeof value.path === "string")
    return told(value.span, library.note(value.path)?.text ?? "");
  return `{ ${Object.entries(value)
    .filter(([, field]) => field !== null && field !== undefined && field !== false && !isEmpty(field))
    .map(([key, field]) => (field === true ? key : `${key}: ${told(field, text)}`))
    .join(", ")} }`;
}

function isEmpty(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}

/** All that was read, one fact a line. */
function reading({ note, fields, sections, days, head, timeline, ...incident }: Incident): string {
  const { milestones, metrics, actions, facts } = incident;
  const { events, ...aboutTimeline } = timeline;
  const listed = { sections, days, head, events, milestones, metrics, actions };
  return [
    "## fields",
    ...Object.entries(fields).map(([name, field]) => `${name}: ${told(field, note.text)}`),
    ...Object.entries(listed).flatMap(([kind, found]) => [`## ${kind}`, ...found.map((each) => told(each, note.text))]),
    "## timeline",
    ...Object.entries(aboutTimeline).map(([name, value]) => `${name}: ${told(value, note.text)}`),
    "## facts",
    ...Object.entries(facts).flatMap(([kind, found]) =>
      Array.isArray(found)
        ? found.map((each) => `${kind}: ${told(each, note.text)}`)
        : [`${kind}: ${told(found, note.text)}`],
    ),
    "",
  ].join("\n");
}

describe("a note written in a style of its own", () => {
  it.each(names)("is read as it was looked at once: %s", async (name) => {
    const note = library.note(name);
    if (note === null) throw new Error("the note was just added");
    const text = reading(readIncident(note, library, defaultSettings));
    await expect(text).toMatchFileSnapshot(join(folder, name.replace(".md", ".txt")));
  });
});
