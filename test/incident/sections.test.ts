import { describe, expect, it } from "vitest";
import { findSections, sectionIdOf } from "../../src/incident";
import { defaultSettings, readSettings } from "../../src/settings";
import { parseNote } from "../../src/note";
import { expectLinear, repeated } from "../linear";

function found(text: string, settings = defaultSettings): [id: string, body: string][] {
  return findSections(parseNote(text), settings).map(({ id, body }) => [id, text.slice(body.start, body.end)]);
}

describe("sectionIdOf", () => {
  it.each([
    [
      "what-happened",
      [
        "What Happened",
        "what happened?",
        "Summary",
        "1. Summary",
        "1) Summary",
        "1.2 Summary",
        "II. Overview",
        "1️⃣ Summary",
        "🔴 1. Summary",
        "✅ 4) Descrição do Incidente",
        "📝 Summary",
        "**Summary**",
        "TL;DR",
        "tldr",
        "Summary of the incident",
        "Incident Summary",
        "Executive summary:",
        "Was passiert ist",
        "Was war passiert?",
        "１．障害概要",
        "1.概述",
      ],
    ],
    [
      "timeline",
      [
        "Timeline",
        "⏱️ Timeline",
        "Timeline (UTC)",
        "Timeline (all times PST ) Saturday",
        "Timeline: all times UTC",
        "Key Events",
        "Incident Timeline",
        "Timeline of events",
        "Chronology",
        "Timeline - UTC",
        "TIMELINE",
        "Minute by minute",
        "TOP 2: Ablauf des Vorfalls",
        "Part 3 – Timeline",
        "Zeitstrahl",
        "II. RELATO CRONOLOGICO",
        "Sequência dos acontecimentos",
        "Chronologie de l'attaque",
        "Déroulé des faits",
        "Evolución de la incidencia",
        "Linha do tempo do ataque",
        "Cronología de los eventos",
        "⏱️ 2. Sequência dos eventos",
        "Verlauf des Angriffs",
      ],
    ],
    [
      "root-cause",
      [
        "Root Cause",
        "Root causes",
        "Root Cause(s)",
        "Root cause & trigger",
        "Root Cause and Trigger",
        "Contributing Factors",
        "Cause",
        "The cause",
        "5 Whys",
        "Woran lag es?",
        "D4 Grundursachen",
        "Raiz do problema",
        "Causes de la panne",
        "¿Por qué?",
        "Por que ocorreu?",
      ],
    ],
    [
      "impact",
      [
        "Impact",
        "Impacts",
        "Customer impact",
        "Impact (customers)",
        "Impact: 47 minutes",
        "Effects",
        "Who was affected?",
        "Wen hat es getroffen?",
        "Quelles conséquences ?",
        "Trámites afectados",
        "Consequências do incidente",
      ],
    ],
    [
      "action-items",
      [
        "Action Items",
        "Action items:",
        "Actions",
        "Follow-ups",
        "Follow ups",
        "Follow-Up Items",
        "Next steps",
        "Followups",
        "Remediation",
        "Corrective Actions",
        "✅ Action Items",
        "Action Items & Follow-ups",
        "Prevention and Remediation",
        "Corrective Actions（是正）",
        "Follow-up checklist",
        "TODO",
        "To-do",
        "What happens next?",
        "Wie es weitergeht",
        "D5/D6 Abstellmaßnahmen",
        "Ce qu'on va faire",
        "Deliberações",
        "Et maintenant ?",
        "🔒 Prévention future",
        "Actions futures",
        "Folgearbeiten",
        "¿Y ahora qué?",
        "Providências",
      ],
    ],
    [
      "went-well",
      [
        "What went well",
        "What worked well",
        "Things that went well",
        "Was gut lief",
        "Was hat geholfen?",
        "Ce qui a fonctionné.",
        "Puntos fuertes / What went well",
      ],
    ],
    [
      "went-wrong",
      [
        "What went wrong",
        "What didn't go well",
        "Ce qui s'est mal passé",
        "Ce qui doit être amélioré",
        "うまくいかなかったこと",
      ],
    ],
    [
      "got-lucky",
      [
        "Where we got lucky",
        "Wo wir Glück hatten",
        "Dónde tuvimos suerte",
        "Onde tivemos sorte",
        "Facteurs de chance",
        "幸运之处",
      ],
    ],
  ])("knows %s", (id, headings) => {
    for (const heading of headings) expect([heading, sectionIdOf(heading, defaultSettings)]).toEqual([heading, id]);
  });

  it.each([
    "Lessons learned",
    "Detection",
    "Resolution",
    "06:31 Impact",
    "Related",
    "The incident",
    "Postmortem",
    "",
    "2024-04-11",
    "Impact of staging on load tests",
    "Lessons learned and next steps",
    "Causes of joy and their events in detail",
    "D4",
    "See incident 42: Impact",
    "Informations générales",
  ])("leaves %s alone", (heading) => {
    expect(sectionIdOf(heading, defaultSettings)).toBeNull();
  });

  it("knows a team's own sections and synonyms", () => {
    const { settings } = readSettings({
      sections: [
        { id: "lessons", heading: "Lessons learned", synonyms: ["Learnings"] },
        { id: "impact", synonyms: ["Blast radius"] },
      ],
    });
    expect(sectionIdOf("2. Lessons Learned", settings)).toBe("lessons");
    expect(sectionIdOf("Blast Radius", settings)).toBe("impact");
    expect(sectionIdOf("Customer impact", settings)).toBeNull();
  });
});

