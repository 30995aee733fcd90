import { defineConfig } from "vitest/config";

/** The tests that the mutants of a room are tried on: its own, and those of what is made of it where it has few. */
const testsOf: Readonly<Record<string, string>> = {
  note: "note/**/*",
  vault: "{vault/**/*,write/flatten*,write/export,check/rules}",
  time: "{time/**/*,incident/**/*,language/{notes,words}}",
  incident: "{incident/**/*,language/{notes,words},check/*}",
  check: "check/**/*",
  write: "write/**/*",
};

/** Tests that go in by the doors of the rooms: without the hosts, and without what is built. */
export default defineConfig({
  test: {
    include: [`test/${testsOf[process.env["MUTATED_ROOM"] ?? ""] ?? "**/*"}.test.ts`],
    setupFiles: ["test/mutation/setup.ts"],
    environment: "node",
    isolate: false,
    testTimeout: 120_000,
  },
});
