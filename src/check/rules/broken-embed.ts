import * as z from "../../schema";
import type { Finding } from "../diagnostic";
import type { FailedEmbed } from "../findings/embeds";
import { embedFinding, failedEmbeds, headingAdvice, isFile, missingNote } from "../findings/embeds";
import { defineRule, type RuleInput } from "../rule";

const timeline = "## Key Events\n\n- 06:12 UTC Deploy\n";

export const brokenEmbed = defineRule({
  id: "broken-embed",
  severity: "error",
  why: "The part of the postmortem that stands in another note is missing for everyone who reads it.",
  options: () => z.object({}),
  defaults: {},
  examples: [
    {
      note: "![[Incident Timeline#Key Events]]\n\n![[graph.png]]",
      vault: { "Incident Timeline.md": timeline, "graph.png": "" },
      expect: [],
    },
    {
      note: "![[Incident Timeline#Key Events]]\n\n![[graph.png]]",
      expect: ["1:1-1:34 `Incident Timeline` does not exist", "3:1-3:15 `graph.png` does not exist"],
      offers: ["Create `Incident Timeline`"],
    },
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
    {
      note: "| Before |\n| --- |\n| ![[Configuration#Before]] |",
      vault: { "Configuration.md": "## Before\n\n```\npool = 10\n```" },
      expect: ["3:3-3:28 `Configuration#Before` does not fit into a table cell"],
    },
    {
      note: "![[Network]]",
      vault: { "Network.md": "---\nexcalidraw-plugin: parsed\n---\n# Excalidraw Data" },
      expect: ["1:1-1:13 `Network` is a drawing that only the plugin Excalidraw shows"],
    },
  ],
  *check(input) {
    for (const failed of failedEmbeds(input, (kind) => kind !== "cycle" && kind !== "empty")) {
      yield {
        ...embedFinding(failed.problem),
        ...advice(failed, input),
        ...(isLighter(failed) && { severity: "warning" as const }),
      };
    }
  },
});

function advice(
  { embed, problem: { kind, trail } }: FailedEmbed,
  { note, library }: RuleInput<object>,
): Pick<Finding, "help" | "fix" | "choices"> {
  if (kind === "missing-note")
    return {
      help: "create the note, or correct the name",
      choices: trail.length > 1 ? [] : missingNote(embed.linkpath, embed.subpath, "TODO: fill in\n"),
    };
  if (kind === "unfit")
    return { help: "embed a paragraph, or link to it: a document without embeds gets a link and a remark here" };
  if (kind === "drawing") return { help: "export the drawing as an image, and embed that" };
  if (kind !== "missing-section" || trail.length > 1) return {};
  const found = library.resolve(embed.linkpath, note.path);
  const target = found.kind === "found" ? library.note(found.path) : null;
  return target === null ? {} : headingAdvice(note, embed, target, embed.subpath);
}

/** Whether the app shows it, or no part of the text is lost with it, as with an image that is missing. */
function isLighter({ embed, problem: { kind } }: FailedEmbed): boolean {
  if (kind === "drawing" || kind === "unfit") return true;
  return kind === "missing-note" && isFile(embed.linkpath);
}
