import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readSettings } from "../../src/settings";
import { applyEdits } from "../../src/base";
import { parseNote } from "../../src/note";
import { createLibrary } from "../../src/vault";
import type { Move } from "../../src/write/edit";
import { movesOf, reviewNote } from "../../src/write/edit";

const path = "Incident-2024-04-11-API.md";
const clock = { now: Date.UTC(2024, 3, 15, 9), zone: "UTC" };
const body =
  "# API\n\n## What Happened\n\nA deploy broke it.\n\n## Timeline\n\n- 06:12 UTC Deploy\n\n## Root Cause\n\nA key.\n\n## Impact\n\nTen users.\n\n## Action Items\n\n- [ ] Check the keys before a deploy @Ada 📅 2024-06-01\n";
const withProperties = (properties: string, text = body): string =>
  `---\ntitle: API\ndate: 2024-04-11\ntags: [postmortem]\n${properties}---\n\n${text}`;

function review(text: string, move: Partial<Move> = {}, data: unknown = {}) {
  const library = createLibrary();
  library.update(path, text);
  const note = parseNote(text, path);
  const result = reviewNote(
    note,
    { to: "in review", reviewers: [], ...move },
    { library, settings: readSettings(data).settings, clock },
  );
  if (!result.ok) return { refused: result.message };
  return {
    after: applyEdits(text, result.edits),
    problems: result.problems,
    actions: result.openActions.map((item) => item.text),
  };
}

