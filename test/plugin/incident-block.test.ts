// @vitest-environment jsdom
import type { MarkdownPostProcessorContext, MarkdownRenderChild } from "obsidian";
import { Plugin } from "obsidian-test-mocks/obsidian";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { startApp, type TestApp } from "./app";

type Processor = (source: string, el: HTMLElement, context: MarkdownPostProcessorContext) => unknown;

const observed = new Set<Element>();

beforeEach(() => {
  observed.clear();
  vi.useFakeTimers({ now: Date.UTC(2024, 4, 10) });
  vi.stubGlobal(
    "ResizeObserver",
    class {
      observe(element: Element): void {
        observed.add(element);
      }
      disconnect(): void {
        observed.clear();
      }
    },
  );
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  document.body.empty();
});

const outage = "Incident-2024-04-11-A.md";
const files = {
  [outage]:
    "---\nseverity: SEV-1\ntimezone: Europe/Berlin\n---\n\n## Timeline\n\n![[Log#Key Events]]\n\n## Action Items\n\n- [ ] Add an alert\n",
  "Log.md": "## Key Events\n\n- 06:12 Outage starts\n- 06:59 Service restored\n",
  "Weekly.md": "# Weekly\n",
};

/** Renders a block in a note as the app does; returns its element and what ends its life. */
async function render(
  source: string,
  path = outage,
): Promise<{ readonly app: TestApp; readonly el: HTMLElement; readonly end: () => void }> {
  const processors = new Map<string, Processor>();
  vi.spyOn(Plugin.prototype, "registerMarkdownCodeBlockProcessor").mockImplementation((language, handler) => {
    processors.set(language, handler);
    return () => undefined;
  });
  const app = await startApp(files);
  const el = document.body.createDiv();
  const children: MarkdownRenderChild[] = [];
  const context: MarkdownPostProcessorContext = {
    docId: path,
    sourcePath: path,
    frontmatter: null,
    addChild: (child) => {
      children.push(child);
      child.load();
    },
    getSectionInfo: () => null,
  };
  await processors.get("postmortem")?.(source, el, context);
  await app.wait();
  const end = (): void => {
    for (const child of children) child.unload();
  };
  return { app, el, end };
}

const texts = (el: HTMLElement, selector: string): string[] =>
  [...el.querySelectorAll(selector)].map((element) => element.textContent);

describe("the block in a note", () => {
  it("shows facts and timeline of its own note", async () => {
    const { el } = await render("");
    expect(texts(el, "dd")[0]).toBe("SEV-1");
    expect(texts(el, ".postmortem-timeline-clock")).toEqual(["06:12", "06:59"]);
    expect(texts(el, ".postmortem-todo-text")).toEqual([]);
  });

  it("shows what is asked for, of another note, in another zone", async () => {
    const { el } = await render("show: timeline, actions\nnote: [[Incident-2024-04-11-A]]\nzone: UTC", "Weekly.md");
    expect(texts(el, "dd")).toEqual([]);
    expect(texts(el, ".postmortem-timeline-clock")).toEqual(["04:12", "04:59"]);
    expect(texts(el, ".postmortem-todo-text")).toEqual(["Add an alert"]);
  });

  it("says in its place what cannot be read, and which note is missing", async () => {
    const { el } = await render("show: all\ncolour: red");
    expect(texts(el, "li")).toEqual([
      "show: expected facts, timeline or actions, with commas between several",
      "colour: only show, note and zone are known",
    ]);
    expect((await render("note: [[Gone]]")).el.textContent).toBe("[[Gone]] does not exist");
    expect((await render("", "Weekly.md")).el.textContent).toContain("No event with a known time yet.");
  });

  it("follows the note and what it embeds, until it is gone", async () => {
    const { app, el, end } = await render("");
    await app.write("Log.md", files["Log.md"].replace("06:59", "07:30"));
    expect(texts(el, ".postmortem-timeline-clock")).toEqual(["06:12", "07:30"]);
    expect(observed.size).toBe(1);
    end();
    expect(observed.size).toBe(0);
    await app.write("Log.md", files["Log.md"].replace("06:59", "08:00"));
    expect(texts(el, ".postmortem-timeline-clock")).toEqual(["06:12", "07:30"]);
  });

  it("goes on when its note is renamed", async () => {
    const { app, el } = await render("");
    await app.rename(outage, "Incident-2024-04-11-Renamed.md");
    await app.write("Log.md", files["Log.md"].replace("06:59", "07:30"));
    expect(texts(el, ".postmortem-timeline-clock")).toEqual(["06:12", "07:30"]);
  });

  it("is inserted by a command, below the line of the cursor", async () => {
    const app = await startApp(files);
    await app.open("Weekly.md");
    await app.run("insert-summary");
    expect(app.frontEditor().state.doc.toString()).toBe("# Weekly\n\n```postmortem\nshow: facts, timeline\n```\n\n");
  });
});
