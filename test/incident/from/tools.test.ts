import { describe, expect, it } from "vitest";
import { imported, json, marks, told, unread } from "./reading";

describe("PagerDuty", () => {
  const entry = (id: string, type: string, time: string, summary: string, more = {}) => ({
    id,
    type: `${type}_log_entry`,
    summary,
    created_at: time,
    html_url: `https://example.pagerduty.com/incidents/Q1/log_entries/${id}`,
    agent: { type: "user_reference", summary: "Mia Lindt" },
    incident: { summary: "[#77] login errors" },
    ...more,
  });

  it("gives its log entries, oldest first, with the note's own words", () => {
    const read = imported(
      json({
        log_entries: [
          entry("R4", "resolve", "2025-03-10T02:40:00-07:00", "Resolved by Mia Lindt"),
          entry("R3", "annotate", "2025-03-10T02:20:30-07:00", "Note added by Mia Lindt", {
            channel: { type: "note", summary: "cache flushed" },
          }),
          entry("R2", "acknowledge", "2025-03-10T02:05:00-07:00", "Acknowledged by Mia Lindt"),
          entry("R1", "notify", "2025-03-10T02:00:05-07:00", "Notified Mia Lindt by phone", {
            agent: { type: "service_reference", summary: "login" },
          }),
          entry("R0", "trigger", "2025-03-10T02:00:00-07:00", "Triggered through the API", {
            agent: { type: "service_reference", summary: "login" },
            event_details: { description: "login errors" },
          }),
        ],
        more: true,
      }),
    );
    expect(told(read)).toEqual([
      "2025-03-10T09:00:00Z -: Triggered through the API: [#77] login errors",
      "2025-03-10T09:00:05Z -: Notified Mia Lindt by phone",
      "2025-03-10T09:05:00Z Mia Lindt: Acknowledged by Mia Lindt",
      "2025-03-10T09:20:30Z Mia Lindt: cache flushed",
      "2025-03-10T09:40:00Z Mia Lindt: Resolved by Mia Lindt",
    ]);
    expect(marks(read)).toEqual(["alert detected", "state routine", "state acknowledged", "message", "state resolved"]);
    expect(read.events[2]?.url).toBe("https://example.pagerduty.com/incidents/Q1/log_entries/R2");
    expect(read.remarks[0]).toMatch(/one page of several/);
  });

  it("gives its notes, and tells a bot from a person", () => {
    const note = (content: string, time: string, type: string) => ({
      id: time,
      content,
      created_at: time,
      user: { type, summary: "Mia Lindt" },
    });
    const read = imported(
      json({
        notes: [
          note("flushed", "2025-03-10T09:20:00Z", "user_reference"),
          note("runbook ran", "2025-03-10T09:21:00Z", "bot_user_reference"),
        ],
      }),
    );
    expect(told(read)).toEqual([
      "2025-03-10T09:20:00Z Mia Lindt: flushed",
      "2025-03-10T09:21:00Z Mia Lindt: runbook ran",
    ]);
    expect(marks(read)).toEqual(["message", "alert"]);
  });

  const raw = {
    id: "Q1",
    incident_number: 77,
    description: "login errors",
    created_at: "2025-03-10T23:58:00",
    resolved_at: "2025-03-11T00:40:00",
    seconds_to_first_ack: 300,
    seconds_to_resolve: 2520,
    acknowledged_user_names: ["Mia Lindt"],
  };
  it("works out of its analytics when it was acknowledged, in the zone that stands beside", () => {
    expect(told(imported(json({ time_zone: "America/New_York", data: [raw] })))).toEqual([
      "2025-03-11T03:58:00Z -: Triggered #77 login errors",
      "2025-03-11T04:03:00Z Mia Lindt: Acknowledged #77 login errors",
      "2025-03-11T04:40:00Z -: Resolved #77 login errors",
    ]);
    expect(told(imported(json({ data: [raw] }), { zone: "Asia/Tokyo" }))[0]).toMatch(/^2025-03-10T14:58:00Z/);
  });

  it("gives no acknowledgement that never was", () => {
    const read = imported(json({ data: [{ ...raw, seconds_to_first_ack: null, resolved_at: null }] }));
    expect(read.events.map(({ milestone }) => milestone)).toEqual(["detected", "resolved"]);
  });
});

