// @vitest-environment jsdom
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { startApp } from "./app";

const root = join(import.meta.dirname, "../..");
const pages = ["README.md", ...readdirSync(join(root, "docs")).map((name) => join("docs", name))].filter((name) =>
  name.endsWith(".md"),
);

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2024, 3, 12) });
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe("the guide", () => {
  it("names every command of the app's palette", async () => {
    const { plugin } = await startApp({});
    const names = [...plugin.commands__.values()].map(({ name }) => name);
    expect(names.length).toBeGreaterThan(25);
    const said = pages.map((page) => readFileSync(join(root, page), "utf8")).join("\n");
    expect(names.filter((name) => !said.includes(name.replace("…", "")))).toEqual([]);
  });
});
