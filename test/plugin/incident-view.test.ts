// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { IncidentSearch } from "../../src/incident";
import { startApp, type TestApp } from "./app";

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2024, 4, 10) });
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  document.body.empty();
});

const outage = "Incident-2024-04-11-A.md";
const files = {
  [outage]: `---
title: API outage
date: 2024-04-11
tag: postmortem
severity: SEV-1
timezone: Europe/Berlin
owner: "[[Ada]]"
---

## Timeline

![[Log#Key Events]]

![[Gone]]

## Action Items

- [ ] Add a pool alert [[Ada]] 📅 2024-05-01
- [x] Revert the config @bo
- [ ] Write the \`runbook\` @bo
`,
  "Log.md": "## Key Events\n\n- 06:12 Outage starts\n- 06:25 Ada acknowledges the page\n- 07:05 Service restored\n",
  "Ada.md": "",
  "Incident-2024-06-01-B.md": "## Timeline\n\nNothing yet.\n",
};

const panel = (): HTMLElement => document.querySelector<HTMLElement>(".postmortem-incident") ?? document.body;
const texts = (selector: string): string[] =>
  [...panel().querySelectorAll(selector)].map((element) => element.textContent);
/** What the fields say, or what stands in their place. */
const fields = (selector: string): string[] =>
  [...panel().querySelectorAll<HTMLInputElement | HTMLSelectElement>(`${selector} .postmortem-field-input`)].map(
    (field) => field.value || ("placeholder" in field ? field.placeholder : (field.selectedOptions[0]?.text ?? "")),
  );
const facts = (): string[] => fields(".postmortem-field");

/** Types into a field and leaves it. */
async function enter(app: TestApp, name: string, text: string): Promise<void> {
  const field = panel().querySelector<HTMLInputElement | HTMLSelectElement>(`[aria-label="${name}"]`);
  if (field === null) throw new Error(`no field ${name}`);
  field.value = text;
  field.dispatchEvent(new Event("change"));
  await app.wait();
}

function button(text: string | RegExp): HTMLElement {
  const found = panel()
    .findAll("button")
    .find((other) => (typeof text === "string" ? other.textContent === text : text.test(other.textContent)));
  if (found === undefined) throw new Error(`no button ${String(text)}`);
  return found;
}

/** The list of similar incidents once it is there. */
async function similar(): Promise<string[]> {
  await vi.advanceTimersByTimeAsync(200);
  return texts(".postmortem-similar li").map((text) => text.replace(/words:.*/, "words"));
}

async function show(path: string | null = outage): Promise<TestApp> {
  const app = await startApp(files);
  if (path !== null) await app.open(path);
  await app.run("show-incident");
  return app;
}