describe("Opsgenie", () => {
  it("gives the log of an alert and its notes", () => {
    const at = (time: string) => ({ createdAt: time, offset: `${Date.parse(time)}_1` });
    const logs = imported(
      json({
        data: [
          { log: "Alert closed", type: "alertAction", owner: "mia@example.org", ...at("2025-03-10T09:40:00.5Z") },
          { log: "Alert acknowledged", type: "alertAction", owner: "mia@example.org", ...at("2025-03-10T09:05:00Z") },
          { log: "Alert created", type: "system", owner: "System", ...at("2025-03-10T09:00:00Z") },
        ],
      }),
    );
    expect(told(logs)).toEqual([
      "2025-03-10T09:00:00Z -: Alert created",
      "2025-03-10T09:05:00Z mia@example.org: Alert acknowledged",
      "2025-03-10T09:40:00.500Z mia@example.org: Alert closed",
    ]);
    expect(logs.events.map(({ milestone }) => milestone)).toEqual(["detected", "acknowledged", "resolved"]);
    const notes = imported(
      json({ data: [{ note: "flushed", owner: "mia@example.org", ...at("2025-03-10T09:20:00Z") }] }),
    );
    expect(told(notes)).toEqual(["2025-03-10T09:20:00Z mia@example.org: flushed"]);
  });
});

describe("Alertmanager and Grafana", () => {
  const alert = {
    status: "resolved",
    labels: { alertname: "LoginErrors", service: "login" },
    annotations: { summary: "half of all logins fail" },
    startsAt: "2025-03-10T09:00:00.25Z",
    endsAt: "2025-03-10T09:40:00Z",
    fingerprint: "ab",
  };
  it("give the beginning and the end of an alert, and no end of one that goes on", () => {
    const firing = { ...alert, status: "firing", fingerprint: "cd", endsAt: "0001-01-01T00:00:00Z" };
    const webhook = imported(json({ version: "4", alerts: [alert, firing], truncatedAlerts: 2 }));
    expect(told(webhook)).toEqual([
      "2025-03-10T09:00:00.250Z -: Alert fires: LoginErrors: half of all logins fail",
      "2025-03-10T09:00:00.250Z -: Alert fires: LoginErrors: half of all logins fail",
      "2025-03-10T09:40:00Z -: Alert resolved: LoginErrors: half of all logins fail",
    ]);
    expect(webhook.remarks).toEqual(["2 more alerts were left out of this message by its sender."]);
    const grafana = imported(json({ orgId: 1, alerts: [{ ...firing, startsAt: "2025-03-10T10:00:00+01:00" }] }));
    expect([grafana.format, ...told(grafana)]).toEqual([
      "Grafana webhook",
      "2025-03-10T09:00:00Z -: Alert fires: LoginErrors: half of all logins fail",
    ]);
  });

  it("give no end that lies ahead", () => {
    const api = {
      ...alert,
      status: { state: "active" },
      updatedAt: "2025-03-10T09:10:00Z",
      endsAt: "2025-03-10T09:14:00Z",
    };
    expect(told(imported(json([api])))).toEqual([
      "2025-03-10T09:00:00.250Z -: Alert fires: LoginErrors: half of all logins fail",
    ]);
  });
});

describe("Statuspage", () => {
  it("gives each update at the time that the page shows", () => {
    const update = (status: string, body: string, display: string) => ({
      id: status,
      status,
      body,
      created_at: "2025-03-10T09:59:00-07:00",
      display_at: display,
    });
    const read = imported(
      json({
        page: { name: "Shop" },
        incidents: [
          {
            name: "Logins fail",
            shortlink: "https://stspg.io/abc",
            incident_updates: [
              update("resolved", "All is well.", "2025-03-10T02:45:00-07:00"),
              update("monitoring", "A fix is out.", "2025-03-10T02:30:00-07:00"),
              update("investigating", "We look into it.", "2025-03-10T02:10:00-07:00"),
            ],
          },
        ],
      }),
    );
    expect(told(read)).toEqual([
      "2025-03-10T09:10:00Z -: Investigating: We look into it.",
      "2025-03-10T09:30:00Z -: Monitoring: A fix is out.",
      "2025-03-10T09:45:00Z -: Resolved: All is well.",
    ]);
    expect(read.events.map(({ milestone, url }) => [milestone, url])).toEqual([
      ["detected", "https://stspg.io/abc"],
      ["mitigated", "https://stspg.io/abc"],
      ["resolved", "https://stspg.io/abc"],
    ]);
  });

  it("takes no time out of a feed, which has no year", () => {
    const feed = '<?xml version="1.0"?>\n<feed><updated>2025-03-10T07:40:00Z</updated><entry/></feed>';
    expect(imported(feed)).toMatchObject({ events: [], unread: [{ line: 1 }] });
    expect(imported(feed).unread[0]?.reason).toContain("/api/v2/incidents.json");
  });

  it.each([
    ["<rss version='2'><channel>", "<rss version='2'><channel>"],
    [`\n \n <feed>${"x".repeat(130)}</feed>`, `<feed>${"x".repeat(113)}`],
  ])("tells a feed by how it begins: %j", (feed, told) => {
    expect(imported(feed)).toMatchObject({ tool: "statuspage", unread: [{ line: 1, text: told }] });
  });

  it.each(["<feeds>", "text <feed>", `${" ".repeat(2000)}<feed>`])("takes nothing else for a feed: %j", (text) => {
    expect(imported(text).tool).toBeNull();
  });
});

