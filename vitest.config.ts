import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: {
    // The npm package of that name is types only; tests of the plugin run on the app's stand-in.
    alias: { obsidian: "obsidian-test-mocks/obsidian" },
  },
  test: {
    include: ["test/**/*.test.ts"],
    environment: "node",
    // Files of one worker share the modules, which are loaded once: that is a third of the time. No test replaces one.
    isolate: false,
    // Generous, for machines that do other things at the same time.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    globalSetup: ["test/build.ts"],
  },
});
