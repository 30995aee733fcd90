import { isKeyed } from "../../../base";
import { at, listAt, someOf, textAt } from "../json";
import { readMoment } from "../moment";
import type { Draft, Drafted, RecordFormat } from "../records";

/** Alerts with labels and the times between which they held. */
function isAlerts(records: readonly unknown[]): boolean {
  return someOf(
    records,
    (record) => isKeyed(record) && isKeyed(at(record, "labels")) && Object.hasOwn(record, "startsAt"),
  );
}

/** One event when the alert began to hold, one when it ceased. */
function alertEvents(alert: unknown, isOver: boolean): Drafted {
  const name = textAt(alert, "labels.alertname") ?? "alert";
  const summary = textAt(alert, "annotations.summary", "annotations.message", "annotations.description");
  const about = summary === null ? name : `${name}: ${summary}`;
  const id = `${textAt(alert, "fingerprint") ?? name} ${textAt(alert, "startsAt") ?? ""}`;
  const url = textAt(alert, "dashboardURL", "panelURL", "generatorURL");
  const fires: Draft = { time: at(alert, "startsAt"), text: `Alert fires: ${about}`, id, url, kind: "alert" };
  const end = readMoment(at(alert, "endsAt"));
  return isOver && end !== null
    ? [fires, { time: end, text: `Alert resolved: ${about}`, id: `${id} over`, url, kind: "alert" }]
    : [fires];
}

/**
 * What Alertmanager sends to a webhook, version 4, and Grafana after it. An alert that goes on has the year 1 for its
 * end. Source: prometheus/alertmanager, `template/template.go`; Grafana's page "Configure the webhook notifier".
 */
function webhook(tool: "alertmanager" | "grafana", name: string): RecordFormat {
  return {
    tool,
    name,
    lists: (document) => {
      const records = listAt(document, "alerts");
      const isGrafana = isKeyed(document) && Object.hasOwn(document, "orgId");
      return isAlerts(records) && isGrafana === (tool === "grafana") ? [{ path: "/alerts", records }] : [];
    },
    event: (alert) => alertEvents(alert, textAt(alert, "status") === "resolved"),
    remark: (document) => {
      const left = Number(at(document, "truncatedAlerts") ?? 0);
      return left > 0 ? `${left} more alerts were left out of this message by its sender.` : null;
    },
  };
}

export const alertmanagerWebhook = webhook("alertmanager", "Alertmanager webhook");
export const grafanaWebhook = webhook("grafana", "Grafana webhook");

/**
 * `GET /api/v2/alerts`: the end of an alert that goes on lies in the future, when it would be forgotten. Source:
 * prometheus/alertmanager, `api/v2/openapi.yaml`, `gettableAlert`.
 */
export const alertmanagerAlerts: RecordFormat = {
  tool: "alertmanager",
  name: "Alertmanager alerts",
  lists: (document) => {
    const records = listAt(document, "");
    return isAlerts(records) ? [{ path: "", records }] : [];
  },
  event: (alert) => {
    const state = textAt(alert, "status.state", "status");
    const updated = readMoment(at(alert, "updatedAt"));
    const end = readMoment(at(alert, "endsAt"));
    const isPast =
      updated?.kind === "instant" && end?.kind === "instant" ? end.time <= updated.time : state === "resolved";
    return alertEvents(alert, isPast && state !== "active");
  },
};
