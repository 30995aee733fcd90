import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { HostDriver } from "./host-driver";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

declare global {
  interface Window {
    readonly axe?: { run(selector: string): Promise<{ readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[] }> };
  }
}

/** What axe finds wrong in a part of the page, each with the first element that has it. */
export async function accessibilityProblems({ page }: HostDriver, selector: string): Promise<readonly string[]> {
  if (!(await page.evaluate(() => "axe" in window))) await page.addScriptTag({ content: axe });
  return page.evaluate(async (part) => {
    const found = await window.axe?.run(part);
    if (found === undefined) throw new Error("axe is not there");
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ""}`);
  }, selector);
}
