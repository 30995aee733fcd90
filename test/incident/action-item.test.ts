import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ActionItem } from "../../src/incident";
import { findSections, personIn, readActions, readIncident } from "../../src/incident";
import type { IsPerson } from "../../src/incident/actions/owner";
import { defaultSettings, readSettings } from "../../src/settings";
import { english, languageNamed, type Lexicon } from "../../src/language";
import { parseNote } from "../../src/note";
import { createLibrary } from "../../src/vault";
import { expectLinear, repeated } from "../linear";

function actions(body: string, isPerson?: IsPerson): readonly ActionItem[] {
  return actionsIn(english, body, isPerson);
}

function actionsIn(language: Lexicon, body: string, isPerson?: IsPerson): readonly ActionItem[] {
  const note = parseNote(`## Action Items\n\n${body}\n\n## Related\n\n- [ ] elsewhere\n`, "Incident.md");
  return readActions(note, findSections(note, defaultSettings), defaultSettings, { isPerson, language });
}

/** The same where the settings take plain list items for actions. */
function readPlain(body: string): readonly ActionItem[] {
  const note = parseNote(`## Action Items\n\n${body}\n`, "Incident.md");
  return readActions(note, findSections(note, defaultSettings), { ...defaultSettings, plainActionItems: true });
}

function action(words: string, isPerson?: IsPerson): ActionItem {
  const [item, ...more] = actions(`- [ ] ${words}`, isPerson);
  expect(more).toEqual([]);
  if (item === undefined) throw new Error(`no action item in ${words}`);
  return item;
}

describe("readActions", () => {
  it("takes the checklist lines under the action section, nested ones and those under its own headings too", () => {
    const items = actions(
      "Intro\n\n- plain\n- [ ] One\n  - note\n    - [x] Two\n\n### Later\n\n1. [/] Three\n\n> - [-] Four\n\n```\n- [ ] code\n```",
    );
    expect(items.map(({ text, mark, state, parent }) => [text, mark, state, parent])).toEqual([
      ["One", " ", "open", null],
      ["Two", "x", "done", 0],
      ["Three", "/", "open", null],
      ["Four", "-", "cancelled", null],
    ]);
  });

  it("takes an item without a box whose first word in brackets is a state", () => {
    const items = actions(
      "- [DONE] Raise the limit\n- [WIP]: Write the runbook @ada\n- [Won't fix] Move the cluster\n- [Done](https://example.com) link\n- [Payments] Drain the queue\n- [ ] [TODO] boxed",
    );
    expect(items.map(({ text, owners, state, markSpan }) => [text, owners, state, markSpan === null])).toEqual([
      ["Raise the limit", [], "done", true],
      ["Write the runbook", ["ada"], "open", true],
      ["Move the cluster", [], "cancelled", true],
      ["[TODO] boxed", [], "open", false],
    ]);
  });

  it("places each item from its list mark to the end of its text", () => {
    const note = parseNote("# Actions\r\n\r\n* [X] Do **it** now ^id\r\n  please\r\n", "Incident.md");
    const [item] = readActions(note, findSections(note, defaultSettings), defaultSettings);
    expect(item?.place.path).toBe("Incident.md");
    expect(note.text.slice(item?.place.span.start, item?.place.span.end)).toMatch(/^\* \[X\] Do \*\*it\*\* now/);
    expect(note.text.slice(item?.markSpan?.start, item?.markSpan?.end)).toBe("X");
  });

  it("reads nothing where there is no action section", () => {
    const note = parseNote("## Summary\n\n- [ ] One\n");
    expect(readActions(note, findSections(note, defaultSettings), defaultSettings)).toEqual([]);
  });

  it.each([
    "TODO",
    "todo.",
    "TBD",
    "…",
    "<what to do>",
    "{{action}}",
    "[[Ada]] TODO 📅 2024-05-01",
    "📅 2024-05-01",
    "Action 1",
    "???",
  ])("takes %s for a placeholder", (words) => {
    expect(action(words).placeholder).toBe(true);
  });

  it.each(["Do it", "TODO: add an alert", "Task force meets"])("takes %s for an action", (words) => {
    expect(action(words).placeholder).toBe(false);
  });
});