describe("incident.io", () => {
  it("gives its updates, without the moments of the states themselves", () => {
    const state = { name: "Investigating", created_at: "2023-01-01T00:00:00Z" };
    const read = imported(
      json({
        incident_updates: [
          {
            id: "2",
            created_at: "2025-03-10T09:40:00Z",
            message: "Flushed the cache",
            new_incident_status: { ...state, name: "Closed" },
            updater: { user: { name: "Mia Lindt" } },
          },
          { id: "1", created_at: "2025-03-10T09:05:00Z", message: null, new_incident_status: state, updater: {} },
        ],
      }),
    );
    expect(told(read)).toEqual([
      "2025-03-10T09:05:00Z -: Status: Investigating",
      "2025-03-10T09:40:00Z Mia Lindt: Flushed the cache",
    ]);
  });

  it("gives the moments of an incident under their own names", () => {
    const value = (name: string, at: string | null) => ({
      incident_timestamp: { id: name, name },
      value: at === null ? null : { value: at },
    });
    const read = imported(
      json({
        incident: {
          id: "1",
          created_at: "2025-03-10T09:04:00Z",
          severity: { name: "Major", created_at: "2023-01-01T00:00:00Z" },
          incident_timestamp_values: [
            value("Impact started", "2025-03-10T09:00:00Z"),
            value("Reported at", "2025-03-10T09:04:00Z"),
            value("Fixed at", "2025-03-10T09:40:00Z"),
            value("Closed at", null),
          ],
        },
      }),
    );
    expect(told(read)).toEqual([
      "2025-03-10T09:00:00Z -: Impact started",
      "2025-03-10T09:04:00Z -: Reported at",
      "2025-03-10T09:40:00Z -: Fixed at",
    ]);
    expect(read.events.map(({ milestone }) => milestone)).toEqual(["started", "detected", "mitigated"]);
    expect(unread(read)).toEqual([expect.stringMatching(/^\d+: "Closed at" has not been reached$/)]);
  });

  it("takes no follow-up for an event", () => {
    const read = imported(json({ follow_ups: [{ title: "Cap the cache", created_at: "2025-03-10T12:00:00Z" }] }));
    expect(read.events).toEqual([]);
    expect(unread(read)).toEqual(['3: "Cap the cache" is an action item, not an event']);
  });

  it("gives the timeline of its exported postmortem", () => {
    const read = imported(
      "# INC-7\n\n## Timeline\n\n### 2025-03-10 (UTC)\n\n* [09:00] **Impact started**\n\n* [09:40] **Flushed the cache**\n",
    );
    expect(told(read)).toEqual(["2025-03-10T09:00:00Z -: Impact started", "2025-03-10T09:40:00Z -: Flushed the cache"]);
  });
});

