import { describe, expect, it } from "vitest";
import { againstBaseline, baselineOf, checkNotes, type Baseline, type Compared } from "../../src/check";
import { inputOf } from "./replay";

type Notes = Readonly<Record<string, string>>;

const path = "Incident-2024-04-11-API.md";
const day = 86_400_000;
/** An item of which nothing is wrong yet. */
const task = "- [ ] Rotate the certificate of the proxy @ada 📅 2024-05-25\n";
const item = `## Action Items\n\n${task}`;
const broken = `See [[Gone]] and [[Gone]].\n\nHuman error.\n\n${item}`;

/** What is found in notes of a day, as late as so many days after the usual one. */
function found(notes: Notes, daysLater = 0) {
  const input = inputOf(notes);
  const diagnostics = checkNotes({ ...input, clock: { ...input.clock, now: input.clock.now + daysLater * day } });
  return diagnostics.filter(({ rule }) => ["blame-language", "broken-link", "overdue-action-item"].includes(rule));
}
const textsOf = (notes: Notes) => (at: string) => notes[at] ?? null;
const baseline = (notes: Notes): Baseline => baselineOf(found(notes), found(notes, 3000), textsOf(notes));

/** What is new, what of it is known and what is gone, in words. */
function told({ fresh, known, gone }: Compared): readonly unknown[] {
  return [
    fresh.map(({ rule, message }) => `${rule}: ${message}`),
    known,
    gone.map(({ path: at, rule, message, count }) => `${at} ${rule}: ${message} ×${count}`),
  ];
}

function compared(before: Notes, now: Notes, { daysLater = 0, renamed = new Map<string, string>() } = {}) {
  return told(againstBaseline(found(now, daysLater), baseline(before), renamed, textsOf(now)));
}

describe("a baseline", () => {
  it("holds how often a rule says a thing of a note, and what time will bring, in an order of its own", () => {
    expect(baseline({ "Incident-2024-04-12-B.md": "[[Gone]]", [path]: broken })).toEqual({
      version: 1,
      notes: {
        [path]: [
          { rule: "blame-language", message: "`Human error` blames people", count: 1 },
          { rule: "broken-link", message: "`Gone` does not exist", count: 2 },
        ],
        "Incident-2024-04-12-B.md": [{ rule: "broken-link", message: "`Gone` does not exist", count: 1 }],
      },
      later: {
        [path]: [
          {
            rule: "overdue-action-item",
            message: expect.stringMatching(
              /# days.*: - \[ \] Rotate the certificate of the proxy @ada 📅 2024-05-25$/,
            ) as string,
            count: 1,
          },
        ],
      },
    });
  });

  it("knows what it holds, wherever it stands by now", () => {
    expect(compared({ [path]: broken }, { [path]: `# API\n\nMore.\n\n${broken}` })).toEqual([[], 3, []]);
  });

  it("tells what is new: another thing, the same once more, and the same in another note", () => {
    const other = "Incident-2024-04-12-B.md";
    expect(compared({ [path]: broken }, { [path]: `${broken}\n[[Gone]] [[Lost]]\n`, [other]: "[[Gone]]" })).toEqual([
      [
        "broken-link: `Gone` does not exist",
        "broken-link: `Lost` does not exist",
        "broken-link: `Gone` does not exist",
      ],
      3,
      [],
    ]);
  });

  it("tells what is gone, and how often", () => {
    expect(compared({ [path]: broken }, { [path]: "See [[Gone]].\n" })).toEqual([
      [],
      1,
      [
        `${path} broken-link: \`Gone\` does not exist ×1`,
        `${path} blame-language: \`Human error\` blames people ×1`,
      ].sort(),
    ]);
  });

  it("follows a note that was renamed", () => {
    const now = "Incident-2024-04-11-Proxy.md";
    expect(compared({ [path]: broken }, { [now]: broken }, { renamed: new Map([[now, path]]) })).toEqual([[], 3, []]);
  });

  it("knows what time brings, however late, and that once", () => {
    for (const daysLater of [11, 12, 400])
      expect(compared({ [path]: item }, { [path]: item }, { daysLater })).toEqual([[], 1, []]);
    const twice = item + task;
    const [fresh, known] = compared({ [path]: item }, { [path]: twice }, { daysLater: 20 });
    expect([(fresh as readonly string[]).length, known]).toEqual([1, 1]);
    // Late when it was taken, and later now: one finding at two times.
    const lateTask = task.replace("2024-05-25", "2024-05-01");
    const late = item.replace(task, lateTask);
    expect(compared({ [path]: late }, { [path]: late }, { daysLater: 20 })).toEqual([[], 1, []]);
    expect(compared({ [path]: late }, { [path]: late + lateTask }, { daysLater: 20 })[1]).toBe(1);
  });

  it("takes an item with other words for another", () => {
    const now = item.replace("Rotate", "Renew");
    expect(compared({ [path]: item }, { [path]: now }, { daysLater: 20 }).slice(0, 2)).toEqual([
      [expect.stringContaining("overdue-action-item: ") as string],
      0,
    ]);
  });
});
