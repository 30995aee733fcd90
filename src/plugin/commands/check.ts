import type { EditorView } from "@codemirror/view";
import { Notice, type Editor } from "obsidian";
import type { Diagnostic } from "../../check";
import { noteName } from "../../vault";
import type { Host } from "../host";
import { checkEditor, takeCurrentText } from "../operations/live-check";
import { addNoteCommand } from "./note-command";
import { notify } from "../ui/notify";
import { countInWords } from "../ui/problem-count";
import { focusProperty } from "../ui/reveal";
import { showProblems } from "../views/problems";
import { fixEverything } from "../operations/fix";
import { offerRemedies, remediesOf } from "../operations/remedy";
import { texts } from "../texts";

/** Commands that check postmortems, go from problem to problem, and fix them. */
export function registerCheckCommands(host: Host): void {
  const { plugin, notes } = host;
  const { commands } = texts();
  const inPostmortem = (path: string): boolean => notes.isPostmortem(path);
  /** A command for the editor of a postmortem; not offered in other notes. */
  const inEditor =
    (run: (view: EditorView) => Promise<void>) =>
    (checking: boolean, editor: Editor): boolean => {
      const view = host.editors.under(editor);
      const path = view === null ? null : host.editors.pathOf(view);
      if (view === null || path === null || !notes.isPostmortem(path)) return false;
      if (!checking) void run(view);
      return true;
    };

  addNoteCommand(host, {
    id: "check",
    name: commands.check,
    icon: "clipboard-check",
    applies: inPostmortem,
    run: (path) => checkOneNote(host, path),
  });
  plugin.addCommand({
    id: "check-all",
    name: commands.checkAll,
    icon: "list-checks",
    callback: () => void checkAll(host),
  });
  addNoteCommand(host, {
    id: "fix-all",
    name: commands.fixAll,
    icon: "wand",
    applies: inPostmortem,
    run: (path) => fixEverything(host, path),
  });
  plugin.addCommand({
    id: "next-problem",
    name: commands.nextProblem,
    icon: "arrow-down",
    editorCheckCallback: inEditor((view) => goToProblem(host, view, 1)),
  });
  plugin.addCommand({
    id: "previous-problem",
    name: commands.previousProblem,
    icon: "arrow-up",
    editorCheckCallback: inEditor((view) => goToProblem(host, view, -1)),
  });
  plugin.addCommand({
    id: "fix-here",
    name: commands.fixHere,
    icon: "wrench",
    editorCheckCallback: inEditor((view) => fixOnLine(host, view)),
  });
}

/** Checks a note as it is now, and says what was found. */
export async function checkOneNote(host: Host, path: string): Promise<void> {
  await takeCurrentText(host, path);
  await host.problems.redo([path]);
  const problems = host.problems.of(path);
  const said = texts().checking;
  notify(problems === null ? said.noPostmortem : said.found(noteName(path), countInWords(problems)));
}

async function checkAll(host: Host): Promise<void> {
  await host.notes.whenScanned();
  await redoAll(host);
  const postmortems = [...host.problems.postmortems()];
  const problems = postmortems.flatMap((path) => host.problems.of(path) ?? []);
  const count = postmortems.length;
  if (count === 0) {
    notify(texts().checking.noPostmortems);
    return;
  }
  notify(texts().checking.checkedAll(count, countInWords(problems)));
  if (problems.length > 0) await showProblems(host, "all");
}

/** How many notes are checked before the notice says how far it is. */
const batch = 50;

async function redoAll({ notes, problems }: Host): Promise<void> {
  const paths = [...notes.library.paths()];
  const notice = paths.length > batch ? new Notice("", 0) : null;
  try {
    for (let at = 0; at < paths.length; at += batch) {
      notice?.setMessage(texts().checking.progress(at, paths.length));
      await problems.redo(paths.slice(at, at + batch));
    }
  } finally {
    notice?.hide();
  }
}

/** The problems of what an editor shows; null when its text changed meanwhile. */
async function problemsIn(host: Host, view: EditorView): Promise<readonly Diagnostic[] | null> {
  const { doc } = view.state;
  const problems = await checkEditor(host, view);
  if (problems !== null && view.state.doc === doc) return problems;
  notify(texts().checking.changedMeanwhile);
  return null;
}

async function goToProblem(host: Host, view: EditorView, direction: 1 | -1): Promise<void> {
  const problems = await problemsIn(host, view);
  if (problems === null) return;
  const cursor = view.state.selection.main.from;
  const next =
    direction === 1
      ? (problems.find(({ span }) => span.start > cursor) ?? problems[0])
      : (problems.findLast(({ span }) => span.start < cursor) ?? problems.at(-1));
  if (next === undefined) {
    notify(texts().problems.noneHere);
    return;
  }
  view.dispatch({ selection: { anchor: next.span.start }, scrollIntoView: true });
  view.focus();
  focusProperty(view.dom, host.notes.library.note(next.path), next.span);
  notify(describe(next));
}

async function fixOnLine(host: Host, view: EditorView): Promise<void> {
  const { doc, selection } = view.state;
  const line = doc.lineAt(selection.main.head);
  const fixable = (await problemsIn(host, view))?.filter((problem) => remediesOf(problem).length > 0);
  if (fixable === undefined) return;
  const touches = ({ span }: Diagnostic): boolean =>
    span.start <= selection.main.head && selection.main.head <= span.end;
  const problem = fixable.find(touches) ?? fixable.find(({ span }) => span.start <= line.to && line.from <= span.end);
  const place = view.coordsAtPos(selection.main.head);
  if (problem === undefined) notify(texts().checking.nothingToFixHere);
  else await offerRemedies(host, problem, { x: place?.left ?? 0, y: place?.bottom ?? 0 });
}

function describe({ message, help, severity }: Diagnostic): string {
  const { problem, severities } = texts().checking;
  return problem(severities[severity], help === undefined ? message : `${message}. ${help}`);
}
