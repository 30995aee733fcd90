import { isKeyed } from "../../../base";
import { formatClock, toLocal, utc } from "../../../time";
import { at, listAt, someOf, textAt } from "../json";
import { readMoment } from "../moment";
import type { RecordFormat } from "../records";

/**
 * `kubectl get events -o json`. Events of the old kind have `firstTimestamp` and `lastTimestamp`, those of the new kind
 * `eventTime` and `series`. Schema: kubernetes/api, `core/v1/types.go`, `Event`.
 */
export const kubernetesEvents: RecordFormat = {
  tool: "kubernetes",
  name: "Kubernetes events",
  lists: (document) => {
    const records = listAt(document, "items");
    const isEvents = (record: unknown): boolean =>
      textAt(record, "kind") === "Event" || isKeyed(at(record, "involvedObject")) || isKeyed(at(record, "regarding"));
    if (someOf(records, isEvents)) return [{ path: "/items", records }];
    return isKeyed(document) && isEvents(document) ? [{ path: "", records: [document] }] : [];
  },
  event: (event) => {
    const time = textAt(event, "firstTimestamp", "eventTime", "deprecatedFirstTimestamp", "lastTimestamp");
    const last = readMoment(textAt(event, "series.lastObservedTime", "lastTimestamp", "deprecatedLastTimestamp"));
    const first = readMoment(time);
    const count = Number(textAt(event, "series.count", "count", "deprecatedCount") ?? 1);
    const until =
      count > 1 && last?.kind === "instant" && first?.kind === "instant" && last.time > first.time
        ? ` (${count} times until ${formatClock(toLocal(last.time, utc).clock)} UTC)`
        : "";
    const object = at(event, "involvedObject") ?? at(event, "regarding");
    const named = [textAt(object, "kind"), textAt(object, "name")].filter((part) => part !== null).join("/");
    const reason = textAt(event, "reason") ?? "";
    const message = textAt(event, "message", "note");
    return {
      time: first ?? at(event, "metadata.creationTimestamp"),
      text: message === null && reason === "" ? null : `${reason} ${named}: ${message ?? ""}${until}`,
      id: textAt(event, "metadata.uid", "metadata.name"),
      kind: "state",
      routine: textAt(event, "type") === "Normal",
    };
  },
};
