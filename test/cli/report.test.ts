import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { JSDOM } from "jsdom";
import { describe, expect, it } from "vitest";
import { makeVault, runHere } from "./run";

const note = (title: string, date: string, properties: string, items = ""): string =>
  `---\ntitle: "${title}"\ndate: ${date}\ntags: [postmortem]\ntimezone: UTC\nstarted: ${date}T10:00\n${properties}\n---\n\n## Action Items\n\n${items}`;

const { DOMParser } = new JSDOM().window;

const files = {
  "Pool.md": note(
    "Pool | empty <b>",
    "2024-01-10",
    "resolved: 2024-01-10T10:30\nseverity: SEV-1\nservices: [api]\nfactors: [capacity]",
    "- [ ] Add an **alert** @ada 📅 2024-02-01\n- [x] Revert it ➕ 2024-01-11 📅 2024-01-20 ✅ 2024-01-15\n",
  ),
  "Retros/Pool again.md": note(
    "Pool again",
    "2024-03-02",
    "resolved: 2024-03-02T11:30\nservices: [api, web]\nfactors: [capacity, change]\nstatus: draft",
    "- [ ] Write it down\n",
  ),
  "First.md": note("First", "2023-11-01", ""),
  "Later.md": note("Later", "2024-06-01", ""),
};
const at = ["--now", "2024-04-01", "--zone", "UTC"];
const report = (cwd: string, ...args: readonly string[]) => runHere(["report", ".", ...at, ...args], { cwd });

describe("`report`", () => {
  it("tells numbers, what came again, what is open, and has an index with links", async () => {
    const { code, stdout } = await report(makeVault(files), "--since", "2024-02-01");
    expect(code).toBe(0);
    expect(stdout).toContain("# Incidents, 2024-02-01 to 2024-04-01\n");
    expect(stdout).toContain(
      "| Incidents | 1 | As before |\n| Median time to resolve | 1 h 30 min | Longer from 30 min |\n",
    );
    expect(stdout).toContain(
      "| Open action items | 2 | 1 more than before |\n| Closed in time | 0 % | Down from 100 % |",
    );
    expect(stdout).toContain("### Contributing factors per quarter\n");
    expect(stdout).toContain(
      "| 2024-03-02 | [Pool again](Retros/Pool%20again.md) | api | capacity | [Pool \\| empty \\<b>](Pool.md), 52 days before |\n",
    );
    expect(stdout).toContain("2 open, 1 overdue.\n");
    expect(stdout).toContain("| 2024-02-01 | 60 days | Add an alert | ada | [Pool \\| empty \\<b>](Pool.md) |\n");
    expect(stdout).toContain(
      "| 2024-03-02 | [Pool again](Retros/Pool%20again.md) |  | draft | api, web | capacity, change | 1 |\n",
    );
    expect(stdout.slice(stdout.indexOf("## All incidents"))).not.toContain("Pool.md");
  });

  it("is a page with pictures that leads nowhere, and is written anew over itself alone", async () => {
    const cwd = makeVault(files);
    const file = join(cwd, "out/report.html");
    const run = () => report(cwd, "--to", "html", "-o", "out/report.html");
    expect(await run()).toEqual({ code: 0, stdout: "", stderr: "" });
    const html = readFileSync(file, "utf8");
    expect(html.match(/<svg [^>]*class="postmortem-chart"/g)?.length).toBeGreaterThan(6);
    expect(html).toContain('<h3 id="incidents-per-month">Incidents per month</h3>\n<figure><svg');
    expect(html).not.toMatch(/<script|href="(?!#)|<b>/);
    expect((await run()).stderr).toBe("postmortem: `out/report.html` is up to date\n");
    writeFileSync(file, html.replace("Trends", "Mine"));
    expect(await run()).toMatchObject({ code: 1, stderr: expect.stringContaining("edited by hand") as string });
    writeFileSync(file, "mine");
    expect(await run()).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("was not written by an export") as string,
    });
    expect(readFileSync(file, "utf8")).toBe("mine");
  });

  it("gives the figures alone as numbers for a spreadsheet and as one picture, over no file of somebody else", async () => {
    const cwd = makeVault({
      ...files,
      "Formula.md": note("X", "2024-03-03", "services: ['=1+1']\nresolved: 2024-03-03T11:00"),
    });
    const { stdout } = await report(cwd, "--to", "csv", "--since", "2024-01-01");
    const lines = stdout.split("\r\n");
    expect(lines[0]).toBe("figure,by,group,number,value");
    expect(lines).toContain("time-to-resolve,service,api,median minutes,60");
    expect(lines).toContain("time-to-resolve,service,'=1+1,median minutes,60");
    expect(lines).toContain("incidents,month,2024-01,SEV-1,1");
    expect(lines).toContain("contributing factors,quarter,2024-Q1,capacity,2");
    expect(lines).toContain("open action items,age in days,8 to 30,overdue,0");
    await report(cwd, "--to", "csv", "-o", "out.csv");
    expect((await report(cwd, "--to", "csv", "-o", "out.csv")).stderr).toContain("`out.csv` is up to date");
    expect(await report(cwd, "--to", "csv", "--since", "2024-03-01", "-o", "out.csv")).toMatchObject({ code: 1 });

    const drawn = () => report(cwd, "--to", "svg", "-o", "out.svg");
    expect(await drawn()).toEqual({ code: 0, stdout: "", stderr: "" });
    const svg = readFileSync(join(cwd, "out.svg"), "utf8");
    const parsed = new DOMParser().parseFromString(svg, "image/svg+xml");
    expect(parsed.documentElement.localName).toBe("svg");
    expect(parsed.querySelectorAll("svg.postmortem-chart").length).toBeGreaterThan(6);
    expect(svg).not.toMatch(/var\(|url\(|href|<script/);
    writeFileSync(join(cwd, "out.svg"), "mine");
    expect(await drawn()).toMatchObject({ code: 1 });
    expect((await report(makeVault({}), "--to", "svg")).stderr).toContain("no incident of these days has a figure");
  });

  it("says what is no day, and has something to say of an empty vault", async () => {
    expect((await report(makeVault(files), "--since", "May")).stderr).toContain("`May` is no day such as `2024-04-11`");
    expect((await report(makeVault(files), "--since", "2024-05-01")).stderr).toContain("is later than");
    expect((await report(makeVault({}))).stdout).toContain("## All incidents\n\nNone.\n");
  });
});
