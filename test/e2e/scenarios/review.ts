import assert from "node:assert/strict";
import { until, untilEditor, type Scenario } from "./scenario";

const path = "Incident-2024-06-03-Queue.md";
const note =
  "---\ntitle: Queue\ndate: 2024-06-03\ntags: [postmortem]\nstatus: draft\n---\n\n# Queue\n\n## What Happened\n\nThe queue filled up.\n\n## Timeline\n\n- 06:12 UTC Deploy\n\n## Root Cause\n\nA slow consumer.\n\n## Impact\n\nTODO\n\n## Action Items\n\n- [ ] Alert on the length of the queue @ada 📅 2030-06-01\n";

/** From draft to publication. */
export const review: readonly Scenario[] = [
  {
    name: "moves a draft to review with the keyboard alone, as one step that can be undone",
    run: async (app) => {
      await app.write(path, note.replace("TODO", "Ten jobs were late."));
      await app.open(path);
      await app.runFromPalette("Incident Postmortems: Move to review");
      await app.waitForText(".postmortem-review-summary", "1 open action item");
      await app.fill("Reviewers", "Hopper");
      await app.press("Enter");
      await untilEditor(app, (text) => text.includes("status: in review\nreviewer: Hopper\n"));
      assert.equal(await app.count(".postmortem-review"), 0);
      await app.press("Control+Z");
      await untilEditor(app, (text) => text.includes("status: draft\n---"));
    },
  },
  {
    name: "publishes despite errors only when a person insists, with the mouse",
    run: async (app) => {
      await app.write("Postmortem Late.md", note);
      await app.open("Postmortem Late.md");
      await app.runFromPalette("Incident Postmortems: Publish");
      await app.waitForText(".postmortem-review-summary", "1 error");
      await app.click("button", /^Publish$/);
      await app.waitForText(".postmortem-review-message", "still open");
      assert.ok((await app.editorText()).includes("status: draft"));
      await app.click("checkbox", "Publish despite 1 error");
      await app.click("button", /^Publish$/);
      await untilEditor(app, (text) => /status: published\npublished: \d{4}-\d\d-\d\d\n/.test(text));
    },
  },
  {
    name: "leads from what is open to its place",
    run: async (app) => {
      await app.open("Postmortem Late.md");
      await app.runFromPalette("Incident Postmortems: Move back to draft");
      await app.click("button", /is still to be filled in/);
      await until(
        "the line of the TODO",
        async () => (await app.editorText()).split("\n")[await app.cursorLine()] === "TODO",
      );
    },
  },
];
