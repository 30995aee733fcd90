import { describe, expect, it } from "vitest";
import { axeProblems } from "./axe";
import type { HostDriver } from "./host-driver";
import { withHost } from "./with-host";

const draft = "Incident-2024-09-17-Checkout-Latency.md";
const shown = ".modal";

/** Each panel, by the command that opens it, and words that it shows once it is drawn. */
const panels = [
  ["show-problems", "postmortem-problems", /line \d/],
  ["show-incident", "postmortem-incident", /Detected/],
  ["show-actions", "postmortem-actions", /\d action item/],
  ["show-insights", "postmortem-insights", /\d incidents/],
] as const;

/** Each dialog, by the command that opens it. */
const dialogs = [
  "new",
  "publish",
  "insert-event",
  "export",
  "export-report",
  "import-events",
  "update-actions",
  "write-metrics",
  "learn-settings",
] as const;

/**
 * What of a part of the page cannot be read as it stands: what reaches beyond the part at the side, text that is cut
 * off, what scrolls to the side, and words that are broken in the middle. Pictures scroll by design, and a search of
 * the app shows no more than a line.
 */
function unreadable(app: HostDriver, part: string): Promise<readonly string[]> {
  return app.page
    .locator(part)
    .first()
    .evaluate((root) => {
      const found: string[] = [];
      const say = (what: string, element: Element): void => {
        found.push(`${what}: ${element.outerHTML.slice(0, 140)}`);
      };
      const apart = ".postmortem-hidden, .postmortem-numbers, .postmortem-picture, svg, textarea, iframe, option";
      const bounds = root.getBoundingClientRect();
      for (const element of [root, ...root.querySelectorAll("*")]) {
        if (!element.instanceOf(HTMLElement) || element.closest(apart) !== null) continue;
        const box = element.getBoundingClientRect();
        const { clipPath, overflowX, textOverflow } = getComputedStyle(element);
        // What is there for those who hear the page alone.
        if (box.width === 0 || box.height === 0 || clipPath === "inset(50%)") continue;
        if (box.right > bounds.right + 1 || box.left < bounds.left - 1) say("reaches beyond", element);
        if (element.scrollWidth <= element.clientWidth + 1 || element.instanceOf(HTMLInputElement)) continue;
        if (overflowX === "auto" || overflowX === "scroll") say("scrolls to the side", element);
        if (overflowX === "hidden" && textOverflow !== "ellipsis") say("is cut off", element);
      }
      const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
        const parent = node.parentElement;
        if (parent === null || parent.closest(apart) !== null) continue;
        for (const word of (node.textContent ?? "").matchAll(/\p{L}{2,14}/gu)) {
          const range = document.createRange();
          range.setStart(node, word.index);
          range.setEnd(node, word.index + word[0].length);
          const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
          if (lines.size > 1) say(`breaks “${word[0]}”`, parent);
        }
      }
      return found;
    });
}

describe.each(["light", "dark"] as const)("in 250 and in 280 pixels, %s", (theme) => {
  let app: HostDriver;
  withHost({ theme, open: draft, now: "2026-09-18T09:00Z" }, (started) => {
    app = started;
  });

  it.each(panels)("can be read: %s", async (command, type, words) => {
    await app.open(draft);
    await app.runCommand(command);
    const part = `.view-content.${type}`;
    await app.waitForText(part, words);
    for (const width of [280, 250]) {
      await app.page.addStyleTag({
        content: `.workspace-split.mod-right-split { width: ${width}px; } .mod-root .view-content.${type} { max-width: ${width}px; }`,
      });
      await app.page.waitForTimeout(400);
      expect(await unreadable(app, part)).toEqual([]);
      expect(await axeProblems(app, part)).toEqual([]);
    }
  });
});

describe.each(["light", "dark"] as const)("on a phone of 390 by 844 pixels, by touch, %s", (theme) => {
  let app: HostDriver;
  withHost(
    { theme, mobile: true, size: { width: 390, height: 844 }, open: draft, now: "2026-09-18T09:00Z" },
    (started) => {
      app = started;
    },
  );

  /** What is too small for a finger; the app's own parts of a dialog are the app's. */
  const small = (part: string): Promise<readonly string[]> =>
    app.page
      .locator(part)
      .first()
      .locator(":is(button:not(.modal-close-button), select, summary, input, a, [role=button])")
      .evaluateAll((all) =>
        all.flatMap((element) => {
          const { height, width } = (element.closest("label") ?? element).getBoundingClientRect();
          const before = getComputedStyle(element, "::before");
          const [wide, high] = [before.minWidth, before.minHeight].map((size) => parseFloat(size) || 0);
          const isSmall = Math.max(width, wide ?? 0) < 43.5 || Math.max(height, high ?? 0) < 43.5;
          const isApart = width === 0 || element.closest(".postmortem-hidden, .postmortem-numbers") !== null;
          return isSmall && !isApart
            ? [`${Math.round(width)}×${Math.round(height)} ${element.outerHTML.slice(0, 140)}`]
            : [];
        }),
      );
  const sound = async (part: string): Promise<void> => {
    expect(await unreadable(app, part)).toEqual([]);
    expect(await small(part)).toEqual([]);
    expect(await axeProblems(app, part)).toEqual([]);
    expect(await app.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  };

  it.each(panels)("can be read and hit: %s", async (command, type, words) => {
    await app.open(draft);
    await app.runCommand(command);
    await app.waitForText(`.view-content.${type}`, words);
    await sound(`.view-content.${type}`);
    await app.page.evaluate((name) => {
      window.host.app.workspace.detachLeavesOfType(name);
    }, type);
  });

  it.each(dialogs)("can be read and hit: the dialog of %s", async (command) => {
    await app.open(draft);
    await app.runCommand(command);
    await app.page.locator(shown).waitFor();
    await app.page.waitForTimeout(300);
    try {
      await sound(shown);
    } finally {
      while ((await app.count(shown)) > 0) await app.press("Escape");
    }
  });
});
