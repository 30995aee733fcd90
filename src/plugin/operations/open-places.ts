import { StateEffect, StateField } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import type { Span } from "../../base";
import type { Incident } from "../../incident";
import { openPlaces, readIncident } from "../../incident";
import { parseNote } from "../../note";
import type { Host } from "../host";
import { notify } from "../ui/notify";
import { focusProperty } from "../ui/reveal";
import { texts } from "../texts";

const visit = StateEffect.define<Span | null>();

/**
 * The place that is being filled in, with what was typed there so far; null once the cursor has left it. From one to
 * the next leads one key as long as there is one.
 */
export const placeInHand = StateField.define<Span | null>({
  create: () => null,
  update: (before, { changes, effects, state }) => {
    const visited = effects.find((effect) => effect.is(visit));
    if (visited !== undefined) return visited.value;
    if (before === null) return null;
    const place = { start: changes.mapPos(before.start, -1), end: changes.mapPos(before.end, 1) };
    const { from, to } = state.selection.main;
    return place.start <= from && to <= place.end ? place : null;
  },
});

/** Selects the next place that is still to be filled in, or the one before; says so where there is none. */
export function goToOpenPlace(host: Host, view: EditorView, step: 1 | -1): void {
  const incident = incidentIn(host, view);
  if (incident === null) return;
  const places = [...openPlaces(incident)].map(({ span }) => span);
  const { from, to } = view.state.selection.main;
  const found =
    step > 0
      ? (places.find(({ start }) => start >= to) ?? places[0])
      : (places.findLast(({ end }) => end <= from) ?? places.at(-1));
  if (found === undefined) {
    view.dispatch({ effects: visit.of(null) });
    notify(texts().checking.nothingLeftOpen);
  } else select(view, incident, found);
}

/** Selects the first place from an offset on that is still to be filled in, if there is one. */
export function selectOpenPlace(host: Host, view: EditorView, offset: number): void {
  const incident = incidentIn(host, view);
  if (incident === null) return;
  const found = [...openPlaces(incident)].find(({ span }) => offset <= span.end);
  if (found !== undefined) select(view, incident, found.span);
}

function select(view: EditorView, { note }: Incident, place: Span): void {
  view.dispatch({
    selection: { anchor: place.start, head: place.end },
    effects: [visit.of(place), EditorView.scrollIntoView(place.start, { y: "nearest", yMargin: 60 })],
    userEvent: "select",
  });
  view.focus();
  focusProperty(view.dom, note, place);
}

/** What the text of an editor says, saved or not. */
function incidentIn(host: Host, view: EditorView): Incident | null {
  const path = host.editors.pathOf(view);
  if (path === null) return null;
  return readIncident(parseNote(view.state.doc.toString(), path), host.notes.library, host.settings.current);
}
