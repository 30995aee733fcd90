import { configDefaults, defineConfig } from "vitest/config";

/** Tests that replace modules, or what these are made with: they must not share them with others. */
const replacing = ["test/plugin/robust.test.ts", "test/language/patterns.test.ts"];

export default defineConfig({
  resolve: {
    // The npm package of that name is types only; tests of the plugin run on the app's stand-in.
    alias: { obsidian: "obsidian-test-mocks/obsidian" },
  },
  test: {
    environment: "node",
    // Room for what a long text leaves behind: a short one would be measured without the collection of garbage.
    execArgv: ["--min-semi-space-size=32", "--max-semi-space-size=32"],
    // Generous, for machines that do other things at the same time.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    globalSetup: ["test/build.ts"],
    projects: [
      {
        extends: true,
        // Files of one worker share the modules, which are loaded once: that is a third of the time.
        test: {
          name: "shared",
          include: ["test/**/*.test.ts"],
          exclude: [...configDefaults.exclude, ...replacing],
          isolate: false,
        },
      },
      { extends: true, test: { name: "alone", include: replacing } },
    ],
  },
});
