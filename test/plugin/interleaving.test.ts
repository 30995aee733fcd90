// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { rules } from "../../src/check";
import { startApp, type TestApp } from "./app";
import type { NotePane } from "./editor";

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2024, 3, 12) });
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  document.body.empty();
});

/** How many events there are: few on each change of the code, a thousand with `POSTMORTEM_EVENTS=1000`. */
const events = Number(process.env["POSTMORTEM_EVENTS"] ?? "160");
/** After so many of them everything starts anew. */
const session = 40;

/** A number from 0 to below `bound`, the same in every run. */
function randomFrom(seed: number): (bound: number) => number {
  let state = seed;
  return (bound) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * bound);
  };
}

/** Only what a fix is about here; every other rule is off. */
const settings = {
  rules: Object.fromEntries(
    rules.filter(({ id }) => id !== "deprecated-property").map(({ id }) => [id, { severity: "off" }]),
  ),
};
const part = "- [ ] a part\n";
const start = `---\ntitle: start\ntag: postmortem\n---\n\n## Action Items\n\n${part}`;
const isItem = /^- \[[ x]\] /;

interface Answer {
  readonly path: string;
  readonly text: string;
}

async function ask(app: TestApp, command: string, params: Record<string, string>): Promise<Answer> {
  const answered = app.plugin.cliHandlers__.get(`postmortem:${command}`)?.(params);
  await app.wait(10);
  return JSON.parse((await answered) ?? "") as Answer;
}

function type({ editor }: NotePane, text: string): void {
  editor.dispatch({ changes: { from: editor.state.doc.length, insert: text }, userEvent: "input.type" });
}

it(
  `loses nothing, writes into no part and shows no older text, over ${events} random events`,
  {
    timeout: 60_000 + events * 300,
  },
  async () => {
    const counts = { typed: 0, synced: 0, ticked: 0, fixed: 0, refused: 0, renamed: 0, exported: 0, stale: 0 };
    for (let seed = 1; seed <= events / session; seed++) {
      const random = randomFrom(seed);
      let path = "Incident-2024-04-11-A.md";
      const app = await startApp({ [path]: start }, settings);
      const panes = [await app.openPane(path), await app.openPane(path)] as const;
      const [first] = panes;
      const cell = await app.openPart(path, part, random(2) === 0 ? first : undefined);
      await app.run("show-actions");
      await app.run("show-incident");
      const items = new Set(["a part"]);
      const ticked = new Set<string>();
      let title = "start";
      for (let step = 0; step < session; step++) {
        const name = `${seed}x${step}`;
        const pane = panes[random(2)] ?? first;
        const saved = await app.text(path);
        // Two texts that are not saved yet are the app's own conflict: a person types in one pane at a time.
        const isClean = panes.every((each) => each.shown() === saved);
        const isEdited = pane.view.getMode() === "source";
        const told = app.notices.length;
        const what = random(10);
        let tick: string | undefined;
        if ((what === 0 || what >= 8) && isEdited && (isClean || pane.shown() !== saved)) {
          app.focus(pane);
          type(pane, `- [ ] item ${name}\n`);
          items.add(`item ${name}`);
          counts.typed++;
        } else if (what === 1 && isClean) {
          // Another program: a new title, an old property, one more item.
          const text = saved.replace(/^title: .*$/m, `title: ${name}`).replace("tags: [postmortem]", "tag: postmortem");
          title = name;
          items.add(`synced ${name}`);
          await app.write(path, `${text}- [ ] synced ${name}\n`);
          counts.synced++;
        } else if (what === 2) pane.setMode(isEdited ? "preview" : "source");
        else if (what === 3) {
          const to = `Incident-2024-04-11-${name}.md`;
          await app.rename(path, to);
          path = to;
          counts.renamed++;
        } else if (what === 4) app.focus(pane);
        else if (what === 5 || what === 6) {
          const boxes = [...document.querySelectorAll<HTMLInputElement>('.postmortem-actions input[type="checkbox"]')];
          const box = boxes[random(boxes.length)];
          tick = box?.getAttribute("aria-label")?.replace("Done: ", "");
          box?.click();
        } else if (what === 7) {
          app.focus(pane);
          if (app.offers("fix-all")) await app.run("fix-all");
        }
        await app.wait([50, 700, 3000][random(3)]);
        const news = app.notices.slice(told);
        if (tick !== undefined && news.some((notice) => notice.startsWith("Done: "))) ticked.add(tick);
        if (news.some((notice) => notice.startsWith("1 problem fixed."))) counts.fixed++;
        if (news.some((notice) => notice.startsWith("Nothing was changed"))) counts.refused++;

        const seen = panes.filter(({ view }) => view.getMode() === "source").map((each) => each.shown());
        const current = [await app.text(path), ...seen];
        if (panes.some((each) => each.shown() !== each.editor.state.doc.toString())) counts.stale++;
        const resolved = await ask(app, "resolve", { path });
        const exported = await ask(app, "export", { path });
        expect([seed, step, current]).toEqual([seed, step, expect.arrayContaining([resolved.text])]);
        expect([seed, step, itemsOf(exported.text)]).toEqual([seed, step, itemsOf(resolved.text)]);
        counts.exported++;
        await app.wait(300);
        const shown = [await app.text(path), ...seen].map(titleOf);
        expect([seed, step, shown]).toEqual([
          seed,
          step,
          expect.arrayContaining([document.querySelector(".postmortem-incident-title")?.textContent]),
        ]);
      }
      await app.wait(6000);
      const last = await app.text(path);
      expect([seed, titleOf(last), itemsOf(last)]).toEqual([
        seed,
        title,
        [...items].map((item) => `- [${ticked.has(item) ? "x" : " "}] ${item}`).sort(),
      ]);
      for (const pane of panes) expect(pane.shown()).toBe(last);
      const copy = await ask(app, "export", { path, write: "true" });
      expect(itemsOf(await app.text(copy.path))).toEqual(itemsOf(last));
      expect(await app.text(path)).toBe(last);
      expect(cell.editor.state.doc.toString()).toBe(part);
      counts.ticked += ticked.size;
      app.plugin.unload();
      document.body.empty();
      vi.restoreAllMocks();
    }
    process.stdout.write(`${JSON.stringify(counts)}\n`);
    for (const [name, count] of Object.entries(counts)) expect([name, count > 0]).toEqual([name, true]);
  },
);

/** The action items of a note, without the day on which they were ticked. */
function itemsOf(text: string): readonly string[] {
  return text
    .split("\n")
    .filter((line) => isItem.test(line))
    .map((line) => line.replace(/ ✅ .*$/u, ""))
    .sort();
}

function titleOf(text: string): string | undefined {
  return /^title: (.*)$/m.exec(text)?.[1];
}
