import process from "node:process";
import { checkNotes, fixNotes, ignoreEdit } from "../../src/check";
import { readIncident, recordOf, statisticsOf } from "../../src/incident";
import type { Settings } from "../../src/settings";
import { defaultSettings } from "../../src/settings";
import { applyEdits } from "../../src/base";
import { parseNote, toCachedMetadata } from "../../src/note";
import type { Edit, Place } from "../../src/base";
import type { Library } from "../../src/vault";
import { createLibrary } from "../../src/vault";
import {
  changeTimelineEvent,
  insertTimelineEvent,
  setDue,
  setFact,
  setOwner,
  setState,
  sortTimeline,
  timelineChart,
  writeMetricProperties,
} from "../../src/write/edit";
import { defaultChoices, exportDocument } from "../../src/write/export";
import { createMemoryVault } from "../vault/memory-vault";
import { actionsReport, flatten, inspection, scaffold } from "../../src/write";
import type { EditPlan } from "../../src/write/edit";

const clock = { now: Date.parse("2024-06-01T09:00Z"), zone: "UTC" };
const settings: Settings = defaultSettings;
const path = "Incident-2024-04-11-Outage.md";

const others: Readonly<Record<string, string>> = {
  "Incident Timeline.md": `# Incident Timeline\n\n## Key Events\n\n2024-04-11. All times UTC.\n\n- 06:12 Deployment\n- 06:25 Acknowledged ^ack\n- 06:59 Resolved\n\n![[${path.slice(0, -3)}#Impact]]\n`,
  "Timeline.md": "## Key Events\n\n| Time | What |\n|---|---|\n| 06:12 | ![[Incident Timeline#^ack]] |\n",
  "Ada.md": "---\ntags: person\n---\n",
};

/** Seconds of processor time that all of it may take for one note of 12 KB or less. */
const limit = 10;

/** How many exports were made of each kind, such as `markdown external`, and how many of these were refused. */
export type Tally = Map<string, { made: number; refused: number }>;

/** Does with a postmortem all that the program can do; what went wrong in words, or null when nothing did. */
export async function survive(text: string, tally: Tally = new Map()): Promise<string | null> {
  const start = process.cpuUsage();
  try {
    const harm = harmOf(text) ?? (await harmOfExports(text, tally));
    const seconds = process.cpuUsage(start).user / 1e6;
    return harm ?? (seconds > limit ? `it takes ${seconds} s of processor time` : null);
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
}

function harmOf(text: string): string | null {
  const library = createLibrary();
  for (const [name, content] of Object.entries(others)) library.update(name, content);
  library.update(path, text);
  const note = parseNote(text, path);
  JSON.stringify(toCachedMetadata(note));

  const input = { library, settings, clock, paths: [path] };
  const diagnostics = checkNotes(input);
  for (const diagnostic of diagnostics) {
    if (diagnostic.rule === "internal-error") return `a rule failed: ${diagnostic.message}`;
    for (const place of [diagnostic, ...(diagnostic.related ?? [])])
      if (!liesInText(place, library))
        return `${diagnostic.rule}: ${JSON.stringify(place.span)} lies outside of \`${place.path}\``;
    if (diagnostic.message.includes("\n")) return `${diagnostic.rule}: a message of several lines`;
    if (diagnostic.path === path && applyEdits(text, [ignoreEdit(note, diagnostic, "a reason")]) === null)
      return `${diagnostic.rule}: the edit that ignores it does not fit`;
  }
  const sound = note.frontmatter !== null && note.frontmatter.problems.length === 0;
  for (const [changed, fixed] of fixNotes(input).texts) {
    const again = parseNote(fixed, changed);
    if (changed === path && sound && again.frontmatter?.problems.length !== 0)
      return `fixing broke the properties: ${fixed.slice(0, 500)}`;
  }

  const incident = readIncident(note, library, settings);
  JSON.stringify(inspection(incident, library));
  JSON.stringify(actionsReport([incident], clock));
  statisticsOf([recordOf(incident)], "2024-06-01");
  timelineChart(incident);
  const plans: EditPlan[] = [
    sortTimeline(incident, { library, settings }),
    writeMetricProperties(incident),
    insertTimelineEvent({ incident, library, settings }, { text: "x", time: clock.now }),
  ];
  const [event] = incident.timeline.events;
  if (event !== undefined)
    plans.push(
      changeTimelineEvent({ incident, library, settings }, event, {
        text: "x",
        time: clock.now,
        milestone: "resolved",
      }),
    );
  for (const field of settings.fields.filter(({ name }) => ["started", "severity", "owner"].includes(name)))
    plans.push(setFact({ incident, library, settings }, field, "06:45", clock.now));
  for (const plan of plans) if (plan.ok && !fits(plan.edits, library)) return "the edits of a command do not fit";
  for (const action of incident.actions) {
    for (const edits of [
      setState(note, action, { state: "done", day: "2024-06-01" }, settings),
      setDue(note, action, "2024-07-01"),
      setOwner(note, action, "[[Ada]]"),
    ]) {
      if (edits !== null && !fits(edits, library)) return "the edits of an action item do not fit";
    }
  }

  const flat = flatten(library, path, { depth: 10 });
  if (flat === null) return "the note cannot be flattened";
  library.update("Flat.md", flat.text);
  if (flatten(library, "Flat.md", { depth: 10 })?.problems.some(({ kind }) => kind === "cycle") === true)
    return "flattening left a cycle";
  scaffold(
    {
      title: text.slice(0, 300),
      date: "2024-04-11",
      template: text,
      owner: text.slice(0, 40),
      timeline: text.slice(-60),
    },
    { library, settings, clock },
  );
  return null;
}

function liesInText({ path: where, span }: Place, library: Library): boolean {
  const length = library.note(where)?.text.length ?? -1;
  return span.start >= 0 && span.start <= span.end && span.end <= length;
}

function fits(edits: readonly Edit[], library: Library): boolean {
  return [...new Set(edits.map((edit) => edit.path))].every(
    (changed) =>
      applyEdits(
        library.note(changed)?.text ?? "",
        edits.filter((edit) => edit.path === changed),
      ) !== null,
  );
}

/** Exports as everything that there is, also as what may leave. */
async function harmOfExports(text: string, tally: Tally): Promise<string | null> {
  const library = createLibrary();
  for (const [name, content] of [...Object.entries(others), [path, text] as const]) library.update(name, content);
  const vault = createMemoryVault({ ...others, [path]: text });
  const source = { vault, library, settings, clock, strictLineBreaks: false };
  for (const target of ["markdown", "html"] as const)
    for (const external of [false, true])
      for (const flavor of ["github", "commonmark"] as const) {
        const choices = { ...defaultChoices(settings), target, external, flavor };
        const place = { document: "copy.file", vault: "" };
        const exported = await exportDocument(source, path, choices, place);
        if (exported === null) return "the note cannot be exported";
        const kind = `${flavor} ${target}${external ? " external" : ""}`;
        const { made, refused } = tally.get(kind) ?? { made: 0, refused: 0 };
        tally.set(kind, { made: made + 1, refused: refused + (exported.refusal === null ? 0 : 1) });
        if (exported.refusal !== null) continue;
        if (
          target === "html" &&
          /<(?:script|iframe|object|embed|form)\b|\son\w+\s*=\s*"|(?:href|src)="(?:javascript|vbscript)/i.test(
            withoutText(exported.text),
          )
        )
          return `an export runs something: ${exported.text.slice(0, 1000)}`;
      }
  return null;
}

/** The tags of a document alone. */
function withoutText(html: string): string {
  return (html.match(/<[^>]*>/g) ?? []).join("");
}
