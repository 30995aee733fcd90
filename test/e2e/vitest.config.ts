import { defineConfig } from "vitest/config";

/** Scenarios in a real browser; they need Chromium and the built plugin. */
export default defineConfig({
  test: {
    include: ["test/e2e/**/*.e2e.ts"],
    environment: "node",
    testTimeout: 30_000,
    hookTimeout: 60_000,
    globalSetup: ["test/e2e/shared-browser.ts"],
    // One after the other, in one process: the host is bundled once, and Chromium has the machine to itself.
    fileParallelism: false,
    isolate: false,
  },
});
