import { chromium, type Browser } from "playwright-core";

/** Names the browser that `shared-browser.ts` keeps for all files of tests. */
export const sharedBrowser = "POSTMORTEM_BROWSER";

/** How to start Chromium on any machine, also as root and without a display. */
export const launchOptions = {
  executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium",
  headless: true,
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ],
};

/** The browser of this run, or one of its own where there is none. Closing it closes what was opened in it. */
export function startBrowser(): Promise<Browser> {
  const shared = process.env[sharedBrowser];
  return shared === undefined ? chromium.launch(launchOptions) : chromium.connect(shared);
}
