// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { startApp, type TestApp } from "./app";

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2024, 5, 10) });
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  document.body.empty();
});

function incident(date: string, minutes: number | null, properties = ""): string {
  const over = minutes === null ? "" : `resolved: ${date}T10:${String(minutes).padStart(2, "0")}\n`;
  return `---\ndate: ${date}\nseverity: SEV-2\ntimezone: UTC\nstarted: ${date}T10:00\n${over}${properties}---\n\n## Action Items\n\n- [ ] Add an alert 📅 2024-06-01\n`;
}

const files = {
  "Incident-2024-04-11-A.md": incident("2024-04-11", 47, "services: [api]\n"),
  "Incident-2024-05-01-B.md": incident("2024-05-01", 10),
  "Incident-2024-05-02-C.md": incident("2024-05-02", null),
};

const figures = (): readonly HTMLElement[] => [...document.querySelectorAll<HTMLElement>("figure")];
const titles = (): readonly string[] =>
  figures().map((figure) => figure.querySelector(".postmortem-figure-title")?.textContent ?? "");
const count = (): string => document.querySelector(".postmortem-count")?.textContent ?? "";

function table(title: string): readonly string[] {
  const figure = figures().find((other) => other.querySelector(".postmortem-figure-title")?.textContent === title);
  return [...(figure?.querySelectorAll("tr") ?? [])].map((row) =>
    [...row.children].map((cell) => cell.textContent).join(" | "),
  );
}

function choose(label: string, text: string): void {
  const select = document.querySelector<HTMLSelectElement>(`select[aria-label="${label}"]`);
  const option = [...(select?.options ?? [])].find((other) => other.text === text);
  if (select === null || option === undefined) throw new Error(`no choice ${label}: ${text}`);
  select.value = option.value;
  select.dispatchEvent(new Event("change"));
}

async function open(notes: Readonly<Record<string, string>> = files): Promise<TestApp> {
  const app = await startApp(notes);
  await app.run("show-insights");
  return app;
}