describe("moving a postmortem to another status", () => {
  it("begins where one without a status is: at the first", () => {
    const { settings } = readSettings({});
    for (const properties of ["", "status:\n", "status: no such\n", "status: draft\n"])
      expect(movesOf(parseNote(withProperties(properties), path), settings)).toEqual(
        movesOf(parseNote(withProperties("status: Draft\n"), path), settings),
      );
  });

  it.each([
    ["a property that is there", "status: draft # soon\nowner: Ada\n", {}, "status: in review # soon\nowner: Ada\n"],
    ["one without a value", "status:\nowner: Ada\n", {}, "status: in review\nowner: Ada\n"],
    [
      "one that is missing, with a reviewer",
      "owner: Ada\n",
      { reviewers: [" [[Grace]] ", ""] },
      'owner: Ada\nstatus: in review\nreviewer: "[[Grace]]"\n',
    ],
    [
      "several reviewers",
      "status: draft\n",
      { reviewers: ["Ada", "[[Grace]]"] },
      'status: in review\nreviewer: [Ada, "[[Grace]]"]\n',
    ],
    ["another spelling of the key", "Status: Draft\n", {}, "Status: in review\n"],
    [
      "a further entry of a list",
      "status: draft\nreviewer:\n  - Ada # on call\n  - '[[Bo]]'\nowner: Ada\n",
      { reviewers: ["Ada", "[[Bo]]", "Cy"] },
      "status: in review\nreviewer:\n  - Ada # on call\n  - '[[Bo]]'\n  - Cy\nowner: Ada\n",
    ],
    [
      "a further entry of a short list",
      "status: draft\nreviewer: [Ada]\n",
      { reviewers: ["Ada", "Bo"] },
      "status: in review\nreviewer: [Ada, Bo]\n",
    ],
    [
      "other reviewers",
      "status: draft\nreviewer:\n  - Ada\n  - Bo\n",
      { reviewers: ["Cy"] },
      "status: in review\nreviewer:\n  - Cy\n",
    ],
    [
      "the same reviewers",
      "status: draft\nreviewer: 'Ada'\n",
      { reviewers: ["Ada"] },
      "status: in review\nreviewer: 'Ada'\n",
    ],
    [
      "publication",
      "status: in review\nreviewer: Ada\n",
      { to: "published" },
      "status: published\nreviewer: Ada\nreviewed: 2024-04-15\npublished: 2024-04-15\n",
    ],
    [
      "publication without a reviewer",
      "status: in review\n",
      { to: "Published" },
      "status: published\npublished: 2024-04-15\n",
    ],
    [
      "days that are known already",
      "status: draft\nreviewer: Ada\nreviewed: 2024-04-13\npublished:\n",
      { to: "published" },
      "status: published\nreviewer: Ada\nreviewed: 2024-04-13\npublished: 2024-04-15\n",
    ],
    [
      "the way back",
      "status: published\nreviewer: Ada\npublished: 2024-04-13\n",
      { to: "draft", reviewers: ["Bo"] },
      "status: draft\nreviewer: Ada\npublished: 2024-04-13\n",
    ],
  ])("writes %s and nothing else", (_name, before, move, after) => {
    expect(review(withProperties(before), move).after).toBe(withProperties(after));
  });

  it("keeps Windows line ends and a byte order mark", () => {
    const text = `\ufeff${withProperties("owner: Ada\n").replaceAll("\n", "\r\n")}`;
    expect(review(text).after).toBe(
      `\ufeff${withProperties("owner: Ada\nstatus: in review\n").replaceAll("\n", "\r\n")}`,
    );
  });

  it("makes a frontmatter where there is none", () => {
    expect(review(body, { reviewers: ["Ada"] }).after).toBe(`---\nstatus: in review\nreviewer: Ada\n---\n${body}`);
  });

  it.each([
    ["broken YAML", withProperties('owner: "Ada\n'), "cannot be read"],
    ["a frontmatter without an end", `---\ntitle: API\n\n${body}`, "cannot be read"],
    ["properties below blank lines", `\n\n${withProperties("owner: Ada\n")}`, "cannot be read"],
    ["a frontmatter in braces", `---\n{ title: API, date: 2024-04-11 }\n---\n${body}`, "by hand"],
    ["the status that it has", withProperties("status: In Review\n").replace("In Review", "in review"), "already"],
  ])("refuses %s", (_name, text, reason) => {
    expect(review(text)).toEqual({ refused: expect.stringContaining(reason) as string });
  });

  it("refuses a status that the settings do not have", () => {
    expect(review(withProperties(""), { to: "done" })).toEqual({
      refused: "`done` is none of `draft`, `in review`, `published`",
    });
  });

  it("counts what the status requires, at the places of the note as it is", () => {
    const text = withProperties("status: draft\n").replace("Ten users.", "TODO: count them");
    const settings = {
      fields: [
        { name: "owner", required: "in review" },
        { name: "reviewer", required: "published" },
      ],
    };
    const open = (to: string, reviewers: string[] = []): readonly string[] =>
      (review(text, { to, reviewers }, settings).problems ?? []).map(
        ({ message, severity, span }) => `${severity}: ${message} @${text.slice(span.start, span.end)}`,
      );
    expect(open("in review")).toEqual([
      "error: `owner` is missing; status `in review` requires it @---",
      "error: `TODO` is still to be filled in @TODO",
    ]);
    expect(open("published")).toContain("error: `reviewer` is missing; status `published` requires it @---");
    expect(open("published", ["Ada"])).not.toContainEqual(expect.stringContaining("reviewer"));
    expect(review(text, {}, settings).actions).toEqual(["Check the keys before a deploy"]);
  });

  it("leaves everything else as it is, whatever the frontmatter", () => {
    const key = fc
      .stringMatching(/^[a-z]{3,8}$/)
      .filter((name) => !["reviewer", "reviewed", "published", "status", "null", "true", "false"].includes(name));
    const value = fc.oneof(
      fc.constantFrom("", "~", "'a: b'", "[a, b]", "{ a: 1 }", "|\n  text\n  more", "\n  - a\n  - b # c", "2024-04-11"),
      fc.stringMatching(/^[a-z ]{1,9}$/),
    );
    const status = fc.constantFrom(
      "",
      "status:\n",
      "status: draft\n",
      "status: 'Draft' # x\n",
      "STATUS:   draft\n",
      "status: |\n  draft\n",
      "status: [draft]\n",
      "reviewer: ~\n",
      "reviewer:\n- Bo\n- Ada\n",
      "reviewer: [ Bo ]\n",
    );
    let moved = 0;
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.tuple(key, value), { selector: ([name]) => name, maxLength: 4 }),
        status,
        fc.array(fc.stringMatching(/^[A-Za-z"'\]:#,& -]{1,6}$/), { maxLength: 2 }),
        (entries, own, reviewers) => {
          const text = `---\n${entries.map(([name, held]) => `${name}: ${held}\n`).join("")}${own}---\n${body}`;
          const { after } = review(text, { to: "published", reviewers });
          if (after === undefined || after === null) return;
          moved++;
          expect(after.endsWith(`---\n${body}`)).toBe(true);
          const before = parseNote(text).frontmatter?.entries ?? [];
          const now = new Map(
            (parseNote(after).frontmatter?.entries ?? []).map((entry) => [entry.key.toLowerCase(), entry.value.value]),
          );
          for (const { key: name, value: held } of before)
            if (!["status", "reviewer"].includes(name.toLowerCase()))
              expect(now.get(name.toLowerCase())).toEqual(held.value);
          expect(now.get("status")).toBe("published");
          expect(now.get("published")).toBe("2024-04-15");
        },
      ),
      { seed: 7, numRuns: 100 },
    );
    expect(moved).toBeGreaterThan(70);
  });

  it("knows where a note can go, also with a team's own statuses", () => {
    const moves = (status: string, statuses?: string[]) =>
      movesOf(
        parseNote(`---\nstatus: ${status}\n---\n`),
        readSettings(statuses === undefined ? {} : { statuses }).settings,
      );
    expect(moves("")).toEqual({ review: "in review", publish: "published", draft: null });
    expect(moves("In-Review")).toEqual({ review: null, publish: "published", draft: "draft" });
    expect(moves("published")).toEqual({ review: "in review", publish: null, draft: "draft" });
    expect(moves("team review", ["open", "team review", "legal", "done"])).toEqual({
      review: "legal",
      publish: "done",
      draft: "open",
    });
    expect(moves("open", ["open", "done"])).toEqual({ review: null, publish: "done", draft: null });
    expect(moves("", ["only"])).toEqual({ review: null, publish: null, draft: null });
  });
});

