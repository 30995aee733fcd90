import { describe, expect, it } from "vitest";
import type { ActionFilter } from "../../src/incident";
import { isDueInWeek, listActions, readIncident } from "../../src/incident";
import { isPostmortem, readSettings } from "../../src/settings";
import { createLibrary } from "../../src/vault";

const library = createLibrary();
library.update(
  "Incident-2024-04-11-API.md",
  `---
title: API outage
date: 2024-04-11
tags: [postmortem]
severity: sev1
---

## Action Items

- [ ] Add an alert [[Ada Lovelace]] 📅 2024-05-01
  - [ ] Agree on the threshold
- [x] Revert the deploy @ada ✅ 2024-04-12
- [-] Buy a bigger database [[Bob]]
- [ ] TODO
- [ ] Add validation ➕ 2024-05-07
`,
);
library.update(
  "Postmortem DB.md",
  "## Follow-ups\n\n| Action | Owner | Due | Status |\n|---|---|---|---|\n| Test the backup | Bob | 2024-05-11 | open |\n| Write it up | Bob | 2024-04-01 | done |\n",
);
library.update("Ideas.md", "## Action Items\n\n- [ ] Not of a postmortem\n");

const { settings } = readSettings({});
/** 2024-05-10, 23:30 in Berlin, which is 21:30 UTC. */
const clock = { now: Date.UTC(2024, 4, 10, 21, 30), zone: "Europe/Berlin" };

const incidents = [...library.paths()].sort().flatMap((path) => {
  const note = library.note(path);
  return note !== null && isPostmortem(note, settings) ? [readIncident(note, library, settings)] : [];
});

function listed(filter?: ActionFilter, at = clock): string[] {
  return listActions(incidents, at, filter).map(
    ({ item, state, owners, overdue, age }) =>
      `${item.text} | ${state} | ${owners.join("+")} | ${overdue ?? "-"} | ${age ?? "-"}`,
  );
}

describe("listActions", () => {
  it("lists every action of every postmortem, most pressing first", () => {
    expect(listed()).toEqual([
      "Add an alert | open | Ada Lovelace | 9 | 29",
      "Test the backup | open | Bob | - | -",
      "Agree on the threshold | open | Ada Lovelace | - | 29",
      "Add validation | open |  | - | 3",
      "Write it up | done | Bob | - | -",
      "Revert the deploy | done | ada | - | 29",
      "Buy a bigger database | cancelled | Bob | - | 29",
    ]);
  });

  it("filters by state, lateness and owner, all of them together", () => {
    expect(listed({ open: true })).toHaveLength(4);
    expect(listed({ overdue: true })).toEqual(["Add an alert | open | Ada Lovelace | 9 | 29"]);
    expect(listed({ owner: "ada" }).map((line) => line.split(" | ")[0])).toEqual([
      "Add an alert",
      "Agree on the threshold",
      "Revert the deploy",
    ]);
    expect(listed({ owner: "@Bob", open: true }).map((line) => line.split(" | ")[0])).toEqual(["Test the backup"]);
    expect(listed({ owner: "Lovelace Byron" })).toEqual([]);
  });

  it("counts days by the calendar of the zone that today is meant in", () => {
    const after = { now: Date.UTC(2024, 4, 11, 22, 30), zone: "Europe/Berlin" };
    expect(listed({ overdue: true }, after).map((line) => line.split(" | ")[3])).toEqual(["11", "1"]);
    expect(listed({ overdue: true }, { ...after, zone: "UTC" }).map((line) => line.split(" | ")[3])).toEqual(["10"]);
  });

  it("says which incident an item comes from", () => {
    const [first, second] = listActions(incidents, clock);
    expect(first?.incident).toEqual({
      path: "Incident-2024-04-11-API.md",
      title: "API outage",
      date: "2024-04-11",
      severity: "SEV-1",
    });
    expect(second?.incident).toEqual({ path: "Postmortem DB.md", title: "Postmortem DB", date: null, severity: null });
  });
});

it("knows what is due in the week of a day, Monday to Sunday", () => {
  const items = incidents.flatMap(({ actions }) => actions);
  const due = (day: string): readonly string[] =>
    items.filter((item) => isDueInWeek(item, day)).map(({ text }) => text);
  expect(due("2024-05-06")).toEqual(["Test the backup"]);
  expect(due("2024-05-12")).toEqual(["Test the backup"]);
  expect(due("2024-05-05")).toEqual(["Add an alert"]);
  expect(due("2024-05-13")).toEqual([]);
});
