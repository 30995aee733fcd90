import fc from "fast-check";
import { DateTime } from "luxon";
import { describe, expect, it } from "vitest";
import { imported, json } from "./reading";

/** What happened, in order; times are UTC epoch milliseconds on whole minutes. */
interface Story {
  readonly events: readonly { readonly time: number; readonly who: string; readonly text: string }[];
  readonly zone: string;
}

interface Format {
  readonly print: (story: Story) => string;
  /** Tells no person. */
  readonly anonymous?: true;
  /** Tells only clock times: the whole story happens within a day. */
  readonly dayless?: true;
  /** What is read of a text, where the format has words of its own around it. */
  readonly says?: (text: string) => string;
}

const minute = 60_000;
const utc = (time: number, more = 0): string => new Date(time + more).toISOString();
const local = (time: number, zone: string): DateTime => DateTime.fromMillis(time, { zone }).setLocale("en-US");
const quote = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
const slackId = (time: number, index: number): string => `${time / 1000}.${String(index + 1).padStart(6, "0")}`;

const records =
  (name: string, kind: (event: Story["events"][number], index: number) => object): Format["print"] =>
  ({ events }) =>
    json(name === "" ? events.map(kind) : { [name]: events.map(kind) });

const formats: Readonly<Record<string, Format>> = {
  "PagerDuty log entries": {
    print: ({ events, zone }) =>
      json({
        log_entries: events
          .map(({ time, who, text }, index) => ({
            id: `R${index}`,
            type: "annotate_log_entry",
            created_at: local(time, zone).toISO({ suppressMilliseconds: true }),
            note: text,
            agent: { type: "user_reference", summary: who },
          }))
          .reverse(),
      }),
  },
  "PagerDuty notes": {
    print: ({ events }) =>
      json({
        notes: events.map(({ time, who, text }) => ({ content: text, created_at: utc(time), user: { summary: who } })),
      }),
  },
  "Opsgenie notes": {
    print: ({ events }) =>
      json({
        data: events.map(({ time, who, text }, index) => ({
          note: text,
          owner: who,
          createdAt: utc(time),
          offset: `${time}_${index}`,
        })),
      }),
  },
  "incident.io updates": {
    print: ({ events }) =>
      json({
        incident_updates: events.map(({ time, who, text }, index) => ({
          id: `${index}`,
          created_at: utc(time),
          message: text,
          updater: { user: { name: who } },
        })),
      }),
  },
  "Rootly events": {
    anonymous: true,
    print: ({ events }) =>
      json({
        data: events.map(({ time, text }, index) => ({
          id: `${index}`,
          type: "incident_events",
          attributes: { event: text, occurred_at: utc(time), created_at: utc(time, 3 * minute) },
        })),
      }),
  },
  "GitHub issue timeline": {
    print: ({ events }) =>
      json(
        events.map(({ time, who, text }, index) => ({
          id: index + 1,
          event: "commented",
          actor: { login: who },
          created_at: utc(time),
          updated_at: utc(time, minute),
          body: text,
        })),
      ),
  },
  "git log": {
    print: ({ events, zone }) =>
      events
        .map(({ time, who, text }, index) => {
          const date = local(time, zone).toFormat("EEE MMM d HH:mm:ss yyyy ZZZ");
          return `commit ${String(index).padStart(40, "a")}\nAuthor: ${who} <x@example.org>\nDate:   ${date}\n\n    ${text}\n`;
        })
        .reverse()
        .join("\n"),
  },
  "Slack export": {
    print: ({ events }) =>
      json(
        events.map(({ time, who, text }, index) => ({
          type: "message",
          ts: slackId(time, index),
          user_profile: { display_name: who },
          text: text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;"),
        })),
      ),
  },
  "text copied from Slack, 12 hours": {
    dayless: true,
    print: ({ events, zone }) =>
      events.map(({ time, who, text }) => `${who}\n  ${local(time, zone).toFormat("h:mm a")}\n${text}\n`).join(""),
  },
  "text copied from Slack, 12 hours, one speaker": {
    dayless: true,
    anonymous: true,
    print: ({ events, zone }) =>
      events
        .map(({ time, text }, index) =>
          index === 0
            ? `Mia\n  ${local(time, zone).toFormat("h:mm a")}\n${text}\n`
            : `${local(time, zone).toFormat("h:mm")}\n${text}\n`,
        )
        .join(""),
  },
  "text copied from Slack, 24 hours": {
    dayless: true,
    print: ({ events, zone }) =>
      events.map(({ time, who, text }) => `${who}\n  ${local(time, zone).toFormat("HH:mm")}\n${text}\n`).join(""),
  },
  "a thread copied from Slack": {
    print: ({ events, zone }) =>
      `Thread\n\n${events
        .map(({ time, who, text }) => {
          const at = local(time, zone);
          const ordinal = { 1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd", 31: "st" }[at.day] ?? "th";
          return `${who}\n  ${at.toFormat("MMM d")}${ordinal} at ${at.toFormat("h:mm a")}\n${text}\n`;
        })
        .join("\n")}`,
  },
  "HTML of a paste from Slack": {
    print: () => "",
  },
  "text copied from Teams": {
    print: ({ events, zone }) =>
      events
        .map(({ time, who, text }) => `[${local(time, zone).toFormat("dd/MM/yyyy HH:mm")}] ${who}\n${text}\n`)
        .join(""),
  },
  "Teams messages": {
    print: ({ events }) =>
      json({
        value: events
          .map(({ time, who, text }, index) => ({
            id: `${index}`,
            messageType: "message",
            createdDateTime: utc(time),
            from: { user: { displayName: who } },
            body: { contentType: "text", content: text },
          }))
          .reverse(),
      }),
  },
  "text copied from Discord": {
    print: ({ events, zone }) =>
      events
        .map(({ time, who, text }) => `${who} — ${local(time, zone).toFormat("MM/dd/yyyy h:mm a")}\n${text}\n`)
        .join(""),
  },
  "DiscordChatExporter JSON": {
    print: ({ events, zone }) =>
      json({
        messages: events.map(({ time, who, text }, index) => ({
          id: `${index}`,
          type: "Default",
          timestamp: local(time, zone).toISO(),
          content: text,
          author: { name: who },
        })),
      }),
  },
  "a table with instants": {
    print: ({ events }) =>
      `time,who,what\n${events.map(({ time, who, text }) => `${utc(time)},${quote(who)},${quote(text)}`).join("\n")}\n`,
  },
  "a table with semicolons and German dates": {
    print: ({ events, zone }) =>
      `\ufeffZeit;Wer;Was\r\n${events
        .map(({ time, who, text }) => `${local(time, zone).toFormat("dd.MM.yyyy HH:mm")};${quote(who)};${quote(text)}`)
        .join("\r\n")}\r\n`,
  },
  "a sheet with a column for the date": {
    print: ({ events, zone }) =>
      `Date\tTime\tEvent\tWho\n${events
        .map(
          ({ time, who, text }) => `${local(time, zone).toFormat("M/d/yyyy\tH:mm:ss")}\t${quote(text)}\t${quote(who)}`,
        )
        .join("\n")}\n`,
  },
  "JSON lines": {
    print: ({ events }) =>
      events
        .map(({ time, who, text }) => JSON.stringify({ ts: time / 1000, level: "info", msg: text, user: who }))
        .join("\n"),
  },
  "lines of a log": {
    anonymous: true,
    print: ({ events, zone }) =>
      events.map(({ time, text }) => `${local(time, zone).toFormat("yyyy-MM-dd HH:mm:ss ZZ")} ${text}`).join("\n"),
  },
  Alertmanager: {
    anonymous: true,
    says: (text) => `Alert fires: Logins: ${text}`,
    print: records("alerts", ({ time, text }, index) => ({
      status: "firing",
      fingerprint: `${index}`,
      labels: { alertname: "Logins" },
      annotations: { summary: text },
      startsAt: utc(time),
      endsAt: "0001-01-01T00:00:00Z",
    })),
  },
  Statuspage: {
    anonymous: true,
    says: (text) => `Investigating: ${text}`,
    print: ({ events, zone }) =>
      json({
        incidents: [
          {
            name: "Logins",
            incident_updates: events
              .map(({ time, text }, index) => ({
                id: `${index}`,
                status: "investigating",
                body: text,
                created_at: utc(time, minute),
                display_at: local(time, zone).toISO(),
              }))
              .reverse(),
          },
        ],
      }),
  },
  Kubernetes: {
    anonymous: true,
    says: (text) => `Killing Pod/login: ${text}`,
    print: records("items", ({ time, text }, index) => ({
      kind: "Event",
      metadata: { uid: `${index}` },
      involvedObject: { kind: "Pod", name: "login" },
      reason: "Killing",
      type: "Warning",
      message: text,
      ...(index % 2 === 0
        ? { firstTimestamp: utc(time), lastTimestamp: utc(time, minute), eventTime: null }
        : { firstTimestamp: null, lastTimestamp: null, eventTime: utc(time).replace("Z", "000Z") }),
    })),
  },
  CloudTrail: {
    says: (text) => `rds ModifyDBInstance · note ${text}`,
    print: records("Records", ({ time, who, text }, index) => ({
      eventID: `${index}`,
      eventTime: utc(time),
      eventSource: "rds.amazonaws.com",
      eventName: "ModifyDBInstance",
      requestParameters: { note: text },
      userIdentity: { type: "IAMUser", userName: who },
    })),
  },
  "CloudTrail's lookup-events": {
    says: (text) => `rds ModifyDBInstance · note ${text}`,
    print: records("Events", ({ time, who, text }, index) => ({
      CloudTrailEvent: JSON.stringify({
        eventID: `${index}`,
        eventTime: utc(time),
        eventSource: "rds.amazonaws.com",
        eventName: "ModifyDBInstance",
        requestParameters: { note: text },
        userIdentity: { type: "AssumedRole", arn: `arn:aws:sts::1:assumed-role/ops/${who}` },
      }),
    })),
  },
  "AWS Incident Manager": {
    anonymous: true,
    print: records("eventSummaries", ({ time, text }, index) => ({
      eventId: `${index}`,
      eventTime: utc(time),
      eventType: "Custom Event",
      eventData: JSON.stringify(text),
    })),
  },
  "GitLab timeline events": {
    print: ({ events }) =>
      json({
        data: {
          project: {
            incidentManagementTimelineEvents: {
              nodes: events
                .map(({ time, who, text }, index) => ({
                  id: `gid://${index}`,
                  occurredAt: utc(time),
                  createdAt: utc(time, minute),
                  note: text,
                  author: { username: who },
                }))
                .reverse(),
            },
          },
        },
      }),
  },
  "GitLab deployments": {
    says: (text) => `Deploy ${text} to production (success)`,
    print: records("", ({ time, who, text }, index) => ({
      id: index,
      iid: index,
      ref: text,
      created_at: utc(time),
      status: "success",
      environment: { name: "production" },
      user: { name: who },
    })),
  },
  "GitHub deployments": {
    says: (text) => `${text} to production`,
    print: records("", ({ time, who, text }, index) => ({
      id: index,
      sha: "a",
      ref: "main",
      task: "deploy",
      environment: "production",
      description: text,
      created_at: utc(time),
      creator: { login: who },
    })),
  },
  "GitHub workflow runs": {
    anonymous: true,
    says: (text) => `Deploy: ${text} (success)`,
    print: records("", ({ time, text }, index) => ({
      databaseId: index,
      displayTitle: text,
      workflowName: "Deploy",
      conclusion: "success",
      createdAt: utc(time),
      updatedAt: utc(time, minute),
      url: `https://github.com/acme/shop/actions/runs/${index}`,
    })),
  },
};

