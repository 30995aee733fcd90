import type { EditorView } from "@codemirror/view";
import type { Incident } from "../../incident";
import { readIncident } from "../../incident";
import type { Edit } from "../../base";
import type { EditPlan, SortContext } from "../../write/edit";
import {
  holdsTimeline,
  insertTimelineEvent,
  sortTimeline,
  timelineChart,
  writeMetricProperties,
} from "../../write/edit";
import { insertBelowCursor } from "../operations/insert-at-cursor";
import { askForText } from "../ui/ask-for-text";
import type { Host } from "../host";
import { takeCurrentText } from "../operations/live-check";
import { addNoteCommand } from "./note-command";
import { notify } from "../ui/notify";

/** Commands that write to the timeline or what follows from it; each on request, in one undo step. */
export function registerTimelineCommands(host: Host): void {
  const inPostmortem = (path: string): boolean => host.notes.isPostmortem(path);
  const onTimeline = (run: (path: string) => Promise<void>) => ({
    applies: (path: string): boolean => postmortemOfTimeline(host, path) !== null,
    run: async (path: string): Promise<void> => run(postmortemOfTimeline(host, path) ?? path),
  });
  addNoteCommand(host, {
    id: "insert-event",
    name: "Insert timeline event",
    icon: "clock",
    ...onTimeline((path) => insertEvent(host, path)),
  });
  addNoteCommand(host, {
    id: "sort-timeline",
    name: "Sort timeline",
    icon: "arrow-down-narrow-wide",
    ...onTimeline(async (path) => {
      await carryOut(
        host,
        await incidentAt(host, path),
        (incident) => sortTimeline(incident, contextOf(host)),
        "Timeline sorted.",
      );
    }),
  });
  addNoteCommand(host, {
    id: "write-metrics",
    name: "Write metrics to properties",
    icon: "timer",
    applies: inPostmortem,
    run: async (path) => {
      await carryOut(host, await incidentAt(host, path), writeMetricProperties, "Metrics written to the properties.");
    },
  });
  addNoteCommand(host, {
    id: "insert-chart",
    name: "Insert timeline chart",
    icon: "chart-gantt",
    // It goes to the cursor: there is none in reading view.
    applies: (path) => inPostmortem(path) && frontEditorOf(host, path) !== null,
    run: (path) => insertChart(host, path),
  });
}

/** The postmortem whose timeline a note holds: the note itself, or one that embeds it for that. */
export function postmortemOfTimeline(host: Host, path: string): string | null {
  const { library } = host.notes;
  if (host.notes.isPostmortem(path)) return path;
  const { settings } = contextOf(host);
  const tells = (postmortem: string): boolean => {
    const note = library.note(postmortem);
    return note !== null && holdsTimeline(readIncident(note, library, settings), library, path);
  };
  return library.embedders(path).find((other) => host.notes.isPostmortem(other) && tells(other)) ?? null;
}

function contextOf(host: Host): SortContext {
  return { library: host.notes.library, settings: host.settings.current };
}

/** What the postmortem says as it is shown now, embedded notes included. */
export async function incidentAt(host: Host, path: string): Promise<Incident | null> {
  await takeCurrentText(host, path);
  for (const view of host.editors.all()) {
    const open = host.editors.pathOf(view);
    if (open !== null) await takeCurrentText(host, open);
  }
  const { library, settings } = contextOf(host);
  const note = library.note(path);
  return note === null ? null : readIncident(note, library, settings);
}

/** Asks what happened and adds it to the timeline, with the time at which it was asked. */
export async function insertEvent(host: Host, path: string): Promise<void> {
  // The moment that counts is the one at which the command was called.
  const time = host.clock().now;
  const text = await askForText(host.app, { title: "Insert timeline event", label: "What happened", action: "Insert" });
  if (text === null) return;
  await carryOut(
    host,
    await incidentAt(host, path),
    (incident) => insertTimelineEvent(incident, host.notes.library, host.settings.current, { text, time }),
    null,
  );
}

async function insertChart(host: Host, path: string): Promise<void> {
  const view = frontEditorOf(host, path);
  const incident = await incidentAt(host, path);
  const chart = incident === null ? null : timelineChart(incident);
  if (chart === null) notify("There is no event whose day and time are known.");
  else if (view !== null) await insertBelowCursor(host, view, chart);
}

/** The editor of the pane in front, if it shows this note. */
function frontEditorOf({ editors }: Host, path: string): EditorView | null {
  const view = editors.front();
  return view !== null && editors.pathOf(view) === path ? view : null;
}

/** Applies a plan, note by note, or says why there is none; whether all of it was written. */
export async function carryOut(
  host: Host,
  incident: Incident | null,
  plan: (incident: Incident) => EditPlan,
  done: string | null,
): Promise<boolean> {
  if (incident === null) return false;
  const failure = await writePlan(host, plan(incident));
  if (failure !== null) {
    notify(failure);
    return false;
  }
  if (done !== null) notify(done);
  return true;
}

/** Applies a plan, note by note; what went wrong, as a sentence, or null. */
export async function writePlan(host: Host, planned: EditPlan): Promise<string | null> {
  if (!planned.ok) return `Nothing was changed: ${planned.message}.`;
  const byNote = new Map<string, Edit[]>();
  for (const edit of planned.edits) byNote.set(edit.path, [...(byNote.get(edit.path) ?? []), edit]);
  for (const [path, edits] of byNote) {
    const checked = host.notes.library.text(path);
    const result = checked === null ? null : await host.vault.change(path, checked, edits);
    if (result?.ok !== true) return `${path} was not changed: ${result?.message ?? "it cannot be read"}.`;
  }
  return null;
}
