/** The files that the texts are told of. */
export const files = {
  "People/Ada Lovelace.md": "---\naliases: [Countess, adalove]\ntitle: Lady Ada\ntags: [person]\n---\n",
  "People/Grace Hopper.md": "---\ntags: person\n---\n",
  "People/Weiß.md": "---\ntags: person\n---\n",
  "People/Jean-Luc O’Neil.md": "---\ntags: person\n---\n",
  "Runbook.md": "# Runbook\n\n## Top\n\nx ^a1\n",
  "charts/load.png": "PNG",
  "plan.png": "PNG",
} as const;

/** What the settings list. */
export const external = {
  roles: { "Jean-Luc O’Neil": "the captain" },
  removeWords: ["Zürich Re", "db-01", "ip-*.internal", "*.corp", "blue * team", "pre*", "*", "x*y*z"],
  publicHosts: ["https://Status.example.com/here", " *.pub.example ", "https://", "http://plain.example"],
  attachments: ["Plan.png", "charts/LOAD.png"],
} as const;

/** Texts with what must not leave, and with what only looks like it. */
export const texts: Readonly<Record<string, readonly string[]>> = {
  people: [
    "Ada Lovelace, ada lovelace, ADA LOVELACE, AdaLovelace, ada-lovelace, Ada_Lovelace",
    "Ada and Lovelace, ADA and LOVELACE, ada and lovelace, aDA, AdA",
    "Ada’s, Adas, Adamant, Canada, Ada1, 1Ada, Ada.",
    "Countess, the countess, countesses, adalove, adalovely",
    "Lady Ada and Lady Grace",
    "Grace, grace, Hopper and hoppers; Grace  Hopper, Grace\tHopper, Grace, Hopper",
    "Grace Ada Hopper",
    "Weiß, WEISS, Weiss, weiss, Weisse",
    "Jean-Luc, Jean, Luc, O’Neil, O'Neil, Oneil, ONEIL, Neil; Jean-Luc O'Neil, jean luc o neil",
    "@ada, @ada.lovelace, @ada-l., @grace/x, a@ada, /@ada, \\@ada, @@ada, (@ada), @1, @",
    "[[Ada Lovelace]], [[People/Ada Lovelace]], [[Ada Lovelace|she]], [[Grace Hopper#Top]], [[Nobody]]",
    "[Ada](People/Ada%20Lovelace.md), [her](<People/Ada Lovelace.md>), [Ada Lovelace](https://plain.example)",
    "**Ada** Lovelace, *A*da Lovelace, Ada **Love**lace, ~~Ada~~ ==Lovelace==, `Ada` Lovelace, ***Ada***",
    "A**d**a, A&#100;a, A&shy;da, A\u200Bda, Àda, A\u0301da, %41da, \\Ada, A\\da",
    '<b>Ada</b> Lovelace, Ada<br>Lovelace, Ada <!-- x --> Lovelace, <i title="Ada">x</i>, Ada%%x%%Lovelace',
    "[Ada](https://plain.example) Lovelace, [Ada][r], [Ada\nLovelace](https://plain.example/x)",
    "Ａｄａ, 𝐀𝐝𝐚 and ⒶⒹⒶ",
  ],
  words: [
    "Zürich Re, zürich re, Zurich Re, ZÜRICH-RE, ZürichRe, Zürich Recht, Bezürich Re, Zu\u0308rich Re",
    "db-01, DB_01, db 01, db01, db-011, adb-01, db-01-x, db - 01, db\\-01",
    "ip-10.internal, ip-10-0-0-7.internal, ip-.internal, ip-10.internals, skip-1.internal, ip-a b.internal",
    "mail.corp, a.b-c.corp., .corp, mail.corporate, corp",
    "blue whale team, blue team, blue a b team, bluest team, teams",
    "blue\nwhale team, blue\n\nwhale team",
    "> blue\n> whale team\n\n- blue\n  whale team\n- blue\n- team, blue\r\nteam",
    "prefix, pre-fix, pre, supreme, PRE_1, pré",
    "x1y2z, xyz, xz, x y z, axyz, xyza, x-y-z",
    "a * b, ***, *",
    "db&#45;01, db<wbr>-01, d**b-0**1, `db-01`, [db-01](https://plain.example)",
  ],
  tickets: [
    "OPS-1, OPS-1234567, OPS-12345678, A-1, AB-1, ABCDEFGHIJ-1, ABCDEFGHIJK-1, A1-1, 1A-1, OPS-0",
    "OPS-1x, OPS-1_, OPS-1-2, xOPS-1, -OPS-1, _OPS-1, OPS-1. OPS-1, (OPS-1) OPS–1 OPS—1 OPS−1 OPS‐1",
    "ops-1, Ops-1, web-1, Web-1, AES-128, CVE-2024, UTF-8, utf-8, SEV-1, sev-1, IPV-6, MD-5",
    "AES-1, CVE-1, GMT-1, HTTP-1, IPV-1, ISO-1, MD-1, RFC-1, SHA-1, TLS-1, UTC-1, UTF-1, XYZ-1",
    "#1, #123456789, #1234567890, #1x, x#1, #a, ##1, /#1, &#1, (#1), #1-2, #1_, &#49;",
    "a/b#1, org/my.repo-x#12, a/b#x, /b#1, a/#1, a/b/c#1, -a/b#1, a/b#1x, a/b#1-",
  ],
  addresses: [
    "a@b.example, a.b+c@x-y.example.com, a@b, @b.example, a@b., a@.b, <a@b.example>, mailto:a@b.example",
    "https://status.example.com, https://status.example.com/a?b#c., http://status.example.com:8080/a, HTTPS://STATUS.EXAMPLE.COM/A",
    "https://a.status.example.com, https://xstatus.example.com, https://status.example.com.evil, https://example.com",
    "https://pub.example. https://pub.example/a, (https://pub.example) https://pub.example; **https://pub.example**",
    "https://pub.example, https://a.pub.example, https://plain.example/a\\b, https://u@plain.example, https://plain.example@evil",
    "ftp://plain.example/a, ssh://x.internal, x://a, 1x://a, ://a, a://, https://",
    "www.plain.example, www.other.example, WWW.plain.example, awww.plain.example, -www.x.example, www.",
    'https://a.example/b(c) and (https://a.example/b), <https://a.example>, "https://a.example", `https://a.example`',
    "https://a.example/b*, **https://a.example/b**, https://a.example/_b_. https://a.example/b; https://a.example!",
    "https:&#47;&#47;a.example, https:%2F%2Fa.example, https\\://a.example, ht**tps://a.ex**ample",
    "https://plain.example/ada, https://plain.example/OPS-1, https://plain.example/db-01",
  ],
  links: [
    "[[Runbook]], [[Runbook#Top]], [[Runbook#^a1]], [[Runbook#Top#^a1]], [[sub/Runbook]], [[Runbook|see]], [[Runbook|]]",
    "[[#Impact]], [[#^a1]], [[Gone]], [[a/b/Gone.md]], [[https://x.example|y]], [[Runbook|x.example]]",
    "[a](Runbook.md), [](Runbook.md), [a.b](Runbook.md), [ a ](Runbook.md), [x://y](Runbook.md), [a](<https://a.example>)",
    '[https://a.example](https://a.example), [https://plain.example](https://a.example), [a](https://plain.example "Ada")',
    "![[load.png]], ![[charts/load.png|100]], ![[plan.png]], ![[PLAN.PNG]], ![[gone.png]], ![x](plan.png), ![x](charts/load.png)",
    "![x](https://plain.example/a.png), ![x](https://a.example/a.png), [![x](https://a.example/a.png)](https://plain.example)",
    "[[Runbook|![[plan.png]]]], [![[plan.png]]](Runbook.md), [a [[Runbook]] b](https://plain.example)",
    '[a][r], [r], [a][q], ![a][q]\n\n[r]: https://plain.example/a\n[q]: https://a.example/a "Ada"',
    "a[^1] b[^2] c^[a note of Ada]\n\n[^1]: one OPS-1\n[^3]: never used",
  ],
  sections: [
    "a\n\n### Action items\n\nx\n\n#### Deeper\n\ny\n\n### Details\n\nz\n\n## Root cause\n\nr\n\n## Lessons Learned\n\nl\n\n### Impact\n\nagain\n\n# Another title\n\nt",
    "a[^1][^2] [l][r]\n\n## Notes\n\n[^1]: one[^3]\n\n[^2]: two\n\n[^3]: three[^1]\n\n[^4]: four\n\n[r]: https://plain.example\n\n## Legal\n\n[^5]: five",
    "a\n\n> ## Root cause\n> in a quote\n\n- ## Legal\n\nb",
  ],
  comments: [
    "<!-- a --> b <!-- c -->\n<!-- d --> e",
    "a %%b%% c, %%b%%, a%%b%%c, a  %%b%%, a %%b%%\n%%%%x",
    "a <!-- b --> c, <!-- -->, <!---->, a<!--b-->c",
    "a ^id\n\n- b ^id2\n\n> c\n\n^id3\n\n^\n\na^b",
    "%%\nb\n\nc\n%%\nd",
  ],
  structure: [
    "| Zürich | Re | x |\n| --- | --- | --- |\n| Ada | Lovelace | y |\n| db | 01 | z |",
    "- Zürich\n- Re\n\n1. Ada\n2. Lovelace\n\n# Zürich\nRe",
    "- [ ] Zürich\n- [ ] Re\n+ Zürich\n+ Re\n* Zürich\n* Re",
    "> Zürich\n> Re\n\n> Zürich\n\n> Re\n\nZürich\n\nRe",
    "```\nssh db-01\nAda # OPS-1\n```\n\n    ssh db-01\n\n`a@b.example`",
    "[Zürich](https://plain.example) Re, **Zürich** Re, *Zürich Re*, **[Zürich Re](https://plain.example)**, _Zürich_ _Re_",
    "**Zürich Re, `Zürich Re, ~~Zürich Re~~, ==a Zürich Re==, ***Zürich Re*** **a**Zürich Re**b**",
    "$Ada$ and $$Zürich Re$$, <details><summary>Ada</summary>Zürich Re</details>, &lt;Ada&gt;",
  ],
};