/** A record of Datadog tells no more than its milestones. */
const datadogRecord = (times: readonly number[]): string =>
  json({
    data: {
      id: "1",
      type: "incidents",
      attributes: {
        fields: {},
        title: "Logins",
        ...Object.fromEntries(
          ["customer_impact_start", "detected", "created", "customer_impact_end", "resolved"].map((key, index) => [
            key,
            utc(times[index] ?? 0),
          ]),
        ),
        modified: utc(9e12),
      },
    },
  });

const paste = ({ events, zone }: Story): string =>
  events
    .map(({ time, who, text }, index) => {
      const url = `https://acme.slack.com/archives/C0LOGIN01/p${slackId(time, index).replace(".", "")}`;
      const shown = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
      return `<div><b class="sender">${who}</b> <a href="${url}">${local(time, zone).toFormat("HH:mm")}</a><div>${shown}</div></div>`;
    })
    .join("");

const words = fc.constantFrom(
  "cache flushed",
  "50 % of logins fail",
  'Revert "Cap the cache"',
  "see v1.2.3 & #77",
  "a < b, c; d",
  "done at noon",
  "x | y",
  "`code` [[note]] #tag %%",
);
const people = fc.constantFrom("Mia Lindt", "jon", "Ana María", "王芳");
const zones = fc.constantFrom("UTC", "America/Los_Angeles", "Europe/Berlin", "Asia/Kolkata", "Pacific/Auckland");

