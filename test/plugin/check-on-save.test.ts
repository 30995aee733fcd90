// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { startApp } from "./app";

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2024, 3, 12) });
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe("the plugin", () => {
  it("loads", async () => {
    const { plugin } = await startApp({ "A.md": "a" });
    expect([...plugin.commands__.keys()]).toContain("check");
  });
});