/** What may stand for a person by mistake: each is looked for in the finished document. */
export const left: Readonly<Record<string, readonly string[]>> = {
  names: [
    "the one",
    "Grace Hopper",
    "grace hopper",
    "GraceHopper",
    "Grace",
    "grace",
    "GRACE",
    "gRace",
    "Graces",
    "Hopper-Grace",
    "Grace of Hopper",
  ],
  "in marks": [
    "Grace <b>Hopper</b>",
    "Gr<b>ace</b> Hopper",
    "Gr<span title='>'>ace</span> Hopper",
    "Grace<br>Hopper",
    "Gra<br>ce",
    "Gr&#97;ce Hopper",
    "Gr&#97ce",
    "Gr&aacute;ce",
    "Gr&shy;ace",
    "Grace\u200BHopper",
    "*Grace* Hopper",
    "G*rac*e Hopper",
    "`Grace`",
  ],
  "in comments": ["<!-- Grace -->", "<!-- grace hopper", "<?x Grace?>", "<!X Grace>", "<Grace>", "< Grace"],
  "in attributes": [
    '<i title="Grace">x</i>',
    "<i title='Grace'>x</i>",
    "<i title=Grace>x</i>",
    "<i TITLE = Grace>x</i>",
    '<i class="grace hopper">x</i>',
    '<i class="Grace">x</i>',
    '<i class="grace">x</i>',
    '<i data-x="a%20Grace%20b">x</i>',
    "<i style='Grace'>x</i>",
    "<i xmlns:x='Grace'>x</i>",
    '<i title="x\'Grace">x</i>',
    "<style>.grace-hopper {}</style>",
    "<script>Grace</script>",
    "<style>Grace",
  ],
  "in links": [
    "[x](https://plain.example/Grace)",
    "[x](https://plain.example/%47race)",
    '[x](https://plain.example "Grace")',
    "![Grace](https://plain.example/a.png)",
    "<img alt=Grace src=https://plain.example/a.png>",
    "<svg><title>Grace</title></svg>",
  ],
  "other names": [
    "Weiß",
    "WEISS",
    "Weisse",
    "Jean Luc",
    "Jean-Luc O’Neil",
    "Zürich Re",
    "zurich re",
    "Zürich-Re",
    "Zürich Rex",
    "Z\u00fcr ich Re",
  ],
  words: [
    "db-01",
    "DB 01",
    "db-012",
    "ip-7.internal",
    "ip-7-8.internal",
    "ip.internal",
    "ip-7.internals",
    "a.corp",
    "a.corp.",
    ".corp",
    "a corp",
    "blue whale team",
    "blue-whale-team",
    "blue\nwhale team",
    "blue<br>whale team",
    "Zürich<br>Re",
    "Zürich  \nRe",
    "blue. It is a team",
    "blue, whale team",
    "prefix",
    "supreme",
    "x1y2z",
    "xz",
  ],
  tickets: [
    "OPS-1",
    "ops-1",
    "Ops-1",
    "OPS‑1",
    "OPS-12345678",
    "OPS-1.",
    "./OPS-1/",
    "1OPS-1",
    "O-1",
    "OPS-1a",
    "OPS1234567-1 OPS12345678-1 OPS123456789-1",
    "CVE-1 XYZ-1 xyz-1 Xyz-1",
    "#123456789 #1234567890",
    "a/b#7. a-b/c.d#7 a/b#x",
    "A-1",
    "UTF-8",
    "SEV-1",
    "utf-8",
    "#7",
    "#7.",
    "#x",
    "a/b#7",
    "a/b/c#7",
    "x#7",
  ],
  addresses: [
    "a@b.example",
    "a@b",
    "@b.example",
    "https://a.example/x",
    "https://plain.example/x",
    "https://x.plain.example",
    "https://xplain.example",
    "https://plain.example@a.example",
    "https://a.example@plain.example",
    "https://a@plain.example/x",
    "https://PLAIN.example",
    "https://pub.example",
    "https://status.example.com/x",
    "1://a.example",
    "https://",
    "https://-",
    "<i title='https://a.example'>x</i>",
    "<i class='https://a.example'>x</i>",
    "<i title='OPS-1'>x</i>",
    "<i class='OPS-1'>x</i>",
    "<https://a.example>",
    "[https://a.example](https://plain.example)",
  ],
  "between tags": [
    "<h2>A\n  B &amp; C</h2>Grace</h2> Hopper",
    "<h2 class=x>A <b>b</b></h2>\n\nGrace <h3>Grace</h3> and\n\n<H4>C\n\n</H4>\n\nHopper",
    "<title>Grace</title>Hopper<svg><title>Hopper</title><g>Grace</g></svg>Grace",
    "<ul><li>Grace</li><li>Hopper</ul>",
    "Gr<i>a</i>ce<hr>Hopper",
    "Gr<!-- a -->ace, <!-->Hopper-->",
    "<!X Grace, <!Y Hopper",
    "<!X Hopper> Gra<?y ?>ce</ Hopper>Grace",
    "<style>a</style>Grace<SCRIPT>Hopper</SCRIPT>Grace",
    "<style>grace</style\n>Hopper",
    "<i title=\"a>Grace\" class='b>Hopper'>Grace</i>",
    "<i a\"b>Gra</i>ce <i x='>'y='>Hopper'>Hopper</i>",
  ],
  "in odd attributes": [
    '<i =x title=Grace/ alt= "Hopper">x</i>',
    "<i title='Grace' title=\"a&amp;Hopper\">x</i>",
    "<i alt='OPS-1' title='OPS-2' aria-label='OPS-3' content='OPS-4' placeholder='OPS-5' value='OPS-6' label='OPS-7' summary='OPS-8' id='OPS-9' name='OPS-10'>x</i>",
    "<img src='data:image/png;base64,R3JhY2U='> <img src='data:image/svg+xml;base64,PHN2Zz48dGl0bGU+R3I8dHNwYW4+YWNlPC90aXRsZT48L3N2Zz4='>",
    "<img src='data:image/png;base64,R3JhY2U=x'> <img src='data:text/plain;base64,R3JhY2U='>",
  ],
  "in entities": [
    "Gr&#x61ce, Gr&#X61;ce, H&oacutepper, Wei&szlig, Gra&ccedile",
    "<b>Gr&agrave</b>, Gr&acircce, Gr&atildece, Gr&aumlce, Gr&aringce, H&oslashpper, Wei&aelig",
    "\\&#71;race, &amp;#71;race, &#71race",
    "&#99999999;Grace, &#x110000;Hopper, &nosuch;Grace",
    "<x-y>Gra</x-y>ce <a1b>Hopper</a1b>",
    "a < Grace > b, <1>Hopper</1>",
    "Grace</p><p>Hopper",
  ],
};