describe("findSections", () => {
  it("gives each section with its body, up to the next equal or higher heading", () => {
    expect(found("# Retro\n\n## Summary\nS\n### Detail\nD\n## Related\nR\n## Impact\n")).toEqual([
      ["what-happened", "S\n### Detail\nD\n"],
      ["impact", ""],
    ]);
  });

  it("gives a section twice when it occurs twice, but takes a heading within it as part of it", () => {
    expect(found("## Impact\n### Customer impact\nC\n## Impact\nI").map(([id]) => id)).toEqual(["impact", "impact"]);
    expect(found("## What happened\n### Timeline\nT\n## Impact").map(([id]) => id)).toEqual([
      "what-happened",
      "timeline",
      "impact",
    ]);
  });

  it("gives the section of a name that the title has too", () => {
    const text = "# Incident analysis\n\n## Summary\nS\n## Root cause\nR\n## Impact\nI\n";
    expect(found(text).map(([id]) => id)).toEqual(["what-happened", "root-cause", "impact"]);
    expect(found("# Root cause\n\nR\n\n## Details\nD\n").map(([id]) => id)).toEqual(["root-cause"]);
  });

  it.each([
    ["en", "Technical cause", "root-cause"],
    ["en", "Steps taken to prevent this from happening again", "action-items"],
    ["en", "How we were affected", "impact"],
    ["de", "Wie der Ablauf war", "timeline"],
    ["de", "2. Spürbare Folgen im Alltag", "impact"],
    ["fr", "D'où cela venait : les causes", "root-cause"],
    ["fr", "Ce que nous prenons comme mesures", "action-items"],
    ["es", "Los hechos en pocas palabras", "what-happened"],
    ["es", "Alcance para quienes compraban", "impact"],
    ["pt", "Providências que tomamos", "action-items"],
    ["pt", "Por que isso foi possível", "root-cause"],
    ["ja", "今回の主な要因について", "root-cause"],
    ["zh", "这次整改的安排", "action-items"],
  ])("takes a word for a hint at a section that has no other heading, in %s: %s", (language, heading, id) => {
    const note = (...headings: readonly string[]): string =>
      `---\nlang: ${language}\n---\n# X\n\n${headings.map((each) => `## ${each}\n\n- x\n\n`).join("")}`;
    expect(found(note("Y", heading))).toEqual([[id, "\n- x\n\n"]]);
    const usual = defaultSettings.sections.find((section) => section.id === id)?.heading ?? "";
    expect(found(note(heading, usual)).map(([, body]) => body)).toEqual(["\n- x\n\n"]);
    // It may be of another section's parts, the name of the note, or an event.
    expect(found(note(`Impact\n\n### ${heading}`)).map(([first]) => first)).toEqual(["impact"]);
    expect(found(`---\nlang: ${language}\n---\n# ${heading}\n\n## Y\n\n- x\n`)).toEqual([]);
    expect(found(note(`06:12 ${heading}`))).toEqual([]);
    expect(found(note(heading).replace(language, language === "ja" ? "zh" : "ja"))).toEqual([]);
  });

  it.each([
    "Actions taken during the incident",
    "Why the impact grew",
    "Order events that were lost",
    "Steps to reproduce",
  ])("takes a heading whose words hint at several sections, or at none, for no section: %s", (heading) => {
    expect(found(`# X\n\n## Y\n\n## ${heading}\n\n- x\n`)).toEqual([]);
  });

  it("takes no word for a hint that tells of what was done about it already", () => {
    expect(found("---\nlang: fr\n---\n# X\n\n## Correctif appliqué\n\n- x\n")).toEqual([]);
  });

  it.each([
    ["es", "Medidas varias", "Plan de acción inmediato", "Plan de acción a largo plazo"],
    ["pt", "Medidas diversas", "Plano de ação emergencial", "Plano de ação de longo prazo"],
    ["de", "Maßnahmen im Überblick", "Nächste Schritte im Netz", "Nächste Schritte im Team"],
  ])(
    "takes all headings that begin with a listed name before one word that hints, in %s",
    (language, hint, ...begun) => {
      const of = (heading: string): string => `## ${heading}\n\n- [ ] x\n\n`;
      const note = `---\nlang: ${language}\n---\n# X\n\n${[hint, ...begun].map(of).join("")}`;
      expect(findSections(parseNote(note, "A.md"), defaultSettings).map(({ name }) => name)).toEqual(begun);
      // Where one has the name itself, the others are what they were.
      const named = note + of("Action Items");
      expect(findSections(parseNote(named, "A.md"), defaultSettings).map(({ name }) => name)).toEqual(["Action Items"]);
    },
  );

  it.each([
    ["es", "Action items implementados en 2024", "action-items"],
    ["pt", "Ações corretivas V66", "action-items"],
    ["fr", "Root cause du 12 mai", "root-cause"],
  ])("takes a heading that begins with a listed name, with numbers too, in %s: %s", (language, heading, id) => {
    expect(found(`---\nlang: ${language}\n---\n# X\n\n## ${heading}\n\nx\n`).map(([first]) => first)).toEqual([id]);
  });

  it("takes what stands in brackets for a name of the settings, and for no state", () => {
    expect(found("## Zeitverlauf (Timeline)\n\nx\n").map(([id]) => id)).toEqual(["timeline"]);
    expect(found("## Copias de seguridad (PENDIENTE)\n\nx\n")).toEqual([]);
  });

  it("takes two labels at least, each on a line of its own, where no heading is", () => {
    expect(found("Timeline:\n\n- 10:00 Stopped\n\nImpact:\n\nAll of them.\n")).toEqual([
      ["timeline", "\n\n- 10:00 Stopped\n\n"],
      ["impact", "\n\nAll of them.\n"],
    ]);
    expect(found("Timeline:\n\n- 10:00 Stopped\n")).toEqual([]);
    expect(found("Timeline: below.\n\nImpact: all of them\nand more\n")).toEqual([]);
  });

  it("knows a name without what goes before and behind it where words have no blanks", () => {
    const names = {
      "what-happened": ["事故现象", "问题概况", "问题现象详解", "发生了什么", "障害の概要", "発生事象"],
      timeline: ["故障经过", "故障时间线梳理", "详细时间线", "当日の経過", "タイムライン詳細"],
      "root-cause": [
        "问题根源分析",
        "故障根因定位",
        "根本原因深度分析",
        "本次事故原因",
        "障害の原因について",
        "発生原因",
      ],
      impact: ["影响分析", "故障影响范围", "影响评估", "障害の影響", "今回の影響"],
      "action-items": ["后续跟进", "行动清单", "问题改进措施", "今後の改善策"],
      "went-wrong": ["需要改进的地方", "做得不足的", "改善すべきこと", "改善が必要な点"],
    };
    for (const [id, headings] of Object.entries(names))
      for (const heading of headings) expect(sectionIdOf(heading, defaultSettings), heading).toBe(id);
    for (const heading of [
      "问题定位",
      "故障时间",
      "事故报告",
      "障害対応",
      "事件内容",
      "発生日時",
      "分析",
      "故障",
      "主循环异常处理不足",
    ])
      expect(sectionIdOf(heading, defaultSettings), heading).toBeNull();
  });

  it("takes a preface for what happened only where nothing else is", () => {
    const note = (...headings: string[]): string =>
      `---\nlang: zh\n---\n# X\n\n${headings.map((each) => `## ${each}\n\n- x\n\n`).join("")}`;
    expect(found(note("前言", "影响范围")).map(([id]) => id)).toEqual(["what-happened", "impact"]);
    expect(found(note("前言", "故障现象")).map(([, body]) => body)).toHaveLength(1);
    expect(found(note("背景", "异常处理不足")).map(([id]) => id)).toEqual(["what-happened"]);
  });

  it("takes labels with the ornaments of notices, each the beginning of a line", () => {
    expect(found("■ 概要\n決済ができない。\n\n■原因：期限切れ\n\n【再発防止策】\n・監視\n")).toEqual([
      ["what-happened", "\n決済ができない。\n\n"],
      ["root-cause", "期限切れ\n\n"],
      ["action-items", "\n・監視\n"],
    ]);
    expect(found("一、故障概述\n\n支付失败。\n\n二、故障经过：\n\n10:00 告警\n").map(([id]) => id)).toEqual([
      "what-happened",
      "timeline",
    ]);
    expect(found("１．概要\n停止した。\n２．原因\n期限切れ。\n").map(([id]) => id)).toEqual([
      "what-happened",
      "root-cause",
    ]);
    expect(found("■ 概要のとおり\n\n■ 影響なし\n\n【原因\n\n一部の影響\n")).toEqual([]);
    expect(found("■ 原因\n\n期限切れ。\n")).toEqual([]);
  });

  it("takes one label that is bold and alone on its line, or a bare one right above a list", () => {
    expect(found("# X\n\nIt broke.\n\n**Timeline**\n\n10:00 Stopped\n")).toEqual([["timeline", "\n\n10:00 Stopped\n"]]);
    expect(found("# X\n\n**What happened?**\nIt broke.\n").map(([id]) => id)).toEqual(["what-happened"]);
    expect(found("## Detection\n\nBy a page.\n\nAction Items\n- Add an alert\n")).toEqual([
      ["action-items", "\n- Add an alert\n"],
    ]);
    expect(found("# X\n\n**Impact** of it all\n")).toEqual([]);
    expect(found("# X\n\nImpact\n\n- Add an alert\n")).toEqual([]);
  });

  it("takes the first lines of paragraphs for labels where several are names of sections", () => {
    const text =
      "Outage Review\nSummary\nIt broke.\n\nTimeline\n10:00 AM: Stopped\n\nCorrective and Preventative Measures\nMore tests.\n";
    expect(found(text).map(([id]) => id)).toEqual(["timeline", "action-items"]);
    expect(found("# X\n\nTODO\n\nImpact\n\nTODO\n")).toEqual([]);
    expect(found("# X\n\nImpact, in short.\n\nTimeline of it all is below\n")).toEqual([]);
  });

  it("takes what stands right below a title such as Executive Summary", () => {
    const text = "# Executive Summary\n\nIt broke.\n\n## Impact\n\nTen.\n";
    expect(found(text)).toEqual([
      ["what-happened", "\nIt broke.\n\n"],
      ["impact", "\nTen.\n"],
    ]);
    expect(found("# Incident Summary\n\n## Impact\n\nTen.\n").map(([id]) => id)).toEqual(["impact"]);
    expect(found(`${text}\n## Overview\n\nO\n`).map(([id]) => id)).toEqual(["impact", "what-happened"]);
  });

  it("reads headings at the root alone, underlined ones too, with CRLF", () => {
    expect(found("> ## Impact\n\n- ## Timeline\n\n```\n## Root Cause\n```\n")).toEqual([]);
    expect(found("Impact\r\n======\r\nI\r\n")).toEqual([["impact", "I\r\n"]]);
  });

  it("takes time in proportion to headings that hint at sections", async () => {
    const note = repeated("## Ablauf heute\n\n## Impact\n\n", "---\nlang: de\n---\n");
    await expectLinear((text) => found(text), note);
  });

  it("takes time in proportion to the text", async () => {
    expect(found("## Impact\n".repeat(2_000))).toHaveLength(2_000);
    await expectLinear(found, repeated("## Impact\n"));
    await expectLinear(found, repeated("(", "# "));
  });
});
