import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { textsIn } from "./texts-outside";

const plugin = join(import.meta.dirname, "../../src/plugin");

/** The app's command line is in English, as the other one is: its words come from the commands that both have. */
const commandLine = "commands/cli-handlers.ts";

describe("the texts of the plugin", () => {
  it("stand in the catalogue", () => {
    const files = readdirSync(plugin, { recursive: true, encoding: "utf8" })
      .map((file) => file.replaceAll("\\", "/"))
      .filter((file) => file.endsWith(".ts") && !file.startsWith("texts/") && file !== commandLine);
    expect(files.length).toBeGreaterThan(50);
    const found = files.flatMap((file) => textsIn(file, readFileSync(join(plugin, file), "utf8")));
    expect(found).toEqual([]);
  });

  it.each([
    'notify("done");',
    "notify(`${path} is gone`);",
    'notify(isThere ? there() : "gone");',
    'new Notice("Written");',
    'plugin.addCommand({ id: "check", name: "Check" });',
    'parent.createEl("button", { text: "all" });',
    'parent.createEl("button", { attr: { "aria-label": "close" } });',
    "item.setText(`${count} problem${end}`);",
    'item.setTitle(isOpen ? "close" : opened);',
    "const done = `${count} problems`;",
    'const names = [["open", "Open"]];',
    'return "nothing to show";',
    "return `line ${line}`;",
    'row.setName("Title").setDesc("What broke");',
  ])("are found elsewhere: %s", (source) => {
    expect(textsIn("a.ts", source)).not.toEqual([]);
  });

  it.each([
    'import { a } from "A b c";',
    'type Kind = "One" | "two words";',
    'if (event.key === "Enter") close();',
    'switch (event.key) { case "Escape": close(); }',
    'const isMove = ["ArrowUp", "Tab"].includes(event.key);',
    'parent.createDiv({ cls: "postmortem-row is open" });',
    'el.addClass("Active");',
    'el.querySelector("a b");',
    'plugin.registerEvent(workspace.on("file-open", show));',
    'reportFault("something went wrong", error);',
    'throw new Error("no such thing");',
    "const path = `${folder}/Postmortems.base`;",
    "const key = { key: `go ${path}`, icon: `circle-x` };",
    'return { time: "time", text: "text" };',
    'button.setText("UTC");',
    'const block = "```postmortem\\nshow: facts, timeline\\n```";',
    "return `${one} ${other}`;",
    "notify(texts().changes.gone(path));",
  ])("are not seen where there are none: %s", (source) => {
    expect(textsIn("a.ts", source)).toEqual([]);
  });
});