/** Contents of a file that goes along, named by its kind. */
export const attached: Readonly<Record<string, readonly (readonly [name: string, content: string])[]>> = {
  drawings: [
    ["a.svg", "<svg><text>load</text></svg>"],
    ["a.svg", "<svg><text>Gra<tspan>ce</tspan> Hopper</text></svg>"],
    ["a.svg", "<svg><text>Grace</text><text>Hopper</text></svg>"],
    ["a.svg", "<svg><title>Grace</title></svg>"],
    ["a.svg", "<svg><!-- Grace --></svg>"],
    ["a.svg", "<svg xmlns='http://www.w3.org/2000/svg' id='grace'/>"],
    ["a.svg", "<svg><a href='https://a.example'/>OPS-1</svg>"],
    ["a.svg", "<svg><text>ip-7.internal</text></svg>"],
  ],
  photos: [
    ["a.png", "\0Grace Hopper\0"],
    ["a.png", "\0Grace\0"],
    ["a.png", "\0Weiß\0"],
    ["a.png", "\0Jean\0"],
    ["a.png", "\0db-01\0"],
    ["a.png", "Jean"],
    ["a.png", "\0https://a.example OPS-1 a@b.example\0"],
    ["a.png", "\0 a.corp \0"],
  ],
  others: [
    ["a.html", "<p>Gra<b>ce</b></p>"],
    ["a.XML", "<x>Gra<y>ce</y></x>"],
    ["a.svg", "<svg><a href='%47race'/><style>Grace</style></svg>"],
    ["a.png", "\ufffd db-01 Zürich Re"],
    ["a.txt", "https://a.example OPS-1 Gra<b>ce</b> a.corp"],
    ["Grace.png", "x"],
    ["OPS-1.png", "x"],
    ["Gra\u200Bce.png", "x"],
  ],
};

