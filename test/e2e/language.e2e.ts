import { describe, expect, it } from "vitest";
import { englishTexts } from "../../src/plugin/texts/english";
import { germanTexts } from "../../src/plugin/texts/german";
import { settingPaths } from "../setting-paths";
import type { HostDriver } from "./host-driver";
import { withHost } from "./with-host";

/** The texts of a catalogue by their place, each variable, number, word or list, as `7`. */
function textsIn(part: unknown, place = ""): readonly (readonly [place: string, text: string])[] {
  const said: unknown =
    typeof part === "function" ? Reflect.apply(part, undefined, Array(part.length).fill(["7"])) : part;
  if (typeof said === "string") return [[place, said]];
  return typeof part === "object" && part !== null
    ? Object.entries(part).flatMap(([key, inner]) => textsIn(inner, `${place}.${key}`))
    : [];
}

/** What a form says of all settings. */
function settingsIn({ settings }: typeof englishTexts): readonly (readonly [place: string, text: string])[] {
  return settingPaths().flatMap((path) => textsIn({ ...settings.words(path), placeholder: null }, path.join(".")));
}

/** A text with anything in the places of its variables, whatever stands around it. */
function patternOf(text: string): RegExp {
  const escaped = text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
  return new RegExp(`^(?:${escaped.replaceAll("7", ".+")})$`, "su");
}

/** What would be seen of English: texts that German has other words for. */
const german: ReadonlySet<string> = new Set(
  [...textsIn(germanTexts), ...settingsIn(germanTexts)].map(([, text]) => text),
);
const english = [...textsIn(englishTexts), ...settingsIn(englishTexts)]
  .filter(([, text]) => !german.has(text) && /\p{L}{3}/u.test(text))
  .map(([place, text]) => [place, patternOf(text)] as const);

/**
 * What is not the plugin's own to say: what rules say, and why incidents are alike, is in English, whatever language
 * the app has; values and what stands in pictures are those of the notes, and a button to leave is the app's.
 */
const ofOthers =
  '.postmortem-problem-go, .postmortem-problem-text, .postmortem-problem-text *, [data-key$="wrench"], svg *, ' +
  ".postmortem-field-input option, .postmortem-suggestion-note, .mod-cancel";

/** What the plugin has in the settings' window: names and hints of rows, and what can be chosen and typed. */
const ofSettings = ["setting-item-info", "setting-item-heading", "setting-item-value", "setting-item-control select"]
  .map((part) => `.modal .${part}`)
  .join();

