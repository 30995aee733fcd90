import type { Settings } from "../../settings";
import { isSection } from "../../settings";
import { plainWords } from "../../base";

/** What can be completed at the cursor. */
export interface Completion {
  /** Column, in UTF-16 units, at which what is being typed begins. */
  readonly from: number;
  readonly query: string;
  readonly kind:
    "severity" | "status" | "timezone" | "factor" | "service" | "owner" | "value" | "mention" | "rule" | "timeline";
  /** The property whose value it is, for a `value`. */
  readonly property?: string;
}

/** How far up a property's key or a section's heading is looked for, in lines. */
const reach = 300;

/**
 * What is being typed before the cursor, when it is something that the settings or the vault know: a
 * property's value, an owner in a task, a rule to ignore, an embed of the timeline. `lineAt` gives
 * the text of a line, counted from 0.
 */
export function completionAt(
  lineAt: (line: number) => string,
  line: number,
  column: number,
  settings: Settings,
): Completion | null {
  const before = lineAt(line).slice(0, column);
  const found = (kind: Completion["kind"], query: string, property?: string): Completion => ({
    from: column - query.length,
    query,
    kind,
    ...(property === undefined ? {} : { property }),
  });

  const ignore = /(?:%%|<!--)\s*postmortem-ignore\s(?:[\w\s,-]*[\s,])?([\w-]*)$/.exec(before);
  if (ignore !== null) return found("rule", ignore[1] ?? "");
  if (isInFrontmatter(lineAt, line)) {
    const property = propertyAt(lineAt, line, before);
    if (property === null) return null;
    if (property.key === "postmortem-ignore") return found("rule", property.query);
    const field = settings.fields.find(({ name }) => name === property.key);
    if (field?.type === "severity" || field?.type === "status" || field?.type === "timezone")
      return found(field.type, property.query);
    if (field?.type === "factors") return found("factor", property.query);
    if (field?.type === "enum") return found("value", property.query, field.name);
    if (property.key === "services") return found("service", property.query);
    return property.key === "owner" || property.key === "reviewer" ? found("owner", property.query) : null;
  }
  const mention = /^\s*(?:[-*+]|\d+[.)])\s+\[.\]\s.*?(?:^|\s)@([\p{L}\p{N}._-]*)$/u.exec(before);
  if (mention !== null) return found("mention", `@${mention[1] ?? ""}`);
  const field =
    /^\s*(?:[-*+]|\d+[.)])\s+\[.\]\s.*[[(](?:owner|assignee)::\s*((?:[\p{L}\p{N}._-][\p{L}\p{N} ._-]*)?)$/u.exec(
      before,
    );
  if (field !== null) return found("mention", field[1] ?? "");
  const embed = /^\s*(!\[?)$/.exec(before);
  return embed !== null && isInTimeline(lineAt, line, settings) ? found("timeline", embed[1] ?? "") : null;
}

function isInFrontmatter(lineAt: (line: number) => string, line: number): boolean {
  if (line === 0 || line > reach || lineAt(0).trimEnd() !== "---") return false;
  for (let above = line - 1; above > 0; above--) if (lineAt(above).trimEnd() === "---") return false;
  return true;
}

/** The property whose value is being typed: on the line itself, or above it when the line is an entry of a list. */
function propertyAt(
  lineAt: (line: number) => string,
  line: number,
  before: string,
): { key: string; query: string } | null {
  const same = /^([\w-]+):\s+(?:\[(?:[^\]]*,)?\s*)?["']?((?:[^\s"'[\],][^"'[\],]*)?)$/.exec(before);
  if (same !== null) return { key: same[1] ?? "", query: same[2] ?? "" };
  const entry = /^\s*-\s+["']?((?:[^\s"'][^"']*)?)$/.exec(before);
  if (entry === null) return null;
  for (let above = line - 1; above > 0; above--) {
    const key = /^([\w-]+):\s*$/.exec(lineAt(above).trimEnd());
    if (key !== null) return { key: key[1] ?? "", query: entry[1] ?? "" };
    if (!/^\s*-\s/.test(lineAt(above))) return null;
  }
  return null;
}

function isInTimeline(lineAt: (line: number) => string, line: number, settings: Settings): boolean {
  const section = settings.sections.find(({ id }) => isSection(id, "timeline"));
  if (section === undefined) return false;
  for (let above = line - 1; above >= Math.max(0, line - reach); above--) {
    const heading = /^#{1,6}\s+(\S.*)$/.exec(lineAt(above));
    if (heading === null) continue;
    const name = plainWords(heading[1] ?? "");
    return [section.heading, ...section.synonyms].some((other) => plainWords(other) === name);
  }
  return false;
}
