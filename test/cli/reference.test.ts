import { describe, expect, it } from "vitest";
import { commands } from "../../src/cli/cli.mts";
import { globalOptions, type Options } from "../../src/cli/options.mts";

function optionTable(options: Options): readonly string[] {
  const rows = Object.entries(options).map(([name, { short, value, description, multiple }]) => {
    const spelled = `\`--${name}${value === undefined ? "" : ` <${value}>`}\`${short === undefined ? "" : `, \`-${short}\``}`;
    return `| ${spelled} | ${description.replaceAll("|", "\\|")}${multiple === true ? "; can be repeated" : ""} |`;
  });
  return rows.length === 0 ? [] : ["| Option | Meaning |", "| --- | --- |", ...rows, ""];
}

describe("docs/command-line.md", () => {
  it("tells of every command, with its options and examples", async () => {
    const page = [
      "# Command line",
      "",
      "`postmortem <command> --help` says the same in the terminal. This page is made from the program.",
      "",
      "A command ends with 0 when all is well, with 1 when it found problems, and with 2 when it could not run. Answers go to",
      "standard output, words for people to standard error. How to get the command: [Getting started](getting-started.md).",
      "",
      "| Command | What it does |",
      "| --- | --- |",
      ...commands.map(({ name, summary }) => `| [\`${name}\`](#${name}) | ${summary} |`),
      "",
      ...commands.flatMap(({ name, summary, usage, options, examples }) => [
        `## ${name}`,
        "",
        `${summary}.`,
        "",
        "```text",
        `postmortem ${name} ${usage}`.trimEnd(),
        "```",
        "",
        ...optionTable(options),
        "```sh",
        ...examples,
        "```",
        "",
      ]),
      "## Options of every command",
      "",
      ...optionTable(globalOptions),
    ].join("\n");
    await expect(page).toMatchFileSnapshot("../../docs/command-line.md");
  });
});
