import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { shape } from "../../src/write/pictures/shape";
import { bodyOf, faultsOf, htmlOf, intrusions, pixel } from "./html-document";
import { htmlTexts } from "./html-texts";

const everything = `---
title: Outage
---
# Outage

Text with **bold**, *emphasis*, ~~struck~~, <mark>marked</mark>, H<sub>2</sub>O, <kbd>Ctrl</kbd>, \`code <b>\`, $a_b*c*d$ and https://example.com/a?b=1&c=2.
A [link](https://example.com "Title"), [mail](mailto:a@example.com), [a section](#root-cause), [nowhere](#gone), [another note](API%20Runbook.md).

> [!WARNING]
> Careful.

> [!question]- Why **now**?
> - Nobody knows

> A quote.

## Timeline

| Time | Event |
| :--- | ----: |
| 06:12 | Deployment |

- [ ] Open [^1]
- [x] Done

  with a second paragraph

1. One
2. Two
   - deeper

## Root Cause

![A picture](pic%201.gif) <img src="pic 1.gif" width="300" alt="Sized"> ![Far](https://example.com/p.png) ![Gone](gone.png) [![Far](https://example.com/p.png)](https://example.com)

$$
E = mc^2
$$

\`\`\`mermaid
gantt
\`\`\`

\`\`\`sql
SELECT 1 < 2;
\`\`\`

<details>
<summary>More **words**</summary>

Hidden [^long] and again [^1].

</details>

<!-- not for readers -->

## Root Cause

Words <!-- neither --> go on.<br>Next line.

[^1]: A footnote.
[^long]: Two

    paragraphs [^1].

    - and a list
[^unused]: Never referred to.

---

##

#### A deep one
`;

