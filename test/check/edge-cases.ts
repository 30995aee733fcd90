/** A note just within or just beyond what a rule lets pass, by itself or among others. */
export type EdgeCase = string | ({ readonly text: string } & Surroundings);

/** What lies around a note that is checked. */
interface Surroundings {
  /** Further files of the vault, in place of those that are always there. */
  readonly vault?: Readonly<Record<string, string>>;
  /** Settings that differ from the defaults. */
  readonly settings?: Readonly<Record<string, unknown>>;
}

/** A note with these properties and this text. */
const note = (properties: string, body: string): string => `---\n${properties}---\n\n${body}\n`;
const dated = (body: string, more = ""): string => note(`date: 2024-04-11\n${more}`, body);
const timeline = (lines: string): string => `## Timeline\n\nAll times in UTC.\n\n${lines}`;
const spans = (summary: string, impact: string): string => dated(`## Summary\n\n${summary}\n\n## Impact\n\n${impact}`);
const posted = (time: string, line: string, seconds: number): string =>
  dated(`## Timeline\n\n${time}\n\n- ${line} see [it](https://acme.slack.com/archives/C0123ABCD/p${seconds}000000)`);
/** 2024-04-11 06:12 UTC, in seconds. */
const at = 1_712_815_920;
const day = 86_400;

/** The other files of the vault. */
export const edgeVault: Readonly<Record<string, string>> = {
  "Runbook.md": "# A *b* `c`\n\n## Restart\n",
  "pic.png": "",
  "doc.pdf": "",
};
/** So many postmortems of one month with the same text. */
const several = (count: number, month: string, text: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index): [string, string] => [`Incident-2024-${month}-0${index + 1}-A.md`, text]),
  );
const ignoring = (rules: string): string => `%% postmortem-ignore ${rules} %%`;
const unused = ignoring("broken-link: private");

