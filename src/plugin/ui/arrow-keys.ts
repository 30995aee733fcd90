/**
 * Moves the focus up or down a list by an arrow key: from the stop that has it, or beside which it is, to the next one.
 *
 * @param stops What the keys lead to, in the order of the list.
 */
export function moveByArrow(event: KeyboardEvent, stops: readonly HTMLElement[]): void {
  const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
  if (step === 0) return;
  const at = stops.findIndex(
    (stop) => stop === stop.doc.activeElement || stop.parentElement?.contains(stop.doc.activeElement) === true,
  );
  stops[Math.max(0, Math.min(stops.length - 1, at + step))]?.focus();
  event.preventDefault();
}