describe("the incident of the note in front", () => {
  it("is told at a glance, with how each duration is counted", async () => {
    await show();
    expect(facts()).toEqual(["SEV-1", "Not stated", "Ada", "Not stated"]);
    expect(texts(".postmortem-turns > li")).toEqual([
      "Startedmarked in the timeline",
      "Detected",
      "Acknowledged13 mintime to acknowledge: acknowledged − started, from the wording",
      "Identified",
      "Mitigated",
      "Resolved53 mintime to resolve: resolved − started, marked in the timeline",
    ]);
    expect(fields(".postmortem-turns")).toEqual(["06:12", "Not stated", "06:25", "Not stated", "Not stated", "07:05"]);
  });

  it("leads from a turning point and from an event to their place in the embedded note", async () => {
    const app = await show();
    button("Resolved").click();
    await app.wait();
    const editor = app.frontEditor();
    expect(editor.state.sliceDoc(editor.state.selection.main.from, editor.state.selection.main.to)).toBe("07:05");
    // The timeline is in front now; its postmortem stays.
    expect(facts()[0]).toBe("SEV-1");
    panel().querySelector('[data-row="1"]')?.dispatchEvent(new MouseEvent("click"));
    await app.wait();
    expect(app.frontEditor().state.sliceDoc(app.frontEditor().state.selection.main.from)).toMatch(/^- 06:25 Ada/);
  });

  it("tells the timeline in another zone, as a list too", async () => {
    const app = await show();
    expect(texts(".postmortem-timeline-clock")).toEqual(["06:12", "06:25", "07:05"]);
    const details = panel().querySelector("details");
    if (details === null) throw new Error("no list");
    details.open = true;
    details.dispatchEvent(new Event("toggle"));
    button("UTC").click();
    await app.wait();
    expect(texts(".postmortem-timeline-clock")).toEqual(["04:12", "04:25", "05:05"]);
    expect(texts("details li")).toEqual([
      "2024-04-11 04:12 (started) Outage starts",
      "2024-04-11 04:25 (acknowledged) Ada acknowledges the page",
      "2024-04-11 05:05 (resolved) Service restored",
    ]);
    expect(button("UTC").getAttribute("aria-pressed")).toBe("true");
    expect(texts('[aria-label="Silences"] li')).toEqual(["40 min without an entry before 05:05"]);
  });

  it("leads from a silence to the event that ends it", async () => {
    const app = await show();
    panel().querySelector<HTMLElement>('[aria-label="Silences"] button')?.click();
    await app.wait();
    const { doc, selection } = app.frontEditor().state;
    expect(doc.sliceString(selection.main.from)).toBe("- 07:05 Service restored\n");
  });

  it("folds the list of events again", async () => {
    const app = await show();
    for (const [open, events] of [
      [true, 3],
      [false, 0],
      [true, 3],
    ] as const) {
      const details = panel().querySelector<HTMLDetailsElement>("details.postmortem-events");
      if (details === null) throw new Error("no list");
      details.open = open;
      details.dispatchEvent(new Event("toggle"));
      await app.wait();
      expect(panel().querySelector<HTMLDetailsElement>("details.postmortem-events")?.open).toBe(open);
      expect(texts("details.postmortem-events li")).toHaveLength(events);
    }
  });

  it("changes an event of the list, wherever it stands", async () => {
    const app = await show();
    const details = panel().querySelector<HTMLDetailsElement>("details.postmortem-events");
    if (details === null) throw new Error("no list");
    details.open = true;
    details.dispatchEvent(new Event("toggle"));
    await app.wait();
    panel().querySelector<HTMLElement>('[aria-label="Change: 06:25 Ada acknowledges the page"]')?.click();
    await app.wait();
    const typed = [...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>("form input, form textarea")];
    expect(typed.map(({ value }) => value)).toContain("06:25");
  });

  it("offers no other zones than the machine's and no silences where there are none", async () => {
    const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
    const app = await startApp({
      [outage]: "---\ntags: [postmortem]\n---\n\n## Timeline\n\n- 06:12 Outage starts\n- 06:20 Service restored\n",
      "Incident-2024-06-01-B.md":
        "---\ntags: [postmortem]\ntimezone: UTC\n---\n\n## Timeline\n\n- 2024-06-01 06:12 Outage starts\n- +20 min: Ada looks\n- later: all quiet\n- 2024-06-01 06:20 Service restored\n",
    });
    await app.open(outage);
    await app.run("show-incident");
    expect(texts('[aria-label="Silences"]')).toEqual([]);
    expect(texts('[aria-label="Time zone"]')).toEqual(timeZone === "UTC" ? [] : [`UTCLocal (${timeZone})`]);
    expect(texts(".postmortem-timeline-clock")).toEqual(["06:12", "06:20"]);
    await app.open("Incident-2024-06-01-B.md");
    expect(texts("p.postmortem-hint")).toEqual([]);
  });

  it("shows the texts of a long timeline on request", async () => {
    const times = Array.from(
      { length: 90 },
      (_, i) => `- 2024-04-11 ${10 + Math.floor(i / 60)}:${String(i % 60).padStart(2, "0")} Step ${i}`,
    );
    const app = await startApp({ [outage]: `---\ntags: [postmortem]\n---\n\n## Timeline\n\n${times.join("\n")}\n` });
    await app.open(outage);
    await app.run("show-incident");
    const shown = (): number => texts(".postmortem-timeline text").filter((text) => text.startsWith("Step")).length;
    const before = shown();
    expect(before).toBeLessThan(90);
    button("Show the text of all 90 events").click();
    await app.wait();
    expect(shown()).toBe(90);
    expect(texts("button").filter((text) => text.startsWith("Show the text"))).toEqual([]);
  });

  it("shows what is open, and ticks it on its line", async () => {
    const app = await show();
    expect(texts(".postmortem-todo-text").slice(0, 2)).toEqual([
      "Add a pool alertAda · due 2024-05-01, 9 days late",
      "Write the runbookbo",
    ]);
    const box = panel().querySelector<HTMLElement>('[aria-label="Done: Add a pool alert"]');
    box?.click();
    await app.wait();
    expect(app.frontEditor().state.doc.toString()).toContain(
      "- [x] Add a pool alert [[Ada]] 📅 2024-05-01 ✅ 2024-05-10\n",
    );
    expect(texts(".postmortem-hint")).toContain("1 of 3 open, 0 overdue");
  });

  it("says which embeds show something, and what is wrong in the properties", async () => {
    const app = await show();
    expect(texts(".postmortem-whole")).toEqual(["Log#Key Eventsresolved"]);
    expect(texts("li.postmortem-error .postmortem-todo-text")).toEqual(["GoneGone does not exist"]);
    panel().querySelector<HTMLElement>('[aria-label="In the properties"] button[aria-label*="tags"]')?.click();
    await app.wait();
    expect(app.frontEditor().state.doc.toString()).toContain("tags: [postmortem]\n");
  });

  it("is changed in its fields, one property each, and taken back", async () => {
    const app = await show();
    const before = app.frontEditor().state.doc.toString();
    await enter(app, "Severity", "SEV-2");
    await enter(app, "Status", "draft");
    await enter(app, "Owner", "Ada, @bo");
    await enter(app, "Detected", "06:20");
    expect(app.frontEditor().state.doc.toString()).toBe(
      before
        .replace("SEV-1", "SEV-2")
        .replace('owner: "[[Ada]]"\n', 'owner: ["[[Ada]]", "@bo"]\nstatus: draft\ndetected: 2024-04-11T06:20\n'),
    );
    expect(fields(".postmortem-turns").slice(0, 2)).toEqual(["06:12", "2024-04-11 06:20"]);
    await enter(app, "Resolved", "when it was over");
    expect(app.notices.at(-1)).toContain("this is no moment such as 09:30");
    expect(fields(".postmortem-turns").at(-1)).toBe("07:05");
    expect(app.notices.at(-2)).toBe("Detected is 06:20.Undo");
  });

  it("keeps the cursor in a field that is drawn anew", async () => {
    const app = await show();
    const field = panel().querySelector<HTMLInputElement>('[aria-label="Owner"]');
    field?.focus();
    field?.setSelectionRange(1, 3);
    app.frontEditor().dispatch({ changes: { from: app.frontEditor().state.doc.length, insert: "More.\n" } });
    await app.wait(1500);
    const now = document.activeElement;
    if (now?.instanceOf(HTMLInputElement) !== true) throw new Error("the focus is gone");
    expect(now).not.toBe(field);
    expect([now.ariaLabel ?? now.getAttribute("aria-label"), now.selectionStart, now.selectionEnd]).toEqual([
      "Owner",
      1,
      3,
    ]);
  });

  it("leaves a value alone that somebody changed meanwhile", async () => {
    const app = await show();
    const field = panel().querySelector<HTMLInputElement>('[aria-label="Owner"]');
    app
      .frontEditor()
      .dispatch({ changes: { from: 0, to: app.frontEditor().state.doc.length, insert: "---\nowner: Bo\n---\n" } });
    if (field === null) throw new Error("no field");
    field.value = "Cy";
    field.dispatchEvent(new Event("change"));
    await app.wait();
    expect(app.frontEditor().state.doc.toString()).toBe("---\nowner: Bo\n---\n");
    expect(app.notices.at(-1)).toBe("Owner was left as it is: the note was changed meanwhile.");
  });

  it("follows what is typed, and the note that is in front", async () => {
    const app = await show();
    const editor = app.frontEditor();
    const at = editor.state.doc.toString().indexOf("SEV-1");
    editor.dispatch({ changes: { from: at, to: at + 5, insert: "SEV-2" } });
    await app.wait(1500);
    expect(facts()[0]).toBe("SEV-2");
    await app.open("Incident-2024-06-01-B.md");
    expect(facts()[0]).toBe("Not stated");
    expect(texts("p")).toEqual(["No event with a known time yet."]);
    button("Insert timeline event").click();
    await app.wait();
    expect(document.querySelector("form")).not.toBeNull();
  });

  it("offers a new postmortem where there is none", async () => {
    const app = await show("Ada.md");
    expect(texts(".postmortem-count")).toEqual(["Open a postmortem to see its incident."]);
    button("New postmortem").click();
    await app.wait();
    expect(document.querySelector(".postmortem-new")).not.toBeNull();
  });
});

