import { describe, expect, it } from "vitest";
import { languageNamed } from "../../src/language";
import { logMilestone, markedMilestone } from "../../src/incident/milestones/marks";

describe("markedMilestone", () => {
  it.each([
    ["**OUTAGE BEGINS** — Search backends melt down", "started"],
    ["config change deployed OUTAGE BEGINS", "started"],
    ["INCIDENT STARTED", "started"],
    ["something happened **<START OF OUTAGE>**", "started"],
    ["Prow's bump is merged. **Outage begins.**", "started"],
    ["(Detection) Alert fires", "detected"],
    ["Alert fires (Detection)", "detected"],
    ["**Detection:** We received alerts", "detected"],
    ["Detected: alerts came in", "detected"],
    ["Start time", "started"],
    ["End Time: all quiet", "resolved"],
    ["First detected", "detected"],
    ["alert #detected by the probe", "detected"],
    ["alert [milestone:: detected]", "detected"],
    ["[Acknowledged] by Ada", "acknowledged"],
    ["Ack: Ada", "acknowledged"],
    ["Root cause identified: a missing key", "identified"],
    ["TRAFFIC MITIGATED by rollback", "mitigated"],
    ["Mitigation – traffic moved away", "mitigated"],
    ["Repaired", "mitigated"],
    ["**Resolved** - All is well", "resolved"],
    ["**Recovery:** Uncordoned the node", "resolved"],
    ["reverted OUTAGE ENDS", "resolved"],
    ["another thing **<END OF OUTAGE>**", "resolved"],
    ["INCIDENT IS OVER? no, INCIDENT OVER", "resolved"],
  ])("reads the mark in %j", (text, milestone) => {
    expect(markedMilestone(text)).toBe(milestone);
  });

  it.each([
    ["de", "Umgeschaltet. STÖRUNG BEHOBEN", "resolved"],
    ["fr", "Bascule faite. RÉSOLU par Ada", "resolved"],
    ["es", "Cambio hecho. MITIGADO", "mitigated"],
  ])("reads marks in capitals in %s: %j", (id, text, milestone) => {
    expect(markedMilestone(text, languageNamed(id) ?? undefined)).toBe(milestone);
  });

  it.each([
    "Deployment of the service starts",
    "We detected nothing",
    "The alert resolved itself",
    "Ada acknowledges the page",
    "The root cause was not identified",
    "The incident begins to look serious",
    "Detected a rise of errors",
    "see issue #detection-board/7",
    "[Resolved](https://status.example.com) is what the page said",
    "RESOLVEDNS restarted",
    "",
  ])("finds no mark in %j", (text) => {
    expect(markedMilestone(text)).toBeNull();
  });

  it("knows the types of log entries", () => {
    expect(
      ["trigger_log_entry", "acknowledge_log_entry", "resolve_log_entry", "notify_log_entry", ""].map(logMilestone),
    ).toEqual(["detected", "acknowledged", "resolved", null, null]);
  });
});
