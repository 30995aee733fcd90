import { withoutEnding } from "../../base";
import * as z from "../../schema";
import { splitTarget } from "../../vault";
import { visibleLinks } from "../findings/embeds";
import { defineRule } from "../rule";

export const ambiguousLink = defineRule({
  id: "ambiguous-link",
  severity: "warning",
  why: "Two files answer to the name, and which one is shown depends on how long their paths are.",
  options: () => z.object({}),
  defaults: {},
  examples: [
    { note: "See [[api/Runbook]].", vault: { "api/Runbook.md": "Restart.", "web/Runbook.md": "Reload." }, expect: [] },
    {
      note: "See [[Runbook]].",
      vault: { "api/Runbook.md": "Restart.", "web/Runbook.md": "Reload." },
      expect: ["1:5-1:16 `Runbook` could mean 2 files"],
      offers: ["Lead to `api/Runbook.md`", "Lead to `web/Runbook.md`"],
    },
  ],
  *check({ note, library }) {
    for (const link of [...note.propertyLinks, ...visibleLinks(note, [...note.links, ...note.embeds])]) {
      const { linkpath } = splitTarget(link.target);
      const found = library.resolve(linkpath, note.path);
      if (found.kind !== "found" || found.others.length === 0) continue;
      const files = [found.path, ...found.others];
      yield {
        span: link.span,
        message: `\`${linkpath}\` could mean ${files.length} files`,
        help: `write the path of the one you mean: ${files
          .slice(0, 3)
          .map((path) => `\`${path}\``)
          .join(", ")}${files.length > 3 ? ", …" : ""}`,
        choices: note.text.startsWith(linkpath, link.targetSpan.start)
          ? files.map((path) => ({
              title: `Lead to \`${path}\``,
              edits: [
                {
                  path: note.path,
                  span: { start: link.targetSpan.start, end: link.targetSpan.start + linkpath.length },
                  text: withoutEnding(path, ".md"),
                },
              ],
            }))
          : [],
      };
    }
  },
});
