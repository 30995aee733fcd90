import { fileURLToPath } from "node:url";
import { browser } from "@wdio/globals";
import { exporting } from "../e2e/scenarios/export";
import { links } from "../e2e/scenarios/links";
import { mainJob } from "../e2e/scenarios/main-job";
import { review } from "../e2e/scenarios/review";
import { obsidianDriver } from "./obsidian-driver";

const vault = fileURLToPath(new URL("../../examples/vault", import.meta.url));

for (const [what, scenarios] of [
  ["the main job", mainJob],
  ["review", review],
  ["export", exporting],
  ["links", links],
] as const) {
  describe(what, () => {
    // Each group begins with a fresh copy of the example vault.
    before(() => browser.reloadObsidian({ vault }));
    for (const { name, run } of scenarios) it(name, () => run(obsidianDriver));
  });
}