describe("the app in German", () => {
  let app: HostDriver;
  withHost({ language: "de", open: "Incident-2024-09-17-Checkout-Latency.md", now: "2025-03-14T09:00Z" }, (started) => {
    app = started;
  });

  /** What is shown in these parts of the window, to those who see it and to those who hear it. */
  const shownIn = (parts: string): Promise<readonly string[]> =>
    app.page.locator(parts).evaluateAll((roots, leftOut) => {
      const elements = roots
        .flatMap((root) => [root, ...root.querySelectorAll("*")])
        .filter((element) => !element.matches(leftOut));
      const said = elements.flatMap((element) => [
        ...["aria-label", "placeholder", "title"].map((name) => element.getAttribute(name) ?? ""),
        ...[...element.childNodes].flatMap((node) =>
          node.nodeType === Node.TEXT_NODE ? (node.textContent ?? "") : [],
        ),
      ]);
      return [...new Set(said.map((text) => text.trim()))].filter((text) => text !== "");
    }, ofOthers);

  /** What is English of that. */
  const englishAmong = (shown: readonly string[]): readonly string[] =>
    shown.flatMap((text) => english.filter(([, pattern]) => pattern.test(text)).map(([place]) => `${place}: ${text}`));

  const press = (name: string): Promise<void> => app.page.getByRole("button", { name, exact: true }).click();

  const expectGerman = async (parts: string, ...some: readonly string[]): Promise<void> => {
    const shown = await shownIn(parts);
    for (const text of some) expect(shown).toContain(text);
    expect(englishAmong(shown)).toEqual([]);
  };

  it("names its commands", async () => {
    await app.press("Control+P");
    const prefix = "Incident Postmortems: ";
    const names = (await shownIn(".prompt-results")).map((name) => name.replace(prefix, ""));
    expect(names).toContain("Dieses Postmortem prüfen");
    expect(englishAmong(names)).toEqual([]);
    await app.press("Escape");
  });

  it("says what a panel shows", async () => {
    await app.runCommand("show-problems");
    await app.waitForText(".postmortem-problems", "Fehler");
    await expectGerman(
      ".workspace-leaf-content[data-type=postmortem-problems]",
      "Alle Postmortems",
      "Probleme filtern",
    );
    await app.runCommand("show-actions");
    await app.waitForText(".postmortem-actions", "Überfällig");
    await expectGerman(".workspace-leaf-content[data-type=postmortem-actions]", "Maßnahmen filtern");
  });

  it("says what an incident is, and what a figure leads to", async () => {
    await app.open("Incident-2024-09-17-Checkout-Latency.md");
    await app.runCommand("show-incident");
    await app.waitForText(".postmortem-incident", "Zeitleiste");
    await expectGerman(
      ".workspace-leaf-content[data-type=postmortem-incident]",
      "Schweregrad",
      "Wendepunkte",
      "Ereignisse als Liste",
    );
    await app.runCommand("show-insights");
    await app.waitForText(".postmortem-insights", "Zeit bis zur Behebung");
    // Names of incidents and values stand below.
    const own = ".postmortem-insights .postmortem-toolbar, .postmortem-insights dt, .postmortem-insights figcaption";
    await expectGerman(own, "Alle Schweregrade", "Vorfälle je Monat");
  });

  it.each([
    ["new", "Anlegen"],
    ["insert-event", "Was ist passiert"],
    ["import-events", "Text lesen"],
    ["export", "Eigenschaften"],
    ["export-report", "Zeitraum"],
    ["update-actions", "Dateien"],
    ["publish", "Veröffentlichen"],
    ["find-incident", ""],
  ])("asks what there is to ask: %s", async (command, some) => {
    await app.open("Incident-2024-09-17-Checkout-Latency.md");
    await app.runCommand(command);
    await app.waitForText(".modal, .prompt", some);
    await expectGerman(".modal, .prompt", ...(some === "" ? [] : [some]));
    await app.press("Escape");
  });

  it("says what there is to set, on every page", async () => {
    await app.page.evaluate(() => {
      window.host.openSettings();
    });
    await expectGerman(ofSettings, "Zeitzone", "Zum Beispiel");
    const { drafts, external, fields, followUps, language, mappings, notes, rules, tickets, vocabulary } =
      germanTexts.settings.pages;
    for (const page of [notes, mappings, followUps, tickets, external, vocabulary]) {
      await press(`Open ${page.name}`);
      await expectGerman(ofSettings);
      if (page !== vocabulary) await press("Back");
    }
    for (const page of [drafts, language]) {
      await press(`Open ${page.name}`);
      await expectGerman(ofSettings);
      await press("Back");
    }
    await press("Back");
    // Properties go by their keys, rules by their ids and reasons, which are English.
    await press(`Open ${fields.name}`);
    await expectGerman(".modal .setting-item-description, .modal .setting-item-value", "Wie schlimm es war");
    await press("Open severity");
    await expectGerman(ofSettings, "Erforderlich", "Ab „draft“");
    await press("Back");
    await press("Back");
    await press(`Open ${rules.name}`);
    await expectGerman(".modal .setting-item-value", "Warnung", "Hinweis");
    await press("Open broken-link");
    await expectGerman(".modal .setting-item-name, .modal option", "Schweregrad", "Standard (Warnung)", "Aus");
    await app.press("Escape");
  });
});
