// @vitest-environment jsdom
import { undo } from "@codemirror/commands";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { startApp, type TestApp } from "./app";

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2024, 3, 15, 9) });
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  document.body.empty();
});

const path = "Incident-2024-04-11-API.md";
const good =
  "---\ntitle: API\ndate: 2024-04-11\ntags: [postmortem]\nstatus: draft\n---\n\n# API\n\n## What Happened\n\nA deploy broke it.\n\n## Timeline\n\n- 06:12 UTC Deploy\n\n## Root Cause\n\nA key.\n\n## Impact\n\nTen users.\n\n## Action Items\n\n- [ ] Check the keys before a deploy @ada 📅 2024-06-01\n";
const bad = good.replace("Ten users.", "TODO");

const modal = (): HTMLElement | null => document.querySelector(".postmortem-review");
const summary = (): string => modal()?.querySelector(".postmortem-review-summary")?.textContent ?? "";
const message = (): string => modal()?.querySelector(".postmortem-review-message")?.textContent ?? "";
const listed = (): string[] =>
  [...(modal()?.querySelectorAll(".postmortem-problem-go") ?? [])].map((button) => button.textContent);

async function submit(app: TestApp): Promise<void> {
  modal()?.querySelector("form")?.requestSubmit();
  await app.wait();
}

async function name(app: TestApp, reviewers: string): Promise<void> {
  const input = modal()?.querySelector('[aria-label="Reviewers"]');
  if (!(input instanceof HTMLInputElement)) throw new Error("nobody is asked for reviewers");
  input.value = reviewers;
  input.dispatchEvent(new Event("input"));
  await app.wait();
}

describe("the review flow", () => {
  it("leads from draft to publication, each step one that can be undone", async () => {
    const app = await startApp({ [path]: good });
    const editor = await app.open(path);
    const text = (): string => editor.state.doc.toString();
    expect([app.offers("move-to-review"), app.offers("publish"), app.offers("move-to-draft")]).toEqual([
      true,
      true,
      false,
    ]);
    await app.run("move-to-review");
    expect(summary()).toBe("Still open: 1 open action item.");
    await name(app, "[[Grace]], Bo");
    await submit(app);
    expect(modal()).toBeNull();
    expect(app.notices).toEqual(["Incident-2024-04-11-API: in review.Undo"]);
    expect(text()).toBe(good.replace("status: draft", 'status: in review\nreviewer: ["[[Grace]]", Bo]'));
    undo(editor);
    expect(text()).toBe(good);

    await app.run("publish");
    await name(app, "Bo");
    await submit(app);
    expect(text()).toBe(
      good.replace("status: draft", "status: published\nreviewer: Bo\nreviewed: 2024-04-15\npublished: 2024-04-15"),
    );
    expect([app.offers("move-to-review"), app.offers("publish"), app.offers("move-to-draft")]).toEqual([
      true,
      false,
      true,
    ]);
    await app.run("move-to-draft");
    expect(modal()?.querySelector('[aria-label="Reviewers"]')).toBeNull();
    await submit(app);
    expect(text()).toContain("status: draft\nreviewer: Bo\n");
  });

  it("refuses on errors until a person insists", async () => {
    const app = await startApp({ [path]: bad });
    const editor = await app.open(path);
    await app.run("publish");
    expect(summary()).toBe("Still open: 1 error, 1 open action item.");
    expect(listed()[0]).toContain("Error: TODO is still to be filled in");
    await submit(app);
    expect(message()).toBe("1 error is still open: mend it, or tick the box above.");
    expect(editor.state.doc.toString()).toBe(bad);
    const box = modal()?.querySelector('input[type="checkbox"]');
    expect(box?.parentElement?.textContent).toBe("Publish despite 1 error");
    expect(document.activeElement).toBe(box);
    if (box instanceof HTMLElement) box.click();
    await submit(app);
    expect(editor.state.doc.toString()).toContain("status: published");
  });

  it("asks for what the status requires, and stops asking when it is given", async () => {
    const app = await startApp({ [path]: good }, { fields: [{ name: "reviewer", required: "in review" }] });
    await app.open(path);
    await app.run("move-to-review");
    expect(listed()[0]).toContain("reviewer is missing; status in review requires it");
    await name(app, "Ada");
    expect(summary()).toBe("Still open: 1 open action item.");
  });

  it("leads to the place of what is open", async () => {
    const app = await startApp({ [path]: bad });
    const editor = await app.open(path);
    await app.run("publish");
    modal()?.querySelector<HTMLElement>(".postmortem-problem-go")?.click();
    await app.wait();
    expect(modal()).toBeNull();
    const { from, to } = editor.state.selection.main;
    expect(editor.state.sliceDoc(from, to)).toBe("TODO");
  });

  it("writes nothing when the note was changed meanwhile, and shows what is open then", async () => {
    const app = await startApp({ [path]: good });
    const editor = await app.open(path);
    await app.run("publish");
    editor.dispatch({
      changes: { from: good.indexOf("Ten users."), to: good.indexOf("Ten users.") + 10, insert: "TBD" },
    });
    const typed = editor.state.doc.toString();
    await submit(app);
    expect(editor.state.doc.toString()).toBe(typed);
    expect(message()).toContain("Nothing was written: the note was changed meanwhile");
    expect(summary()).toBe("Still open: 1 error, 1 open action item.");
  });

  it("says why a note cannot be moved", async () => {
    const unusual = good.replace(/^---[^]*?---/, "---\n{ title: API, date: 2024-04-11, tags: [postmortem] }\n---");
    const app = await startApp({ [path]: unusual });
    const editor = await app.open(path);
    await app.run("publish");
    expect(message()).toBe("This cannot be done: the frontmatter is written in a way that has to be changed by hand.");
    await submit(app);
    expect(editor.state.doc.toString()).toBe(unusual);
  });

  it("is not offered for other notes", async () => {
    const app = await startApp({ "Shopping.md": "milk" });
    await app.open("Shopping.md");
    expect([app.offers("move-to-review"), app.offers("publish"), app.offers("move-to-draft")]).toEqual([
      false,
      false,
      false,
    ]);
  });

  it("tells by which day each step is due", async () => {
    const app = await startApp({ [path]: good }, { reviewSteps: { "in review": 1 } });
    await app.open(path);
    await app.run("publish");
    expect(modal()?.querySelector(".postmortem-review-list")?.textContent).toContain(
      "Due: in review by 2024-04-12 (late), published by 2024-04-25.",
    );
  });
});
