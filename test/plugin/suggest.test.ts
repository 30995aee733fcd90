// @vitest-environment jsdom
import { MarkdownView } from "obsidian-test-mocks/obsidian";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { PostmortemSuggest } from "../../src/plugin/editor/suggest";
import { startApp } from "./app";

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2024, 3, 12) });
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  document.body.empty();
});

/** Types a text into a new postmortem, takes a suggestion, and returns what was suggested and the text after. */
async function typed(marked: string, pick: number, path = "Incident-2024-04-11-A.md") {
  const text = marked.replace("|", "");
  const app = await startApp(
    {
      [path]: text,
      "Incident-2024-01-01-Old.md": '---\nservices: [api, checkout]\nowner: "[[Ada]]"\n---\n',
      "Ada.md": "",
      "Incident Timeline.md": "## Key Events\n",
    },
    { timelineNote: { path: "Incident Timeline", heading: "Key Events" } },
  );
  await app.open(path);
  const view = app.app.workspace.activeLeaf?.view;
  const [suggest] = app.plugin.editorSuggests__;
  if (!(view instanceof MarkdownView) || !(suggest instanceof PostmortemSuggest)) throw new Error("no suggest");
  const editor = view.editor.asOriginalType__();
  const cursor = editor.offsetToPos(marked.indexOf("|"));
  editor.setCursor(cursor);
  const file = app.app.vault.getFileByPath(path)?.asOriginalType2__() ?? null;
  const trigger = suggest.onTrigger(cursor, editor, file);
  if (trigger === null || file === null) return null;
  const context = { ...trigger, editor, file };
  suggest.context = context;
  const suggestions = suggest.getSuggestions(context);
  const picked = suggestions[pick];
  if (picked !== undefined) suggest.selectSuggestion(picked);
  return { suggested: suggestions.map((suggestion) => suggestion.text), text: editor.getValue() };
}

describe("suggestions while typing", () => {
  it("complete properties from the settings and from other postmortems", async () => {
    expect(await typed("---\nseverity: |\n---\n", 1)).toMatchObject({ text: "---\nseverity: SEV-2\n---\n" });
    expect(await typed("---\nservices:\n  - che|\n---\n", 0)).toEqual({
      suggested: ["checkout"],
      text: "---\nservices:\n  - checkout\n---\n",
    });
    expect(await typed("---\nowner: a|\n---\n", 0)).toEqual({
      suggested: ["[[Ada]]"],
      text: '---\nowner: "[[Ada]]"\n---\n',
    });
  });

  it("complete every kind of property that the settings know", async () => {
    expect(await typed("---\nstatus: rev|\n---\n", 0)).toEqual({
      suggested: ["in review"],
      text: "---\nstatus: in review\n---\n",
    });
    expect(await typed("---\ntimezone: Berl|\n---\n", 0)).toMatchObject({
      text: "---\ntimezone: Europe/Berlin\n---\n",
    });
    expect(await typed("---\npostmortem-ignore: [broken-em|]\n---\n", 0)).toMatchObject({
      text: "---\npostmortem-ignore: [broken-embed]\n---\n",
    });
  });

  it("complete the owner in an inline field", async () => {
    expect(await typed("- [ ] Add alert [owner:: a|]\n", 0)).toEqual({
      suggested: ["[[Ada]]"],
      text: "- [ ] Add alert [owner:: [[Ada]]]\n",
    });
  });

  it("complete owners, rules and the timeline in the text", async () => {
    expect(await typed("- [ ] Add alert @a|\n", 0)).toMatchObject({ text: "- [ ] Add alert [[Ada]]\n" });
    expect(await typed("%% postmortem-ignore broken-em|", 0)).toMatchObject({
      text: "%% postmortem-ignore broken-embed",
    });
    expect(await typed("## Timeline\n\n!|\n", 0)).toEqual({
      suggested: ["![[Incident Timeline#Key Events]]"],
      text: "## Timeline\n\n![[Incident Timeline#Key Events]]\n",
    });
  });

  it("stay away from other notes", async () => {
    expect(await typed("---\nseverity: |\n---\n", 0, "Shopping.md")).toBeNull();
  });
});
