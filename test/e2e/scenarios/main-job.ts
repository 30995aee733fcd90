import assert from "node:assert/strict";
import { until, untilEditor, type Scenario } from "./scenario";

const seed = "Incident-2024-04-11-API-Outage.md";

/**
 * From the first alert to a checked postmortem, in the example vault; each builds on the vault that the ones before
 * left.
 */
export const mainJob: readonly Scenario[] = [
  {
    name: "counts the problems of the open postmortem and underlines them",
    run: async (app) => {
      await app.open(seed);
      await app.waitForText(".status-bar-item", "problem");
      await until("an underline", async () => (await app.count(".cm-lintRange")) > 0);
    },
  },
  {
    name: "starts a postmortem from the palette with the keyboard alone",
    run: async (app) => {
      await app.runFromPalette("Incident Postmortems: New postmortem");
      await app.type("Search Outage");
      await app.fill("Date", "2024-05-02");
      await app.waitForText(".modal", "Incident-2024-05-02-Search-Outage.md");
      await app.press("Enter");
      await untilEditor(app, (text) => text.includes("# Search Outage Retro — 2024-05-02"));
      const text = await app.editorText();
      assert.ok(text.includes("![[2024-05-02 Search Outage Timeline#Key Events]]"));
      assert.match(text.split("\n")[await app.cursorLine()] ?? "", /TODO/);
    },
  },
  {
    name: "starts one from the ribbon with the mouse, and writes nothing when cancelled",
    run: async (app) => {
      const before = await app.files();
      await app.click("button", "New postmortem");
      await app.fill("Title", "Never made");
      await app.click("button", "Cancel");
      assert.equal(await app.count(".modal"), 0);
      assert.deepEqual(await app.files(), before);
    },
  },
  {
    name: "sees what is missing, mends it on request, and takes that back with one undo",
    run: async (app) => {
      await app.write("Postmortem Queue.md", "---\ntitle: Queue\ndate: 2024-05-03\ntag: postmortem\n---\n\n# Queue\n");
      await app.open("Postmortem Queue.md");
      await until("an underline", async () => (await app.count(".cm-lintRange-error, .cm-lintRange-warning")) > 0);
      await app.runFromPalette("Incident Postmortems: Fix all fixable");
      await untilEditor(app, (text) => text.includes("tags: [postmortem]"));
      // Sections are added one by one, where they are asked for.
      assert.ok(!(await app.editorText()).includes("## Impact"));
      await app.press("Control+Z");
      await untilEditor(app, (text) => text.includes("tag: postmortem"));
    },
  },
  {
    name: "replaces embeds in one step that can be undone",
    run: async (app) => {
      await app.open(seed);
      const before = await app.editorText();
      await app.runFromPalette("Incident Postmortems: Replace embeds with their content");
      await untilEditor(app, (text) => !text.includes("![["));
      assert.ok((await app.editorText()).includes("Postgres reaches its limit"));
      await app.setCursor(0, 0);
      await app.press("Control+Z");
      assert.equal(await app.editorText(), before);
    },
  },
  {
    name: "takes an event down into the timeline note while the incident runs",
    run: async (app) => {
      await app.open(seed);
      await app.runFromPalette("Incident Postmortems: Insert timeline event");
      await app.type("Traffic is back");
      await app.press("Enter");
      // The incident was on another day.
      await app.waitForText(".postmortem-insert-question", "The incident was on 2024-04-11");
      await app.press("Enter");
      await until(
        "the event in the timeline note",
        async () => (await app.read("Incident Timeline.md"))?.includes("Traffic is back") === true,
      );
      assert.match(
        (await app.read("Incident Timeline.md")) ?? "",
        /service restored\n- \*?\*?\d{4}-\d\d-\d\d \d\d:\d\d.*Traffic is back/,
      );
    },
  },
  {
    name: "writes metrics to the properties",
    run: async (app) => {
      await app.open(seed);
      await app.runFromPalette("Incident Postmortems: Write metrics");
      await untilEditor(app, (text) => text.includes("time-to-resolve: 47"));
    },
  },
];
