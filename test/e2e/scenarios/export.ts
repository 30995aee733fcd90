import assert from "node:assert/strict";
import { until, type Scenario } from "./scenario";

const note = "Incident-2024-06-04-Export.md";
const internal = "Exports/Incident-2024-06-04-Export-exported.html";
const page = "Exports/Incident-2024-06-04-Export-external.html";
const text =
  "---\ntitle: Export\ndate: 2024-06-04\ntags: [postmortem]\nowner: Ada\n---\n\n# Export\n\n## Impact\n\nCalled @ada about OPS-12, see [[Incident Timeline]] and ![[Nowhere]].\n\n## Timeline\n\n- 06:12 UTC Deploy\n- 06:40 UTC Rollback\n\n## Lessons\n\nFor us alone.\n";

/** Documents that leave the vault. */
export const exporting: readonly Scenario[] = [
  {
    name: "shows what goes out in the external version, and writes it as a page on request only",
    run: async (app) => {
      await app.write(note, text);
      await app.open(note);
      const before = await app.files();
      await app.runFromPalette("Incident Postmortems: Export this note…");
      await app.waitForText(".postmortem-export", "Markdown for");
      await app.choose("Format", "HTML");
      await app.waitForText(".postmortem-new-path", `Writes ${internal}. Not included: Nowhere`);
      await app.click("switch", "External version");
      await app.waitForText(".postmortem-export summary", "left out or replaced");
      await app.waitForText(".postmortem-new-path", `Writes ${page}`);
      assert.equal(await app.count(".postmortem-export iframe[sandbox=''][srcdoc*='Called Engineer 1 about']"), 1);
      assert.deepEqual(await app.files(), before);
      await app.click("button", /^Export$/);
      await until("the page", async () => (await app.read(page)) !== null);
      const written = (await app.read(page)) ?? "";
      assert.match(written, /Called Engineer 1 about \(ticket\), see Incident Timeline and \(not included\)\.[^]*<svg/);
      assert.doesNotMatch(written, /\bada\b|OPS|Lessons|alone|Nowhere|Incident-|<script/i);
      assert.equal(await app.read(note), text);
    },
  },
  {
    name: "refreshes the external version from its note, and leaves it alone once somebody edited it",
    run: async (app) => {
      await app.open(note);
      await app.setCursor(11, 0);
      await app.type("Back soon. ");
      await app.runFromPalette("Incident Postmortems: Refresh resolved copy");
      await until(
        "the refreshed page",
        async () => (await app.read(page))?.includes("Back soon. Called Engineer 1") === true,
      );
      const edited = ((await app.read(page)) ?? "").replace("Called", "Rang");
      await app.write(page, edited);
      await app.runFromPalette("Incident Postmortems: Refresh resolved copy");
      await app.waitForText(".modal", "was left as it is");
      await app.press("Escape");
      assert.equal(await app.read(page), edited);
    },
  },
];
