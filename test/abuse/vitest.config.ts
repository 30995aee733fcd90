import { defineConfig } from "vitest/config";

/** Hostile notes, killed processes, full disks: bounded here, for as long as `FUZZ_SECONDS` and `KILLS` say by hand. */
export default defineConfig({
  test: {
    include: ["test/abuse/**/*.abuse.ts"],
    environment: "node",
    testTimeout: 4_000_000,
    hookTimeout: 60_000,
    globalSetup: ["test/build.ts"],
  },
});
