import { browser } from "@wdio/globals";
import { Key } from "webdriverio";
import type { Driver, Role } from "../e2e/driver";

/** What an element with a role looks like in the app's document. */
const selectors: Readonly<Record<Role, string>> = {
  button: "button, .clickable-icon, [role=button]",
  link: "a, [role=link]",
  textbox: "input, textarea, [role=textbox]",
  combobox: "select, [role=combobox]",
  checkbox: "input[type=checkbox], [role=checkbox]",
  switch: "[role=switch], .checkbox-container",
  tab: "[role=tab]",
  option: "option, [role=option], .suggestion-item",
  menuitem: ".menu-item, [role=menuitem]",
  treeitem: "[role=treeitem]",
  row: "tr, [role=row]",
  dialog: ".modal, [role=dialog]",
  heading: "h1, h2, h3, h4, h5, h6, [role=heading]",
  cell: "td, th, [role=cell]",
  listitem: "li, [role=listitem]",
  group: "[role=group], fieldset",
};

/** A name as a pattern: a text has to stand somewhere in the accessible name, whatever its case. */
function patternOf(name: string | RegExp): readonly [source: string, flags: string] {
  return name instanceof RegExp ? [name.source, name.flags] : [name.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"), "i"];
}

/** Presses keys that are written as for the browser host: `Control+S`. */
async function press(keys: string): Promise<void> {
  await browser.keys(
    keys
      .split("+")
      .map((key) =>
        key === "Control"
          ? Key.Ctrl
          : key === "Shift"
            ? Key.Shift
            : key.length === 1
              ? key.toLowerCase()
              : (Object.entries(Key).find(([name]) => name === key)?.[1] ?? key),
      ),
  );
}

/** Drives Obsidian itself, which `wdio-obsidian-service` has started on a copy of the vault. */
export const obsidianDriver: Driver = {
  runCommand: (id) => browser.executeObsidianCommand(`postmortem:${id}`),
  runFromPalette: async (name) => {
    await press("Control+P");
    const input = browser.$(".prompt-input");
    await input.waitForDisplayed();
    await input.setValue(name);
    await browser.keys(Key.Enter);
    await input.waitForExist({ reverse: true });
  },
  openLink: async (link) => {
    await browser.executeObsidian((_obsidian, url) => {
      window.open(url);
    }, link);
  },
  open: (path) => browser.getObsidianPage().openFile(path),
  read: async (path) =>
    await browser.executeObsidian(async ({ app }, name) => {
      const file = app.vault.getFileByPath(name);
      return file === null ? null : app.vault.read(file);
    }, path),
  write: async (path, text) => {
    await browser.executeObsidian(
      async ({ app }, name, content) => {
        const file = app.vault.getFileByPath(name);
        if (file === null) await app.vault.create(name, content);
        else await app.vault.modify(file, content);
      },
      path,
      text,
    );
  },
  files: () => browser.executeObsidian(({ app }) => app.vault.getFiles().map((file) => file.path)),
  editorText: () => browser.executeObsidian(({ app }) => app.workspace.activeEditor?.editor?.getValue() ?? ""),
  setCursor: async (line, column) => {
    await browser.executeObsidian(
      ({ app }, at, ch) => {
        const editor = app.workspace.activeEditor?.editor;
        editor?.setCursor({ line: at, ch });
        editor?.focus();
      },
      line,
      column,
    );
  },
  cursorLine: () => browser.executeObsidian(({ app }) => app.workspace.activeEditor?.editor?.getCursor().line ?? -1),
  type: (text) => browser.keys(Array.from(text)),
  press,
  save: () => press("Control+S"),
  click: async (role, name) => {
    const [source, flags] = patternOf(name);
    const mark = "data-postmortem-wanted";
    const found = (): Promise<boolean> =>
      browser.execute(
        (selector, pattern, patternFlags, attribute) => {
          for (const before of document.querySelectorAll(`[${attribute}]`)) before.removeAttribute(attribute);
          const wanted = new RegExp(pattern, patternFlags);
          const element = [...document.querySelectorAll<HTMLElement>(selector)].find((candidate) => {
            const text = candidate.getAttribute("aria-label") ?? (candidate.closest("label") ?? candidate).textContent;
            return candidate.offsetParent !== null && wanted.test(text.trim());
          });
          element?.setAttribute(attribute, "");
          return element !== undefined;
        },
        selectors[role],
        source,
        flags,
        mark,
      );
    await browser.waitUntil(found, { timeoutMsg: `there is no ${role} ${String(name)}` });
    await browser.$(`[${mark}]`).click();
  },
  fill: async (label, text) => {
    const [source, flags] = patternOf(label);
    const filled = (): Promise<boolean> =>
      browser.execute(
        (pattern, patternFlags, value) => {
          const wanted = new RegExp(pattern, patternFlags);
          const input = [
            ...document.querySelectorAll<HTMLInputElement>("input[aria-label], textarea[aria-label]"),
          ].find((candidate) => wanted.test(candidate.getAttribute("aria-label") ?? ""));
          if (input === undefined) return false;
          input.focus();
          input.value = value;
          input.dispatchEvent(new Event("input", { bubbles: true }));
          return true;
        },
        source,
        flags,
        text,
      );
    await browser.waitUntil(filled, { timeoutMsg: `there is no field ${String(label)}` });
  },
  choose: async (label, words) => {
    await browser.$(`select[aria-label="${label}"]`).selectByVisibleText(words);
  },
  visibleText: async (selector) => ((await browser.$(selector).isExisting()) ? browser.$(selector).getText() : ""),
  count: async (selector) => browser.$$(selector).length,
  waitForText: async (selector, text) => {
    const [source, flags] = patternOf(text);
    const stands = (): Promise<boolean> =>
      browser.execute(
        (css, pattern, patternFlags) =>
          [...document.querySelectorAll<HTMLElement>(css)].some((element) =>
            new RegExp(pattern, patternFlags).test(element.innerText),
          ),
        selector,
        source,
        flags,
      );
    await browser.waitUntil(stands, { timeoutMsg: `${String(text)} does not stand in ${selector}` });
  },
};
