import { describe, expect, it } from "vitest";
import { readBlockSource } from "../../src/plugin/views/incident-block-source";

describe("the text of a postmortem block", () => {
  it.each([
    ["", { show: ["facts", "timeline"] }],
    ["show: timeline", { show: ["timeline"] }],
    [
      "show: actions , facts\nnote: [[Outage]]\n\nzone:  Europe/Berlin",
      { show: ["actions", "facts"], note: "[[Outage]]", zone: "Europe/Berlin" },
    ],
  ])("%j", (source, block) => {
    expect(readBlockSource(source)).toEqual({ ok: true, block });
  });

  it.each([
    ["show: everything", ["`show`: expected `facts`, `timeline` or `actions`, with commas between several"]],
    ["colour: red", ["`colour`: only `show`, `note` and `zone` are known"]],
    ["just words", ["line 1: expected `name: value`; `show`, `note` and `zone` are known"]],
    ["zone: UTC\nzone: UTC", ["line 2: `zone` is there twice"]],
    ["zone: Atlantis", ["`zone`: `Atlantis` is no time zone: write one such as `Europe/Berlin` or `UTC+2`"]],
    ["note: Outage", ["`note`: expected a link to a note, such as `[[Incident-2024-04-11-API-Outage]]`"]],
    ["__proto__: x", ["`__proto__`: only `show`, `note` and `zone` are known"]],
  ])("%j says what is wrong", (source, messages) => {
    expect(readBlockSource(source)).toEqual({ ok: false, messages });
  });
});
