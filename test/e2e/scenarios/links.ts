import assert from "node:assert/strict";
import { until, type Scenario } from "./scenario";

/** Links that start a postmortem. */
export const links: readonly Scenario[] = [
  {
    name: "shows the form of a link filled in, and writes nothing by itself",
    run: async (app) => {
      const before = await app.files();
      await app.openLink(
        "obsidian://postmortem?title=Search%20outage&severity=SEV-2&started=2024-04-11T06:12:00Z&bogus=1",
      );
      await app.waitForText(".postmortem-new-path", "Creates Incident-2024-04-11-Search-outage.md");
      await app.waitForText(".postmortem-new-remarks", "bogus is not known");
      assert.deepEqual(await app.files(), before);
      await app.press("Escape");
      assert.deepEqual(await app.files(), before);
    },
  },
  {
    name: "writes the note of a link once a person clicks",
    run: async (app) => {
      await app.openLink("obsidian://postmortem?title=Search%20outage&severity=SEV-2&started=2024-04-11T06:12:00Z");
      await app.click("button", "Create");
      await until(
        "the note",
        async () => (await app.read("Incident-2024-04-11-Search-outage.md"))?.includes("severity: SEV-2") === true,
      );
    },
  },
];