describe("an HTML document", () => {
  it("holds everything that a note can say, and is valid", async () => {
    const picture = shape(
      "svg",
      { viewBox: "0 0 100 20", width: 100, height: 20, role: "img", "aria-label": "Timeline" },
      shape("text", { x: 1, y: 15, class: "label" }, "06:12 <deploy>"),
    );
    const facts = [
      { name: "Severity", value: "SEV-1 <b>", definition: "" },
      { name: "Time to resolve", value: "47 min", definition: "resolved − started" },
    ];
    const html = htmlOf(everything, { picture, facts });
    await expect(html).toMatchFileSnapshot("html/everything.html");
    expect(faultsOf(html)).toEqual([]);
  });

  it.each(["blocks", "footnotes", "tags"])(
    "shows %s as approved, and is valid whatever they are like",
    async (name) => {
      const markdown = readFileSync(join(import.meta.dirname, `html/${name}.md`), "utf8");
      const html = htmlOf(markdown, { files: new Set(["log a.txt"]) });
      const isFile = (found: string): boolean => found.startsWith("a[href=log%20a.txt");
      expect([...faultsOf(html), ...intrusions(html).filter((found) => !isFile(found))]).toEqual([]);
      await expect(/<main>\n([^]*)<\/main>/.exec(html)?.[1]?.replaceAll(pixel, "data:…")).toMatchFileSnapshot(
        `html/${name}.html`,
      );
    },
  );

  it.each(Object.keys(htmlTexts))("shows each text as was looked at once: %s", async (kind) => {
    const parts = (htmlTexts[kind] ?? []).map((text) => {
      const html = htmlOf(text, { title: "T", files: new Set(["log a.txt"]) });
      const shown = /<main>\n([^]*)\n<\/main>/.exec(html)?.[1]?.replace("<h1>T</h1>\n", "").replaceAll(pixel, "data:…");
      return `${text}\n⇒\n${shown ?? ""}\n`;
    });
    await expect(parts.join("\n\n")).toMatchFileSnapshot(
      `approved/html/${kind.toLowerCase().replaceAll(/\W+/g, "-")}.txt`,
    );
  });

  it("takes nothing that is not in it", () => {
    const html = htmlOf(everything);
    expect(intrusions(html)).toEqual([]);
    expect(html).toContain("default-src 'none'");
  });

  it("has its title once, from the text or from outside", () => {
    expect(bodyOf(htmlOf("# A *b*\n\ntext", { title: "Other" })).querySelectorAll("h1")).toHaveLength(1);
    const titles = (markdown: string): readonly string[] =>
      [...bodyOf(htmlOf(markdown)).querySelectorAll("h1")].map(({ textContent }) => textContent);
    expect(titles("text\n\n# A")).toEqual(["A"]);
    expect(titles("## B\n\n# A")).toEqual(["Outage", "A"]);
    expect(htmlOf("", { title: "</title><script>" })).toContain("<title>&lt;/title&gt;&lt;script&gt;</title>");
  });

  it("puts the picture where the timeline begins, else at the top", () => {
    const picture = shape("svg", {});
    expect(
      bodyOf(htmlOf("## A\n\n## Key Events\n\nx", { picture })).querySelector("figure")?.previousElementSibling?.id,
    ).toBe("key-events");
    expect(
      bodyOf(htmlOf("## A\n\n> ## Timeline\n", { picture })).querySelector("figure")?.previousElementSibling?.localName,
    ).toBe("h1");
  });

  it.each([
    ["de", "de"],
    ["zh-Hant-TW", "zh-Hant-TW"],
    ["", "en"],
    ["d", "en"],
    ["deutsch", "en"],
    ['de" onload="x', "en"],
  ])("says its language: %j", (language, lang) => {
    expect(htmlOf("a", { language })).toContain(`<html lang="${lang}">`);
  });

  it("holds no control characters", () => {
    const html = htmlOf("a\u0001b\tc\ufffe\n", { title: " T\u0007U " });
    expect(html).toContain("<p>a\ufffdb\tc\ufffd</p>");
    expect(html).toContain("<title>T U</title>");
    expect(htmlOf("# A", { title: "" })).toContain("<title>A</title>");
    expect(htmlOf("## A", { title: "" })).toContain("<title>Postmortem</title>");
  });

  it("states facts as they are", () => {
    const facts = [
      { name: "A <b>", value: "1 & 2", definition: "" },
      { name: "B", value: "3", definition: "4 < 5" },
    ];
    expect(htmlOf("", { facts })).toContain(
      '<table class="facts">\n<tbody>\n<tr><th scope="row">A &lt;b&gt;</th><td>1 &amp; 2</td></tr>\n<tr><th scope="row">B</th><td>3 <small>(4 &lt; 5)</small></td></tr>\n</tbody>\n</table>\n',
    );
    expect(htmlOf("")).not.toContain("table class");
  });

  it("lists headings of three levels, without its own title", () => {
    const markdown = `# T\n\n${"## A & b\n\n### C\n\n#### D\n\n".repeat(4)}`;
    const nav = bodyOf(htmlOf(markdown)).querySelector("nav");
    expect([...(nav?.querySelectorAll("li") ?? [])].map((item) => `${item.className} ${item.textContent}`)).toEqual(
      Array.from({ length: 4 }, () => [" A & b", "deeper C"]).flat(),
    );
    expect(nav?.outerHTML).toContain('<li><a href="#a--b">A &amp; b</a></li>\n<li class="deeper">');
  });

  it("lists its contents when it is long", () => {
    expect(bodyOf(htmlOf("## A\n".repeat(7))).querySelector("nav")).toBeNull();
    const links = [...bodyOf(htmlOf("## A\n### B\n".repeat(4))).querySelectorAll("nav a")].map((link) =>
      link.getAttribute("href"),
    );
    expect(links).toEqual(["#a", "#b", "#a-1", "#b-1", "#a-2", "#b-2", "#a-3", "#b-3"]);
  });

  it("shows images that come along, and links or names the others", () => {
    const body = bodyOf(
      htmlOf(
        "![a](pic%201.gif) ![b](https://x.example/b.png) ![c](c.png) ![d](data:image/gif;base64,AAAA) ![](<dir/e f.png>)",
      ),
    );
    expect([...body.querySelectorAll("img")].map((image) => image.getAttribute("src"))).toEqual([pixel]);
    expect(body.querySelector("a")?.outerHTML).toBe('<a href="https://x.example/b.png">b</a>');
    expect([...body.querySelectorAll(".missing")].map((span) => span.textContent)).toEqual(["c", "d", "dir/e f.png"]);
  });

  it("takes no image that is not one", () => {
    for (const uri of [
      "data:text/html;base64,AAAA",
      "javascript:alert(1)",
      'data:image/png;base64,A"onerror="x',
      "https://x.example/",
    ]) {
      expect(bodyOf(htmlOf("![a](i.png)", { images: new Map([["i.png", uri]]) })).querySelector("img")).toBeNull();
    }
  });

  it("keeps the elements whole when tags and emphasis cross", () => {
    const crossed = [
      "<mark>*a</mark>*",
      "*<mark>a*</mark>",
      "<sub>a",
      "a</sub>",
      "<sub><sup>a</sub></sup>",
      "[<kbd>a](https://x.example)</kbd>",
      "**<b>a**b</b>**",
      "<details>\n\n> </details>\n\ntext",
      "> <details>\n\n</details>",
      "<details>\n- a\n</details>\n\nb\n</details>",
    ];
    for (const markdown of crossed)
      expect({ markdown, faults: faultsOf(htmlOf(markdown)) }).toEqual({ markdown, faults: [] });
    expect(bodyOf(htmlOf("<sub>a")).querySelector("p")?.textContent).toBe("<sub>a");
  });

  it("keeps footnotes whole wherever they are defined", () => {
    const markdown =
      "A[^a] B[^B] C[^c] C[^c]\n\n[^a]: > quote\n    > [^b]: inner[^d]\n\n- [^c]: in a list\n\n  [^d]: last[^a]\n\n[^a]: again\n[^e]: free[^f]\n[^f]: end";
    const html = htmlOf(markdown);
    expect(faultsOf(html)).toEqual([]);
    expect(intrusions(html)).toEqual([]);
    expect(bodyOf(html).querySelectorAll(".footnotes > ol > li")).toHaveLength(6);
  });

  it("says why a document is too long", () => {
    expect(() => htmlOf("x".repeat(500_001))).toThrow("the document has 500001 characters");
  });
});
