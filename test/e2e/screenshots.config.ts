import { defineConfig } from "vitest/config";

/** `npm run screenshots`: takes the pictures that the README shows. */
export default defineConfig({
  test: { include: ["test/e2e/screenshots.ts"], environment: "node", testTimeout: 60_000, hookTimeout: 60_000 },
});