/** Values of a property. */
export const values: Readonly<Record<string, readonly string[]>> = {
  words: [
    "Outage",
    "Outage of Ada",
    '"Outage \\x41da"',
    '"Outage of A\\u0064a"',
    "'it''s Ada'",
    "Outage # by Ada",
    "&a Outage",
    "[[Runbook]]",
    '"[[Runbook|the book]] and [[Ada Lovelace]]"',
  ],
  lists: [
    "[a, OPS-1, 'b: c', \"x\\ty\"]",
    "\n  - a\n  - Ada\n  - b # c",
    "\n  key: Ada\n  more:\n    - 1\n    - two",
    "\n  - [a, b]\n  - {k: v}",
    ">-\n  a\n  b",
    "|\n  a\n  b",
  ],
  "other kinds": ["2024-04-11", "true", "null", "", '""', "1.50", '"a\\nb"', "\"a: 'b'\"", "https://a.example/x"],
};

/** Whole notes, with what the settings say of them besides. */
export const wholes: readonly (readonly [text: string, more?: object])[] = [
  [
    `---
title: "Outage of \\"Linus Vega\\""
Owner: "[[People/Mae Kim|M.]], @linus, bob and Zoë O’Hara"
reviewer: [Ann-Lee Wu, "", x]
date: 2024-04-11 # by Mae
services: [a, "[[api|the api]]", {k: [Mae, 1.50, null, "x\\ty"], "l m": true}]
severity: &s SEV-1
started: *s
detected:
mitigated: >-
  two
  lines
Resolved: 'it''s'
secret: x
---

Preamble of Mae.

# Outage, said Linus

Below the title.

## Impact

Mae Kim, Mae, Kim, mae, MAE KIM, Linus Vega, Linus, linus, Vega, vega, @Linus.vega-., Bob, bob, BOB, Zoë, O'Hara, ZOE OHARA, Ann, Lee, Wu, Ann-Lee, x, X.
[[Nora Ives]] and [[Linus Vega]] and [[linus torv]] and [[Ann-Lee Wu Jr.]] and [[Bob Ray Tay Lor]], Nora, Ives, Torv, Tay, Ray.

> ## Quoted
> stays

### Action items

- [ ] Do it @carl 📅 2024-05-01
- [ ] Do more [owner:: Eva Roth]

### Numbers

Carl, carl, Eva, Roth.[^1][^2] [a][r] [b][R]

## Root cause

Eva[^3]

[^2]: in what goes

## Lessons

[^1]: one of Eva[^4]
[^3]: three
[^4]: four
[^1]: again
[^5]: five

[r]: https://plain.example
[q]: https://a.example "T"

### Impact

below what stays

#### Deeper

more

# Legal

## Timeline

- 06:12 Carl
`,
  ],
  ["## Impact\n\nno title\n\n### Impact of others\n\nx\n\n## impact!\n\ny\n\n# Late title\n\nz\n"],
  [
    "# Impact\n\ntitle is a section\n\n## Notes\n\na\n\n## Legal\n\nb\n\n### Sub\n\nc\n",
    { sections: ["IMPACT", "Sub"] },
  ],
  ["Text without a heading\n"],
  ["---\ntitle: Only\n---\n"],
  ["---\nTITLE: [x]\nowner: Mae\n---\n# T\n", { properties: ["Title"], sections: [] }],
  ["---\ntitle: a\ntitle: b\n---\n\n## Impact\n\nx\n"],
  [
    "## Impact\n\nDev Patel, Dev, dev; Ana, ana; Ana Silva, Ana Costa; Silva; Ops\n\n@dev @ana @ops_bot @Dev-Patel mail@dev.example\n",
    {
      roles: { "Dev Patel": "the lead", "Ana Silva": "the first Ana", "ana costa": "the second", Ops: "ops" },
      otherRole: "Person",
    },
  ],
  [
    "## Impact\n\n![[plan.png]] ![[charts/load.png|A chart]] ![x](plan.png) ![[Runbook]] ![[gone.png]] [f](plan.png) ![[../plan.png]]\n\n![x](https://pub.example/a.png) ![Ada](https://pub.example/ada.png)\n\nEnd ![[gone.png]].\n![[gone.png]]\n\n- ![[gone.png]]\n- %%x%%\n- a ^x1\n\n[ ![[gone.png]] text %%y%% ](https://pub.example) [![[plan.png]]](Runbook.md) [a ![b](gone.png) [c](Runbook.md)](Runbook.md)\n",
    { attachments: ["LOAD.png", "plan.png"] },
  ],
  [
    "## Impact\n\n[[Runbook#Top|]] [[a/Runbook#x/y]] [[Runbook#^a1|^a1]] [[People/Ada Lovelace#Top|she]] [Ada](<People/Ada Lovelace.md#x>) [[Ada Lovelace|a.b]] [[x|http://y]] [[x|a.]] [[x| ]] [x.y z](Runbook.md) [https://pub.example](https://a.example) <https://pub.example> <Runbook.md>\n",
  ],
];
