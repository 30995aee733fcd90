import { Menu } from "obsidian";
import type { Choice, Diagnostic, ItemChange, MissingNote, AnsweredEdit } from "../../check";
import { capitalized } from "../../base";
import { findSections, readActions } from "../../incident";
import { today } from "../../time";
import { setDue, setState } from "../../write/edit";
import type { Host } from "../host";
import { askForText } from "../ui/ask-for-text";
import { notify } from "../ui/notify";
import { askForDue, askForField, askForOwner, changeShown } from "./ask-action";
import { applyFix } from "./fix";
import { takeCurrentText } from "./live-check";
import { offerUndoOfFiles } from "./undo";
import { texts } from "../texts";

/** Everything that would mend a problem; what has one right answer comes first. */
export function remediesOf({ fix, choices = [] }: Diagnostic): readonly Choice[] {
  return fix === undefined ? choices : [fix, ...choices];
}

/** What of an action item is asked for before it is changed. */
const asked: ReadonlySet<ItemChange["changes"]> = new Set(["owner", "due", "reason", "verified-by"]);

/** What a button says of a remedy: what it writes, or that it asks first. */
export function remedyName(remedy: Choice): string {
  const asks = "asks" in remedy || ("changes" in remedy && asked.has(remedy.changes) && remedy.day === undefined);
  return `${remedy.title.replaceAll("`", "")}${asks ? "…" : ""}`;
}

/** Adds what would mend a problem to a menu. */
export function addRemedies(host: Host, menu: Menu, problem: Diagnostic): void {
  for (const remedy of remediesOf(problem))
    menu.addItem((item) =>
      item
        .setTitle(remedyName(remedy))
        .setIcon("wrench")
        .onClick(() => void mendProblem(host, problem, remedy)),
    );
}

/** Mends a problem where there is one way to do it, else shows the ways to choose from below `place`. */
export async function offerRemedies(host: Host, problem: Diagnostic, place: { x: number; y: number }): Promise<void> {
  const [only, ...others] = remediesOf(problem);
  if (only === undefined) return;
  if (others.length === 0) {
    await mendProblem(host, problem, only);
    return;
  }
  const menu = new Menu();
  addRemedies(host, menu, problem);
  menu.showAtPosition(place);
}

/**
 * Mends a problem that stands at `from`. Its note may have changed since the problem was found, so it is looked for
 * again, and the remedy is that for the text as it is now.
 */
export async function mendProblem(
  host: Host,
  problem: Diagnostic,
  { title }: Choice,
  from = problem.span.start,
): Promise<void> {
  const { notes, problems } = host;
  const { message, path, rule } = problem;
  await takeCurrentText(host, path);
  await problems.refresh([path, ...notes.library.embedders(path)]);
  const same = problems.at(path).filter((other) => other.rule === rule && other.message === message);
  const found = same.find(({ span }) => span.start === from) ?? (same.length === 1 ? same[0] : undefined);
  const remedy = found && remediesOf(found).find((other) => other.title === title);
  if (found === undefined || remedy === undefined) notify(texts().checking.gone);
  else if ("edits" in remedy) await applyFix(host, remedy);
  else if ("asks" in remedy) await askAndWrite(host, found, remedy);
  else if ("creates" in remedy) await createNote(host, found, remedy);
  else await changeItem(host, found, remedy);
}

async function askAndWrite(host: Host, { message }: Diagnostic, question: AnsweredEdit): Promise<void> {
  const { asks, lead = "", place, title } = question;
  const checked = host.notes.library.text(place.path);
  const there = checked?.slice(place.span.start, place.span.end) ?? "";
  const answer = await askForText(host.app, {
    title: title.replaceAll("`", ""),
    label: asks,
    description: capitalized(message.replaceAll("`", "")),
    value: question.value ?? there,
    action: texts().changes.write,
  });
  if (answer === null || answer === there) return;
  await takeCurrentText(host, place.path);
  if (host.notes.library.text(place.path) !== checked) notify(texts().checking.gone);
  else await applyFix(host, { title, edits: [{ ...place, text: lead + answer }] });
}

async function createNote(host: Host, { path }: Diagnostic, { creates, text }: MissingNote): Promise<void> {
  const { app, vault } = host;
  const folder = creates.includes("/") ? "" : app.fileManager.getNewFileParent(path, `${creates}.md`).path;
  const created = `${folder === "" || folder === "/" ? "" : `${folder}/`}${creates}.md`;
  const result = await vault.create(created, text);
  if (!result.ok) {
    notify(texts().checking.notCreated(result.message));
    return;
  }
  await offerUndoOfFiles(host, texts().changes.created(created), new Map([[created, null]]), [
    [texts().changes.open, () => app.workspace.openLinkText(created, "", "tab")],
  ]);
}

async function changeItem(host: Host, { path, span }: Diagnostic, { changes, day, title }: ItemChange): Promise<void> {
  const { notes, settings } = host;
  const note = notes.library.note(path);
  const item =
    note === null
      ? undefined
      : readActions(note, findSections(note, settings.current), settings.current).findLast(
          ({ place }) => place.span.start <= span.start && span.start <= place.span.end,
        );
  if (note === null || item === undefined) notify(texts().checking.gone);
  else if (changes === "owner") await askForOwner(host, { note, item });
  else if (changes === "due" && day !== undefined)
    await changeShown(host, { note, item }, texts().changes.actions.rescheduled, (now, found) =>
      setDue(now, found, day),
    );
  else if (changes === "due") await askForDue(host, { note, item });
  else if (changes === "reason" || changes === "verified-by") await askForField(host, { note, item }, changes);
  else
    await changeShown(host, { note, item }, title, (now, found) =>
      setState(now, found, { state: changes, day: today(host.clock()) }, settings.current),
    );
}