describe("Rootly, Datadog and AWS", () => {
  it("give when something happened, not when it was written down", () => {
    const event = {
      event: "Cache flushed",
      occurred_at: "2025-03-10T02:40:00.000-07:00",
      created_at: "2025-03-10T11:00:00Z",
    };
    const rootly = imported(json({ data: [{ id: "1", type: "incident_events", attributes: event }] }));
    expect(told(rootly)).toEqual(["2025-03-10T09:40:00Z -: Cache flushed"]);
  });

  it("give the moments of an incident", () => {
    const moments = { started_at: "2025-03-10T09:00:00Z", detected_at: null, resolved_at: "2025-03-10T09:40:00Z" };
    const rootly = imported(
      json({ data: { id: "1", type: "incidents", attributes: { title: "Logins", ...moments } } }),
    );
    expect(told(rootly)).toEqual([
      "2025-03-10T09:00:00Z -: Incident started",
      "2025-03-10T09:40:00Z -: Incident resolved",
    ]);
    const attributes = {
      title: "Logins",
      created: "2025-03-10T09:04:00+00:00",
      modified: "2025-03-10T12:00:00+00:00",
      customer_impact_start: "2025-03-10T09:00:00+00:00",
      resolved: "2025-03-10T09:40:00+00:00",
      fields: {},
    };
    const datadog = imported(json({ data: { id: "1", type: "incidents", attributes } }));
    expect(told(datadog)).toEqual([
      "2025-03-10T09:00:00Z -: Customer impact starts",
      "2025-03-10T09:04:00Z -: Incident declared: Logins",
      "2025-03-10T09:40:00Z -: Incident resolved",
    ]);
  });

  it("give what was written in AWS Incident Manager, or say that the list leaves it out", () => {
    const summary = { eventId: "1", eventTime: "2025-03-10T09:40:00+00:00", eventType: "Custom Event" };
    expect(told(imported(json({ event: { ...summary, eventData: '"cache flushed"' } })))).toEqual([
      "2025-03-10T09:40:00Z -: cache flushed",
    ]);
    const list = imported(json({ eventSummaries: [summary] }));
    expect(told(list)).toEqual(["2025-03-10T09:40:00Z -: Custom Event"]);
    expect(list.remarks[0]).toContain("get-timeline-event");
  });

  it("give what CloudTrail recorded, wrapped or not, and who did it", () => {
    const record = (eventName: string, eventTime: string, userIdentity: object, readOnly = false) => ({
      eventID: eventName,
      eventName,
      eventTime,
      eventSource: "ecs.amazonaws.com",
      userIdentity,
      readOnly,
    });
    const role = { type: "AssumedRole", arn: "arn:aws:sts::1:assumed-role/Deployer/mia" };
    const records = [
      record("UpdateService", "2025-03-10T09:30:00Z", role),
      record("ListTasks", "2025-03-10T09:10:00Z", { type: "IAMUser", userName: "ci" }, true),
    ];
    const expected = ["2025-03-10T09:10:00Z ci: ecs ListTasks", "2025-03-10T09:30:00Z mia: ecs UpdateService"];
    expect(told(imported(json({ Records: records })))).toEqual(expected);
    expect(marks(imported(json({ Records: records })))).toEqual(["change routine", "change"]);
    const wrapped = records.map((each) => ({ EventId: each.eventID, CloudTrailEvent: JSON.stringify(each) }));
    expect(told(imported(json({ Events: wrapped })))).toEqual(expected);
  });
});