describe("owners", () => {
  it.each<[words: string, owners: string[], text: string]>([
    ["Add an alert [[Ada]]", ["Ada"], "Add an alert"],
    ["Add an alert [[People/Ada Lovelace|Ada]]", ["Ada Lovelace"], "Add an alert"],
    ["Add an alert [Ada](People/Ada.md)", ["Ada"], "Add an alert"],
    ["Add an alert `max` [[Ada]] 📅 2024-05-01 #ops", ["Ada"], "Add an alert `max` #ops"],
    ["Add an alert ([[Ada]])", ["Ada"], "Add an alert"],
    ["Add an alert — [[Ada]], [[Bob]] and [[Eve]]", ["Ada", "Bob", "Eve"], "Add an alert"],
    ["Roll back the deploy [[Ada]]", ["Ada"], "Roll back the deploy"],
    ["Roll back the deploy @ada", ["ada"], "Roll back the deploy"],
    ["[[Ada]]: add an alert", ["Ada"], "add an alert"],
    ["[[Ada]] to add an alert", ["Ada"], "add an alert"],
    ["**[[Ada]]** adds an alert", ["Ada"], "adds an alert"],
    ["Update [[API Runbook]] [[Ada]]", ["Ada"], "Update API Runbook"],
    ["Update [[API Runbook]] (owner: [[Scaling]])", ["Scaling"], "Update API Runbook"],
    ["Add an alert. Owner: [[Ada]]", ["Ada"], "Add an alert."],
    ["Add an alert, assigned to [[Ada]]", ["Ada"], "Add an alert"],
    ["**Owner:** Ada Lovelace — add an alert", ["Ada Lovelace"], "add an alert"],
    ["Add an alert - owner: Ada, Bob", ["Ada", "Bob"], "Add an alert"],
    ["Add an alert, assigned to the SRE team", ["SRE team"], "Add an alert"],
    ["Add an alert @ada", ["ada"], "Add an alert"],
    ["Add an alert. Co-owner: Ada", ["Ada"], "Add an alert."],
    ["监控磁盘 @小李", ["小李"], "监控磁盘"],
    ["Add an alert (@ada, @acme/sre)", ["ada", "acme/sre"], "Add an alert"],
    ["@ada.lovelace: add an alert", ["ada.lovelace"], "add an alert"],
    ["Ask @ada for the logs", ["ada"], "Ask @ada for the logs"],
    ["Ask @ada for the logs @bob", ["bob"], "Ask @ada for the logs"],
    ["Add an alert [@ada](https://github.com/ada)", ["ada"], "Add an alert"],
    ["Add an alert [owner:: Ada]", ["Ada"], "Add an alert"],
    ["Add an alert (owner:: [[Ada]], @bob)", ["Ada", "bob"], "Add an alert"],
    ["Ask @eve about it [assignee:: [[Ada]]]", ["Ada"], "Ask @eve about it"],
    ["Add an alert (Ada, by 2024-05-01)", ["Ada"], "Add an alert"],
    ["Add an alert – Ada Park and Bob, due 2024-05-01", ["Ada Park", "Bob"], "Add an alert"],
    ["Add an alert (Ada, done)", ["Ada"], "Add an alert (done)"],
    ["Add an alert (Émilie, done)", ["Émilie"], "Add an alert (done)"],
  ])("%s", (words, owners, text) => {
    expect(action(words)).toMatchObject({ owners, text, malformed: [] });
  });

  it.each([
    "Update [[API Runbook]] with pre-deploy config checklist",
    "Update [[API Runbook]]",
    "Update [[Deployment]]",
    "Write it down in [[Scaling]]",
    "Extend the [[Alerting]]",
    "Review and update [[Alerting]]",
    "Review [[On-Call Rotation]]",
    "Agree on a schedule, see [[On-Call Rotation]]",
    "Follow [[Guide#Ada]]",
    "[[Fix the alerts]]",
    "[[Ada]]'s alerts need a runbook",
    "Mail ops@example.com",
    "Upgrade @types/node soon",
    "Explain `@ada` and `[owner:: Ada]`",
    "Owner: TBD",
    "Add an alert [owner:: ]",
    "Add an alert @TBD",
    "手順書を直す@担当者がいないとき",
    "Add an alert %% owner: [[Ada]] %%",
    "See https://example.com/@ada",
    "Add an alert (P1, by 2024-05-01)",
    "Add an alert (as before, by 2024-05-01)",
    "Add an alert - see Ada, who knows",
    "Add an alert (Ada, if she can)",
  ])("nobody owns: %s", (words) => {
    expect(action(words).owners).toEqual([]);
  });

  it.each([
    ["Ada: raise the limit", ["Ada"], "raise the limit"],
    ["**Ada** – raise the limit", ["Ada"], "raise the limit"],
    ["[Ada] Raise the limit", ["Ada"], "Raise the limit"],
    ["Ada to raise the limit", ["Ada"], "raise the limit"],
    ["Raise the limit — Ada", ["Ada"], "Raise the limit"],
    ["Raise the limit (Ada and Bo)", ["Ada", "Bo"], "Raise the limit"],
    ["Docs: raise the limit", [], "Docs: raise the limit"],
    ["Raise the limit — Backend", [], "Raise the limit — Backend"],
    ["Adapt: raise the limit (Ada, Backend)", [], "Adapt: raise the limit (Ada, Backend)"],
  ])("takes the name of a known person that stands apart for the owner: %s", (words, owners, text) => {
    const { owners: read, text: rest } = action(words, (name) => (name === "Ada" || name === "Bo" ? true : null));
    expect([read, rest]).toEqual([owners, text]);
    expect(action(words).owners).toEqual([]);
  });

  it("knows the owner and the reviewers of the note", () => {
    const library = createLibrary();
    const read = (head: string): readonly (readonly string[])[] => {
      const items = "- [ ] Ada: raise the limit\n- [ ] Add an alert — Bo\n";
      library.update("I.md", `---\ntags: [postmortem]\n${head}---\n## Action Items\n\n${items}`);
      const note = library.note("I.md");
      return note === null ? [] : readIncident(note, library, defaultSettings).actions.map(({ owners }) => owners);
    };
    expect(read("owner: Ada Park\nreviewer: [Bo]\n")).toEqual([["Ada"], ["Bo"]]);
    expect(read("")).toEqual([[], []]);
  });

  it("believes what the vault knows about a link before what it looks like", () => {
    const isPerson: IsPerson = (target) => (target === "Ada" ? true : target === "Mark" ? false : null);
    expect(action("Go through the [[Ada]] list with everyone", isPerson).owners).toEqual(["Ada"]);
    expect(action("Set the high-water [[Mark]]", isPerson).owners).toEqual([]);
    expect(action("Set the high-water [[Mark]]").owners).toEqual(["Mark"]);
  });

  it.each([
    ["de", "Verantwortlich", "Ada und Bo"],
    ["fr", "Responsable", "Ada et Bo"],
    ["es", "Responsable", "Ada y Bo"],
    ["pt", "Responsável", "Ada e Bo"],
    ["ja", "担当", "Ada、Bo"],
    ["zh", "负责人", "Ada、Bo"],
  ])("are joined in a cell and a field of %s", (language, head, names) => {
    const lexicon = languageNamed(language) ?? english;
    const both = ["Ada", "Bo"];
    expect(actionsIn(lexicon, `| Action item | ${head} |\n|---|---|\n| Add an alert | ${names} |`)).toMatchObject([
      { owners: both },
    ]);
    expect(actionsIn(lexicon, `- [ ] Add an alert [owner:: ${names}]`)).toMatchObject([{ owners: both }]);
  });

  it("are joined by the words of the language", () => {
    const items = actionsIn(languageNamed("pt") ?? english, "- [ ] Alerta para a fila — Ana e Bruno, até 15/06/2026\n");
    expect(items.map(({ owners, due }) => [...owners, due?.date])).toEqual([["Ana", "Bruno", "2026-06-15"]]);
  });

  it("tells where each owner stands", () => {
    const note = parseNote("## Actions\n- [ ] Add it [[Ada|A]], @bob\n");
    const [item] = readActions(note, findSections(note, defaultSettings), defaultSettings);
    expect(item?.ownerSpans.map((span) => note.text.slice(span.start, span.end))).toEqual(["[[Ada|A]]", "@bob"]);
  });
});

