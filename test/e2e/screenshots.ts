import { mkdirSync, writeFileSync } from "node:fs";
import { it } from "vitest";
import { photographExport } from "./export-pictures";
import { play, scenes, shownWords } from "./pictures";

const folder = "docs/images";
/** Beside each picture the words in it, by which one that has become stale is found on any machine. */
const words = "test/e2e/shown";

it.each(scenes.flatMap((scene) => (["light", "dark"] as const).map((theme) => [scene.of, theme, scene] as const)))(
  "takes the pictures of %s, %s",
  async (_of, theme, scene) => {
    await play(scene, theme, async (app, name) => {
      await app.screenshot(`${folder}/${name}-${theme}.png`);
      mkdirSync(words, { recursive: true });
      writeFileSync(`${words}/${name}.txt`, await shownWords(app));
    });
  },
);

it("takes the pictures of an exported document, on screen and on paper", async () => {
  await photographExport(folder, "Incident-2024-04-11-API-Outage.md");
});
