import path from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));

/**
 * App and installer to test with, such as `1.13.4/earliest`; the versions before 1.13.4 that the
 * manifest allows were never public.
 */
const versions = (process.env["OBSIDIAN_VERSIONS"] ?? "1.13.4/earliest latest/latest").split(" ");

/** Downloads Obsidian, starts it on a copy of the example vault with the built plugin, and runs the scenarios. */
export const config: WebdriverIO.Config = {
  runner: "local",
  framework: "mocha",
  specs: ["./scenarios.e2e.ts"],
  maxInstances: 1,
  capabilities: versions.map((pair) => {
    const [appVersion = "latest", installerVersion = "latest"] = pair.split("/");
    return {
      browserName: "obsidian",
      "wdio:obsidianOptions": {
        appVersion,
        installerVersion,
        plugins: [root],
        vault: path.join(root, "examples/vault"),
      },
    };
  }),
  services: ["obsidian"],
  reporters: ["obsidian"],
  mochaOpts: { ui: "bdd", timeout: 120_000 },
  waitforTimeout: 10_000,
  logLevel: "warn",
  cacheDir: path.join(root, ".obsidian-cache"),
};