describe("dates and priority", () => {
  it.each([
    ["📅 2024-05-01", "due"],
    ["📅️ 2024-05-01", "due"],
    ["📆2024-05-01", "due"],
    ["🗓️ 2024-05-01", "due"],
    ["[due:: 2024-05-01]", "due"],
    ["(due:: 2024-05-01)", "due"],
    ["[Due:: [[2024-05-01]]]", "due"],
    ["📅 [[2024-05-01]]", "due"],
    ["@{2024-05-01}", "due"],
    ["@[[2024-05-01]]", "due"],
    ["(due: 2024-05-01)", "due"],
    ["by 2024-05-01", "due"],
    ["by May 1, 2024", "due"],
    ["(due date: 1 May 2024)", "due"],
    ["due Wednesday, 1 May 2024", "due"],
    ["⏳ 2024-05-01", "scheduled"],
    ["⌛ 2024-05-01", "scheduled"],
    ["[scheduled:: 2024-05-01]", "scheduled"],
    ["🛫 2024-05-01", "start"],
    ["➕ 2024-05-01", "created"],
    ["✅ 2024-05-01", "doneOn"],
    ["[completion:: 2024-05-01]", "doneOn"],
    ["❌ 2024-05-01", "cancelledOn"],
  ] as const)("%s is %s", (mark, key) => {
    const item = action(`Add an alert ${mark} #ops`);
    expect(item).toMatchObject({ [key]: { date: "2024-05-01" }, text: "Add an alert #ops", malformed: [] });
  });

  it.each([
    ["🔺", "highest"],
    ["⏫", "high"],
    ["⏫️", "high"],
    ["🔼", "medium"],
    ["🔽", "low"],
    ["⏬", "lowest"],
    ["[priority:: high]", "high"],
    ["(priority:: Lowest)", "lowest"],
    ["[P0]", "highest"],
    ["[priority:: normal]", null],
  ])("%s is priority %s", (mark, priority) => {
    expect(action(`Add an alert ${mark}`)).toMatchObject({ priority, text: "Add an alert", malformed: [] });
  });

  it.each([
    ["📅 2024-13-40", "`2024-13-40` is not a date", "📅 2024-13-40"],
    ["📅 2024-02-30.", "`2024-02-30` is not a date", "📅 2024-02-30"],
    ["📅 soon", "`soon` is not a date", "📅 soon"],
    ["📅", "due date is missing", "📅"],
    ["📅 ⏫", "due date is missing", "📅"],
    ["[due:: tomorrow]", "`tomorrow` is not a date", "[due:: tomorrow]"],
    ["[due:: 2024-05-01", "`[due::` is not closed", "[due:: 2024-05-01"],
    ["✅ 2024-5-1", "`2024-5-1` is not a date", "✅ 2024-5-1"],
    ["📅 2024-05-01 📅 2024-05-02", "`2024-05-02` is a second due date", "📅 2024-05-02"],
    ["📅 2024-05-01 [due:: 2024-05-01]", "`2024-05-01` is a second due date", "[due:: 2024-05-01]"],
    ["due 2024-02-30", "`2024-02-30` is not a date", "due 2024-02-30"],
    ["[priority:: urgent]", "`urgent` is not a priority", "[priority:: urgent]"],
  ])("%s is malformed", (mark, message, source) => {
    const note = parseNote(`## Actions\n- [ ] Add an alert ${mark}\n`);
    const [item] = readActions(note, findSections(note, defaultSettings), defaultSettings);
    expect(item?.malformed.map((found) => [found.message, note.text.slice(found.span.start, found.span.end)])).toEqual([
      [message, source],
    ]);
  });

  it.each([
    "✅ check the dashboard, ❌ drop the old one and ➕ more",
    "📅 Plan the next drill",
    "⏳ Wait for 3/5 replicas",
    "Block ⛔ deploys",
    "`📅 soon`",
    "Do it by 2024",
    "Set [x:: y] aside",
  ])("nothing is malformed in: %s", (words) => {
    expect(action(words).malformed).toEqual([]);
    expect(action(words).due).toBeNull();
  });

  it.each(["by May 1", "by 1.5", "on May 1, 2024", "due May 1, 2024 to May 3, 2024", "due by the end of May 2024"])(
    "%s is no day that it is due on",
    (words) => {
      expect(action(`Add an alert ${words}`)).toMatchObject({ due: null, text: `Add an alert ${words}` });
    },
  );

  it.each([
    ["ja", "監視を追加する（2024年5月1日まで）", "監視を追加する"],
    ["ja", "監視を追加する 2024-05-01 までに", "監視を追加する"],
    ["zh", "增加监控（2024年5月1日前完成）", "增加监控"],
    ["zh", "增加监控，2024-05-01 之前", "增加监控"],
  ])("in %s a word behind a day says that it is due: %s", (lang, words, text) => {
    const note = parseNote(`---\nlang: ${lang}\n---\n\n## Actions\n\n- [ ] ${words}\n`, "Report.md");
    const [item] = readIncident(note, createLibrary(), defaultSettings).actions;
    expect(item).toMatchObject({ due: { date: "2024-05-01" }, text });
  });

  it("leaves Tasks' other marks out of the wording", () => {
    expect(action("Drill 🔁 every 3 months 🏁 delete 🆔 dcf64c ⛔ 0h17ye,a1b2c3 📅 2024-05-01")).toMatchObject({
      text: "Drill",
      due: { date: "2024-05-01" },
    });
  });
});

