import { describe, expect, it } from "vitest";
import type { HostDriver } from "./host-driver";
import { withHost } from "./with-host";

const draft = "Incident-2024-09-17-Checkout-Latency.md";

/** What is shown beside the note, and a text in it that is a button. */
const flat = [
  ["show-incident", ".postmortem-incident .postmortem-go"],
  ["show-problems", ".postmortem-problems .postmortem-problem-go"],
  ["show-actions", ".postmortem-actions .postmortem-cell"],
  ["show-actions", ".postmortem-actions .postmortem-sort"],
] as const;

describe("under the app's own rules", () => {
  let app: HostDriver;
  withHost({ open: draft }, (started) => {
    app = started;
  });

  it.each(flat)(
    "text that can be clicked is no raised box, at rest and below the mouse: %s %s",
    async (command, what) => {
      await app.runCommand(command);
      const button = app.page.locator(what).first();
      await button.waitFor();
      const box = (): Promise<readonly string[]> =>
        button.evaluate((element) => {
          const { boxShadow, borderTopWidth } = getComputedStyle(element);
          return [boxShadow, borderTopWidth];
        });
      await app.page.mouse.move(0, 0);
      expect(await button.evaluate((element) => getComputedStyle(element).backgroundColor)).toBe("rgba(0, 0, 0, 0)");
      expect(await box()).toEqual(["none", "0px"]);
      await button.hover();
      expect(await box()).toEqual(["none", "0px"]);
      expect(await button.evaluate((element) => getComputedStyle(element).backgroundColor)).toMatch(
        /^rgba\(.* 0(?:\.\d+)?\)$/,
      );
    },
  );

  it.each(flat)(
    "the ring around what has the focus lies within it, where nothing cuts it off: %s %s",
    async (command, what) => {
      await app.open(draft);
      await app.runCommand(command);
      const button = app.page.locator(what).first();
      // A panel may draw what it shows anew while a note is opened.
      const ring = async (): Promise<object> => {
        await button.focus();
        return button.evaluate((element) => {
          const { outlineOffset, outlineStyle, outlineWidth } = getComputedStyle(element);
          return { outlineStyle, beyond: parseFloat(outlineWidth) + parseFloat(outlineOffset) };
        });
      };
      await expect.poll(ring).toEqual({ outlineStyle: "solid", beyond: 0 });
    },
  );
});
