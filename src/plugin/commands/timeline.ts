import type { EditorView } from "@codemirror/view";
import type { Incident } from "../../incident";
import { readIncident } from "../../incident";
import type { SortContext } from "../../write/edit";
import { holdsTimeline, replacedMetrics, sortTimeline, timelineChart, writeMetricProperties } from "../../write/edit";
import { EventModal } from "../modals/event";
import { ReplaceMetricsModal } from "../modals/replace-metrics";
import { carryOut } from "../operations/change-notes";
import { incidentAt } from "../operations/incident-at";
import { insertBelowCursor } from "../operations/insert-at-cursor";
import type { Host } from "../host";
import { addNoteCommand } from "./note-command";
import { notify } from "../ui/notify";
import { texts } from "../texts";

/** Commands that write to the timeline or what follows from it; each on request, in one undo step. */
export function registerTimelineCommands(host: Host): void {
  const { commands } = texts();
  const inPostmortem = (path: string): boolean => host.notes.isPostmortem(path);
  const onTimeline = (run: (path: string) => Promise<void>) => ({
    applies: (path: string): boolean => postmortemOfTimeline(host, path) !== null,
    run: async (path: string): Promise<void> => run(postmortemOfTimeline(host, path) ?? path),
  });
  addNoteCommand(host, {
    id: "insert-event",
    name: commands.insertEvent,
    icon: "clock",
    ...onTimeline((path) => insertEvent(host, path)),
  });
  addNoteCommand(host, {
    id: "sort-timeline",
    name: commands.sortTimeline,
    icon: "arrow-down-narrow-wide",
    ...onTimeline(async (path) => {
      const incident = await incidentAt(host, path);
      await carryOut(host, incident, (read) => sortTimeline(read, contextOf(host)), sorted(incident));
    }),
  });
  addNoteCommand(host, {
    id: "write-metrics",
    name: commands.writeMetrics,
    icon: "timer",
    applies: inPostmortem,
    run: (path) => writeMetrics(host, path),
  });
  addNoteCommand(host, {
    id: "insert-chart",
    name: commands.insertChart,
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

/** Asks what happened and adds it to the timeline, with the time at which it was asked unless another is typed. */
export async function insertEvent(host: Host, path: string): Promise<void> {
  const { now } = host.clock();
  const incident = await incidentAt(host, path);
  if (incident !== null) new EventModal(host, incident, now).open();
}

/** What a sort says, also of what it leaves where it is: lines with a time that cannot be read. */
function sorted(incident: Incident | null): string {
  const said = texts().writing.timeline;
  const unreadable = incident?.timeline.unreadable ?? [];
  if (unreadable.length === 0) return said.sorted;
  const times = unreadable.map(({ raw }) => `\`${raw}\``).join(", ");
  return `${said.sorted} ${said.unsorted(unreadable.length, times)}`;
}

/** Writes the metrics; what somebody wrote there otherwise is replaced only once it was shown. */
async function writeMetrics(host: Host, path: string): Promise<void> {
  const incident = await incidentAt(host, path);
  if (incident === null) return;
  const write = async (): Promise<void> => {
    const now = await incidentAt(host, path);
    await carryOut(host, now, writeMetricProperties, texts().writing.timeline.metrics);
  };
  const replaced = replacedMetrics(incident);
  if (replaced.length === 0) await write();
  else new ReplaceMetricsModal(host.app, replaced, write).open();
}

async function insertChart(host: Host, path: string): Promise<void> {
  const view = frontEditorOf(host, path);
  const incident = await incidentAt(host, path);
  const chart = incident === null ? null : timelineChart(incident);
  if (chart === null) notify(texts().writing.timeline.noEvent);
  else if (view !== null) await insertBelowCursor(host, view, chart, texts().writing.timeline.chart);
}

/** The editor of the pane in front, if it shows this note. */
function frontEditorOf({ editors }: Host, path: string): EditorView | null {
  const view = editors.front();
  return view !== null && editors.pathOf(view) === path ? view : null;
}
