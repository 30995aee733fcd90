import { describe, expect, it } from "vitest";
import { bodyOf, faultsOf, htmlOf, intrusions } from "./html-document";

/** What stands below the title in the document of a text, which is valid and holds nothing foreign. */
function shown(markdown: string): string {
  const html = htmlOf(markdown);
  expect({ markdown, faults: [...faultsOf(html), ...intrusions(html)] }).toEqual({ markdown, faults: [] });
  return bodyOf(html)
    .innerHTML.replace("<h1>Outage</h1>", "")
    .replace(/\s*(\n|<br>|<\/p>)\s*/g, (_, end: string) => end.trim());
}

describe("HTML in a note", () => {
  it.each([
    ['<span style="color:red">Outage</span> at 06:12.', '<p><span style="color:red;">Outage</span> at 06:12.</p>'],
    ["<h2>Impact</h2>", '<h2 id="impact">Impact</h2>'],
    [
      '<a href="https://example.com/status?a=1&amp;b=2">Status page</a>',
      '<p><a href="https://example.com/status?a=1&amp;b=2">Status page</a></p>',
    ],
    ["H<sub>2</sub>O<br>E = mc<sup>2</sup>", "<p>H<sub>2</sub>O<br>E = mc<sup>2</sup></p>"],
    ['<abbr title="service level">SLO</abbr>', '<p><abbr title="service level">SLO</abbr></p>'],
    ["<center>\n<b>Down</b> &amp; out\n</center>", "<div><b>Down</b> &amp; out</div>"],
    ["<font color=red>Down</font> <strike>up</strike>", "<p><span>Down</span> <s>up</s></p>"],
    [
      "<table><tr><th>a</th><td colspan=2>b</td></tr></table>",
      '<table><tbody><tr><th>a</th><td colspan="2">b</td></tr></tbody></table>',
    ],
    ["<ul>\n<li>One</li>\n<li>Two\n</ul>", "<ul><li>One</li><li>Two</li></ul>"],
    [
      "<details><summary>More</summary>All of it</details>",
      '<details open=""><summary>More</summary>All of it</details>',
    ],
    ["<div><details>All", '<div><details open=""><summary>Details</summary>All</details></div>'],
    ["<dl><dt>MTTR<dd>47 minutes</dl>", "<dl><dt>MTTR</dt><dd>47 minutes</dd></dl>"],
    ["| a |\n| - |\n| <ul><li>x</li><li>y</li></ul> |", /<td>• x<br>• y<\/td>/],
    [
      '<p align="center"><img src="pic 1.gif" width="80"> us</p>',
      /^<p><img src="data:[^"]*" alt="" width="80"> us<\/p>$/,
    ],
    ['Words <img src="pic 1.gif"> on', /^<p>Words <img src="data:[^"]*" alt=""> on<\/p>$/],
    ['<div align="center">\n\n**Down**\n\n</div>', "<div></div><p><strong>Down</strong></p>"],
  ])("does no harm and is shown: %s", (markdown, expected) => {
    if (typeof expected === "string") expect(shown(markdown)).toBe(expected);
    else expect(shown(markdown)).toMatch(expected);
  });

  it.each([
    ["one <div>two</div> three", "<p>one<br>two<br>three</p>"],
    ["<p>one <h2>two</p> three", '<p>one</p><h2 id="two-three">two three</h2>'],
    ["<li>alone", "<ul><li>alone</li></ul>"],
    ["<td>alone</td>", "<table><tbody><tr><td>alone</td></tr></tbody></table>"],
    ["<table>lost<tr><td>found</table>", "<table><tbody><tr><td>lost</td></tr><tr><td>found</td></tr></tbody></table>"],
    ["<ul>lost<li>found</ul>", "<ul><li>lost</li><li>found</li></ul>"],
    ["<figure>A<figcaption>b</figcaption></figure>", "<figure>A<figcaption>b</figcaption></figure>"],
    ["<figure>A<figcaption>b</figcaption>c</figure>", "<figure>A<figcaption>b</figcaption></figure><p>c</p>"],
    [
      "<figure><figcaption>a</figcaption>B<figcaption>c</figcaption></figure>",
      "<figure><figcaption>a</figcaption>Bc</figure>",
    ],
    ["<figure>A<figcaption>b</figure>", "<figure>A<figcaption>b</figcaption></figure>"],
    ["</div></main>after", "<p>&lt;/main&gt;after</p>"],
    [
      "<table><tr><th><p>a</p><ul><li>b</li></ul></th></tr></table>",
      "<table><tbody><tr><th>ab</th></tr></tbody></table>",
    ],
    ['<a href="https://a.example">a <a href="https://b.example">b</a></a>', /<a href="https:\/\/[ab]\.example">/],
  ])("is put in order: %s", (markdown, expected) => {
    if (typeof expected === "string") expect(shown(markdown)).toBe(expected);
    else expect(shown(markdown)).toMatch(expected);
  });

  it.each([
    '<span onclick="x()">a</span>',
    '<span style="background:url(https://evil.example)">a</span>',
    '<a href="javascript:x()">a</a>',
    '<a href="jav&#x61;script&colon;x()">a</a>',
    "<div>\n<script>x()</script>\n</div>",
    '<p style="position:fixed">a</p>',
    '<div><img src="x.png" onerror="x()" style="color:red"></div>',
  ])("loses what may do harm: %s", (markdown) => {
    expect(shown(markdown)).not.toMatch(/onclick=|style=|href=|<script|src=/);
  });

  it.each([
    ["[one <!-- two --> three <!-- four", "<p>[one  three &lt;!-- four</p>"],
    ["[one $two$ three $four", '<p>[one <code class="math">two</code> three $four</p>'],
  ])("is read before what never ends, beyond a link that never ends: %s", (markdown, expected) => {
    expect(shown(markdown)).toBe(expected);
  });

  it("is shown as its source where it is none of HTML's harmless tags", () => {
    expect(shown("kubectl get <pod> <script>x()</script>")).toBe(
      "<p>kubectl get &lt;pod&gt; &lt;script&gt;x()&lt;/script&gt;</p>",
    );
  });
});
