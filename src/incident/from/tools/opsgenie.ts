import { isKeyed, plainWords } from "../../../base";
import type { MilestoneId } from "../../milestones/milestone";
import { at, listAt, someOf, textAt } from "../json";
import type { RecordFormat } from "../records";

/** The records of `data` that have these keys. */
function dataWith(document: unknown, ...keys: readonly string[]): ReturnType<RecordFormat["lists"]> {
  const records = listAt(document, "data");
  const fits = someOf(records, (record) => isKeyed(record) && keys.every((key) => Object.hasOwn(record, key)));
  return fits ? [{ path: "/data", records }] : [];
}

/**
 * `GET /v2/alerts/{id}/logs`. Schema: opsgenie/opsgenie-oas, `definitions/alert.yaml`, `AlertLog`. What `log` says is
 * prose; its wording is not documented.
 */
export const alertLogs: RecordFormat = {
  tool: "opsgenie",
  name: "Opsgenie alert logs",
  lists: (document) => dataWith(document, "log", "createdAt"),
  event: (record) => {
    const text = textAt(record, "log");
    const milestone = milestoneOf(text ?? "");
    return {
      time: at(record, "createdAt"),
      text,
      actor: person(textAt(record, "owner")),
      id: textAt(record, "offset"),
      kind: "state",
      milestone,
      routine: milestone === null && textAt(record, "type")?.toLowerCase() !== "alertaction",
    };
  },
};

function milestoneOf(log: string): MilestoneId | null {
  const words = ` ${plainWords(log)} `;
  if (words.includes(" alert created ")) return "detected";
  const isTakenBack = words.includes(" un acknowledged ") || words.includes(" unacknowledged ");
  if (words.includes(" acknowledged ") && !isTakenBack) return "acknowledged";
  return words.includes(" alert closed ") ? "resolved" : null;
}

/** `System` is nobody. */
function person(owner: string | null): string | null {
  return owner !== null && owner.toLowerCase() === "system" ? null : owner;
}

/** `GET /v2/alerts/{id}/notes`, of the same schema, `AlertNote`. */
export const alertNotes: RecordFormat = {
  tool: "opsgenie",
  name: "Opsgenie alert notes",
  lists: (document) => dataWith(document, "note", "createdAt"),
  event: (record) => ({
    time: at(record, "createdAt"),
    text: textAt(record, "note"),
    actor: person(textAt(record, "owner")),
    id: textAt(record, "offset"),
  }),
};