describe("GitHub and GitLab", () => {
  it("give each event of an issue by the time of its kind", () => {
    const actor = { login: "mia" };
    const read = imported(
      json([
        { id: 1, event: "labeled", actor, created_at: "2025-03-10T09:01:00Z", label: { name: "sev-1" } },
        {
          id: 2,
          event: "commented",
          actor,
          created_at: "2025-03-10T09:05:00Z",
          updated_at: "2025-03-10T09:09:00Z",
          body: "on it\r\nfor now",
          html_url: "https://github.com/a/b/issues/7#issuecomment-2",
        },
        {
          sha: "abc",
          event: "committed",
          message: "Cap the cache\n\nLong story",
          author: { name: "Mia Lindt", date: "2025-03-07T08:00:00Z" },
          committer: { name: "GitHub", date: "2025-03-10T09:30:00Z" },
        },
        { id: 3, event: "reviewed", user: actor, state: "APPROVED", body: "", submitted_at: "2025-03-10T09:31:00Z" },
        { id: 4, event: "closed", actor, created_at: "2025-03-10T09:40:00Z", state_reason: "completed" },
      ]),
    );
    expect(told(read)).toEqual([
      "2025-03-10T09:01:00Z mia: Labeled: sev-1",
      "2025-03-10T09:05:00Z mia: on it for now",
      "2025-03-10T09:30:00Z Mia Lindt: Commit: Cap the cache",
      "2025-03-10T09:31:00Z mia: Review: approved",
      "2025-03-10T09:40:00Z mia: Closed: completed",
    ]);
    expect(marks(read)[1]).toBe("message edited");
  });

  it("give deployments that describe themselves, and those that do not", () => {
    const deployment = (id: number, task: string, description: string | null, time: string) => ({
      id,
      sha: "abc",
      ref: "v7",
      task,
      environment: "production",
      description,
      creator: { login: "mia" },
      created_at: time,
      updated_at: "2025-03-10T12:00:00Z",
    });
    const read = imported(
      json([
        deployment(2, "deploy:rollback", null, "2025-03-10T09:30:00Z"),
        deployment(1, "deploy", null, "2025-03-10T08:50:00Z"),
      ]),
    );
    expect(told(read)).toEqual([
      "2025-03-10T08:50:00Z mia: Deploy v7 to production",
      "2025-03-10T09:30:00Z mia: Roll back to v7 in production",
    ]);
  });

  it("give pages that were printed one behind the other", () => {
    const run = (title: string, time: string) => ({
      createdAt: time,
      displayTitle: title,
      workflowName: "deploy",
      conclusion: "success",
      url: "https://github.com/a/b/actions/runs/1",
    });
    const pages = `${json([run("One", "2025-03-10T09:00:00Z")])}${json([run("Two", "2025-03-10T09:01:00Z")])}\n`;
    expect(told(imported(pages))).toEqual([
      "2025-03-10T09:00:00Z -: deploy: One (success)",
      "2025-03-10T09:01:00Z -: deploy: Two (success)",
    ]);
  });

  it("give what stands on GitLab's timeline, wherever the answer has it", () => {
    const node = (note: string, occurredAt: string, tag: string) => ({
      id: note,
      note,
      occurredAt,
      createdAt: "2025-03-10T12:00:00Z",
      author: { username: "mia" },
      timelineEventTags: { nodes: [{ name: tag }] },
    });
    const nodes = [
      node("Flushed", "2025-03-10T09:40:00Z", "Impact mitigated"),
      node("Down", "2025-03-10T09:00:00Z", "Start time"),
    ];
    const answer = { data: { project: { incidentManagementTimelineEvents: { nodes } } } };
    const read = imported(json(answer));
    expect(told(read)).toEqual(["2025-03-10T09:00:00Z mia: Down", "2025-03-10T09:40:00Z mia: Flushed"]);
    expect(read.events.map(({ milestone }) => milestone)).toEqual(["started", "mitigated"]);
  });

  it("take no ticket for an event", () => {
    const issue = { number: 7, title: "Cap the cache", state: "OPEN", updatedAt: "2025-03-12T09:00:00Z" };
    expect(imported(json([issue]))).toMatchObject({ events: [], unread: [{ line: 2 }] });
    const jira = "Summary,Issue key,Status,Created,Labels,Labels\nCap the cache,OPS-7,Open,10/Mar/25 4:00 PM,a,b\n";
    expect(unread(imported(jira))).toEqual(['2: "Cap the cache" is a ticket, not an event']);
  });
});

describe("Kubernetes", () => {
  it("gives events of the old kind and of the new one, each at its first time", () => {
    const base = { kind: "Event", involvedObject: { kind: "Pod", name: "login-1" } };
    const read = imported(
      json({
        kind: "List",
        items: [
          {
            ...base,
            metadata: { name: "a" },
            reason: "BackOff",
            message: "restarting",
            type: "Warning",
            count: 12,
            firstTimestamp: "2025-03-10T09:00:00Z",
            lastTimestamp: "2025-03-10T09:30:00Z",
            eventTime: null,
          },
          {
            ...base,
            metadata: { name: "b" },
            reason: "Scheduled",
            message: "assigned",
            type: "Normal",
            firstTimestamp: null,
            eventTime: "2025-03-10T08:59:00.123456Z",
          },
        ],
      }),
    );
    expect(told(read)).toEqual([
      "2025-03-10T08:59:00.123Z -: Scheduled Pod/login-1: assigned",
      "2025-03-10T09:00:00Z -: BackOff Pod/login-1: restarting (12 times until 09:30 UTC)",
    ]);
    expect(marks(read)).toEqual(["state routine", "state"]);
  });

  it("takes no ages for times", () => {
    const table =
      "LAST SEEN   TYPE      REASON    OBJECT        MESSAGE\n2m11s       Warning   BackOff   pod/login-1   restarting\n";
    expect(imported(table).events).toEqual([]);
    expect(imported(table).unread[0]?.reason).toContain("-o json");
    expect(imported("NAMESPACE   LAST SEEN   TYPE      REASON    OBJECT\n").tool).toBe("kubernetes");
    expect(imported("NAME   LAST SEEN   TYPE      REASON    OBJECT\n").tool).toBeNull();
    expect(imported("# Ages\nLAST SEEN   TYPE      REASON    OBJECT\n").tool).toBeNull();
  });
});

