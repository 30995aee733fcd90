import { JSDOM } from "jsdom";
import { describe, expect, it } from "vitest";
import { writeFormula } from "../../src/cli/formula.mts";
import { faultsOf, htmlOf } from "../write/html-document";
import { addresses, vectors } from "../write/xss-vectors";
import { makeVault, runHere } from "./run";

const elements = new Set(
  "math mrow mi mo mn ms mtext mspace mfrac msqrt mroot msub msup msubsup munder mover munderover mtable mtr mtd mstyle mpadded mphantom menclose mmultiscripts mprescripts semantics none merror".split(
    " ",
  ),
);
const dangerous = /^(?:on|href$|src$|xlink|id$|action|data-)|url\(|javascript:|expression\(/i;

/** What stands in a formula that is neither part of one nor harmless. */
function foreign(mathml: string): readonly string[] {
  const found: string[] = [];
  for (const element of new JSDOM(`<body>${mathml}</body>`).window.document.querySelectorAll("body *")) {
    if (!elements.has(element.localName)) found.push(element.outerHTML.slice(0, 100));
    for (const { name, value } of element.attributes)
      if (dangerous.test(name) || dangerous.test(value)) found.push(`${name}=${value}`);
  }
  return found;
}

describe("a formula", () => {
  it("is drawn in a document of the command line, among words and on its own", async () => {
    const note =
      "---\ntitle: T\n---\n# T\n\nFrom $p_{99} < \\frac{1}{2}$ on.\n\n$$\n\\sum_{i=1}^n x_i\n$$\n\n$\\undefined{x}$\n";
    const { stdout, code } = await runHere(["export", "Host.md", "--to", "html"], {
      cwd: makeVault({ "Host.md": note }),
    });
    expect(code).toBe(0);
    expect(stdout).toMatch(/<p>From <math>.*<mfrac>.*<\/math> on\.<\/p>/s);
    expect(stdout).toMatch(/<div class="math-block"><math display="block".*<munderover>.*<\/math><\/div>/s);
    expect(stdout).toContain('<code class="math">\\undefined{x}</code>');
    expect(faultsOf(stdout)).toEqual([]);
  });

  it("is drawn nowhere else: the app's document shows its source", () => {
    expect(htmlOf("From $x^2$ on.")).toContain('<code class="math">x^2</code>');
  });

  it("brings in nothing that runs, loads or leads anywhere", () => {
    const tex = [
      "\\href{javascript:trap(1)}{x}",
      "\\url{https://evil.example}",
      "\\includegraphics{https://evil.example/x.png}",
      "\\htmlId{main}{x} \\htmlClass{alert}{x} \\htmlStyle{color:red}{x} \\htmlData{a=b}{x}",
      '\\class{x" onclick="trap(1)}{x}',
      "\\text{<img src=x onerror=trap(1)>}",
      '\\color{red" onload="trap(1)}{x}',
      "\\def\\a{\\a\\a}\\a",
      "\\unicode{<script>}",
    ];
    const drawn = [...tex, ...vectors, ...addresses].flatMap((each) =>
      [each, `\\text{${each}}`, `x_{${each}}`].map((formula) => writeFormula(formula, true) ?? ""),
    );
    expect(drawn.filter((mathml) => mathml !== "").length).toBeGreaterThan(100);
    expect(foreign(drawn.join("\n"))).toEqual([]);
  });

  it("stays its source when it would take long", () => {
    expect(writeFormula("x".repeat(2001), false)).toBeNull();
    expect(writeFormula("{".repeat(1900), false)).toBeNull();
  });
});