describe("insights", () => {
  it("show each figure as a picture that is described, and as a table", async () => {
    await open();
    expect(count()).toBe("3 incidents");
    expect(titles()).toEqual([
      "Incidents per month",
      "Time to resolve per quarter",
      "Time to resolve by severity",
      "Time to resolve by service",
      "Action items per month",
      "Open action items by age",
    ]);
    for (const figure of figures()) {
      const picture = figure.querySelector("svg[role=img]");
      expect(picture?.querySelector(":scope > title")?.textContent).toBe(
        figure.querySelector(".postmortem-figure-title")?.textContent,
      );
      expect(picture?.querySelector(":scope > desc")).not.toBeNull();
    }
    expect(table("Incidents per month")).toEqual(["Month | Incidents | SEV-2", "2024-04 | 1 | 1", "2024-05 | 2 | 2"]);
    expect(table("Time to resolve per quarter")).toEqual([
      "Quarter | Incidents | Median | Quartiles | Shortest to longest",
      "2024-Q2 | 2 | 29 min | 19 min to 38 min | 10 min to 47 min",
    ]);
    expect(table("Open action items by age").slice(-3)).toEqual(["31–90 | 3 | 3", "91–180 | 0 | 0", "181+ | 0 | 0"]);
    expect(document.querySelector(".postmortem-figures")?.textContent).toContain("fewer than 5 incidents");
  });

  it("name the incidents that a figure leaves out, why, and lead to them", async () => {
    const app = await open();
    const details = document.querySelector("details");
    expect(details?.textContent).toBe("1 incident is left out");
    details?.setAttribute("open", "");
    await app.wait();
    expect(details?.textContent).toContain("No resolved time is known:");
    details?.querySelector("button")?.click();
    await app.wait();
    expect(app.frontEditor().state.doc.toString()).toContain("date: 2024-05-02");
  });

  it("are filtered by period, severity and service, and lead back when nothing is left", async () => {
    const app = await open();
    choose("Service", "api");
    expect(count()).toBe("1 of 3 incidents");
    choose("Service", "No service");
    expect(count()).toBe("2 of 3 incidents");
    choose("Service", "api");
    await app.write("Incident-2024-04-11-A.md", incident("2024-04-11", 47, "services: [web]\n"));
    expect(count()).toBe("None of 3 incidents matches the filters.");
    [...document.querySelectorAll("button")].find(({ textContent }) => textContent === "Show all incidents")?.click();
    expect(count()).toBe("3 incidents");
    choose("Period", "Last 3 months");
    expect(table("Incidents per month")).toHaveLength(4);
    choose("Severity", "SEV-2");
    expect(count()).toBe("3 incidents");
  });

  it("follow what is written and removed", async () => {
    const app = await open();
    await app.write("Incident-2024-06-01-D.md", incident("2024-06-01", 5));
    expect(count()).toBe("4 incidents");
    await app.remove("Incident-2024-05-01-B.md");
    expect(count()).toBe("3 incidents");
  });

  it("are there for one incident, and say so when there is none", async () => {
    const app = await open({ "Incident-2024-04-11-A.md": incident("2024-04-11", 47) });
    expect(count()).toBe("1 incident");
    expect(document.querySelectorAll("figure svg.postmortem-chart")).toHaveLength(6);
    await app.remove("Incident-2024-04-11-A.md");
    expect(count()).toBe("No postmortems yet. Figures appear here with the first one.");
    expect(figures()).toEqual([]);
  });

  it("begin with four numbers, against the time before where incidents go back so far", async () => {
    await open({ ...files, "Incident-2024-01-21-Z.md": incident("2024-01-21", 40) });
    const told = () => [...document.querySelectorAll(".postmortem-headlines > div")].map((tile) => tile.textContent);
    expect(told()).toEqual(["Incidents4", "Median time to resolve40 min", "Open action items4", "Closed in time0 %"]);
    choose("Period", "Last 3 months");
    expect(told()).toEqual([
      "Incidents32 more than before",
      "Median time to resolve29 minShorter from 40 min",
      "Open action items43 more than before",
      "Closed in time0 %",
    ]);
  });

  it("lead from a mark to its incidents, and list them by words and status", async () => {
    const app = await open({ ...files, "Incident-2024-05-03-D.md": incident("2024-05-03", 5, "status: draft\n") });
    const listed = () =>
      [...document.querySelectorAll(".postmortem-list tbody tr")].map((row) => row.children[1]?.textContent);
    expect(listed()).toHaveLength(4);
    document.querySelector("figure [data-cell='0 2'] rect")?.dispatchEvent(new MouseEvent("click", { bubbles: true }));
    expect(listed()).toEqual(["Incident-2024-04-11-A"]);
    const chip = document.querySelector<HTMLElement>(".postmortem-picked");
    expect(chip?.textContent).toBe("Only 2024-04, SEV-2: show all");
    chip?.click();
    expect(listed()).toHaveLength(4);
    choose("Status", "draft");
    expect(listed()).toEqual(["Incident-2024-05-03-D"]);
    choose("Status", "All states");
    [...document.querySelectorAll("button")].find(({ textContent }) => textContent === "Show as table")?.click();
    document.querySelector<HTMLElement>("button[aria-label='2: show No service']")?.click();
    expect(listed()).toEqual(["Incident-2024-05-03-D", "Incident-2024-05-01-B"]);
    document.querySelector<HTMLElement>(".postmortem-list tbody button")?.click();
    await app.wait();
    expect(app.frontEditor().state.doc.toString()).toContain("status: draft");
  });

  it("show tables in place of the pictures on request", async () => {
    await open();
    const button = [...document.querySelectorAll("button")].find(({ textContent }) => textContent === "Show as table");
    button?.click();
    expect(button?.getAttribute("aria-pressed")).toBe("true");
    expect(document.querySelector(".postmortem-as-tables")).not.toBeNull();
  });
});
