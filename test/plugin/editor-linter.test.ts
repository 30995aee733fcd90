// @vitest-environment jsdom
import { forEachDiagnostic } from "@codemirror/lint";
import { undo } from "@codemirror/commands";
import type { EditorView } from "@codemirror/view";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { rules } from "../../src/check";
import { actionsOf, startApp } from "./app";

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2024, 3, 12) });
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  document.body.empty();
});

const path = "Incident-2024-04-11-A.md";
const text = "---\ntag: postmortem\n---\n\n## Impact\n\nLong.\n\n![[Gone]]\n";

/** What the pointer finds above an underlined place, by rule. */
function tooltip(editor: EditorView, rule: string): HTMLElement {
  const found: HTMLElement[] = [];
  forEachDiagnostic(editor.state, ({ renderMessage, source }) => {
    const node = source === rule ? renderMessage?.(editor) : undefined;
    if (node?.instanceOf(HTMLElement) === true) found.push(node);
  });
  if (found[0] === undefined) throw new Error(`nothing is underlined by ${rule}`);
  return found[0];
}

/** Counts the checks from now on, by the calls of one rule. */
function countChecks(): () => number {
  const [rule] = rules;
  if (rule === undefined) throw new Error("there is no rule");
  const check = vi.spyOn(rule, "check");
  return () => check.mock.calls.length;
}

describe("problems in the editor", () => {
  it("tell what to do, why it matters, and how it is right", async () => {
    const app = await startApp({ [path]: text });
    const element = tooltip(await app.open(path), "broken-embed");
    expect(element.querySelector(".postmortem-message-text")?.textContent).toBe("Gone does not exist");
    expect(element.querySelector(".postmortem-message-help")?.textContent).not.toBe("");
    expect(element.querySelector("summary")?.textContent).toBe("Why it matters");
    expect(element.querySelector("details pre")?.textContent).toContain("![[");
  });

  it("are mended together by one action, and brought back by one undo", async () => {
    const app = await startApp({ [path]: text });
    const editor = await app.open(path);
    const all = actionsOf(editor).find(({ name }) => name === "Fix all");
    all?.apply();
    await app.wait();
    expect(editor.state.doc.toString()).toContain("tags: [postmortem]");
    // Sections are added only where they are asked for.
    expect(editor.state.doc.toString()).not.toContain("## Root Cause");
    undo(editor);
    expect(editor.state.doc.toString()).toBe(text);
  });

  it("of action items are mended by the team's policy, or by an answer, which is written to the item", async () => {
    const items = "- [ ] Add an alert @ada ➕ 2024-04-12\n- [-] Rewrite it all @ada ❌ 2024-04-12\n";
    const app = await startApp(
      { [path]: `# A\n\n## Action Items\n\n${items}` },
      { followUps: { dueIn: { other: 5 } } },
    );
    const editor = await app.open(path);
    const apply = async (name: string): Promise<void> => {
      const action = actionsOf(editor).find((other) => other.name === name);
      if (action === undefined) throw new Error(`nothing offers ${name}`);
      action.apply();
      await app.wait();
    };
    await apply("Due by the policy: 2024-04-19");
    expect(editor.state.doc.toString()).toContain("- [ ] Add an alert @ada ➕ 2024-04-12 📅 2024-04-19\n");
    await apply("Add reason…");
    const field = document.querySelector<HTMLInputElement>('form [aria-label="Reason"]');
    if (field === null) throw new Error("nothing asks for the reason");
    const answer = async (words: string): Promise<void> => {
      field.value = words;
      field.dispatchEvent(new Event("input"));
      field.form?.requestSubmit();
      await app.wait();
    };
    await answer("see [[Plan]]");
    expect(editor.state.doc.toString()).not.toContain("[reason");
    await answer("too expensive");
    expect(editor.state.doc.toString()).toContain("- [-] Rewrite it all @ada [reason:: too expensive] ❌ 2024-04-12\n");
  });

  it("are looked for once, when nobody has typed for a moment", async () => {
    const app = await startApp({ [path]: text });
    const editor = await app.open(path);
    const checks = countChecks();
    for (const letter of "0123456789") {
      editor.dispatch({ changes: { from: editor.state.doc.length, insert: letter } });
      await app.wait(100);
    }
    expect(checks()).toBe(0);
    await app.wait(1000);
    expect(checks()).toBe(1);
  });

  it("are not looked for in a text that was saved while somebody types on", async () => {
    const app = await startApp({ [path]: text });
    const editor = await app.open(path);
    const file = app.app.vault.getFileByPath(path);
    if (file === null) throw new Error("the note is gone");
    const checks = countChecks();
    await app.app.vault.modify(file, `${text}Saved.\n`);
    for (const letter of "0123456789") {
      editor.dispatch({ changes: { from: editor.state.doc.length, insert: letter } });
      await app.wait(100);
    }
    expect(checks()).toBe(0);
  });

  it("are those of the last text, though it was changed in the middle of a check", async () => {
    const app = await startApp({ [path]: text });
    const editor = await app.open(path);
    const checks = countChecks();
    // Every look at the clock finds that a frame has passed: each step of a check is a task of its own.
    let now = 0;
    vi.spyOn(performance, "now").mockImplementation(() => (now += 20));
    for (const letter of "0123456789") {
      editor.dispatch({ changes: { from: editor.state.doc.length, insert: `\n## Part ${letter}\n` } });
      await app.wait(760);
    }
    editor.dispatch({
      changes: { from: 0, to: editor.state.doc.length, insert: text.replace("![[Gone]]", "![[Lost]]") },
    });
    await app.wait(5000);
    expect(app.underlined(editor)).toContain("![[Lost]] | broken-embed");
    expect(app.underlined(editor).filter((problem) => problem.includes("Part"))).toEqual([]);
    expect(checks()).toBeGreaterThan(10);
  });
});
