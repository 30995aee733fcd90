import { describe, expect, it } from "vitest";
import { imported, json } from "./reading";

/** The words of a message of Microsoft Teams with this HTML; null where it says nothing. */
function words(content: string): string | null {
  const message = { createdDateTime: "2025-03-10T09:00:00Z", body: { contentType: "html", content } };
  return imported(json({ value: [message] })).events[0]?.text ?? null;
}

describe("the words of a text in HTML", () => {
  it.each([
    ["<p>down</p><p>again</p>", "down again"],
    ["do<b>w</b>n", "down"],
    ["down<br>again<br/>now", "down again now"],
    ["<ul><li>a</li><li>b</li></ul>c<hr>d<h2>e</h2>f", "a b c d e f"],
    ["<table><tr>a</tr></table>b<div>c</div><pre>d</pre>e", "a b c d e"],
    ["<dl>a<dd>b<dt>c</dl>d<ol>e</ol><section>f</section>g<article>h</article>i", "a b c d e f g h i"],
    ["<blockquote>a</blockquote>b<address>c</address>d", "a b c d"],
    ["<at id='0'>Jon</at> look", "@Jon look"],
    ["<AT>Jon</AT> <IMG ALT='graph'> <emoji alt=\"🎉\"></emoji>", "@Jon graph 🎉🎉".slice(0, -2)],
    ['<img src="x" alt = "a &lt; b">', "a < b"],
    ["<img data-alt='no' alt='yes' alt='late'>", "yes"],
    ["<img alt=plain> a", "a"],
    ["a<img alt=''>b", "ab"],
    ["a <script>alert('<p>x</p>')</script> b", "a b"],
    ["a <style>p{}</style><title>t</title><head><p>h</p></head><svg><p>s</p></svg><template>t</template> b", "a b"],
    ["a <svg/> b <script /> c", "a b c"],
    ["a </script> b", "a b"],
    ["a <script>x</style>y</script> b", "a b"],
    ["a <!-- <p>x</p> --> b", "a b"],
    ["a <!-- b", "a"],
    ["a <!--> b --> c", "a c"],
    ["1 < 2 and 3 > 2", "1 < 2 and 3 > 2"],
    ["a <3 b <", "a <3 b <"],
    ["a <b c", "a <b c"],
    ["a <b <i>c</i>", "a <b c"],
    ["a <p title='1 > 0'>b</p>", "a b"],
    ['a <p title="it\'s > 0">b</p>', "a b"],
    ["a <p title='> b", "a <p title='> b"],
    ["a <p=x>b", "a <p=x>b"],
    [`a <${"x".repeat(31)}>b`, "a b"],
    [`a <${"x".repeat(32)}>b`, `a <${"x".repeat(32)}>b`],
    ["a </p >b", "a b"],
    ["&amp; &lt; &gt; &quot; &apos; a&nbsp;b &AMP;", "& < > \" ' a b &"],
    ["&#65;&#x42;&#x1F389; &#127881;", "AB🎉 🎉"],
    ["&copy; &toString; &amp &;", "&copy; &toString; &amp &;"],
    [
      "a&#0;b &#xD800; &#57343; &#57344; &#x10ffff; &#1114112; &#55295;",
      "a&#0;b &#xD800; &#57343; \ue000 \u{10ffff} &#1114112; \ud7ff",
    ],
    ["&#12345678; &#x1234567;", "&#12345678; &#x1234567;"],
  ])("are what is shown: %j", (html, text) => {
    expect(words(html)).toBe(text);
  });
});
