import { MarkdownView } from "obsidian";
import { freePath, scaffold } from "../../write";
import type { RefusedScaffold, ScaffoldProblem, ScaffoldRequest } from "../../write";
import type { ReadResult } from "../../vault";
import type { Host } from "../host";
import { notify } from "../ui/notify";

/** What the form and the command line ask for; the template is named by its path, empty for the built-in one. */
export interface PostmortemRequest extends Omit<ScaffoldRequest, "template"> {
  readonly template: string;
}

/** A postmortem that was written. */
export interface CreatedPostmortem {
  readonly ok: true;
  readonly path: string;
  /** The timeline note that was written with it, if any. */
  readonly timelinePath: string | null;
  /** Offset of the first thing to fill in. */
  readonly cursor: number;
  /** What is not as it was asked for, such as a variable that nobody knows. */
  readonly problems: readonly ScaffoldProblem[];
}

/** What a request would lead to. */
export interface Preview {
  /** The notes that would be written: the postmortem, and its timeline note where that is missing. */
  readonly paths: readonly string[];
  readonly problems: readonly ScaffoldProblem[];
}

/** Where the postmortem would go, and what is wrong with the request; writes and reads nothing. */
export function previewPostmortem(host: Host, { template: _template, ...request }: PostmortemRequest): Preview {
  const plan = scaffold(request, contextOf(host));
  if (!plan.ok) return { paths: [], problems: plan.problems };
  const timeline = plan.timelineNote === null ? [] : [plan.timelineNote.path];
  return { paths: [freePathIn(host, plan.path), ...timeline], problems: [] };
}

/**
 * Writes a new postmortem, and its timeline note when that does not exist yet. Never overwrites: a
 * name that is taken gets a number, or is a reason to refuse.
 */
export async function createPostmortem(
  host: Host,
  { template, ...request }: PostmortemRequest,
  whenTaken: "number" | "refuse" = "number",
): Promise<CreatedPostmortem | RefusedScaffold> {
  const source = template.trim() === "" ? null : await readTemplate(host, template.trim());
  if (source?.ok === false) return refused("template", source.message);
  const plan = scaffold(source === null ? request : { ...request, template: source.text }, contextOf(host));
  if (!plan.ok) return plan;

  const path = whenTaken === "refuse" ? plan.path : freePathIn(host, plan.path);
  const written = await host.vault.create(path, plan.text);
  if (!written.ok) return refused("title", written.message);
  const problems = [...plan.problems];
  const { timelineNote } = plan;
  const timeline = timelineNote === null ? null : await host.vault.create(timelineNote.path, timelineNote.text);
  if (timeline?.ok === false && timeline.reason !== "exists")
    problems.push({ field: "timeline", message: timeline.message });
  return {
    ok: true,
    path,
    timelinePath: timeline?.ok === true ? (timelineNote?.path ?? null) : null,
    cursor: plan.cursor,
    problems,
  };
}

/** Opens a new postmortem for writing, with the cursor at the first thing to fill in. */
export async function openPostmortem(host: Host, path: string, cursor: number): Promise<void> {
  const file = host.app.vault.getFileByPath(path);
  if (file === null) {
    notify(`${path} was written, but the app does not list it yet.`);
    return;
  }
  const leaf = host.app.workspace.getLeaf(false);
  await leaf.openFile(file, { active: true, state: { mode: "source" } });
  if (!(leaf.view instanceof MarkdownView)) return;
  const { editor } = leaf.view;
  const start = editor.offsetToPos(cursor);
  editor.setCursor(start);
  editor.scrollIntoView({ from: start, to: start }, true);
  editor.focus();
}

/** The template may be named by its path or, as in a link, by its name. */
function readTemplate(host: Host, name: string): Promise<ReadResult> {
  const target = host.notes.library.resolve(name, "");
  return host.vault.read(target.kind === "found" ? target.path : name);
}

function contextOf(host: Host): Parameters<typeof scaffold>[1] {
  return { library: host.notes.library, settings: host.settings.current, clock: host.clock() };
}

function freePathIn(host: Host, path: string): string {
  return freePath(path, (taken) => host.app.vault.getAbstractFileByPath(taken) !== null);
}

function refused(field: ScaffoldProblem["field"], message: string): RefusedScaffold {
  return { ok: false, problems: [{ field, message }] };
}
