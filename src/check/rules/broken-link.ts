import * as z from "../../schema";
import { findSubpath, githubAnchor, isNotePath, splitTarget } from "../../vault";
import type { Link, Note } from "../../note";
import { headingAdvice, missingNote, visibleLinks } from "../findings/embeds";
import { defineRule } from "../rule";

const runbook = "# API Runbook\n\n## Pool exhaustion\n\nRestart the pods. ^restart";

export const brokenLink = defineRule({
  id: "broken-link",
  severity: "warning",
  why: "Whoever follows the link during the next incident ends up nowhere.",
  options: () => z.object({}),
  defaults: {},
  examples: [
    {
      note: "See [[API Runbook]], [[API Runbook#Pool exhaustion|the procedure]], [[API Runbook#^restart]], [a site](https://example.com) and [above](#links).\n\n## Links\n\n%% [[Not yet]] %%",
      vault: { "API Runbook.md": runbook },
      expect: [],
    },
    {
      note: "See [the items](#action-items), [more](API%20Runbook.md#pool-exhaustion) and [[#action-items]].\n\n## Action items",
      vault: { "API Runbook.md": runbook },
      expect: ["1:78-1:95 this note has no heading `action-items`"],
      fixed:
        "See [the items](#action-items), [more](API%20Runbook.md#pool-exhaustion) and [[#Action items]].\n\n## Action items",
    },
    {
      note: '---\nowner: "[[Ada]]"\nrelated: ["[[API Runbook]]"]\n---\n',
      vault: { "API Runbook.md": runbook },
      expect: ["2:9-2:16 `Ada` does not exist"],
    },
    {
      note: "See [[API Runbook|the runbook]] and [it](Runbooks/API.md).",
      expect: ["1:5-1:32 `API Runbook` does not exist", "1:37-1:58 `Runbooks/API.md` does not exist"],
      offers: ["Create `API Runbook`", "Create `Runbooks/API`"],
    },
    {
      note: "See [[API Runbook#Step 2]].",
      vault: { "API Runbook.md": "## Step 3" },
      expect: ["1:5-1:27 `API Runbook` has no heading `Step 2`"],
      offers: ["Add the heading `Step 2` to `API Runbook.md`", "Lead to the whole note, without `#Step 2`"],
    },
    {
      note: "See [[API Runbook#Pool exhuastion]] and [[API Runbook#^gone]].",
      vault: { "API Runbook.md": runbook },
      expect: [
        "1:5-1:36 `API Runbook` has no heading `Pool exhuastion`",
        "1:41-1:62 `API Runbook` has no block `^gone`",
      ],
      fixed: "See [[API Runbook#Pool exhaustion]] and [[API Runbook#^gone]].",
    },
    {
      note: "See [[API Runbook#Caf\u00e9]].",
      vault: { "API Runbook.md": "## Cafe\u0301" },
      expect: ["1:5-1:25 `API Runbook` has no heading `Caf\u00e9`"],
      fixed: "See [[API Runbook#Cafe\u0301]].",
    },
  ],
  *check({ note, library }) {
    const anchors = new Map<Note, ReadonlySet<string>>();
    const anchorsIn = (target: Note): ReadonlySet<string> => {
      const known = anchors.get(target) ?? anchorsOf(target);
      anchors.set(target, known);
      return known;
    };
    for (const link of [...note.propertyLinks, ...visibleLinks(note, note.links)]) {
      const { linkpath, subpath } = splitTarget(link.target);
      const found = library.resolve(linkpath, note.path);
      if (found.kind === "missing") {
        yield {
          span: link.span,
          message: `\`${linkpath}\` does not exist`,
          help: "create the note, or correct the link",
          choices: missingNote(linkpath, subpath, ""),
        };
      } else if (found.kind === "outside") {
        yield { span: link.span, message: `\`${linkpath}\` lies outside the vault` };
      } else if (subpath !== "" && isNotePath(found.path)) {
        const target = found.path === note.path ? note : library.note(found.path);
        if (target === null || findSubpath(target, subpath) !== null) continue;
        if (isHostsAnchor(link, subpath, () => anchorsIn(target))) continue;
        const name = linkpath === "" ? "this note" : `\`${linkpath}\``;
        yield {
          span: link.span,
          message: `${name} has no ${describe(subpath)}`,
          ...headingAdvice(note, link, target, subpath),
        };
      }
    }
  },
});

/** Whether a Markdown link names a heading by the anchor that Git hosts give it, as in notes that are read there. */
function isHostsAnchor({ kind }: Link, subpath: string, anchors: () => ReadonlySet<string>): boolean {
  if (kind !== "markdown") return false;
  const anchor = subpath.startsWith("#") ? subpath.slice(1) : subpath;
  return anchors().has(anchor) || anchors().has(anchor.replace(/-\d{1,2}$/, ""));
}

/** The anchors that Git hosts give the headings of a note. */
function anchorsOf({ headings }: Note): ReadonlySet<string> {
  return new Set(headings.map(({ text }) => githubAnchor(text.replaceAll("*", "").replaceAll("`", ""))));
}

function describe(subpath: string): string {
  const parts = subpath.split("#").filter((part) => part.trim() !== "");
  return `${parts.join("").startsWith("^") ? "block" : "heading"} \`${parts.join(" > ")}\``;
}
