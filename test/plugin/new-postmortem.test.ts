// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { startApp, type TestApp } from "./app";

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2024, 3, 11, 9) });
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  document.body.empty();
});

function field(label: string): HTMLInputElement | HTMLSelectElement {
  const found = document.querySelector(`[aria-label="${label}"]`);
  if (found instanceof HTMLInputElement || found instanceof HTMLSelectElement) return found;
  throw new Error(`no field ${label}`);
}

function fill(label: string, value: string): void {
  const input = field(label);
  input.value = value;
  input.dispatchEvent(new Event(input instanceof HTMLSelectElement ? "change" : "input", { bubbles: true }));
}

async function submit(app: TestApp): Promise<void> {
  document.querySelector("form")?.requestSubmit();
  await app.wait();
}

const shownPath = (): string | null => document.querySelector(".postmortem-new-path")?.textContent ?? null;
const errors = (): string[] => [...document.querySelectorAll(".is-invalid")].map((row) => row.textContent);

describe("new postmortem", () => {
  it("starts with today, the team's zone and the team's timeline", async () => {
    const app = await startApp({}, { timezone: "Europe/Berlin", timelineNote: { path: "Log", heading: "Events" } });
    app.pressRibbon("New postmortem");
    expect(
      ["Title", "Date", "Start time", "Time zone", "Severity", "Timeline note", "Timeline heading"].map(
        (label) => field(label).value,
      ),
    ).toEqual(["", "2024-04-11", "", "Europe/Berlin", "", "Log", "Events"]);
    expect(await app.app.vault.adapter.exists("Log.md")).toBe(false);
  });

  it("makes the note and its timeline note, and opens it at the first thing to fill in", async () => {
    const app = await startApp({});
    await app.run("new");
    fill("Title", "API Outage");
    fill("Start time", "06:12");
    fill("Severity", "SEV-1");
    fill("Services", "api, checkout");
    expect(shownPath()).toBe("Creates Incident-2024-04-11-API-Outage.md and 2024-04-11 API Outage Timeline.md");
    await submit(app);

    const text = await app.text("Incident-2024-04-11-API-Outage.md");
    expect(text).toContain("# API Outage Retro — 2024-04-11");
    expect(text).toContain("severity: SEV-1");
    expect(text).toContain("![[2024-04-11 API Outage Timeline#Key Events]]");
    expect(await app.text("2024-04-11 API Outage Timeline.md")).toContain("## Key Events");
    expect(document.querySelector("form")).toBeNull();
    const editor = app.frontEditor();
    expect(editor.state.doc.toString()).toBe(text);
    expect(text.slice(editor.state.selection.main.from)).toMatch(/^TODO/);
  });

  it("is filled in from the record of an incident, in the zone of the form", async () => {
    const app = await startApp({}, { timezone: "Europe/Berlin" });
    await app.run("new");
    const input = field("Incident record");
    const take = async (record: unknown): Promise<void> => {
      const file = new File([JSON.stringify(record)], "incident.json");
      // The stand-in for a browser has files without their bytes.
      Object.defineProperty(file, "arrayBuffer", {
        value: () => Promise.resolve(new TextEncoder().encode(JSON.stringify(record)).buffer),
      });
      Object.defineProperty(input, "files", { value: [file], configurable: true });
      input.dispatchEvent(new Event("change"));
      await app.wait();
    };
    await take({ title: "x" });
    expect(errors().join()).toContain("incident.json is no record of an incident");
    const at = (time: string): string => `2024-04-10T${time}:00Z`;
    const attributes = { title: "Logins fail", severity: { name: "Sev 2" }, started_at: at("23:50") };
    await take({ data: { type: "incidents", attributes: { ...attributes, resolved_at: at("23:58") } } });
    const values = (): string[] => ["Title", "Date", "Start time", "Severity"].map((label) => field(label).value);
    expect(values()).toEqual(["Logins fail", "2024-04-11", "01:50", "SEV-2"]);
    fill("Title", "Nobody can log in");
    fill("Time zone", "UTC");
    expect(values()).toEqual(["Nobody can log in", "2024-04-10", "23:50", "SEV-2"]);
    await submit(app);
    const text = await app.text("Incident-2024-04-10-Nobody-can-log-in.md");
    expect(text).toContain("\nstarted: 2024-04-10T23:50\n");
    expect(text).toContain("\nresolved: 2024-04-10T23:58\n");
  });

  it("reads moments as people type them, and shows what it understood", async () => {
    const app = await startApp({}, { timezone: "Europe/Berlin" });
    await app.run("new");
    fill("Title", "API Outage");
    const understood = (typed: string): string | undefined => {
      fill("Start time", typed);
      return /Understood as ([-\d: ]+)/.exec(
        field("Start time").closest(".setting-item, div")?.parentElement?.textContent ?? "",
      )?.[1];
    };
    expect(["now", "-20m", "-1h 20m", "20 min ago", "09:30", "today 8:05", "2024-04-02 06:12"].map(understood)).toEqual(
      [
        "2024-04-11 11:00",
        "2024-04-11 10:40",
        "2024-04-11 09:40",
        "2024-04-11 10:40",
        "2024-04-11 09:30",
        "2024-04-11 08:05",
        "2024-04-02 06:12",
      ],
    );
    expect(["9:3", "soonish", "-m", "yesterday", "25:00"].map(understood)).toEqual(Array(5).fill(undefined));
    expect(errors().join()).toContain("25:00 is no time");
    expect(understood("yesterday 21:30")).toBe("2024-04-10 21:30");
    expect(field("Date").value).toBe("2024-04-10");
    fill("Detected", "20:00");
    expect(errors().join()).toContain("before it began");
    await submit(app);
    expect(app.app.vault.getFiles()).toEqual([]);
    expect(document.querySelector("[role=alert].postmortem-new-fault")?.textContent).toContain("Nothing was created");
    fill("Detected", "21:45");
    await submit(app);
    expect(await app.text("Incident-2024-04-10-API-Outage.md")).toContain(
      "started: 2024-04-10T21:30\ndetected: 2024-04-10T21:45\n",
    );
  });

  it("says that another postmortem shows the timeline that is named", async () => {
    const app = await startApp({
      "Incident-2024-04-10-First.md": "![[Log#Key Events]]\n",
      "Log.md": "## Key Events\n\n- 06:12 down\n\n## Later\n",
    });
    await app.run("new");
    fill("Title", "API Outage");
    fill("Timeline note", "Log");
    expect(errors().join()).toContain("Incident-2024-04-10-First shows this timeline too");
    fill("Timeline heading", "Later");
    expect(errors()).toEqual([]);
  });

  it("never overwrites: a name that is taken gets a number, which the form shows", async () => {
    const app = await startApp({ "Incident-2024-04-11-API-Outage.md": "mine" });
    await app.run("new");
    fill("Title", "API Outage");
    fill("Timeline note", "");
    expect(shownPath()).toBe("Creates Incident-2024-04-11-API-Outage 2.md");
    await submit(app);
    expect(await app.text("Incident-2024-04-11-API-Outage.md")).toBe("mine");
    expect(await app.text("Incident-2024-04-11-API-Outage 2.md")).toContain("API Outage");
  });

  it("gives each incident a timeline note of its own where the settings name one with variables", async () => {
    const app = await startApp({}, { timelineNote: { path: "Timelines/{{date}} {{title}}", heading: "Key Events" } });
    await app.run("new");
    fill("Title", "API / DB Outage");
    await submit(app);
    expect(await app.text("Incident-2024-04-11-API-DB-Outage.md")).toContain(
      "![[Timelines/2024-04-11 API - DB Outage#Key Events]]",
    );
    expect(await app.text("Timelines/2024-04-11 API - DB Outage.md")).toContain("## Key Events");
  });

  it("gives each incident a heading of its own in one note where the settings name one with variables", async () => {
    const log = "# Log\n\n## Key Events 2024-03-01\n\nAll times UTC.\n\n- 06:12 down\n";
    const app = await startApp(
      { "Incident-2024-03-01-Old.md": "![[Log#Key Events 2024-03-01]]\n", "Log.md": log },
      { timelineNote: { path: "Log", heading: "Key Events {{date}}" } },
    );
    await app.run("new");
    fill("Title", "API Outage");
    expect(errors()).toEqual([]);
    expect(shownPath()).toBe("Creates Incident-2024-04-11-API-Outage.md and Log#Key Events 2024-04-11");
    await submit(app);
    expect(await app.text("Incident-2024-04-11-API-Outage.md")).toContain("![[Log#Key Events 2024-04-11]]");
    const start = "2024-04-11, all times UTC.\n\n- HH:MM TODO: write down the first sign of trouble";
    expect(await app.text("Log.md")).toBe(`${log.trimEnd()}\n\n## Key Events 2024-04-11\n\n${start}\n`);
  });

  it("leaves a heading of the timeline note alone that is there", async () => {
    const log = "# Log\n\n### Key Events\n\n- 06:12 down\n";
    const app = await startApp({ "Log.md": log }, { timelineNote: { path: "Log" } });
    await app.run("new");
    fill("Title", "API Outage");
    expect(shownPath()).toBe("Creates Incident-2024-04-11-API-Outage.md");
    await submit(app);
    expect(await app.text("Log.md")).toBe(log);
  });

  it("keeps events in the postmortem itself where the settings name no timeline note", async () => {
    const app = await startApp({}, { timelineNote: { path: "" } });
    await app.run("new");
    fill("Title", "API Outage");
    expect(shownPath()).toBe("Creates Incident-2024-04-11-API-Outage.md");
    await submit(app);
    expect(await app.text("Incident-2024-04-11-API-Outage.md")).toMatch(/## Timeline\n\nTODO: /);
    expect(app.app.vault.getFiles()).toHaveLength(1);
  });

  it("says what is missing where it is missing, and writes nothing", async () => {
    const app = await startApp({});
    await app.run("new");
    expect(errors()).toEqual([]);
    fill("Time zone", "Mars/Base");
    await submit(app);
    expect(errors()).toHaveLength(2);
    expect(errors().join(" ")).toMatch(/needs a title.*Mars\/Base/s);
    expect(document.activeElement).toBe(field("Title"));
    expect(app.app.vault.getFiles()).toEqual([]);
  });

  it("uses the note that is named as the template", async () => {
    const app = await startApp({ "Templates/Incident.md": "# {{title}} ({{severity}}) {{nonsense}}\n" });
    await app.run("new");
    fill("Title", "API Outage");
    fill("Severity", "SEV-2");
    fill("Template", "Incident");
    fill("Timeline note", "");
    await submit(app);
    expect(await app.text("Incident-2024-04-11-API-Outage.md")).toBe("# API Outage (SEV-2) {{nonsense}}\n");
    expect(app.notices.join()).toContain("{{nonsense}}");
  });

  it("suggests services, owners, notes and headings of the vault", async () => {
    const app = await startApp({
      "Incident-2024-01-01-A.md": '---\nservices: [api, checkout]\nowner: "[[Ada]]"\n---\n',
      "Ada.md": "",
      "Log.md": "# Log\n## Key Events\n",
    });
    await app.run("new");
    expect(app.suggestions(field("Services"), "api, ch")).toEqual(["checkout"]);
    expect(app.suggestions(field("Owner"), "a")).toEqual(["[[Ada]]"]);
    expect(app.suggestions(field("Time zone"), "berlin")).toEqual(["Europe/Berlin"]);
    fill("Timeline note", "Log");
    expect(app.suggestions(field("Timeline heading"), "e")).toEqual(["Key Events"]);
    expect(app.suggestions(field("Owner"), "")).toEqual([]);
    expect(app.suggestions(field("Services"), "api, ")).toEqual([]);
    app.choose(field("Services"), "api, ch", "checkout");
    expect(field("Services").value).toBe("api, checkout");
  });
});

describe("a link that starts a postmortem", () => {
  const follow = async (app: TestApp, params: Readonly<Record<string, string>>): Promise<void> => {
    app.followLink({ action: "postmortem", ...params });
    await app.wait();
  };

  it("shows the form filled in, and writes only when a person says so", async () => {
    const app = await startApp({});
    await follow(app, {
      title: "API Outage",
      severity: "sev2",
      started: "2024-04-10T06:12Z",
      detected: "2024-04-10T06:15Z",
      services: "api,web",
      timeline: "Log#Events",
    });
    expect(
      ["Title", "Date", "Start time", "Detected", "Severity", "Services", "Timeline note", "Timeline heading"].map(
        (label) => field(label).value,
      ),
    ).toEqual(["API Outage", "2024-04-10", "06:12", "2024-04-10T06:15", "SEV-2", "api, web", "Log", "Events"]);
    expect(app.app.vault.getFiles()).toEqual([]);
    await submit(app);
    const text = await app.text("Incident-2024-04-10-API-Outage.md");
    expect(text).toContain("started: 2024-04-10T06:12\ndetected: 2024-04-10T06:15\n");
  });

  it("says what it could not take, and what leads out of the vault", async () => {
    const app = await startApp({});
    await follow(app, { title: "../../etc/passwd", severity: "<b>bad</b>", timeline: "../../secret#x", nonsense: "1" });
    expect([...document.querySelectorAll(".postmortem-new-remarks li")].map((remark) => remark.textContent)).toEqual([
      "severity: ‹b>bad‹/b> is none of SEV-1, SEV-2, SEV-3, SEV-4, SEV-5",
      "nonsense is not known",
    ]);
    expect(errors()).toEqual([expect.stringContaining("lies outside the vault")]);
    fill("Timeline note", "");
    expect(shownPath()).toBe("Creates Incident-2024-04-11-etc-passwd.md");
  });

  it("does not replace a form that is being filled in", async () => {
    const app = await startApp({});
    await app.run("new");
    fill("Title", "Mine");
    await follow(app, { title: "Theirs" });
    expect(document.querySelectorAll("form")).toHaveLength(1);
    expect(field("Title").value).toBe("Mine");
    expect(app.notices).toEqual(["Finish or close the open form first."]);
  });
});
