import type { Incident } from "../incident/incident";
import type { Edit } from "../note/span";
import type { EditPlan } from "./edit-plan";

/** Writes the derived metrics into the properties, in minutes, where Bases and other tools can use them. */
export function writeMetricProperties({ metrics, note }: Incident): EditPlan {
  if (metrics.length === 0) return { ok: false, message: "no metric can be derived: the note does not say when it started and when it was over" };
  const { frontmatter, path, text } = note;
  const newline = text.includes("\r\n") ? "\r\n" : "\n";
  const edits: Edit[] = [];
  const missing: string[] = [];
  for (const { id, minutes } of metrics) {
    const entry = frontmatter?.entries.find(({ key }) => key === id);
    if (entry === undefined) missing.push(`${id}: ${String(minutes)}${newline}`);
    else if (entry.value.value !== minutes) {
      const { span } = entry.value;
      const gap = span.start === span.end && text[span.start - 1] === ":" ? " " : "";
      edits.push({ path, span, text: `${gap}${String(minutes)}` });
    }
  }
  if (missing.length > 0) {
    // The closing mark stands on a line of its own: new properties go right above it.
    const at = frontmatter === null ? 0 : frontmatter.span.end - 3;
    const block = missing.join("");
    edits.push({ path, span: { start: at, end: at }, text: frontmatter === null ? `---${newline}${block}---${newline}` : block });
  }
  return edits.length === 0 ? { ok: false, message: "the properties say so already" } : { ok: true, edits };
}
