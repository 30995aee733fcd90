import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { HostDriver } from "./host-driver";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

interface AxeOptions {
  readonly runOnly?: readonly string[];
}

declare global {
  interface Window {
    readonly axe?: {
      run(
        selector: string,
        options: AxeOptions,
      ): Promise<{
        readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[];
      }>;
    };
  }
}

/**
 * What axe objects to within a part of the page: the rule, and the first element that breaks it. In the dark only
 * colours are another matter than in the light.
 */
export async function axeProblems({ page }: Pick<HostDriver, "page">, selector: string): Promise<readonly string[]> {
  if (!(await page.evaluate(() => "axe" in window))) await page.addScriptTag({ content: source });
  return page.evaluate(async (part) => {
    if (window.axe === undefined) throw new Error("axe is not there");
    const options = document.body.matches(".theme-dark") ? { runOnly: ["color-contrast"] } : {};
    return (await window.axe.run(part, options)).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ""}`);
  }, selector);
}
