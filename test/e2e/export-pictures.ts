import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { defaultSettings } from "../../src/settings";
import { defaultChoices, exportDocument } from "../../src/write/export";
import { libraryOf } from "../vault/library-of";
import { createMemoryVault } from "../vault/memory-vault";
import { startBrowser } from "./pages";

/**
 * Takes pictures of a note of the example vault as HTML: light, dark, and the pages of its PDF, by poppler's
 * `pdftoppm`.
 */
export async function photographExport(into: string, note: string): Promise<void> {
  const vault = join(import.meta.dirname, "../../examples/vault");
  const files = Object.fromEntries(
    readdirSync(vault)
      .filter((name) => name.endsWith(".md"))
      .map((name) => [name, readFileSync(join(vault, name), "utf8")]),
  );
  const source = {
    vault: createMemoryVault(files),
    library: libraryOf(files),
    settings: defaultSettings,
    strictLineBreaks: false,
    clock: { now: Date.UTC(2024, 3, 12), zone: "UTC" },
  };
  const exported = await exportDocument(
    source,
    note,
    { ...defaultChoices(defaultSettings), target: "html" },
    { document: "export.html", vault: "" },
  );
  const folder = mkdtempSync(join(tmpdir(), "postmortem-export-"));
  const browser = await startBrowser();
  try {
    const file = join(folder, "export.html");
    writeFileSync(file, exported?.text ?? "");
    const page = await browser.newPage({ viewport: { width: 1000, height: 900 } });
    await page.goto(pathToFileURL(file).href);
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      await page.screenshot({ path: join(into, `export-${colorScheme}.png`) });
    }
    const pdf = join(folder, "export.pdf");
    await page.pdf({ path: pdf, format: "A4", preferCSSPageSize: true });
    execFileSync("pdftoppm", ["-r", "80", "-png", pdf, join(into, "export-page")]);
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true });
  }
}