describe("git", () => {
  it("gives commits by the date of the commit, and calls a merge a merge", () => {
    const log = [
      "commit 6dcb09b5b57875f334f61aebed695e2e4193db5e (HEAD -> main)",
      "Merge: a84d88e 1b2c3d4",
      "Author:     Mia Lindt <mia@example.org>",
      "AuthorDate: Fri Mar 7 10:00:00 2025 +0100",
      "Commit:     GitHub <noreply@github.com>",
      "CommitDate: Mon Mar 10 10:30:00 2025 +0100",
      "",
      "    Cap the cache",
      "",
      "    At 09:15 it was full.",
      "",
      "commit a84d88e7554fc1fa21bcbc4efae3c782a70d2b9d",
      "Author: Mia Lindt <mia@example.org>",
      "Date:   Mon Mar 10 01:00:00 2025 -0700",
      "",
      "    Grow the cache",
    ].join("\n");
    expect(told(imported(log))).toEqual([
      "2025-03-10T08:00:00Z Mia Lindt: Grow the cache",
      "2025-03-10T09:30:00Z Mia Lindt: Merged: Cap the cache",
    ]);
  });

  it.each(["2025-03-10T01:00:00-07:00", "2025-03-10 01:00:00 -0700"])("gives lines that begin with %s", (date) => {
    const read = imported(`${date} a84d88e Grow the cache\n`);
    expect(told(read)).toEqual(["2025-03-10T08:00:00Z -: Grow the cache"]);
    expect(read.events[0]?.id).toBe("a84d88e");
  });
});

describe("tables", () => {
  it("are read whatever parts their cells and ends their lines, with quotes and line breaks in cells", () => {
    const expected = ["2025-03-10T09:00:00Z Mia: half, or more; fails", '2025-03-10T09:40:00Z -: flushed "it"'];
    const csv =
      'time,who,what\r\n2025-03-10T09:00:00Z,Mia,"half, or more;\nfails"\r\n2025-03-10T09:40:00Z,,"flushed ""it"""\r\n';
    expect(told(imported(csv))).toEqual(expected);
    const semicolons =
      '\ufeffZeit;Wer;Was\n10.03.2025 10:00;Mia;"half, or more; fails"\n10.03.2025 10:40;;"flushed ""it"""\n';
    expect(told(imported(semicolons))).toEqual(expected);
    const tabs =
      'Date\tTime\tEvent\tPerson\n3/10/2025\t10:00:00\thalf, or more; fails\tMia\n3/10/2025\t10:40:00\tflushed "it"\t\n';
    expect(told(imported(tabs))).toEqual(expected);
  });

  it("take the order of day and month from the whole column, its course, or the incident", () => {
    const csv = (...dates: readonly string[]) => `time,what\n${dates.map((date) => `${date} 10:00,x`).join("\n")}\n`;
    const days = (text: string, day: string | null = "2025-03-10") =>
      imported(text, { day, zone: "UTC" }).events.map(({ time }) => new Date(time).toISOString().slice(0, 10));
    expect(days(csv("3/10/2025", "3/13/2025"), null)).toEqual(["2025-03-10", "2025-03-13"]);
    expect(days(csv("10/3/2025", "13/3/2025"), null)).toEqual(["2025-03-10", "2025-03-13"]);
    expect(days(csv("10/3/2025", "11/3/2025", "1/4/2025"), null)).toEqual(["2025-03-10", "2025-03-11", "2025-04-01"]);
    expect(days(csv("3/10/2025"))).toEqual(["2025-03-10"]);
    expect(days(csv("10/3/2025"))).toEqual(["2025-03-10"]);
    expect(imported(csv("3/10/2025"), { day: null })).toMatchObject({
      events: [],
      unread: [{ line: 2, reason: "which of its figures is the month cannot be told: write the month by its name" }],
    });
  });

  it("list rows that tell no time or nothing, with their lines", () => {
    const csv = 'time,what\n2025-03-10T09:00:00Z,"a\nb"\nsoon,c\n2025-03-10T09:40:00Z,\n2025-03-10T09:50:00Z,d\n';
    const read = imported(csv);
    expect(told(read)).toEqual(["2025-03-10T09:00:00Z -: a b", "2025-03-10T09:50:00Z -: d"]);
    expect(unread(read)).toEqual(["4: it has no time that can be read", "5: it says nothing"]);
  });
});

