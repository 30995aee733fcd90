import { Notice } from "obsidian";
import { defaultChoices } from "../write/export-choices";
import { DifferenceModal } from "./difference-modal";
import { ExportModal } from "./export-modal";
import { refreshCopies, type ExportOutcome } from "./export-note";
import type { Host } from "./host";

/** Commands that make a document of a note that stands alone, and write it anew later. */
export function registerExport(host: Host): void {
  const { app, plugin } = host;
  const onActiveNote =
    (run: (path: string) => void) =>
    (checking: boolean): boolean => {
      const file = app.workspace.getActiveFile();
      const isNote = file?.extension === "md";
      if (isNote && !checking) run(file.path);
      return isNote;
    };
  plugin.addCommand({
    id: "export",
    name: "Export this note…",
    icon: "share",
    checkCallback: onActiveNote((path) => {
      new ExportModal(host, path, defaultChoices(host.settings.current), (outcome) => {
        tellOutcome(host, outcome);
      }).open();
    }),
  });
  plugin.addCommand({
    id: "refresh-copy",
    name: "Refresh resolved copy",
    icon: "refresh-cw",
    checkCallback: onActiveNote((path) => void refresh(host, path)),
  });
}

async function refresh(host: Host, path: string): Promise<void> {
  for (const outcome of await refreshCopies(host, path)) {
    if ("problem" in outcome) new Notice(`${outcome.problem}.`);
    else tellOutcome(host, outcome);
  }
}

const done = { created: "Written to", updated: "Refreshed:", unchanged: "Nothing has changed in" } as const;

function tellOutcome(host: Host, { path, delivery, problems }: ExportOutcome): void {
  if (delivery.kind === "refused") {
    if (delivery.difference !== null) new DifferenceModal(host.app, path, delivery.difference).open();
    else new Notice(`Nothing was written: ${delivery.message}.`);
    return;
  }
  const rest = problems.length === 0 ? "" : `\nNot included:\n${problems.join("\n")}`;
  new Notice(`${done[delivery.kind]} ${path}.${rest}`);
}
