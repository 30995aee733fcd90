import { chromium } from "playwright-core";
import { launchOptions, sharedBrowser } from "./pages";

/** Starts one Chromium for all files of tests, and stops it behind the last one. */
export async function setup(): Promise<() => Promise<void>> {
  const server = await chromium.launchServer(launchOptions);
  process.env[sharedBrowser] = server.wsEndpoint();
  return () => server.close();
}
