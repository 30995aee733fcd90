import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { htmlOf } from "../write/html-document";
import { addresses, places, vectors } from "../write/xss-vectors";
import { startBrowser } from "./pages";

const all = [...vectors, ...addresses];
const folder = mkdtempSync(join(tmpdir(), "postmortem-html-"));
let browser: Browser;
let page: Page;
let address = "";
let events: string[] = [];
beforeAll(async () => {
  browser = await startBrowser();
  page = await browser.newPage();
  page.on("dialog", (dialog) => {
    events.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("console", (message) => events.push(`console ${message.text()}`));
  page.on("pageerror", (error) => events.push(`error ${error.message}`));
  page.on("popup", () => events.push("popup"));
  page.on("request", (request) => {
    if (request.url() !== address && !request.url().startsWith("data:image/gif")) events.push(`request ${request.url()}`);
  });
  await page.addInitScript(() => Object.assign(window, { trap: () => { console.error("trap"); } }));
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

/** Everything that happens when a document is opened as a file, and everything in it is touched. */
async function eventsOf(html: string): Promise<readonly string[]> {
  const file = join(folder, "document.html");
  writeFileSync(file, html);
  address = pathToFileURL(file).href;
  events = [];
  await page.goto(address);
  await page.evaluate(() => {
    for (const element of document.querySelectorAll("main *")) {
      for (const type of ["mouseover", "focus", "pointerenter", "toggle", "error", "load"]) element.dispatchEvent(new Event(type, { bubbles: true }));
      // What stands in a link to the web leads there, as it should.
      if (!element.closest("a[href^=http], a[href^=mailto]")) element.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
    }
  });
  await page.waitForTimeout(200);
  if (page.url().split("#", 1)[0] !== address) events.push(`went to ${page.url()}`);
  return events;
}

describe("an exported document in a browser", () => {
  it("catches what a document does, when one does", async () => {
    const open = '<html><body><main><img src="https://evil.example/x.png" onerror="trap(1)"></main></body></html>';
    expect(await eventsOf(open)).toEqual(expect.arrayContaining(["console trap", "request https://evil.example/x.png"]));
  });

  it.each(Object.keys(places))("runs nothing and asks for nothing, with vectors as %s", async (place) => {
    for (let start = 0; start < all.length; start += 250) expect(await eventsOf(htmlOf(all.slice(start, start + 250).map(places[place] ?? String).join("\n\n")))).toEqual([]);
  });
});
