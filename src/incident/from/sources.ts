import { discordCopy, discordMessages, discordText } from "./chat/discord";
import { messageLinks } from "./chat/links";
import { slackCopy } from "./chat/slack-copy";
import { slackMessages } from "./chat/slack-export";
import { teamsCopy, teamsMessages } from "./chat/teams";
import { anyJson, mappedJson } from "./generic";
import type { Known } from "./known";
import { recordSource } from "./records";
import { kubernetesTable, statuspageFeed, teamsWithoutTimes } from "./refused";
import type { Source } from "./source";
import { anyTable, discordTable, mappedTables, ticketTable } from "./tables";
import { markdownTimeline } from "./markdown";
import { textLog } from "./text-log";
import { alertmanagerAlerts, alertmanagerWebhook, grafanaWebhook } from "./tools/alertmanager";
import { cloudTrail, incidentManager } from "./tools/aws";
import { datadog } from "./tools/datadog";
import { gitLog } from "./tools/git";
import * as github from "./tools/github";
import * as gitlab from "./tools/gitlab";
import * as incidentIo from "./tools/incident-io";
import { kubernetesEvents } from "./tools/kubernetes";
import * as opsgenie from "./tools/opsgenie";
import * as pagerduty from "./tools/pagerduty";
import * as rootly from "./tools/rootly";
import { statuspage } from "./tools/statuspage";

/** Formats of JSON; the first that recognises a document reads it. */
const formats = [
  pagerduty.logEntries,
  pagerduty.notes,
  pagerduty.analytics,
  opsgenie.alertLogs,
  opsgenie.alertNotes,
  alertmanagerWebhook,
  grafanaWebhook,
  alertmanagerAlerts,
  statuspage,
  incidentIo.updates,
  incidentIo.incident,
  incidentIo.followUps,
  rootly.incidentEvents,
  rootly.incidents,
  datadog,
  incidentManager,
  cloudTrail,
  github.deployments,
  github.deploymentStatuses,
  github.workflowRuns,
  github.issues,
  github.issueTimeline,
  gitlab.timelineEvents,
  gitlab.projectDeployments,
  kubernetesEvents,
  slackMessages,
  teamsMessages,
  discordMessages,
];

/** Every source that knows its text, in the order in which they are asked. */
export const sources: readonly Source[] = [
  ...formats.map(recordSource),
  statuspageFeed,
  kubernetesTable,
  discordText,
  gitLog,
  discordTable,
  ticketTable,
  messageLinks,
  discordCopy,
  teamsCopy,
  slackCopy,
  anyTable,
  recordSource(anyJson),
  markdownTimeline,
  textLog,
];

/** The sources that are asked for a text, a team's own first: all, or those of the tool that somebody named. */
export function sourcesFor(known: Known, tool: string | null): readonly Source[] {
  const own = [...known.mappings.map((mapping) => recordSource(mappedJson(mapping))), ...mappedTables(known)];
  const all = [...own, ...sources];
  return tool === null ? all : [...all, teamsWithoutTimes].filter((source) => source.tool === tool);
}

/** The names of the tools, for the command line. */
export const tools: readonly string[] = [...new Set(sources.map(({ tool }) => tool))].sort();