const stories = fc
  .record({
    steps: fc.array(fc.record({ gap: fc.integer({ min: 1, max: 170 }), who: people, text: words }), {
      minLength: 2,
      maxLength: 8,
    }),
    zone: zones,
    start: fc.integer({ min: 0, max: 239 }),
  })
  .map(({ steps, zone, start }): Story => {
    // From one in the morning of the day of the incident, wherever that is.
    let time = DateTime.fromISO("2025-03-10T01:00", { zone }).toMillis() + start * minute;
    const events = steps.map(({ gap, who, text }, index) => {
      time += (index === 0 ? 0 : gap) * minute;
      return { time, who, text };
    });
    return { events, zone };
  });

describe("a timeline printed as", () => {
  it.each(Object.keys(formats))("%s reads back as it was", (name) => {
    const { print, anonymous, says = (text: string) => text } = formats[name] ?? { print: () => "" };
    fc.assert(
      fc.property(stories, (story) => {
        const html = name.startsWith("HTML") ? { html: paste(story) } : {};
        const read = imported(print(story), { zone: story.zone, day: "2025-03-10", ...html });
        expect(
          read.events.map(({ time, actor, text }) => ({
            time: Math.floor(time / minute) * minute,
            who: anonymous === true ? "" : actor?.name,
            text,
          })),
        ).toEqual(
          story.events.map(({ time, who, text }) => ({ time, who: anonymous === true ? "" : who, text: says(text) })),
        );
        expect(read.unread.filter(({ text }) => text !== "Thread")).toEqual([]);
      }),
      { numRuns: 40, seed: 7 },
    );
  });

  it("the milestones of a Datadog incident reads back as it was", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1e12, max: 4e12 }), { minLength: 5, maxLength: 5 }), (times) => {
        const seconds = times.map((time) => Math.floor(time / 1000) * 1000);
        const read = imported(datadogRecord(seconds));
        expect(read.events.map(({ time }) => time)).toEqual([...seconds].sort((a, b) => a - b));
        const resolved = read.events.find(({ milestone }) => milestone === "resolved");
        expect(resolved?.time).toBe(seconds[4]);
      }),
      { numRuns: 30, seed: 7 },
    );
  });
});
