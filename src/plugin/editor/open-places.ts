import { Prec } from "@codemirror/state";
import { keymap, type EditorView } from "@codemirror/view";
import type { Host } from "../host";
import { goToOpenPlace, placeInHand } from "../operations/open-places";
import { texts } from "../texts";

/**
 * Leads through what a template left open: by a command, and by Tab from a place that is being filled in. Elsewhere Tab
 * does what it always does.
 */
export function registerOpenPlaces(host: Host): void {
  const { plugin } = host;
  const onTab = (step: 1 | -1) => (view: EditorView) => {
    const place = view.state.field(placeInHand, false) ?? null;
    const { from, to } = view.state.selection.main;
    // Within the words that are typed, Tab may well be meant for the list.
    const isDone = place !== null && to === place.end && (from === to || from === place.start);
    if (isDone) goToOpenPlace(host, view, step);
    return isDone;
  };
  plugin.registerEditorExtension([
    placeInHand,
    Prec.high(keymap.of([{ key: "Tab", run: onTab(1), shift: onTab(-1) }])),
  ]);
  const { nextPlace, previousPlace } = texts().commands;
  for (const { icon, id, name, step } of [
    { id: "next-placeholder", name: nextPlace, icon: "text-cursor-input", step: 1 },
    { id: "previous-placeholder", name: previousPlace, icon: "text-cursor-input", step: -1 },
  ] as const)
    plugin.addCommand({
      id,
      name,
      icon,
      editorCheckCallback: (checking, editor) => {
        const view = host.editors.under(editor);
        const path = view === null ? null : host.editors.pathOf(view);
        if (view === null || path === null || !host.notes.isPostmortem(path)) return false;
        if (!checking) goToOpenPlace(host, view, step);
        return true;
      },
    });
}
