import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { play, scenes, shownWords } from "./pictures";

it.each(scenes.map((scene) => [scene.of, scene] as const))("the pictures of %s are not stale", async (_of, scene) => {
  await play(scene, "light", async (app, name) => {
    const known = readFileSync(join(import.meta.dirname, "shown", `${name}.txt`), "utf8");
    expect(await shownWords(app), `${name}: take it anew by \`npm run screenshots\``).toBe(known);
  });
});