describe("JSON of any other form", () => {
  it("is read by the keys that programs use, and never by those of objects within", () => {
    const read = imported(
      json({
        result: {
          items: [
            {
              Timestamp: 1741597200,
              Message: "down",
              user: { login: "mia" },
              severity: { created_at: "2024-01-01T00:00:00Z", name: "x" },
            },
            { occurredAt: "2025-03-10T09:40:00Z", text: "flushed" },
            { state: { time: "2024-01-01T00:00:00Z", text: "never" } },
          ],
        },
      }),
    );
    expect(told(read)).toEqual(["2025-03-10T09:00:00Z mia: down", "2025-03-10T09:40:00Z -: flushed"]);
    expect(unread(read)).toEqual(["19: it has no time that can be read"]);
  });

  it("is read line by line", () => {
    const lines = '{"time":"2025-03-10T09:00:00Z","msg":"down"}\n{"time":"2025-03-10T09:01:00Z","msg":"up"}\n';
    expect(told(imported(lines))).toEqual(["2025-03-10T09:00:00Z -: down", "2025-03-10T09:01:00Z -: up"]);
  });

  it("is read by the keys that a team names", () => {
    const mapping = {
      name: "ours",
      list: "log.rows",
      time: "p.at",
      text: "p.said",
      person: "p.by",
      url: "",
      id: "p.no",
    };
    const text = json({ log: { rows: [{ p: { at: "2025-03-10T09:00:00Z", said: "down", by: "Mia", no: 7 } }] } });
    const read = imported(text, { known: { mappings: [mapping] } });
    expect([read.format, read.events[0]?.id, ...told(read)]).toEqual(["ours", "7", "2025-03-10T09:00:00Z Mia: down"]);
    const table = { ...mapping, list: "", time: "T", text: "S", person: "B", id: "" };
    const csv = "N,B,S,T\n1,Mia,down,2025-03-10 10:00\n";
    expect(told(imported(csv, { known: { mappings: [table] } }))).toEqual(["2025-03-10T09:00:00Z Mia: down"]);
  });
});

describe("the name of a person", () => {
  it.each([
    ["Okafor, Ada", "Ada Okafor"],
    ["O'Brien-Roe, J. R.", "J. R. O'Brien-Roe"],
    [`${"o".repeat(40)}, ${"a".repeat(40)}`, `${"a".repeat(40)} ${"o".repeat(40)}`],
    [`${"o".repeat(41)}, Ada`, `${"o".repeat(41)}, Ada`],
    [`Okafor, ${"a".repeat(41)}`, `Okafor, ${"a".repeat(41)}`],
    ["Team 7 Okafor, Ada", "Team 7 Okafor, Ada"],
    ["Okafor, Ada 7", "Okafor, Ada 7"],
    ["Okafor, Ada, Mia", "Okafor, Ada, Mia"],
    ["Okafor,Ada", "Okafor,Ada"],
    ["  Ada\n Okafor ", "Ada Okafor"],
  ])("is turned around where it stands last name first: %j", (name, shown) => {
    const read = imported(json([{ time: "2025-03-10T09:00:00Z", text: "down", author: name }]));
    expect(read.events[0]?.actor).toEqual({
      name: shown,
      also: shown === name.trim() || name.includes("\n") ? [] : [name],
    });
  });
});

describe("lines of text", () => {
  it("are events where they begin with a date and a time; the others are listed", () => {
    const read = imported("2025-03-10T09:00:00Z down\n  at login.ts:12\n- 2025-03-10 10:40 flushed\n09:50 soon\n");
    expect(told(read)).toEqual(["2025-03-10T09:00:00Z -: down", "2025-03-10T09:40:00Z -: flushed"]);
    expect(unread(read)).toEqual([
      "2: it does not begin with a date and a time",
      "4: it does not begin with a date and a time",
    ]);
  });
});
