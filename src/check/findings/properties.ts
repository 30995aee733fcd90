import type { FieldProblem } from "../../incident";
import type { Finding } from "../diagnostic";
import type { RuleInput } from "../rule";

/** The problems of these kinds that the schema found in the frontmatter. */
export function* fieldFindings(
  { note, incident }: RuleInput<object>,
  kinds: readonly FieldProblem["kind"][],
): Iterable<Finding> {
  for (const { kind, span, message, help, replacement } of incident.fields.problems) {
    if (!kinds.includes(kind)) continue;
    yield {
      span,
      message,
      ...(help !== undefined && { help }),
      ...(replacement !== undefined && {
        fix: { title: replacement.title, edits: [{ path: note.path, span: replacement.span, text: replacement.text }] },
      }),
    };
  }
}