describe("the steps of a review", () => {
  const steps = { statuses: ["draft", "ready", "in review", "published"], reviewSteps: { Ready: 1, "in review": 2 } };
  const late = (status: string, data: unknown = steps): string[] =>
    (review(withProperties("severity: SEV-1\nstatus: published\n"), { to: status }, data).problems ?? [])
      .filter(({ rule }) => rule === "stale-draft")
      .map(({ message, help }) => `${message}; ${help ?? ""}`);

  it("are late one by one, and the last one beside all others", () => {
    expect(late("draft")).toEqual([
      "still `draft` 2 business days after the incident; `ready` was due on 2024-04-12, after 1; bring it to `ready`",
    ]);
    expect(late("ready")).toEqual([]);
    expect(late("ready", { ...steps, reviewSteps: { "in review": 1 } })).toHaveLength(1);
    expect(late("draft", { ...steps, staleDraft: { "SEV-1": 1 } })).toEqual([
      "still `draft` 2 business days after the incident; for `SEV-1` 1 are allowed; finish it and set the status to `published`",
    ]);
  });

  it("are statuses between the first and the last", () => {
    const { problems, settings } = readSettings({ reviewSteps: { published: 3, "in review": 2, soon: 1 } });
    expect(problems.map(({ setting }) => setting)).toEqual(["reviewSteps.published", "reviewSteps.soon"]);
    expect(settings.reviewSteps).toEqual({ "in review": 2 });
  });
});
