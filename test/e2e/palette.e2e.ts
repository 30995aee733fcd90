import { describe, expect, it } from "vitest";
import { axeProblems } from "./axe";
import type { HostDriver } from "./host-driver";
import { withHost } from "./with-host";

const draft = "Incident-2024-09-17-Checkout-Latency.md";

/** The colours of the app's own themes, as its documentation for developers lists them. */
const palettes = {
  light: {
    "background-primary": "#ffffff",
    "background-secondary": "#f6f6f6",
    "background-modifier-border": "#e0e0e0",
    "interactive-normal": "#ffffff",
    "interactive-hover": "#fafafa",
    "text-normal": "#222222",
    "text-muted": "#5c5c5c",
    "text-faint": "#ababab",
    "text-error": "#e93147",
    "text-warning": "#ec7500",
    "text-success": "#08b94e",
    "text-accent": "#7852ee",
    "color-red": "#e93147",
    "color-orange": "#ec7500",
    "color-yellow": "#e0ac00",
    "color-green": "#08b94e",
    "color-cyan": "#00bfbc",
    "color-blue": "#086ddd",
    "color-purple": "#7852ee",
  },
  dark: {
    "background-primary": "#1e1e1e",
    "background-secondary": "#262626",
    "background-modifier-border": "#363636",
    "interactive-normal": "#363636",
    "interactive-hover": "#3f3f3f",
    "text-normal": "#dadada",
    "text-muted": "#b3b3b3",
    "text-faint": "#666666",
    "text-error": "#fb464c",
    "text-warning": "#e9973f",
    "text-success": "#44cf6e",
    "text-accent": "#a68af9",
    "color-red": "#fb464c",
    "color-orange": "#e9973f",
    "color-yellow": "#e0de71",
    "color-green": "#44cf6e",
    "color-cyan": "#53dfdd",
    "color-blue": "#027aff",
    "color-purple": "#a882ff",
  },
} as const;

describe.each(["light", "dark"] as const)("in the colours of the app's own theme, %s", (theme) => {
  let app: HostDriver;
  withHost({ theme, open: draft }, async (started) => {
    app = started;
    const values = Object.entries(palettes[theme]).map(([name, value]) => `--${name}: ${value} !important;`);
    await app.page.addStyleTag({ content: `.theme-${theme} { ${values.join(" ")} }` });
  });

  it("all can be told from the ground: the tooltip of a problem", async () => {
    await app.page.locator(".cm-lintRange-error").first().waitFor();
    await app.page.locator(".cm-lintRange").filter({ hasText: "tag" }).first().hover();
    await app.page.locator(".cm-tooltip-lint").waitFor();
    expect(await axeProblems(app, ".cm-tooltip-lint")).toEqual([]);
    await app.page.mouse.move(0, 0);
  });

  it.each([
    ["show-problems", "postmortem-problems", /line \d/],
    ["show-incident", "postmortem-incident", /Detected/],
    ["show-actions", "postmortem-actions", /\d action item/],
    ["show-insights", "postmortem-insights", /\d incidents/],
  ])("all can be told from the ground: %s", async (command, type, words) => {
    await app.open(draft);
    await app.runCommand(command);
    await app.waitForText(`.view-content.${type}`, words);
    expect(await axeProblems(app, `.view-content.${type}`)).toEqual([]);
  });

  it.each(["new", "publish", "insert-event", "export", "import-events", "update-actions", "write-metrics"])(
    "all can be told from the ground: the dialog of %s",
    async (command) => {
      await app.open(draft);
      await app.runCommand(command);
      await app.page.locator(".modal").waitFor();
      if (command === "publish") await app.page.locator(".modal button.mod-cta").click();
      try {
        expect(await axeProblems(app, ".modal")).toEqual([]);
      } finally {
        while ((await app.count(".modal")) > 0) await app.press("Escape");
      }
    },
  );

  it("all can be told from the ground: what is wrong with a form", async () => {
    await app.openLink("obsidian://postmortem?severity=odd&started=yesterday&bogus=1");
    await app.page.locator(".modal").getByRole("button", { name: "Create", exact: true }).click();
    await app.waitForText(".postmortem-new-fault", "Nothing was created");
    // What stands at a field is the app's own.
    expect(await axeProblems(app, ".postmortem-footer")).toEqual([]);
    await app.press("Escape");
  });
});
