import * as z from "../../incident/zod";
import type { EmbedProblem } from "../../vault/resolved-text";
import type { Finding } from "../diagnostic";
import { embedFinding, embedProblems } from "../embeds";
import { headingAdvice } from "../links";
import { defineRule, type RuleInput } from "../rule";

const timeline = "## Key Events\n\n- 06:12 UTC Deploy\n";

export const brokenEmbed = defineRule({
  id: "broken-embed",
  severity: "error",
  why: "The part of the postmortem that stands in another note is missing for everyone who reads it.",
  options: z.object({}),
  defaults: {},
  examples: [
    { note: "![[Incident Timeline#Key Events]]\n\n![[graph.png]]", vault: { "Incident Timeline.md": timeline, "graph.png": "" }, expect: [] },
    { note: "![[Incident Timeline#Key Events]]\n\n![[graph.png]]", expect: ["1:1-1:34 `Incident Timeline` does not exist", "3:1-3:15 `graph.png` does not exist"] },
    {
      note: "![[Incident Timeline#Key Evnets|events]]",
      vault: { "Incident Timeline.md": timeline },
      expect: ["1:1-1:41 `Incident Timeline` has no heading `Key Evnets`"],
      fixed: "![[Incident Timeline#Key Events|events]]",
    },
    {
      note: "![[Incident Timeline]]",
      vault: { "Incident Timeline.md": "![[Chat log]]" },
      expect: ["1:1-1:23 `Chat log` does not exist: Incident-2024-04-11-Example → Incident Timeline → Chat log"],
    },
  ],
  *check(input) {
    for (const problem of embedProblems(input, (kind) => kind !== "cycle" && kind !== "empty")) {
      yield { ...embedFinding(problem), ...advice(problem, input), ...(isAttachment(problem, input) && { severity: "warning" as const }) };
    }
  },
});

function advice({ kind, trail, place }: EmbedProblem, { note, library }: RuleInput<object>): Pick<Finding, "help" | "fix"> {
  if (kind === "missing-note") return { help: "create the note, or correct the name" };
  if (kind !== "missing-section" || trail.length > 1) return {};
  const embed = note.embeds.find(({ span }) => span.start === place.span.start);
  const found = embed === undefined ? null : library.resolve(embed.linkpath, note.path);
  const target = found?.kind === "found" ? library.note(found.path) : null;
  return embed === undefined || target === null ? {} : headingAdvice(note, embed, target, embed.subpath);
}

/** Whether a missing image or the like: no part of the text is lost with it. */
function isAttachment({ kind, trail }: EmbedProblem, { library }: RuleInput<object>): boolean {
  const last = trail.at(-1);
  const embed = library.note(last?.path ?? "")?.embeds.find(({ span }) => span.start === last?.span.start);
  return kind === "missing-note" && /\.(?!md$)[a-z\d]{2,5}$/i.test(embed?.linkpath ?? "");
}
