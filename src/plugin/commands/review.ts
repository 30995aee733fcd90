import type { IconName } from "obsidian";
import { movesOf } from "../../write/edit";
import type { Host } from "../host";
import { takeCurrentText } from "../operations/live-check";
import { addNoteCommand } from "./note-command";
import { ReviewModal } from "../modals/review";
import { texts } from "../texts";

/** Where a postmortem can go from the status that it has. */
export type MoveId = keyof ReturnType<typeof movesOf>;

export const moves: readonly {
  readonly move: MoveId;
  readonly id: string;
  readonly icon: IconName;
}[] = [
  { move: "review", id: "move-to-review", icon: "user-check" },
  { move: "publish", id: "publish", icon: "badge-check" },
  { move: "draft", id: "move-to-draft", icon: "undo-2" },
];

/** Commands that lead a postmortem from draft to publication. */
export function registerReviewCommands(host: Host): void {
  for (const { icon, id, move } of moves) {
    addNoteCommand(host, {
      id,
      name: texts().commands.moves[move],
      icon,
      applies: (path) => statusFor(host, path, move) !== null,
      run: (path) => startMove(host, path, move),
    });
  }
}

/** The status that a move gives to a note; null when it is no postmortem, is not read yet, or has that status. */
export function statusFor(host: Host, path: string, move: MoveId): string | null {
  const note = host.notes.library.note(path);
  return note === null || !host.notes.isPostmortem(path) ? null : movesOf(note, host.settings.current)[move];
}

/** Shows what is still open before the move. */
export async function startMove(host: Host, path: string, move: MoveId): Promise<void> {
  await takeCurrentText(host, path);
  const note = host.notes.library.note(path);
  const status = statusFor(host, path, move);
  if (note !== null && status !== null) new ReviewModal(host, note, status, texts().commands.moves[move]).open();
}
