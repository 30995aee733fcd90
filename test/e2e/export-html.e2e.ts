import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, BrowserContext } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { htmlOf } from "../write/html-document";
import { addresses, places, vectors } from "../write/xss-vectors";
import { startBrowser } from "./pages";

const all = [...vectors, ...addresses];
const folder = mkdtempSync(join(tmpdir(), "postmortem-html-"));
let documents = 0;
let browser: Browser;
let context: BrowserContext;

beforeAll(async () => {
  browser = await startBrowser();
  context = await browser.newContext();
  await context.addInitScript(() =>
    Object.assign(window, {
      trap: () => {
        console.error("trap");
      },
    }),
  );
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

/** Everything that happens when a document is opened as a file, and everything in it is touched. */
async function eventsOf(html: string): Promise<readonly string[]> {
  const file = join(folder, `${++documents}.html`);
  const address = pathToFileURL(file).href;
  writeFileSync(file, html);
  const events: string[] = [];
  const page = await context.newPage();
  page.on("dialog", (dialog) => {
    events.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("console", (message) => events.push(`console ${message.text()}`));
  page.on("pageerror", (error) => events.push(`error ${error.message}`));
  page.on("request", (request) => {
    if (request.url() !== address && !request.url().startsWith("data:image/gif"))
      events.push(`request ${request.url()}`);
  });
  page.on("framenavigated", (frame) => {
    if (frame.url().split("#", 1)[0] !== address) events.push(`went to ${frame.url()}`);
  });
  await page.goto(address);
  await page
    .evaluate(() => {
      for (const element of document.querySelectorAll("main *")) {
        for (const type of ["mouseover", "focus", "pointerenter", "toggle", "error", "load"])
          element.dispatchEvent(new Event(type, { bubbles: true }));
        // What stands in a link to the web leads there, as it should.
        if (!element.closest("a[href^=http], a[href^=mailto]"))
          element.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
      }
    })
    .catch((error: unknown) => events.push(String(error)));
  await page.waitForTimeout(100);
  await page.close();
  return events;
}

describe("an exported document in a browser", () => {
  it.concurrent.each([
    ["runs code on an event", '<img src="x:" onerror="trap(1)">', "console trap"],
    ["runs code on a click", '<a href="javascript:trap(1)">x</a>', "console trap"],
    ["runs code by itself", "<script>setTimeout(trap)</script>", "console trap"],
    ["asks for something", '<img src="https://evil.example/x.png">', "request https://evil.example/x.png"],
    ["leads away", '<meta http-equiv="refresh" content="0;url=about:blank">', "went to about:blank"],
  ])("is caught when it %s", async (_, body, event) => {
    expect(await eventsOf(`<html><body><main>${body}</main></body></html>`)).toContain(event);
  });

  it.concurrent.each(Object.keys(places))("runs nothing and asks for nothing, with vectors as %s", async (place) => {
    const put = places[place] ?? String;
    expect(await eventsOf(htmlOf(all.map((vector, number) => put(vector, number)).join("\n\n")))).toEqual([]);
  });
});
