import type { Gesture, Write } from "../host/app/ledger";

/** The commands that change a note or make a file as soon as they are run; all others of ours show or ask first. */
const commandsThatWrite = new Set(
  [
    "new",
    "fix-all",
    "fix-here",
    "replace-embeds",
    "write-metrics",
    "sort-timeline",
    "insert-event",
    "insert-chart",
    "insert-summary",
    "create-base",
    "refresh-copy",
    "move-to-review",
    "move-to-draft",
    "publish",
  ].map((id) => `postmortem:${id}`),
);

/** What is pressed to have something done; links, tabs, headings and rows of a list only lead somewhere. */
const rolesThatAsk = new Set(["button", "menuitem", "checkbox", "switch", "option", "submit", "label"]);

/**
 * Whether a person had asked for something to be written. Opening and reading notes, typing and saving, going
 * through lists and following links ask for nothing.
 */
export function isAsked({ what, after }: Write): boolean {
  if (after === null) return false;
  return asks(after) || (what === "settings" && isInWindow(after));
}

/** The settings' window keeps what is typed into it, and lets lists be moved about. */
function isInWindow(gesture: Gesture): boolean {
  return gesture.by === "click" ? gesture.role === "dialog" : gesture.by === "key" && gesture.where === "dialog";
}

function asks(gesture: Gesture): boolean {
  switch (gesture.by) {
    case "command":
      return commandsThatWrite.has(gesture.id) || !gesture.id.startsWith("postmortem:");
    case "link":
    case "save":
      return false;
    case "click":
      return rolesThatAsk.has(gesture.role);
    case "change":
      return true;
    case "key":
      return gesture.key === "Enter" && ["dialog", "menu", "field"].includes(gesture.where);
  }
}