describe("ticket and type", () => {
  it.each([
    ["Fix it [OPS-123](https://jira.example.com/browse/OPS-123)", "OPS-123"],
    ["Fix it OPS-123", "OPS-123"],
    ["Fix it (#123)", "#123"],
    ["Fix it acme/api#123", "acme/api#123"],
    ["[Fix it](https://github.com/acme/api/issues/123)", "https://github.com/acme/api/issues/123"],
    ["Fix it https://gitlab.com/acme/api/-/merge_requests/5", "https://gitlab.com/acme/api/-/merge_requests/5"],
    ["Fix it [ticket:: OPS-1]", "OPS-1"],
    ["Fix UTF-8 after SEV-1, see RFC-2119", null],
    ["Fix `OPS-123`", null],
    ["Read https://example.com/guide#12", null],
    ["Move us-EAST-1", null],
  ])("%s: %s", (words, ticket) => {
    expect(action(words).ticket).toBe(ticket);
  });

  it("keeps brackets in which nothing was read", () => {
    expect(action("Add a test for `processor.run()` (@bob)")).toMatchObject({
      text: "Add a test for `processor.run()`",
      owners: ["bob"],
    });
  });

  it("reads the type of an action", () => {
    expect(action("Fix it [type:: prevent]")).toMatchObject({ type: "prevent", text: "Fix it" });
  });
});