/** Notes just within and just beyond what each rule lets pass. */
export const edgeCases: Readonly<Record<string, readonly EdgeCase[]>> = {
  "date-mismatch": [
    ...["2024-04-10", "2024-04-11", "2024-04-12"].map((started) => dated("Text.", `started: ${started}T23:00\n`)),
    ...["2024-04-12T23:00+02:00", "2024-04-12T23:00Z", "2024-04-13T23:00Z"].map((started) =>
      dated("Text.", `started: ${started}\n`),
    ),
    ...["2024-04-09", "2024-04-10", "2024-04-13", "2024-04-14", "2024-06-11", "2024-06-12"].flatMap((written) =>
      ["Date", "Started", "Resolved", "Published"].map((label) =>
        dated(`- **${label}:** ${written}\n\n${timeline("- 2024-04-12 06:12 Deployed")}`),
      ),
    ),
    note("tags: [postmortem]\n", `- **Date:** 2024-03-11\n\n${timeline("- 2024-04-11 06:12 Deployed")}`),
    ...["2024-04-10 06:12", "2024-04-12 06:12", "2024-04-14 06:12", "2024-04-14 06:13"].map((started) =>
      note(
        "date: 2024-04-11\n",
        `- **Started:** ${started} UTC\n\n${timeline("- 2024-04-11 06:00 Deployed\n- 2024-04-11 06:12 Outage begins")}`,
      ),
    ),
    note("date: 2024-04-12\n", "# Outage of 2024-04-11"),
    note("date: 2024-04-12\n", "# Outage of 2024-04-13"),
    note("date: 2024-04-11\n", "# Outage of 2024-04-13"),
  ],
  "duration-mismatch": [
    spans("The outage lasted 45 minutes.", "The outage lasted 50 minutes."),
    spans("The outage lasted 45 minutes.", "The incident lasted 50 minutes."),
    spans("The outage lasted 50 minutes.", "The incident lasted 45 minutes."),
    spans("The outage lasted 50 minutes.", "The full outage lasted 45 minutes."),
    spans("The incident lasted 50 minutes.", "The outage lasted 45 minutes. The incident lasted 40 minutes."),
    spans("The outage lasted 50 minutes. The outage lasted 20 minutes.", "The outage lasted 45 minutes."),
    spans("The outage lasted 50 minutes.", "The outage lasted 45 minutes. The outage lasted 40 minutes."),
    spans("The outage lasted 1 hour.", "The outage lasted 50 minutes."),
    spans("The outage lasted 50 minutes.", "The outage lasted 1 hour."),
    spans("The outage lasted 1 hour.", "The outage lasted 20 minutes."),
    spans("The partial outage lasted 20 minutes.", "The outage lasted 50 minutes."),
    spans("The duration was 20 minutes.", "The incident lasted 50 minutes."),
    dated(
      `The outage lasted 50 minutes (06:12–07:02 UTC).\n\n${timeline("- 06:12 OUTAGE BEGINS\n- 06:52 OUTAGE ENDS")}`,
    ),
    dated(`The partial outage lasted 50 minutes.\n\n${timeline("- 06:12 OUTAGE BEGINS\n- 06:52 OUTAGE ENDS")}`),
    ...[39, 40, 41, 47].map((minutes) =>
      dated(`The outage lasted ${minutes} minutes.\n\n${timeline("- 06:12 OUTAGE BEGINS\n- 06:52 OUTAGE ENDS")}`),
    ),
    ...[40, 47, 50].map((minutes) => dated(`The outage lasted ${minutes} minutes (06:12–06:59 UTC).`)),
    ...[40, 47, 50].map((minutes) => dated(`Between 06:12 and 06:59 UTC the API was down for ${minutes} minutes.`)),
  ],
  "permalink-time-mismatch": [
    ...[-day, -3600, -601, -301, -300, -60, 0, 59, 300, 360, 361, 601, 3600, day, day + 60, 2 * day].map((apart) =>
      posted("All times in UTC.", "2024-04-11 06:12 Deployed", at + apart),
    ),
    ...[-7200, 0, 900, 1800, 3600, 3700, 14 * 3600, 15 * 3600].map((apart) =>
      posted("In order:", "2024-04-11 06:12 Deployed", at + apart),
    ),
    ...[-900, -960, 900, 1020].map((apart) => posted("All times in UTC.", "~06:12 Deployed", at + apart)),
    ...[-301, 600, 901, 1200].map((apart) => posted("All times in UTC.", "06:12–06:22 Deployed", at + apart)),
  ],
  "milestone-order": [
    ...["06:11", "06:12", "06:13", "05:12"].map((detected) =>
      dated("Text.", `started: 2024-04-11T06:12\ndetected: 2024-04-11T${detected}\n`),
    ),
    ...[
      ["started", "acknowledged"],
      ["started", "identified"],
      ["started", "mitigated"],
      ["started", "resolved"],
      ["detected", "acknowledged"],
      ["detected", "identified"],
      ["detected", "resolved"],
      ["acknowledged", "resolved"],
      ["identified", "mitigated"],
      ["mitigated", "resolved"],
    ].map(([early = "", late = ""]) => dated("Text.", `${late}: 2024-04-11T06:11\n${early}: 2024-04-11T06:12\n`)),
    ...["04-11T06:12", "04-12T06:12", "04-11T06:20", "04-11T07:12"].map((started) =>
      dated(timeline("- 06:12 Outage begins\n- 06:20 Detected\n- 07:12 Resolved"), `started: 2024-${started}Z\n`),
    ),
    ...[
      ["resolved", "mitigated"],
      ["mitigated", "identified"],
      ["acknowledged", "detected"],
    ].map(([late, early]) =>
      dated(timeline(`- 06:10 Outage begins\n- 06:12 (${late ?? ""}) One\n- 06:20 (${early ?? ""}) Two`)),
    ),
  ],
  "broken-link": [
    "[[Gone]] [[Gone#Part]] [[Gone#A#B]] [[Gone#^b]] [[gone.png]] [[gone.md]] [[Gone.MD#Part]] [[a:b]] [x](gone%20one.md) [x](https://example.com)",
    "[[Runbook#Restrat]] [[Runbook#Restrat|x]] [[Runbook#^gone]] [[Runbook#Step 1]] [[#Hree]] [x](#hree) [x](Runbook.md#Restrat)\n\n# Here",
    "%% [[Gone]] %% <!-- [[Gone]] --> `[[Gone]]` [[Gone|%%]] [[%%]] ![[Gone]]",
    {
      text: "[[A#Sept 1]] [[A#Stepp 1]] [[A#Step]] [[A#A|b]] [[A#Quoted]] [[B#a]] [[C#a]]",
      vault: { "A.md": "# Step 1\n\n> # Quotes\n\n## A|b\n", "B.md": "\r\n", "C.md": "```\n" },
    },
    "[[pic.png#x]] [[doc.pdf#page=2]] [[Runbook]] [[Runbook#Gone]] [[Runbook#A#Gone]] [[#Gone]]",
    "[[Runbook# ]] [[Runbook#]] [[Runbook##Gone]] [[Runbook#Gone#]] [x](Runbook.md#)",
    "[[../../out]] and [x](../../out.md#part)",
    "[a](Runbook.md#a-b-c) [b](Runbook.md#restart-1) [c](Runbook.md#restart-xx) [[Runbook#restart-1]] [d](#here)\n\n## Here",
  ],
  "unused-suppression": [
    `Text ${unused} goes on.`,
    `Text ${unused}\nnext.`,
    `Text\t${unused}\n\nMore.`,
    `Text.\n\n${unused}\n\nMore.`,
    `Text.\n${unused}\nMore.`,
    `${unused}\n\nText.`,
    `Text.\n\n${unused}`,
    `Text.\n\n  ${unused}  \n\n\nMore.`,
    `- Item ${unused}\n- Another`,
    ...[
      `Text.\n${unused}\n\nMore.`,
      `Text.\n\n${unused}\n\n`,
      `Text.\n\n\t${unused} \t\n\nMore.`,
      `Text.\n\n${unused}\n \n\nMore.`,
      `\n${unused}\n\nMore.`,
    ].flatMap((text) => [text, text.replaceAll("\n", "\r\n")]),
    unused,
    `# Title ${unused}\n\nMore.`,
    `| a |\n| - |\n| ${unused} |`,
    `- Item\n  ${unused}\n- Another`,
    `${unused} ${ignoring("wrong-zone: old")}`,
    ignoring("broken-link wrong-zone, empty-embed: old"),
    ...["broken-link", "broken-link:", ": broken-link", "\nbroken-link: old\n", ",", "a b: c"].map(ignoring),
    "<!-- postmortem-ignore broken-link: old -->\n\nText.",
    "%%postmortem-ignore broken-link%%\n\n%% postmortem-ignored broken-link %%",
    note("title: Text\ndate: 2024-04-11\n", "Text."),
    note("title: Text\npostmortem-ignore: broken-link\n", "Text."),
    ...[
      "brokn-link",
      '"brokn-link"',
      "zzz: old",
      "{broken-link: old, wrong-zone: old}",
      "\n  - broken-link: old\n  - wrong-zone",
      "\n  broken-link: old\n  wrong-zone: 3",
      "\n  - 3",
    ].map((value) => note(`postmortem-ignore: ${value}\n`, "Text.")),
    ignoring(""),
    ignoring("nothing-of-this-kind: old"),
    ignoring("brokn-link: old"),
    ignoring("broken-link, wrong-zone: old"),
    ...['"broken-link: old"', "[broken-link]", "[broken-link, wrong-zone]", "[]"].map((value) =>
      note(`postmortem-ignore: ${value}\n`, "Text."),
    ),
  ],
  "title-mismatch": [
    ["API outage", "API outage"],
    ["API `pool` outage", "Queue `pool` outage"],
    ["API outage 2024-04-11", "Queue outage 2024-04-12"],
    ["API outage 2024-04-11", "API outage 2024-04-12"],
    ["API outage, 12-345-6", "API outage, 12-345-7"],
    ["API #12 outage", "API #13 outage"],
    ["Incident report: API outage", "API outage"],
    ["Incident weather: API outage", "API outage review"],
    ["Post mortem - API outage", "RCA – API outage"],
    ["Write-up: API outage", "Writeup: API storm"],
    ["The summary of what went on for so many days: outage", "Storm of days: outage"],
    ["API outage report", "API outage review summary"],
    ["[[Notes/API|The API]] outage", "The API outage"],
    ["API down", "API up"],
    ["API outage", "Postmortem: API outage"],
    ["API outage", "API outage – retro"],
    ["API outage", "API outage 2024-04-11"],
    ["API outage", "Queue outage"],
    ["API outage", "[[API]] outage"],
    ["API outage", "[API](https://example.com) outage"],
    ["INC-12 API outage", "INC-13 API outage"],
    ["INC-12 API outage", "API outage"],
    ["API `pool` outage", "API `queue` outage"],
    ["Report", "Review"],
    ["Report: Queue outage", "Queue outage of orders"],
    ["Incident: Queue outage", "Queue outage of orders"],
    ["Incident report: Queue outage", "Queue outage of orders"],
    ["Incident weather: Queue outage", "Queue outage of orders"],
    ["Reporting: Queue outage", "Queue outage of orders"],
    ["The report: Queue outage", "Queue outage of orders"],
  ]
    .map(([title = "", heading = ""]) => dated(`# ${heading}`, `title: ${JSON.stringify(title)}\n`))
    .concat(
      [
        "# Queue outage\n\n# API outage",
        "## Queue outage",
        "# Queue outage\n\n## API outage\n\n> # Other",
        "> # Queue outage",
        "# Impact",
      ].map((body) => dated(body, "title: API outage\n")),
    ),
  "timeline-out-of-order": [
    "- 06:12 A\n- 06:11 B\n- 06:30 C",
    "- 06:12 A\n- 06:12 B\n- 06:12 C",
    "- 23:50 A\n- 00:10 B\n- 00:20 C",
    "- 06:12 A\n- 18:20 B\n- 06:30 C\n- 06:40 D",
    "- 12:50 A\n- 01:10 B\n- 01:20 C",
    "- 06:12 A\n  - 06:01 B\n- 06:30 C",
    "- 07:12 A\n- 06:30 B\n- 06:00 C\n- 06:10 D",
    "- 06:30 A\n- 06:10 B",
    "- 06:12–06:40 A\n- 06:30 B\n- 06:20 C",
    // About a quarter of an hour, and the same minute.
    ...["06:16", "06:15", "06:14"].map((time) => `- ~06:30 A\n- ${time} B\n- 06:40 C`),
    "- 06:30 A\n- ~06:16 B\n- 06:40 C",
    ...["06:12:30", "06:12"].flatMap((first) =>
      ["06:12:10", "06:12"].map((next) => `- ${first} A\n- ${next} B\n- 07:00 C`),
    ),
    "- 06:13 A\n- 06:12:30 B\n- 07:00 C",
    "- 06:13:30 A\n- 06:12:30 B\n- 07:00 C",
    // Newest first, with one line elsewhere.
    "- 06:40 D\n- 06:12 A\n- 06:30 C\n- 06:20 B",
    "- 06:20 B\n- 06:40 D\n- 06:30 C\n- 06:12 A",
    // Half a day back, and with a date of its own.
    ...["18:09", "18:10", "18:11"].map((time) => `- 06:10 A\n- ${time} B\n- 06:10 C\n- 06:40 D\n- 06:50 E`),
    "- 06:10 A\n- 2024-04-12 18:20 B\n- 2024-04-12 06:10 C\n- 2024-04-12 06:40 D\n- 2024-04-12 06:50 E",
    // Three of eight are no slip any more, three of nine are; four are not moved one by one.
    "- 06:50 A\n- 06:40 B\n- 06:30 C\n- 06:01 D\n- 06:02 E\n- 06:03 F\n- 06:04 G\n- 06:05 K",
    "- 06:50 A\n- 06:40 B\n- 06:30 C\n- 06:01 D\n- 06:02 E\n- 06:03 F\n- 06:04 G\n- 06:05 K\n- 06:06 L",
    `- 06:50 A\n- 06:40 B\n- 06:30 C\n- 06:20 D\n${[1, 2, 3, 4, 5, 6, 7, 8, 9].map((minute) => `- 06:0${minute} E`).join("\n")}`,
    // Lines that belong together, and those that cannot be moved.
    "- 06:12 A\n- 06:40 B\n  with more\n  - 06:41 and more\n- 06:30 C\n- 06:35 D\n- 06:50 E",
    "- 06:30 A\n- 06:35 B\n\nLater:\n\n- 06:20 C\n- 06:40 D\n- 06:38 E",
    "| Time | Event |\n| --- | --- |\n| 06:12 | Deploy |\n| 06:40 | Alert |\n| 06:30 | Revert |\n| 06:35 | Restored |",
    "### 06:12 A\n\n### 06:40 B\n\n### 06:30 C\n\n### 06:35 D",
    "- 2024-04-11 06:12 A\n- 2023-04-11 06:20 B\n- 2024-04-11 06:30 C",
  ]
    .map((lines): EdgeCase => dated(timeline(lines)))
    .concat(
      timeline("- 06:30 A\n- 06:35 B\n- 06:12 C"),
      timeline("- 06:12 A\n- 06:40 B\n- 06:30 C\n- 06:35 D").replaceAll("\n", "\r\n"),
      // The hour that the clocks left out on that night is the concern of another rule.
      "## Timeline\n\nAll times in Europe/Berlin.\n\n- 2024-03-31 01:40 A\n- 2024-03-31 02:50 B\n- 2024-03-31 03:10 C",
      {
        text: dated("## Timeline\n\n![[Log]]\n\nAll times in UTC.\n\n- 06:12 A\n- 06:40 B"),
        vault: { "Log.md": "All times in UTC.\n\n- 06:12 A\n- 06:40 B\n- 06:30 C\n- 06:35 D" },
      },
    ),
  "empty-section": [
    "## Impact\n\n## Root Cause\n\nA deploy.",
    "## Impact\n\n---\n\n## Root Cause\n\n> [!note]\n\n## Lessons\n\n```\n```",
    "## Impact\n\n- \n\n## Action Items\n\n- \n\n## Lessons\n\n1.",
    "## Action Items\n\nDescribe what will be done.\n\n## Lessons\n\n- Describe what you learned.",
    // A heading of the same level that is no known section, one of another level, and those within a quote.
    "# Outage\n\n## Impact\n\nTen.\n\n## Weather\n\n### Rain\n\n## Colours\n\nRed.",
    // Numbers alone are an answer.
    "## Impact\n\n| Table | Before | After |\n| --- | --- | --- |\n| users | 534 | 218 |\n\n## Root Cause\n\n| Why | |\n| --- | --- |\n| Trigger | |",
    "## Impact\n\nTen.\n\n> ## Root Cause\n\n## Lessons\n\n> ### Well",
    "# Weather\n\n## Impact\n\nTen.",
    // Below a timeline a heading can be the event.
    "## Timeline\n\n### 06:12 Deploy\n\n### 06:20 Alert\n\n## Impact\n\nTen.",
    "## Timeline\n\n### Later\n\n## Impact\n\nTen.\n\n## Timeline of the fix\n",
    // Bold labels.
    "**Impact**\n\n**Root cause**: A deploy.\n\n**Lessons**:",
    "**Impact**: \n\n**Root cause**: _Why?_\nA deploy.\n\n**Lessons**: Describe what you learned.",
    "**Impact**: Describe who was hit.\n\nTen requests.\n\n**Action items**: \n\n- \n",
    "Text. **Impact**\n\n**Root cause** A deploy.\n\n## Lessons\r\n\r\n",
    ...["draft", "in review", "published"].map((status) =>
      note(`status: ${status}\n`, "## Impact\n\n## Lessons\n\n## Weather\n\n_How was it?_"),
    ),
  ],
  "missing-section": [
    "Text.",
    "---\ntitle: A\n---\n",
    "# Outage\n\n## Impact\n\nTen.\n",
    "# Outage\r\n\r\n## Impact\r\n\r\nTen.\r\n\r\n### Who\r\n\r\nAll.\r\n\r\n# Annex\r\n",
    "# Impact\n\nTen.\n\n# Annex\n\nText.",
    "### Root Cause\nA deploy.\n### Action Items\n- [ ] Check keys\n### Annex\nText.",
    "**Impact**: Ten requests failed.\n\n**Root cause**: A deploy.",
    "## Action Items\n\n- [ ] Check keys\n\n## What Happened\n\nA deploy.\n\n## Impact\n\nTen.",
    "### Action Items\n\n- [ ] Check keys\n\n### Impact\n\nTen.\n\n### Annex\n\nText.",
    // Behind what is still open at the end nothing can be written.
    ...[
      "```\ncode",
      "```\ncode\n```",
      "~~~\ncode\n~~~~",
      "    code",
      "%%",
      "%% a",
      "%%\na\n%%",
      "%%%%",
      "%%%",
      "$$\na",
      "$$\na\n$$",
      "$$$",
      "$$$$",
      "<div",
      "<div>",
      "<div>\na",
      "<!-- a",
      "<!-- a -->",
      "<script>",
      "<PRE>a</PRE>",
      "<?a?>",
      "<style>",
      "<textarea>",
      "| a |\n| - |",
      "- item",
      "> quote",
    ].map((end) => `## Impact\n\nTen.\n\n${end}`),
    "## Impact\n\n```\ncode\n```\n\nText.\n\n```\ncode",
    "---\nlang: nl\n---\n\nText.",
    { text: "## Impact\n\nTen.", settings: { sections: [{ id: "impact", heading: "Schaden" }] } },
  ],
  "missing-timeline": [
    "Text.",
    "## Timeline\n\nFirst the deploy, then the alert.",
    "## Timeline\n\n- 06:12 UTC Deploy",
    "## Timeline\n\nOn 2024-04-11:\n\n- a\n- b",
    "## Timeline\n\n### 2024-04-11\n\nText.",
    "## Timeline\n",
    ...["%% a %%", "<!-- b -->", "%% a %% b", "<details>\nb\n</details>", "---"].map(
      (text) => `## Timeline\n\n### Later\n\n${text}`,
    ),
    "## Timeline\n\nTBD",
    "## Timeline\n\nFirst the deploy.\n\nTBD",
    "## Timeline\n\nFirst the deploy.\n\nTODO: the rest\n\nThen the alert.",
    "## Timeline\n\n![[Gone]]\n\nFirst the deploy.",
    "**Timeline**: First the deploy.",
    ...["First the deploy.", "TBD", "![[Gone]]", "## Later"].map((text): EdgeCase => ({
      text: "## Timeline\n\nSee below.\n\n![[Log]]",
      vault: { "Log.md": text },
    })),
  ],
  "unreadable-time": [
    ...["25:10", "06:75", "2024-02-30 06:12", "2024-13-01 06:12", "24:00", "24:01", "6:5", "06:12:61"].map((time) =>
      dated(timeline(`- ${time} A\n- 07:00 B`)),
    ),
    dated("## Timeline\n\nAll times in Europe/Berlin.\n\n- 2024-03-31 02:30 A\n- 2024-10-27 02:30 B\n- 06:00 C"),
    { text: dated("## Timeline\n\n- 2024-03-31 02:30 A"), settings: { timezone: "Europe/Berlin" } },
    dated(timeline("- 06:12 Deploy\n- `06:75` Alert\n- **25:10** Revert")),
    dated(timeline("| Time | Event |\n| --- | --- |\n| `25:10` | Deploy |\n| 06:12 | Alert |\n| morning | Restored |")),
    dated("## Timeline\n\n![[Runbook]]\n\n- around noon A\n- 06:12 UTC B\n- 06:xx C\n- ??:?? D"),
  ],
  "timeline-without-zone": [
    dated("## Timeline\n\n- 06:12 A"),
    dated("## Timeline\n\n- 06:12 A\n- 06:20 B"),
    dated("## Timeline\n\nIn order:\n\n- 06:12 UTC A\n- 06:20 B\n- 06:30 C\n- 06:40 D"),
    dated("## Timeline\n\n| Time | Event |\n| --- | --- |\n| `06:12` | Deploy |\n| 06:20 | Alert |"),
    { text: dated("## Timeline\n\n- 06:12 A"), settings: { timezone: "Europe/Berlin" } },
    { text: dated("## Timeline\n\n- 06:12 A"), settings: { timezone: "Europe/Berlin", timezoneHolds: false } },
    { text: dated("## Timeline\n\n- 06:12 A"), settings: { timezoneHolds: true } },
    { text: dated("## Timeline\n\n![[Log]]"), vault: { "Log.md": "# Log\n\nText.\n\n- 06:12 A\n- 06:20 B" } },
  ],
  "wrong-zone": [
    ...[
      "PST",
      "PDT",
      "CST",
      "CDT",
      "IST",
      "BST",
      "GMT",
      "CET",
      "CEST",
      "AEST",
      "NST",
      "UTC",
      "UTC+5:30",
      "Mars/Base",
    ].flatMap((zone) => [
      `## Timeline\n\nAll times in ${zone}.\n\n- 2024-07-11 06:12 A\n- 2024-07-11 06:20 B`,
      `## Timeline\n\nAll times in ${zone}.\n\n- 2024-01-11 06:12 A`,
    ]),
    "## Timeline\n\n- 2024-07-11 06:12 PST A\n- 2024-07-11 06:20 pst B\n- 2024-07-11 06:30 CET C\n- 2024-01-11 06:40 CEST D",
    "## Timeline\n\n- 06:12 PST A\n- 06:20 CET B",
    "## Summary\n\nOn 2024-07-11 at 06:12 PST the API failed, until 06:59 PST.\n\n## Timeline\n\n- 2024-07-11 06:12 PST A",
    "## Summary\n\nAt 06:12 PST the API failed.",
    ...[
      "PDT (UTC-7)",
      "PDT (UTC-8)",
      "PST (UTC-7)",
      "CET (UTC+2)",
      "UTC (GMT+1)",
      "IST (UTC+5:30)",
      "Europe/Berlin (UTC+3)",
    ].map((zone) => `## Timeline\n\nAll times in ${zone}.\n\n- 2024-07-11 06:12 A`),
    { text: "## Timeline\n\n![[Log]]", vault: { "Log.md": "All times in PST.\n\n- 2024-07-11 06:12 A" } },
  ],
  "zone-pair-mismatch": [
    ...["06:12", "06:13", "06:14", "05:12", "06:11", "18:12"].map((second) =>
      dated(`## Timeline\n\n- 04:12 UTC (${second} CEST) A`),
    ),
    ...["11:12 PM", "11:12", "10:12 PM", "11:12 AM"].map((second) =>
      dated(`## Timeline\n\n- 06:12 UTC (${second} PDT) A`),
    ),
    ...["22:12 PST", "23:12 PST", "21:12 PST"].map((second) => dated(`## Timeline\n\n- 06:12 UTC (${second}) A`)),
    ...["07:12 CET", "08:12 CET", "09:12 CET", "08:12 CEST"].map(
      (second) => `## Timeline\n\n- 06:12 UTC (${second}) A`,
    ),
    ...["23:12", "22:12", "23:13", "23:14", "00:12"].map((second) =>
      dated(
        `## Timeline\n\n| UTC | PDT | Event |\n|---|---|---|\n| 06:12 | ${second} | Deploy |\n| 07:00 | 00:00 | Alert |`,
      ),
    ),
    ...["22:12", "23:12", "21:12"].map((second) =>
      dated(
        `## Timeline\n\n| PST | UTC | Event |\n|---|---|---|\n| ${second} | 06:12 | Deploy |\n| 22:50 | 06:50 | Alert |`,
      ),
    ),
    dated("## Summary\n\nFrom 06:12 to 06:59 UTC (08:12–08:58 CEST) it was down."),
    dated("## Summary\n\nAt 23:50 UTC (01:50 CEST) and at 00:10 UTC (03:10 CEST) it was down."),
  ],
  "event-outside-incident": [
    ...["2024-04-03", "2024-04-04", "2024-04-17", "2024-04-18", "2024-04-19", "2025-04-11"].map((other) =>
      dated(timeline(`- 2024-04-11 06:12 A\n- ${other} 06:20 B\n- 2024-04-11 06:59 C`)),
    ),
    dated(
      timeline(
        "- 2024-04-11 06:12 A\n- 2023-04-11 06:20 B\n- 2023-04-11 06:25 C\n- 2023-04-12 06:30 D\n- 2023-04-12 06:31 E\n- 2023-04-12 06:32 F",
      ),
    ),
    // What led to it, day by day, and a single day.
    dated(timeline("- 2024-03-01 06:12 Merged\n- 2024-04-11 06:20 B")),
    dated(timeline("- 2024-03-01 06:12 Merged\n- 2024-03-02 06:12 Built\n- 2024-04-11 06:20 B")),
    dated(timeline("- 2024-03-02 06:12 Merged\n- 2024-03-01 06:12 Built\n- 2024-04-11 06:20 B")),
    dated(timeline("- 2024-03-01 06:12 Merged\n- 2024-03-01 06:30 Built\n- 2024-04-11 06:20 B")),
    dated(timeline("- 2024-03-01 06:12 The fault lay dormant\n- 2024-04-11 06:20 B")),
    dated(timeline("- 2024-03-01 06:12 Bug introduced\n- 2024-04-11 06:20 B")),
    ...["2023-10-13", "2023-10-14"].map((first) =>
      dated(timeline(`- ${first} 06:12 Merged\n- 2024-03-01 06:12 Built\n- 2024-04-11 06:20 B`)),
    ),
    dated(timeline("- 2024-03-01 06:12 Merged\n- 2024-03-02 06:12 Built")),
    dated(timeline("- 2024-05-01 06:12 Merged\n- 2024-05-02 06:12 Built\n- 2024-04-11 06:20 B")),
    `# Outage\n\n${timeline("- 2024-03-01 06:12 A")}`,
    {
      text: dated(timeline("- 2024-04-13 06:12 A")),
      settings: { rules: { "event-outside-incident": { options: { days: 1 } } } },
    },
    {
      text: dated(timeline("- 2024-04-12 06:12 A")),
      settings: { rules: { "event-outside-incident": { options: { days: 1 } } } },
    },
    ...["2024-04-11 06:12 B", "2024-02-02 06:12 B"].map((own): EdgeCase => ({
      text: dated(`## Timeline\n\n![[Log]]\n\nAll times in UTC.\n\n- ${own}`),
      vault: { "Log.md": "All times in UTC.\n\n- 2024-02-01 10:00 A\n- 2024-02-02 10:40 C" },
    })),
  ],
  "metric-mismatch": [
    ...[44, 45, 46, 47, 49, 50, 39, 36, 37].map((minutes) =>
      note(
        "started: 2024-04-11T06:12\ndetected: 2024-04-11T06:20\nresolved: 2024-04-11T06:59\n",
        `- **Time to resolve:** ${minutes} minutes`,
      ),
    ),
    ...["detect", "acknowledge", "identify", "mitigate", "repair", "resolve"].flatMap((verb) =>
      ["- **Time to", "Time to"].map((lead) =>
        note(
          "started: 2024-04-11T06:00\ndetected: 2024-04-11T06:10\nacknowledged: 2024-04-11T06:20\nidentified: 2024-04-11T06:30\nmitigated: 2024-04-11T06:40\nresolved: 2024-04-11T06:50\n",
          `${lead} ${verb}: 4 minutes`,
        ),
      ),
    ),
    ...["detect", "acknowledge", "identify", "mitigate", "resolve"].map((verb) =>
      note(
        `started: 2024-04-11T06:00\ndetected: 2024-04-11T06:10\nacknowledged: 2024-04-11T06:20\nidentified: 2024-04-11T06:30\nmitigated: 2024-04-11T06:40\nresolved: 2024-04-11T06:50\ntime-to-${verb}: 4\n`,
        "Text.",
      ),
    ),
    note(
      "started: 2024-04-11T06:00\nmitigated: 2024-04-11T06:40\ntime-to-resolve: 4\n",
      "- Time to repair: 40 minutes",
    ),
    note(
      "started: 2024-04-11T06:00\nmitigated: 2024-04-11T06:40\nresolved: 2024-04-11T06:50\n",
      "- Time to repair: 50 minutes\n- Time to resolve: 40 minutes",
    ),
    note(
      "started: 2024-04-11T06:00\nresolved: 2024-04-11T06:50\n",
      "The incident lasted 4 minutes. The outage lasted 4 minutes. Duration: 4 minutes",
    ),
    note(
      "started: 2024-04-11T06:00\nresolved: 2024-04-11T06:50\n",
      "- Time to resolve: 4 minutes of support hours\n- Time to resolve: 4 minutes (06:00–06:04)",
    ),
    note(
      "started: 2024-04-11T06:00\nresolved: 2024-04-11T06:50\n",
      "- Time to resolve: within 4 minutes\n- Time to resolve: at least 4 minutes\n- Time to resolve: at most 4 minutes",
    ),
    note("started: 2024-04-11T06:50\nresolved: 2024-04-11T06:00\ntime-to-resolve: 4\ntime-to-detect: x\n", "Text."),
    // Where the milestones are worded only, and where it was declared later.
    dated(
      `${timeline("- 06:00 Outage begins\n- 06:10 Alert fired\n- 06:20 Incident declared\n- 06:50 Resolved")}\n\n## Metrics\n\n- Time to resolve: 30 minutes\n- Time to detect: 4 minutes`,
    ),
    ...[30, 4].map((minutes) =>
      dated(
        `${timeline("- 06:00 Deploy\n- 06:10 Alert fired\n- 06:20 Incident declared\n- 06:50 Resolved")}\n\n## Metrics\n\n- Time to resolve: ${minutes} minutes`,
      ),
    ),
  ],
  "derived-time-conflict": [
    ...[39, 40, 41, 30, 50].map((minutes) =>
      dated(`## Summary\n\nThe pool ran dry at 14:02 UTC. ${minutes} minutes later, at 14:42, the disk was full.`),
    ),
    ...[" later, at ", " later (at ", " later at ", " later the disk, at ", " after that, at ", " of work, at "].map(
      (gap) => dated(`## Summary\n\nThe pool ran dry at 14:02 UTC. 30 minutes${gap}14:42, the disk was full.`),
    ),
    dated("## Summary\n\nThe pool ran dry at 23:50 UTC. 30 minutes later, at 00:20 UTC, the disk was full."),
    dated("## Summary\n\nThe pool ran dry at 14:02 UTC. 30 minutes later, at 16:42 CEST, the disk was full."),
    dated("## Summary\n\nThe pool ran dry at 14:02 UTC. 30 minutes later the disk was full. At 14:42 it was empty."),
    ...[12, 14, 5, 3, 2].flatMap((minutes) =>
      ["within", "after", "in"].map((word) =>
        note(
          "started: 2024-04-11T06:12\ndetected: 2024-04-11T06:20\nacknowledged: 2024-04-11T06:25\n",
          `The on-call engineer acknowledged the alert ${word} ${minutes} minutes.`,
        ),
      ),
    ),
    ...[
      "of the first meeting",
      "of, it seems, a meeting",
      "of a meeting: the first",
      "of the alert",
      "of the start",
      "of 06:20",
      "after the deploy",
      "from then on",
      "",
      "later",
    ].map((origin) =>
      note(
        "started: 2024-04-11T06:12\nidentified: 2024-04-11T08:25\n",
        `The root cause was identified within 1 hour ${origin}.`,
      ),
    ),
    ...["resolved", "identified", "The cause was found and then it was resolved"].map((words) =>
      note(
        "started: 2024-04-11T06:12\nidentified: 2024-04-11T08:25\nresolved: 2024-04-11T09:00\n",
        `${words} 10 minutes later, the team went home. 10 minutes later, the incident was resolved.`,
      ),
    ),
    note("detected: 2024-04-11T06:20\nacknowledged: 2024-04-11T06:40\n", "The page was acknowledged within 5 minutes."),
    ...[27, 28, 29, 47, 48, 20].map((minutes) =>
      dated(
        `## Summary\n\nA deployment at 06:12 UTC removed the limit. Postgres ran out of connections within 19 minutes, resulting in a ${minutes}-minute full outage.\n\n## Impact\n\n- **Duration:** 47 minutes (06:12–06:59 UTC)`,
      ),
    ),
    ...[
      "Postgres ran out of connections within 50 minutes, resulting in a 47-minute full outage.",
      "Postgres ran out of connections within 19 minutes. It was a 47-minute full outage.",
      "Postgres ran out of connections within 19 minutes, beside a 47-minute full outage.",
      "Postgres ran out of connections within 19 minutes, resulting in a 47-minute outage.",
      "Postgres ran out of connections within 19 minutes, resulting in a full outage of at least 47 minutes.",
    ].map((words) =>
      dated(
        `## Summary\n\nA deployment at 06:12 UTC removed the limit. ${words}\n\n## Impact\n\n- **Duration:** 47 minutes (06:12–06:59 UTC)`,
      ),
    ),
    dated("## Summary\n\nPostgres ran out of connections within 19 minutes, resulting in a 47-minute full outage."),
    dated(
      "## Summary\n\nThe queue stood from 10:02 to 11:32 UTC. It was seen 8 minutes after it began, and 20 minutes later, at 10:40, the cause.",
    ),
  ],
  "figure-mismatch": [
    ...[
      ["2,300 requests failed.", "2,300 failed requests"],
      ["2,300 requests failed.", "2,301 failed requests"],
      ["~2,300 requests failed.", "2,341 failed requests"],
      ["~2,300 requests failed.", "2,360 failed requests"],
      ["2,300 requests failed, then 40 requests.", "2,400 failed requests"],
      ["2,300 requests failed.", "2,400 failed requests, 2,500 failed requests"],
      ["2,300 requests failed, all 2,300 requests.", "2,400 failed requests"],
      ["2,300 requests failed.", "2,400 slow requests"],
      ["180 customers were hit.", "190 customers"],
      ["$4,200 were lost.", "€4,200 lost"],
      ["$4,200 were lost.", "$4,300 lost"],
      ["£4,200 were lost.", "£4,300 lost"],
      ["¥4,200 were lost.", "¥4,300 lost"],
      ["12 % of requests failed.", "13 % of requests failed"],
      ["12 companies were hit.", "13 companies"],
      ["At most 12 customers were hit.", "13 customers"],
    ].map(([summary = "", impact = ""]) => spans(summary, impact)),
    dated("2,300 requests failed.\n\n## Impact\n\n2,400 failed requests"),
    dated("## Root Cause\n\n2,300 requests failed.\n\n## Impact\n\n2,400 failed requests"),
    dated("## Impact\n\n2,400 failed requests\n\n2,300 requests failed."),
    dated("## Summary\n\n180 customers.\n\n## Impact\n\n190 customers", "customers_affected: 200\n"),
    { text: dated("![[Log]]\n\n## Impact\n\n190 customers"), vault: { "Log.md": "180 customers were hit." } },
  ],
  "shared-timeline": [
    ...["2024-04-09", "2024-04-10", "2024-04-11", "2024-04-12", "2024-04-04", "2024-04-03"].map((other): EdgeCase => ({
      text: dated("## Timeline\n\n![[Log#Key Events]]"),
      vault: {
        "Log.md": "## Key Events\n\nAll times in UTC.\n\n- 06:12 A",
        [`Incident-${other}-Other.md`]: note(`date: ${other}\n`, "## Timeline\n\n![[Log#key events]]"),
      },
    })),
    ...["2024-03-01", "2024-04-04", "2024-04-18", "2024-04-10"].map((event): EdgeCase => ({
      text: dated("## Timeline\n\n![[Log#Key Events]]"),
      vault: {
        "Log.md": `## Key Events\n\nAll times in UTC.\n\n- ${event} 06:12 A\n- 06:20 B`,
        "Incident-2024-04-09-Other.md": note("date: 2024-04-09\n", "## Timeline\n\n![[Log#Key Events]]"),
      },
    })),
    ...[
      "![[Log]]",
      "![[Log#Key Events|events]]",
      "- ![[Log#Key Events]]",
      "![[Log#^block]]",
      "![[Log#Key Events]] ![[Log#Key Events]]",
      "![x](Log.md#Key%20Events)",
    ].map((embed): EdgeCase => ({
      text: dated(`## Timeline\n\n${embed}`),
      vault: {
        "Log.md": "# Log\n\n### Key Events\n\nAll times in UTC.\n\n- 06:12 A ^block\n\n### Others\n\nText.\n",
        "Incident-2024-04-01-One.md": note(
          "date: 2024-04-01\n",
          "## Timeline\n\n![[Log]] ![[Log#Key Events]] ![[Log#^block]]",
        ),
        "Incident-2024-03-01-Two.md": note(
          "date: 2024-03-01\n",
          "## Timeline\n\n![[Log]] ![[Log#Key Events]] ![[Log#^block]]",
        ),
        "Incident-2024-03-01-Three.md": note(
          "date: 2024-03-01\n",
          "## Timeline\n\n![[Log]] ![[Log#Key Events]] ![[Log#^block]]",
        ),
        "Incident-2024-02-01-Elsewhere.md": note(
          "date: 2024-02-01\n",
          "## Impact\n\n![[Log]] ![[Log#Key Events]]\n\n## Timeline\n\n- 06:12 UTC A",
        ),
      },
    })),
    ...["## Key Events 2024-04-11", "```\ncode"].map((end): EdgeCase => ({
      text: dated("## Timeline\n\n![[Log#Key Events]]"),
      vault: {
        "Log.md": `## Key Events\n\nAll times in UTC.\n\n- 06:12 A\n\n${end}`,
        "Incident-2024-03-01-Other.md": note("date: 2024-03-01\n", "## Timeline\n\n![[Log#Key Events]]"),
      },
    })),
  ],
  "recurring-incident": [
    ...["2023-10-13", "2023-10-14", "2024-04-10", "2024-04-11", "2024-04-12"].map((other): EdgeCase => ({
      text: dated("# A", "services: [api]\nfactors: [capacity]\n"),
      vault: { [`Incident-${other}-Other.md`]: note(`date: ${other}\nservices: [api]\nfactors: [capacity]\n`, "# B") },
    })),
    ...[1, 2, 3, 4].map((count): EdgeCase => ({
      text: dated("# A", "services: [api, web]\nfactors: [capacity, change]\n"),
      vault: Object.fromEntries(
        Array.from({ length: count }, (_, index) => [
          `Incident-2024-03-0${index + 1}-Other.md`,
          note(
            `date: 2024-03-0${index + 1}\nservices: [web, api]\nfactors: [change, capacity]\n`,
            `## Action Items\n\n${"- [ ] Add an alert\n".repeat(index)}`,
          ),
        ]),
      ),
    })),
    // The later ones have done what they wanted.
    {
      text: dated("# A", "services: [api]\nfactors: [capacity]\n"),
      vault: Object.fromEntries(
        ["x", "x", "x", "x", " ", " "].map((mark, index) => [
          `Incident-2024-03-0${9 - index}-Other.md`,
          note(
            `date: 2024-03-0${9 - index}\nservices: [api]\nfactors: [capacity]\n`,
            `## Action Items\n\n- [${mark}] Add an alert`,
          ),
        ]),
      ),
    },
    ...["2024-04-11", "2024-04-12"].map((created): EdgeCase => ({
      text: dated("# A", "services: [api]\nfactors: [capacity]\n"),
      vault: {
        "Incident-2023-03-01-Old.md": note(
          "date: 2023-03-01\nservices: [api]\nfactors: [capacity]\n",
          `## Action Items\n\n- [ ] Add an alert ➕ ${created}`,
        ),
      },
    })),
  ],
  "duplicate-section": [
    "## Impact\n\nA\n\n## Impact\n\nB",
    "## Impact\n\nA\n\n## impact:\n\nB\n\n## **Impact**\n\nC",
    "## Impact\n\nA\n\n## Auswirkungen\n\nB",
    "# One\n\n## Impact\n\nA\n\n# Two\n\n## Impact\n\nB",
    "## Impact\n\nA\n\n### Impact\n\nB\n\n## Lessons\n\n### Impact\n\nC",
    "### Impact\n\nA\n\n## Root Cause\n\nB\n\n### Impact\n\nC\n\n### Impact\n\nD",
    "# One\n\n### Impact\n\nA\n\n## Root Cause\n\nB\n\n# Two\n\n### Impact\n\nC",
    "**Impact**: A\n\n**Impact**: B",
  ],
  "stale-draft": [
    ...["SEV-1", "SEV-2", "SEV-3", "SEV-5"].flatMap((severity) =>
      ["2024-05-10", "2024-05-09", "2024-05-08", "2024-05-07", "2024-04-30", "2024-04-11"].map((date) =>
        note(`date: ${date}\nseverity: ${severity}\nstatus: draft\n`, "# A"),
      ),
    ),
    ...["2024-05-08", "2024-04-11"].flatMap((date) =>
      ["draft", "in review", "published", "unknown"].map((status) => note(`date: ${date}\nstatus: ${status}\n`, "# A")),
    ),
    note("status: draft\n", "# A"),
    note("date: 2024-04-11\n", "# A"),
  ],
  "overdue-action-item": [
    ...["2024-05-13", "2024-05-14", "2024-05-15", "2024-05-16"].map(
      (due) => `## Action Items\n\n- [ ] Add an alert 📅 ${due}`,
    ),
    ...["2024-04-15", "2024-04-14"].flatMap((created) =>
      ["", " 📅 2024-05-01", " 📅 2024-06-01"].map((due): EdgeCase => ({
        text: `## Action Items\n\n- [ ] Add an alert ➕ ${created}${due}`,
        settings: { followUps: { oldest: 30 } },
      })),
    ),
    { text: dated("## Action Items\n\n- [ ] Add an alert"), settings: { followUps: { oldest: 30 } } },
    "## Action Items\n\n| Item | Due |\n| --- | --- |\n| Add an alert | 2024-05-01 |",
  ],
  "duplicate-action-item": [
    "## Action Items\n\n- [ ] Add an alert\n- [ ] Add an alert\n- [x] Add an alert\n- [ ] add an **alert** @ada",
    "## Action Items\n\n| Item | Owner |\n| --- | --- |\n| Add an alert | Ada |\n| Add an alert | Ben |",
    {
      text: dated("## Action Items\n\n- [ ] Add an alert\n- [ ] Raise the limit\n- [ ] Raise the limit"),
      vault: {
        "Incident-2024-03-02-B.md": "## Action Items\n\n- [ ] Add an alert\n- [ ] Raise the limit",
        "Incident-2024-03-01-A.md": "## Action Items\n\n- [ ] Add an alert\n- [ ] Add an alert\n- [x] Raise the limit",
        "Notes.md": "## Action Items\n\n- [ ] Raise the limit",
      },
    },
  ],
  "ambiguous-link": [
    {
      text: '---\nowner: "[[A]]"\n---\n\nSee [[A]], ![[A|x]], [[A#b]], [it](A.md), [it](%41.md), [[x/A]] and %% [[A]] %%.',
      vault: { "x/A.md": "", "y/A.md": "" },
    },
    { text: "See [[A]].", vault: { "x/A.md": "", "y/A.md": "", "z/A.md": "" } },
    {
      text: "See [[A]] and ![[p.png]].",
      vault: { "x/A.md": "", "y/A.md": "", "z/A.md": "", "w/A.md": "", "w/p.png": "", "x/p.png": "" },
    },
    { text: "See [[A]].", vault: { "A.md": "", "y/A.md": "" } },
  ],
  "broken-embed": [
    "![[Gone]] ![[Gone#Part]] ![[Gone#A#B]] ![[Gone#^b]] ![[gone.png]] ![[gone.md]] ![[a:b]]",
    "![[Runbook#Gone]] ![[Runbook#Restrat]] ![[Runbook#^gone]] ![[#Gone]] ![[#Here|x]]\n\n# Here",
    "%% ![[Gone]] %% <!-- ![[Gone]] --> ![](gone.png) ![](gone.md) ![](https://example.com/a.png)",
    "- ![[Two]]\n\n| a |\n| - |\n| ![[Runbook]] |\n| ![[Runbook#Restart]] |",
    {
      text: "![[One]]\n\nText ![[Code]] here.",
      vault: { "One.md": "![[Two]] ![[Three#Gone]]", "Two.md": "![[Four]]", "Three.md": "", "Code.md": "```\na\n```" },
    },
  ],
  "unfilled-placeholder": [
    ...["draft", "published"].map((status) =>
      note(`status: ${status}\n`, "## Impact\n\nTODO: who?\n\n- **Customers:** TBD"),
    ),
    ...["", "See.", "- [ ] a", "`TODO`"].map((text) => `TODO ${text}`),
    ...[
      "Tell who was hit and for how long.",
      "Tell who was hit and for how long. {{date}}",
      "Tell who was hit. <% tp.date %>",
      "Who was hit",
      "Was hit",
      "_Tell who was hit and for how long._",
      "TODO: tell who was hit",
    ].map((line): EdgeCase => ({
      text: `## Impact\n\n${line}\n\nMore.`,
      vault: { "Template.md": `## Impact\n\n${line}\n` },
      settings: { newNote: { template: "Template.md" } },
    })),
    // How many finished postmortems hold the line.
    ...[
      [0, 1],
      [1, 0],
      [1, 1],
      [0, 2],
      [1, 2],
      [2, 2],
      [2, 3],
      [0, 3],
      [0, 5],
      [3, 3],
    ].flatMap(([holding = 0, others = 0]) =>
      ["published", "draft", ""].map((status): EdgeCase => {
        const finished = (text: string): string =>
          note(status === "" ? "tags: [postmortem]\n" : `status: ${status}\n`, text);
        return {
          text: "## Impact\n\nTell who was hit and for how long.",
          vault: {
            "Template.md": "## Impact\n\nTell who was hit and for how long.\n",
            ...several(holding, "01", finished("Tell who was hit and for how long.")),
            ...several(others, "02", finished("Text.")),
          },
          settings: { newNote: { template: "Template.md" } },
        };
      }),
    ),
  ],
  "counterfactual-language": [
    "We should have tested it. The alert should have fired. An item should have an owner. We should not have deployed.",
    "It could have been caused by the deploy. It could have been worse. We could easily have seen it.",
    "If only we had known. If only the alert had fired.",
    "## We should have tested it\n\n- We should have tested it\n\n> We should have tested it",
    "Nobody-should have tested it. We should have-tested it.",
    {
      text: "With hindsight, with  hindsight-bias and withhindsight. Über with hindsightü.",
      settings: { language: { counterfactual: ["with hindsight"] } },
    },
    { text: "We should have tested it, they said.", settings: { language: { exceptions: ["have tested"] } } },
    { text: "C++ (again) failed. C++.", settings: { language: { counterfactual: ["C++", " (again) "] } } },
  ],
};
