import { expect } from "vitest";
import type { HostDriver, HostOptions } from "./host-driver";
import { startHost } from "./host-driver";
import { incidentYear, incidentYearEnd } from "./incident-year";

const draft = "Incident-2024-09-17-Checkout-Latency.md";

/** What is done with a picture when its scene is set. */
export type Keep = (app: HostDriver, name: string) => Promise<void>;

/** What README and docs show of the app: a scene with its pictures, in the order in which they come. */
export interface Scene {
  readonly of: string;
  readonly options: HostOptions;
  readonly play: (app: HostDriver, keep: Keep) => Promise<void>;
}

export const scenes: readonly Scene[] = [
  {
    // A tooltip opens by the clock, which stands still in the other scenes: nothing here may depend on the day.
    of: "a problem in the text",
    options: { size: { width: 1200, height: 720 }, open: draft },
    async play(app, keep) {
      const mark = app.page.locator(".cm-lintRange-error").first();
      await mark.waitFor();
      await app.setCursor(18, 0);
      await mark.hover();
      await app.page.locator(".cm-tooltip-lint").waitFor();
      await keep(app, "problems");
    },
  },
  {
    of: "the README",
    options: { size: { width: 1200, height: 720 }, open: draft, now: "2025-03-14T09:00Z" },
    async play(app, keep) {
      await app.runFromPalette("Incident Postmortems: Show problems");
      await app.waitForText(".mod-right-split", "duration-mismatch");
      await keep(app, "panel");
      await app.open("Incident-2024-11-05-Certificate-Expiry.md");
      await app.runFromPalette("Incident Postmortems: Show incident");
      await app.waitForText(".postmortem-incident", "48 min");
      await app.page.setViewportSize({ width: 1200, height: 1080 });
      // The editor draws the lines that came into sight a moment later.
      await app.waitForText(".cm-content", "## Action Items");
      await keep(app, "incident");
      await app.page.setViewportSize({ width: 1200, height: 720 });
      await app.open(draft);
      await app.runFromPalette("Incident Postmortems: New postmortem");
      await app.type("Search Outage");
      await keep(app, "new");
      await app.press("Escape");
    },
  },
  {
    of: "a year of incidents",
    options: { size: { width: 1200, height: 900 }, files: incidentYear(), now: incidentYearEnd },
    async play(app, keep) {
      await app.runFromPalette("Incident Postmortems: Show insights");
      await app.waitForText(".postmortem-insights .postmortem-count", "42 incidents");
      await app.page.locator("svg.postmortem-chart").nth(5).waitFor();
      await keep(app, "insights");
      await app.page.setViewportSize({ width: 1200, height: 720 });
      await app.runFromPalette("Incident Postmortems: Show action items");
      await app.waitForText(".postmortem-actions .postmortem-count", "22 action items");
      await keep(app, "actions");
    },
  },
  importScene(),
];

function importScene(): Scene {
  const note = "Incident-2025-03-10-Logins.md";
  const copied =
    "Pager\nAPP  10:02\nTriggered #77: half of all logins fail\nmia\n  10:05\nack, looking\n10:10\nlunch later?\njon\n  10:20\nrolled back the config\n";
  const files = {
    [note]:
      "---\ntitle: Logins fail\ndate: 2025-03-10\ntags: [postmortem]\ntimezone: Europe/Berlin\n---\n\n# Logins fail\n\n## Timeline\n\n- 09:50 Config deployed\n- 10:20 rolled back the config\n",
  };
  return {
    of: "an import",
    options: { size: { width: 1200, height: 720 }, files, open: note, now: "2025-03-12T09:00Z" },
    async play(app, keep) {
      await app.runFromPalette("Postmortem: Import timeline events");
      await app.page
        .locator(".postmortem-import input[type=file]")
        .setInputFiles([{ name: "copied.txt", mimeType: "text/plain", buffer: Buffer.from(copied) }]);
      await app.waitForText(".postmortem-import-list", "lunch");
      await keep(app, "import");
    },
  };
}

/** Plays a scene from its beginning; `keep` is called for each picture. */
export async function play(scene: Scene, theme: "light" | "dark", keep: Keep): Promise<void> {
  const app = await startHost({ ...scene.options, theme });
  try {
    await scene.play(app, keep);
    expect(app.consoleProblems()).toEqual([]);
  } finally {
    await app.close();
  }
}

/** The words that a picture shows. */
export async function shownWords(app: HostDriver): Promise<string> {
  return `${await app.page.locator("body").innerText()}\n`;
}