describe("tables", () => {
  const table = (rows: string): readonly ActionItem[] =>
    actions(
      `| # | Action item | Owner | Due date | Status | Priority | Ticket |\n|---|---|:-:|---|---|---|---|\n${rows}`,
    );

  it("reads the rows of a table of actions", () => {
    const [one, two, three, ...more] = table(
      "| 1 | Add an alert for `a \\| b` | [[People/Ada\\|A.]], @bob | 2024-05-01 | Done | P1 | [OPS-1](https://jira.example.com/browse/OPS-1) |\n" +
        "| 2 | Update [[API Runbook]] | TBD | 📅 2024-05-02 | won't do | High | |\n" +
        "| 3 | TODO | Ada Lovelace | 2024-13-40 | open | | soon |\n" +
        "|   |  |  |  |  |  |  |",
    );
    expect(one).toMatchObject({
      text: "Add an alert for `a | b`",
      owners: ["Ada", "bob"],
      due: { date: "2024-05-01" },
      state: "done",
      mark: "x",
      markSpan: null,
      priority: "high",
      ticket: "OPS-1",
      placeholder: false,
      malformed: [],
    });
    expect(two).toMatchObject({
      text: "Update API Runbook",
      owners: [],
      due: { date: "2024-05-02" },
      state: "cancelled",
      mark: "-",
      priority: "high",
      ticket: null,
    });
    expect(three).toMatchObject({
      placeholder: true,
      owners: ["Ada Lovelace"],
      due: null,
      state: "open",
      mark: " ",
      malformed: [{ message: "`2024-13-40` is not a date" }],
    });
    expect(more).toEqual([]);
  });

  it("has its state in a column that says as of when", () => {
    const items = actions("| Action | Status as of 2024-05-02 |\n|---|---|\n| One | Done |\n| Two | Open |\n");
    expect(items.map(({ state }) => state)).toEqual(["done", "open"]);
  });

  it("says in brackets at its end that an item without a box is done, where such items count", () => {
    const items = readPlain(
      "- Add an alert (done)\n- Test it [won't do]\n- Buy disks (2 of them)\n- Move it（done）；",
    );
    expect(items.map(({ state, text }) => [state, text])).toEqual([
      ["done", "Add an alert"],
      ["cancelled", "Test it"],
      ["open", "Buy disks (2 of them)"],
      ["done", "Move it"],
    ]);
    expect(actions("- Add an alert (done)\n")).toEqual([]);
  });

  it("takes an item for done whose remark says nothing else", () => {
    const items = actions(
      "| Action item | Owner | Notes |\n|---|---|---|\n| One | Ada | Done |\n| Two | Ada | Done in part, see `run()` |\n| Three | Ada | [Done](https://example.com/1) |\n",
    );
    expect(items.map(({ state }) => state)).toEqual(["done", "open", "done"]);
  });

  it("takes an item for done where the column of states says yes", () => {
    for (const [language, head, yes, no] of [
      ["en", "Action item | Owner | Done", "yes", "no"],
      ["de", "Maßnahme | Verantw. | Erl.", "ja", "nein"],
      ["fr", "Action | Responsable | Fait", "Oui", "Non"],
      ["es", "Acción | Responsable | Hecho", "Sí", "No"],
      ["pt", "Ação | Responsável | Status", "sim", "não"],
    ] as const) {
      const words = languageNamed(language) ?? english;
      const items = actionsIn(words, `| ${head} |\n|---|---|---|\n| One | Ada | ${yes} |\n| Two | Ada | ${no} |\n`);
      expect(items.map(({ state, owners }) => [state, ...owners])).toEqual([
        ["done", "Ada"],
        ["open", "Ada"],
      ]);
    }
  });

  it("takes a day that is due without its year for the next from the incident on", () => {
    const due = (id: string, head: string, day: string, date = "date: 2026-08-12"): string | null => {
      const text = `---\n${date}\n---\n## Action Items\n\n| ${head} |\n|---|---|---|\n| One | Ada | ${day} |\n`;
      const note = parseNote(text, "Incident.md");
      const language = languageNamed(id) ?? english;
      return (
        readActions(note, findSections(note, defaultSettings), defaultSettings, { language })[0]?.due?.date ?? null
      );
    };
    const german = "Maßnahme | Verantwortlich | Frist";
    expect(due("de", german, "30.09.")).toBe("2026-09-30");
    expect(due("de", german, "15.01.")).toBe("2027-01-15");
    expect(due("de", german, "3. Oktober")).toBe("2026-10-03");
    expect(due("de", german, "30.09.", "title: X")).toBeNull();
    expect(due("de", german, "1.5 Tage")).toBeNull();
    expect(due("de", german, "31.02.")).toBeNull();
    expect(due("fr", "Action | Responsable | Échéance", "15 septembre")).toBe("2026-09-15");
    expect(due("fr", "Action | Responsable | Échéance", "15/09")).toBe("2026-09-15");
    expect(due("en", "Action | Owner | Due", "Sep 15")).toBe("2026-09-15");
    expect(due("en", "Action | Owner | Due", "5/6")).toBeNull();
  });

  it("reads rows below a head that says what is to be taken", () => {
    for (const head of ["Mesure à prendre", "Action à mener"])
      expect(
        actionsIn(languageNamed("fr") ?? english, `| ${head} | Responsable |\n|---|---|\n| One | Ada |\n`),
      ).toHaveLength(1);
  });

  it("takes an item for done where that stands in place of its day", () => {
    const [en, pt] = [
      actions(
        "| Action | Owner | Due |\n|---|---|---|\n| One | Ada | done (PR 12) |\n| Two | Ada | with the next release |\n",
      ),
      actionsIn(
        languageNamed("pt") ?? english,
        "| Ação | Dono | Prazo |\n|---|---|---|\n| Um | Ada | feito (v2) |\n| Dois | Ada | até que fique feito |\n",
      ),
    ];
    for (const items of [en, pt])
      expect(items.map(({ state, due }) => [state, due])).toEqual([
        ["done", null],
        ["open", null],
      ]);
  });

  it("takes all rows for items where their heading gives them a state", () => {
    const table = "\n\n| ID | Acción |\n|---|---|\n| A-1 | Agregar una alerta |\n";
    const es = languageNamed("es") ?? english;
    const items = (heading: string): readonly ActionItem[] => {
      const note = parseNote(`## ${heading}${table}`, "A.md");
      return readActions(note, findSections(note, defaultSettings), defaultSettings, { language: es });
    };
    expect(items("Acciones (pendientes)").map(({ text, state }) => [text, state])).toEqual([
      ["Agregar una alerta", "open"],
    ]);
    expect(items("Acciones (hechas)").map(({ state }) => state)).toEqual(["done"]);
    expect(items("Acciones tomadas")).toEqual([]);
  });

  it("takes the column of people for owners beside one of teams, and no column of numbers for actions", () => {
    const items = actions(
      "| Item | Description | Team | Responsible | Status |\n|---|---|---|---|---|\n| 1 | Add an alert | Storage | Ada | open |\n| 2 | Test it | Search | Ben | open |\n",
    );
    expect(items.map(({ text, owners }) => [text, ...owners])).toEqual([
      ["Add an alert", "Ada"],
      ["Test it", "Ben"],
    ]);
  });

  it("keeps rows and checklist lines in the order of the text", () => {
    const items = actions(
      "- [ ] One\n  - [ ] Under one\n\n| Task | Who |\n|---|---|\n| Two | Ada |\n\n- [ ] Three\n  - [ ] Under three",
    );
    expect(items.map(({ text, parent }) => [text, parent])).toEqual([
      ["One", null],
      ["Under one", 0],
      ["Two", null],
      ["Three", null],
      ["Under three", 3],
    ]);
  });

  it.each([
    "| Time | Event |\n|---|---|\n| 06:12 | Deploy |",
    "| Action | Effort |\n|---|---|\n| Add an alert | 2d |",
    "| Owner | Due |\n|---|---|\n| Ada | 2024-05-01 |",
  ])("leaves other tables alone: %j", (text) => {
    expect(actions(text)).toEqual([]);
  });
});