describe("similar incidents", () => {
  it("are searched when the list is unfolded, each with its reasons, and follow what is written", async () => {
    const kind = (factor: string, text: string): string =>
      `---\nservices: [api]\nfactors: [${factor}]\n---\n\n# A\n\n${text}\n`;
    const app = await startApp({
      "Incident-2024-04-11-A.md": kind("capacity", "The pool of `db.pool` was empty."),
      "Incident-2024-03-01-B.md": kind("capacity", "See [[Runbook]]: no cake."),
      "Incident-2024-02-01-C.md": kind("change", "A pool, db.pool."),
      "Incident-2024-02-02-D.md": "# Search\n\nNothing alike\n",
    });
    const read = vi.spyOn(IncidentSearch.prototype, "add");
    await app.open("Incident-2024-04-11-A.md");
    await app.run("show-incident");
    expect(read).not.toHaveBeenCalled();
    const details = panel().querySelector("details.postmortem-similar");
    if (!(details instanceof HTMLDetailsElement)) throw new Error("no list");
    details.open = true;
    details.dispatchEvent(new Event("toggle"));
    expect(await similar()).toEqual([
      "Incident-2024-03-01-B2024-03-01 · service: api · factor: capacity",
      "Incident-2024-02-01-C2024-02-01 · service: api · identifier: db.pool · words",
    ]);
    await app.write("Incident-2024-02-01-C.md", kind("change", "Nothing"));
    await app.write("Incident-2024-04-11-A.md", kind("capacity", "See [[Runbook]]."));
    expect((await similar())[0]).toBe(
      "Incident-2024-03-01-B2024-03-01 · service: api · factor: capacity · linked note: Runbook · words",
    );
  });
});
