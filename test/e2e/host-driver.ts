import type { Page } from "playwright-core";
import type { Host } from "../host/app/boot";
import type { Write } from "../host/app/ledger";
import { startServer, type BuiltPlugin } from "../host/server.mjs";
import { isAsked } from "./asked";
import type { Driver } from "./driver";
import { startBrowser } from "./pages";

declare global {
  interface Window {
    readonly host: Host;
  }
}

/** How to start the browser host. */
export interface HostOptions {
  /** The vault's files by path; the example vault when left out. */
  readonly files?: Readonly<Record<string, string>>;
  /** A folder on disk to show and to write to, in place of `files`. */
  readonly vault?: string;
  /** Plugins to load after ours. */
  readonly plugins?: readonly BuiltPlugin[];
  /** The note to open at the start. */
  readonly open?: string;
  readonly theme?: "light" | "dark";
  /** The language that the app was set to, such as `de`; English when left out. */
  readonly language?: string;
  readonly mobile?: boolean;
  /** What the clock of the page says throughout, such as `2025-03-14T09:00Z`; the time of day when left out. */
  readonly now?: string;
  /** Width and height of the window in pixels. */
  readonly size?: { readonly width: number; readonly height: number };
  /** The folder of the `main.js` to load; the project's own when left out. */
  readonly built?: string;
  /** How long the page may take until the plugin is loaded, in milliseconds. */
  readonly patience?: number;
}

/** A driver together with the page behind it, for what only a browser can be asked. */
export interface HostDriver extends Driver {
  readonly page: Page;
  setTheme(theme: "light" | "dark"): Promise<void>;
  /** What the console said at level warning or error since the start. */
  consoleProblems(): readonly string[];
  /** What the plugin wrote since this was last asked, though the person had done nothing that asks for it. */
  unasked(): Promise<readonly Write[]>;
  /** Takes a picture of the window. */
  screenshot(file: string): Promise<void>;
  close(): Promise<void>;
}

/** Starts the server and Chromium, and waits until the plugin is loaded. */
export async function startHost(options: HostOptions = {}): Promise<HostDriver> {
  const server = await startServer({
    plugins: options.plugins ?? [],
    ...(options.files !== undefined && { files: options.files }),
    ...(options.vault !== undefined && { vault: options.vault }),
    ...(options.built !== undefined && { built: options.built }),
  });
  const browser = await startBrowser();
  const context = await browser.newContext({
    viewport: options.size ?? { width: 1280, height: 800 },
    hasTouch: options.mobile === true,
    permissions: ["clipboard-read", "clipboard-write"],
  });
  await context.addInitScript((language) => {
    // A page that is shown in a frame has no such memory, and neither has one that could not be opened.
    if (window === window.top && window.origin !== "null") window.localStorage.setItem("language", language);
  }, options.language ?? "en");
  // Well below that of a test, so that what was waited for is named.
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  const problems: string[] = [];
  context.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") problems.push(message.text());
  });
  context.on("weberror", (error) => problems.push(error.error().message));
  if (options.now !== undefined) await page.clock.setFixedTime(options.now);
  const query = new URLSearchParams({ theme: options.theme ?? "light" });
  if (options.open !== undefined) query.set("open", options.open);
  if (options.mobile === true) query.set("mobile", "");
  const timeout = options.patience ?? 20_000;
  await page.goto(`${server.url}?${query.toString()}`, { timeout });
  await page
    .waitForFunction(() => "host" in window, undefined, { timeout })
    .catch(() => {
      throw new Error(`the host did not start: ${problems.join("; ")}`);
    });

  let seen = 0;
  /** What was not asked for since it was last looked at. */
  const unasked = async (): Promise<readonly Write[]> => {
    const writes = await page.evaluate((from) => window.host.ledger.writes.slice(from), seen);
    seen += writes.length;
    return writes.filter((write) => !isAsked(write));
  };

  return {
    page,
    runCommand: async (id) => {
      const ran = await page.evaluate((command) => window.host.palette.run(`postmortem:${command}`), id);
      if (!ran) throw new Error(`the command ${id} does not exist or does not apply now`);
    },
    runFromPalette: async (name) => {
      await page.keyboard.press("Control+P");
      await page.getByRole("textbox", { name: "Select a command…" }).fill(name);
      await page.keyboard.press("Enter");
    },
    openLink: async (link) => {
      if (!(await page.evaluate((url) => window.host.openUri(url), link))) throw new Error(`nobody handles ${link}`);
    },
    open: async (notePath) => {
      await page.evaluate(async (file) => {
        const { app } = window.host;
        const found = app.vault.getFileByPath(file);
        if (found === null) throw new Error(`no note at ${file}`);
        await app.workspace.getLeaf(false).openFile(found);
      }, notePath);
    },
    read: (file) =>
      page.evaluate(async (name) => {
        const found = window.host.app.vault.getFileByPath(name);
        return found === null ? null : window.host.app.vault.read(found);
      }, file),
    write: async (file, text) => {
      await page.evaluate(
        async ([name, content]) => {
          const { app, ledger } = window.host;
          const found = app.vault.getFileByPath(name);
          await ledger.byOthers<Promise<unknown>>(name, () =>
            found === null ? app.vault.create(name, content) : app.vault.modify(found, content),
          );
        },
        [file, text] as const,
      );
    },
    files: () => page.evaluate(() => window.host.app.vault.getFiles().map((file) => file.path)),
    editorText: () => page.evaluate(() => window.host.app.workspace.activeEditor?.editor?.getValue() ?? ""),
    setCursor: async (line, column) => {
      await page.evaluate(
        ([at, ch]) => {
          const editor = window.host.app.workspace.activeEditor?.editor;
          editor?.setCursor({ line: at, ch });
          editor?.focus();
        },
        [line, column] as const,
      );
    },
    cursorLine: () => page.evaluate(() => window.host.app.workspace.activeEditor?.editor?.getCursor().line ?? -1),
    type: (text) => page.keyboard.type(text),
    press: (keys) => page.keyboard.press(keys),
    save: () => page.keyboard.press("Control+S"),
    click: (role, name) => page.getByRole(role, { name }).first().click(),
    fill: (label, text) => page.getByLabel(label).first().fill(text),
    choose: async (label, words) => {
      await page.getByLabel(label).first().selectOption({ label: words });
    },
    visibleText: async (selector) => {
      const found = page.locator(selector).first();
      return (await found.count()) === 0 ? "" : found.innerText();
    },
    count: (selector) => page.locator(selector).count(),
    waitForText: async (selector, text) => {
      await page.locator(selector).filter({ hasText: text }).first().waitFor({ timeout: 10_000 });
    },
    setTheme: async (theme) => {
      await page.evaluate((wanted) => {
        window.host.setTheme(wanted);
      }, theme);
    },
    consoleProblems: () => problems,
    unasked,
    screenshot: async (file) => {
      await page.screenshot({ path: file });
    },
    close: async () => {
      const writes = await unasked();
      await context.close();
      await browser.close();
      await server.close();
      if (writes.length > 0) throw new Error(`written though nobody asked for it: ${JSON.stringify(writes)}`);
    },
  };
}