describe("personIn", () => {
  const library = createLibrary();
  library.update("People/Mark.md", "# Mark");
  library.update("Notes/Sam.md", "---\ntags: [person]\n---");
  library.update("Kim.md", "---\ntype: Person\n---");
  library.update("Postmortem May.md", "");
  library.update("Lee.md", "");
  library.add("Chart.png");

  it("knows people by folder, tag and type, and what is no person", () => {
    const isPerson = personIn(library, readSettings({ peopleFolder: "/People/" }).settings, "Incident.md");
    expect(["Mark", "Sam", "Kim", "Lee", "Postmortem May", "Chart.png", "Nobody", "Mark#Phone"].map(isPerson)).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
      null,
      true,
    ]);
    const open = personIn(library, defaultSettings, "Incident.md");
    expect(["Mark", "Sam", "Lee", "Postmortem May"].map(open)).toEqual([null, true, null, false]);
  });
});

describe("properties", () => {
  const date = fc
    .date({ min: new Date("2000-01-01"), max: new Date("2039-12-31"), noInvalidDate: true })
    .map((day) => day.toISOString().slice(0, 10));
  const words = fc
    .array(
      fc.constantFrom(
        "add",
        "an",
        "alert",
        "for",
        "`pool`",
        "usage",
        "at",
        "80%",
        "capacity",
        "[[API Runbook]]",
        "#ops",
      ),
      { minLength: 2, maxLength: 6 },
    )
    .map((parts) => `Do ${parts.join(" ")} now`);
  const person = fc.constantFrom("Ada", "Alex Rivera", "Bo Li");
  const signs = { due: "📅", scheduled: "⏳", start: "🛫", created: "➕", doneOn: "✅", cancelledOn: "❌" } as const;
  const fields = {
    due: "due",
    scheduled: "scheduled",
    start: "start",
    created: "created",
    doneOn: "completion",
    cancelledOn: "cancelled",
  } as const;
  const prioritySigns = { highest: "🔺", high: "⏫", medium: "🔼", low: "🔽", lowest: "⏬" } as const;
  const kinds = ["due", "scheduled", "start", "created", "doneOn", "cancelledOn"] as const;

  it("an item printed from its parts reads back as the same parts", () => {
    const parts = fc.record({
      words,
      owners: fc.uniqueArray(person, { maxLength: 3 }),
      form: fc.constantFrom("link", "handle", "field", "words"),
      dates: fc.dictionary(fc.constantFrom(...kinds), date),
      priority: fc.option(fc.constantFrom(...(["highest", "high", "medium", "low", "lowest"] as const))),
      type: fc.option(fc.constantFrom("prevent", "mitigate")),
      dataview: fc.boolean(),
    });
    fc.assert(
      fc.property(parts, ({ words, owners, form, dates, priority, type, dataview }) => {
        const names = form === "handle" ? owners.map((name) => name.replace(" ", "-")) : owners;
        const printed = {
          link: names.map((name) => `[[${name}]]`).join(", "),
          handle: names.map((name) => `@${name}`).join(" "),
          field: `[owner:: ${names.join(", ")}]`,
          words: `(owner: ${names.join(" and ")})`,
        }[form];
        const marks = kinds.flatMap((kind) => {
          const day = Object.hasOwn(dates, kind) ? dates[kind] : undefined;
          return day === undefined ? [] : [dataview ? `[${fields[kind]}:: ${day}]` : `${signs[kind]} ${day}`];
        });
        const level = priority === null ? [] : [dataview ? `[priority:: ${priority}]` : prioritySigns[priority]];
        const line = [
          words,
          ...(names.length > 0 ? [printed] : []),
          ...(type === null ? [] : [`[type:: ${type}]`]),
          ...level,
          ...marks,
        ].join(" ");
        const item = action(line);
        expect({ ...item, owners: [...item.owners].sort() }).toMatchObject({
          text: words.replaceAll("[[API Runbook]]", "API Runbook"),
          owners: [...names].sort(),
          priority,
          type,
          malformed: [],
          ...Object.fromEntries(kinds.map((kind) => [kind, Object.hasOwn(dates, kind) ? { date: dates[kind] } : null])),
        });
      }),
      { seed: 4, numRuns: 300 },
    );
  });

  it("never throws, and every span lies in the text", () => {
    const piece = fc.oneof(
      fc.string({ maxLength: 8 }),
      fc.constantFrom(
        "📅",
        "[due::",
        "(owner::",
        "[[",
        "]]",
        "@",
        "owner:",
        "2024-05-01",
        "\n  ",
        "- [ ] ",
        "%%",
        "`",
        "🔁 every",
        "|",
        "#",
        "](",
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const note = parseNote(`## Actions\n- [ ] ${pieces.join(" ")}\n`);
        for (const item of readActions(note, findSections(note, defaultSettings), defaultSettings)) {
          for (const span of [
            item.place.span,
            item.textSpan,
            ...item.ownerSpans,
            ...item.malformed.map((mark) => mark.span),
          ]) {
            expect(0 <= span.start && span.start <= span.end && span.end <= note.text.length).toBe(true);
          }
        }
      }),
      { seed: 5, numRuns: 300 },
    );
  });

  it.each([
    "[due:: ",
    "(owner: ",
    "@a ",
    "[[A]] ",
    "owner: A ",
    "📅 ",
    "( ",
    "[a](b) ",
    "~ ... ",
    "by 2024-",
    "#1 ",
    ", ",
  ])("takes time in proportion to its length, of %j", async (piece) => {
    await expectLinear((text) => action(text), repeated(piece));
  });
});
