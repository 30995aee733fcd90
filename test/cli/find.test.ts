import { describe, expect, it } from "vitest";
import { makeVault, runHere } from "./run";

const note = (title: string, date: string, services: string, body: string): string =>
  `---\ntitle: ${title}\ndate: ${date}\nservices: [${services}]\ntags: [postmortem]\n---\n\n# ${title}\n\n${body}\n`;

const files = {
  "Pool.md": note(
    "Checkout times out",
    "2024-04-11",
    "checkout",
    "## Root cause\n\nThe connection pool was empty: `ECONNRESET`.",
  ),
  "Pool again.md": note(
    "Payments slow",
    "2024-06-02",
    "payments",
    "## Root cause\n\nThe connection pool of the database was too small.",
  ),
  "Disk.md": note(
    "Search is down",
    "2024-05-01",
    "search",
    "## Root cause\n\nThe disk was full, and checkout.retry_limit too high.",
  ),
  "Japanisch.md": note("ログイン障害", "2024-07-01", "login", "## 原因\n\n接続プールが枯渇した。"),
  "Shopping.md": "connection pool, checkout, ECONNRESET",
};
const found = async (...words: readonly string[]) => {
  const run = await runHere(["find", ...words, "--vault", makeVault(files), "--format", "json"]);
  const report: unknown = JSON.parse(run.stdout);
  return report;
};

describe("postmortem find", () => {
  it("finds incidents by words, services and identifiers, and says why", async () => {
    expect(await found("ECONNRESET", "checkout", "pool")).toEqual({
      version: 1,
      results: [
        {
          path: "Pool.md",
          title: "Checkout times out",
          score: expect.any(Number) as number,
          reasons: [
            "service: checkout",
            "identifier: ECONNRESET",
            expect.stringMatching(/^words: .*econnreset/) as string,
          ],
        },
        {
          path: "Pool again.md",
          title: "Payments slow",
          score: expect.any(Number) as number,
          reasons: ["words: pool"],
        },
        { path: "Disk.md", title: "Search is down", score: expect.any(Number) as number, reasons: ["words: checkout"] },
      ],
    });
  });

  it("puts a rare word before a common one, what was affected before what is told, the later of two alike first", async () => {
    const ranked = makeVault({
      "Common.md": note("One", "2024-01-01", "a", "Deploy after deploy after deploy."),
      "Rare.md": note("Two", "2024-01-02", "b", "Over the quota of it."),
      "Told.md": note("Three", "2024-01-03", "c", "A deploy of shop; shop, shop, shop, shop and shop again."),
      "Affected.md": note("Four", "2024-01-04", "shop", "A deploy."),
      "More.md": note("Five", "2024-01-05", "d", "A deploy."),
    });
    const first = async (words: string): Promise<string | undefined> =>
      (await runHere(["find", words, "--vault", ranked])).stdout.split("\n")[0];
    expect(await first("deploy quota")).toContain("Rare.md");
    expect(await first("shop")).toContain("Affected.md: Four (service: shop; words: shop)");
    const twin = note("Cache is cold", "2024-01-01", "", "The cache was cold.");
    const twins = makeVault({ "A.md": twin, "B.md": twin.replace("2024-01-01", "2024-02-01") });
    const { stdout } = await runHere(["find", "cache", "--vault", twins]);
    expect(stdout.split("\n")[0]).toContain("B.md: Cache is cold (words: cache)");
  });

  it("finds by contributing factors and by notes that are linked", async () => {
    const vault = makeVault({
      "A.md": note("One", "2024-01-01", "a", "See [[Failover runbook]].").replace("tags", "factors: [Capacity]\ntags"),
      "B.md": note("Two", "2024-01-02", "b", "Nothing of that kind."),
      "Failover runbook.md": "# How",
    });
    const { stdout } = await runHere(["find", "capacity, failover runbook", "--vault", vault]);
    expect(stdout).toContain("A.md: One (factor: capacity; linked note: Failover runbook; words: failover, runbook)\n");
  });

  it("reads scripts without spaces", async () => {
    expect(await found("プールの枯渇")).toMatchObject({ results: [{ path: "Japanisch.md" }] });
  });

  it("says when there is nothing, or nothing to look for", async () => {
    expect(await found("zebra")).toEqual({ version: 1, results: [] });
    expect((await runHere(["find", "zebra", "--vault", makeVault(files)])).stderr).toContain("nothing found");
    expect((await runHere(["find", "--vault", makeVault(files)])).stderr).toContain("say what to look for");
  });
});
