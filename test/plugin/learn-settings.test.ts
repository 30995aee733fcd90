// @vitest-environment jsdom
import { ButtonComponent } from "obsidian-test-mocks/obsidian";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { startApp, type TestApp } from "./app";

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2024, 5, 10) });
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  document.body.empty();
});

const file = "postmortem.config.json";
const note = (day: string): string =>
  `# Outage on ${day}\n\n## Summary\n\nThe cache was full.\n\n## Timeline\n\n- 10:00 UTC Cache down\n\n## Impact\n\n40 requests failed.\n`;
const files = Object.fromEntries(
  ["2024-05-06", "2024-05-07", "2024-05-08"].map((day) => [`Ops/${day}-cache.md`, note(day)]),
);

function press(name: string): void {
  const button = [...document.querySelectorAll("button")].find(({ textContent }) => textContent === name);
  if (button === undefined) throw new Error(`no button ${name}`);
  button.click();
}

describe("turning the plugin on", () => {
  const turnOn = async (data: unknown, more: Readonly<Record<string, string>> = {}): Promise<TestApp> => {
    const app = await startApp({ ...files, ...more }, data);
    expect(document.body.textContent).not.toContain("Begin with");
    app.plugin.onUserEnable();
    return app;
  };

  beforeEach(() => {
    // The stand-in's buttons do not hear clicks.
    vi.spyOn(ButtonComponent.prototype, "onClick").mockImplementation(function (this: ButtonComponent, callback) {
      this.buttonEl.addEventListener("click", (event) => void callback(event));
      return this;
    });
  });

  it("shows the ways in, each of which starts its command, and writes nothing", async () => {
    const app = await turnOn(null);
    expect(document.body.textContent).toContain("Learn settings from my postmortems");
    expect([...document.querySelectorAll("button")].map(({ textContent }) => textContent)).toEqual([
      "Start",
      "Learn",
      "Check",
    ]);
    press("Learn");
    await app.wait();
    expect(document.body.textContent).toContain("3 notes look like a postmortem");
    expect(document.body.textContent).not.toContain("Begin with");
    expect(app.plugin.data__).toBeNull();
    expect(app.app.vault.getFiles()).toHaveLength(Object.keys(files).length);
  });

  it("asks for what to know before, and stores what fits", async () => {
    const app = await turnOn(null);
    const type = (label: string, value: string): void => {
      const input = document.querySelector<HTMLInputElement>(`input[aria-label="${label}"]`);
      if (input === null) throw new Error(`no field ${label}`);
      input.value = value;
      input.dispatchEvent(new Event("input"));
    };
    type("Time zone", "Mars/Base");
    type("Template", "None.md");
    type("Timeline note", "{{titel}} Timeline");
    type("Folder", "Incidents");
    await app.wait();
    expect(app.plugin.data__).toEqual({ newNote: { folder: "Incidents" } });
    type("Time zone", "Europe/Berlin");
    await app.wait();
    expect(app.plugin.data__).toEqual({ newNote: { folder: "Incidents" }, timezone: "Europe/Berlin" });
  });

  it("shows nothing where somebody has set something", async () => {
    await turnOn({ timezone: "Europe/Berlin" });
    await turnOn(null, { [file]: "{}" });
    expect(document.body.textContent).not.toContain("New postmortem");
  });
});

describe("the command that learns settings", () => {
  it("shows what it would write, and writes it only when asked to", async () => {
    const app = await startApp({ ...files, "Recipes.md": "# Soup\n" });
    await app.run("learn-settings");
    await app.wait();
    expect(document.body.textContent).toContain("3 notes look like a postmortem");
    expect(document.querySelector("textarea")?.value).toContain('"postmortemFolder": "Ops"');
    expect(app.app.vault.getFileByPath(file)).toBeNull();
    document.body.empty();
    await app.wait();
    expect(app.app.vault.getFileByPath(file)).toBeNull();
    await app.run("learn-settings");
    await app.wait();
    press(`Write ${file}`);
    await app.wait();
    expect(app.notices).toEqual([`Wrote ${file}; it holds from now on.Undo`]);
    expect(await app.text(file)).toContain('"postmortemFolder": "Ops"');
    await app.run("check-all");
    await app.wait();
    expect(app.notices.join("\n")).toContain("3 postmortems checked");
  });

  it("leaves settings that are there as they are, and says when there is nothing to learn from", async () => {
    const held = await startApp({ ...files, [file]: "{}" });
    await held.run("learn-settings");
    expect(held.notices).toEqual([`${file} holds the settings already, and was left as it is.`]);
    const none = await startApp({ "Recipes.md": "# Soup\n" });
    await none.run("learn-settings");
    await none.wait();
    expect(none.notices).toEqual(["Nothing in this vault looks like a postmortem yet."]);
  });
});
