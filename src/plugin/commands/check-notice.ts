import type { Diagnostic } from "../../check";
import { noteName } from "../../vault";
import type { Host } from "../host";
import { notify } from "../ui/notify";
import { countInWords } from "../ui/problem-count";
import { texts } from "../texts";

/** Tells of problems that a save brought in, for those who ask for it in the settings. */
export function registerCheckNotice({ notes, plugin, problems, settings }: Host): void {
  const known = new Map<string, ReadonlySet<string>>();
  const look = async (path: string): Promise<void> => {
    await problems.refresh([path]);
    const found = problems.of(path) ?? [];
    const before = known.get(path);
    known.set(path, new Set(found.map(nameOf)));
    const fresh = found.filter((problem) => before?.has(nameOf(problem)) === false);
    if (fresh.length > 0 && settings.current.noticeOnCheck)
      notify(texts().checking.foundNew(noteName(path), countInWords(fresh)));
  };
  plugin.register(
    problems.changed.subscribe((path) => {
      if (!known.has(path)) known.set(path, new Set(problems.of(path)?.map(nameOf)));
    }),
  );
  plugin.register(notes.saved.subscribe((path) => void look(path)));
  plugin.register(() => {
    known.clear();
  });
}

/** The problem wherever it stands: a line added above it makes it no new one. */
function nameOf({ message, rule }: Diagnostic): string {
  return `${rule} ${message}`;
}
