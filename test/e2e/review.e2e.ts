import { describe, expect, it } from "vitest";
import type { HostDriver } from "./host-driver";
import { withHost } from "./with-host";
import { links } from "./scenarios/links";
import { review } from "./scenarios/review";

const draft = "Incident-2024-09-17-Checkout-Latency.md";

describe.each(["light", "dark"] as const)("review, links and menus, %s", (theme) => {
  let app: HostDriver;
  withHost({ theme, open: draft }, (started) => {
    app = started;
  });

  it.each(review)("$name", ({ run }) => run(app));
  it.each(links)("$name", ({ run }) => run(app));

  it("offers on a right click in the note what applies there", async () => {
    await app.open(draft);
    await app.page.locator(".cm-lintRange-error").first().waitFor();
    await app.page.locator(".cm-line").filter({ hasText: "tag: postmortem" }).click({ button: "right" });
    await app.page.getByRole("menuitem", { name: "Fix problem on this line" }).click();
    await app.page.waitForFunction(() =>
      window.host.app.workspace.activeEditor?.editor?.getValue().includes("tags: [postmortem]"),
    );
    await app.press("Control+Z");
  });

  it("stays where it is on Enter while something is open, and leads nowhere", async () => {
    await app.runFromPalette("Incident Postmortems: Publish");
    await app.waitForText(".postmortem-review-summary", "error");
    const line = await app.cursorLine();
    await app.press("Enter");
    await app.waitForText(".postmortem-review-message", "still open");
    expect(await app.count(".postmortem-review")).toBe(1);
    expect(await app.cursorLine()).toBe(line);
    await app.press("Escape");
  });

  it("offers in the menu of a file to move it on, by the keyboard", async () => {
    const row = app.page.locator(".nav-file-title.is-active");
    await row.click({ button: "right" });
    await app.page.getByRole("menuitem", { name: "Publish" }).focus();
    await app.press("Enter");
    await app.waitForText(".postmortem-review-summary", "error");
    await app.press("Escape");
    await app.page.locator(".nav-vault-name").click({ button: "right" });
    await app.page.getByRole("menuitem", { name: "New postmortem here" }).click();
    await app.page.locator(".postmortem-new").waitFor();
    await app.press("Escape");
  });
});
