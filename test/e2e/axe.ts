import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { HostDriver } from "./host-driver";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

declare global {
  interface Window {
    readonly axe?: { run(selector: string): Promise<{ readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[] }> };
  }
}

/** What axe objects to within a part of the page: the rule, and the first element that breaks it. */
export async function axeProblems({ page }: Pick<HostDriver, "page">, selector: string): Promise<readonly string[]> {
  await page.addScriptTag({ content: source });
  return page.evaluate(async (part) => {
    if (window.axe === undefined) throw new Error("axe is not there");
    return (await window.axe.run(part)).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ""}`);
  }, selector);
}
