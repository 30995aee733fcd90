import { spawn, type ChildProcess } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { startServer, type HostServer } from "./server.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));

interface Answer {
  readonly status: number;
  readonly body: string;
}

/** Asks with exactly this path: nothing is tidied up on the way. */
function ask(
  url: string,
  target: string,
  options: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url);
    const sent = request(
      { hostname, port, path: target, method: options.method ?? "GET", headers: options.headers ?? {} },
      (response) => {
        let body = "";
        response
          .setEncoding("utf8")
          .on("data", (chunk: string) => (body += chunk))
          .on("end", () => {
            resolve({ status: response.statusCode ?? 0, body });
          });
      },
    );
    sent.on("error", reject);
    sent.end(options.body);
  });
}

function folder(files: Readonly<Record<string, string>>): string {
  const made = mkdtempSync(path.join(tmpdir(), "postmortem-host-"));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(made, name)), { recursive: true });
    writeFileSync(path.join(made, name), text);
  }
  return made;
}

describe("the playground's server on a folder", () => {
  const outside = folder({ "secret.md": "secret" });
  const vault = folder({
    "Note.md": "one",
    "Sub/Deep.md": "deep",
    ".obsidian/app.json": "{}",
    "picture.png": "\u0089PNG",
  });
  symlinkSync(path.join(outside, "secret.md"), path.join(vault, "Link.md"));
  symlinkSync(outside, path.join(vault, "Linked"));
  let server: HostServer;
  let own: Record<string, string>;
  const text = (name: string): string => readFileSync(path.join(vault, name), "utf8");

  beforeAll(async () => {
    server = await startServer({ vault });
    own = { origin: server.url.slice(0, -1) };
  });
  afterAll(async () => {
    await server.close();
    for (const made of [outside, vault]) rmSync(made, { recursive: true });
  });

  it("shows the page, the plugin and the notes, but nothing hidden and nothing behind a link", async () => {
    expect((await ask(server.url, "/")).body).toContain("<title>Postmortem playground</title>");
    expect((await ask(server.url, "/plugins.js")).body).toContain("postmortem");
    const start = (await ask(server.url, "/start.js")).body;
    expect(start).toContain('"Note.md":"one","Sub/Deep.md":"deep","picture.png":""');
    expect(start).not.toMatch(/secret|app\.json/);
  });

  it("writes, moves and puts away notes", async () => {
    await ask(server.url, "/start.js");
    const change = async (method: string, name: string, more: object = {}): Promise<number> =>
      (await ask(server.url, `/vault/${name}`, { method, headers: own, ...more })).status;
    expect(await change("PUT", "Note.md", { body: "two" })).toBe(204);
    expect(await change("PUT", "New/H%C3%A4%20x.md", { body: "new" })).toBe(204);
    expect([text("Note.md"), text("New/Hä x.md")]).toEqual(["two", "new"]);
    expect(await change("MOVE", "New/H%C3%A4%20x.md", { headers: { ...own, destination: "New/Other.md" } })).toBe(204);
    expect(await change("MOVE", "New/Other.md", { headers: { ...own, destination: "Note.md" } })).toBe(409);
    expect(await change("DELETE", "New/Other.md")).toBe(204);
    expect([existsSync(path.join(vault, "New/Other.md")), text(".trash/New/Other.md")]).toEqual([false, "new"]);
  });

  it("does not overwrite what was changed on disk meanwhile", async () => {
    await ask(server.url, "/start.js");
    writeFileSync(path.join(vault, "Sub/Deep.md"), "by another program");
    for (const method of ["PUT", "DELETE"]) {
      expect(
        await ask(server.url, "/vault/Sub/Deep.md", {
          method,
          headers: own,
          ...(method === "PUT" && { body: "mine" }),
        }),
      ).toEqual({ status: 409, body: "Sub/Deep.md was changed on disk meanwhile: reload the page" });
    }
    expect(text("Sub/Deep.md")).toBe("by another program");
  });

  it.each([
    "/vault/..%2f..%2fetc%2fpasswd",
    "/..%2f..%2fetc/passwd",
    "/../../etc/passwd",
    "/vault/%2e%2e/x.md",
    "/vault/..%5cx.md",
    "/vault//etc/passwd",
    "/vault/.obsidian/app.json",
    "/vault/Link.md",
    "/vault/Linked/secret.md",
    "/vault/Linked/new.md",
    "/vault/a%00.md",
    "/vault/%",
    "/vault/picture.png",
    "/constructor",
    "/__proto__",
  ])("refuses %s", async (target) => {
    expect((await ask(server.url, target)).status).toBeGreaterThanOrEqual(400);
    expect((await ask(server.url, target, { method: "PUT", headers: own, body: "bad" })).status).toBeGreaterThanOrEqual(
      400,
    );
    expect((await ask(server.url, target, { method: "DELETE", headers: own })).status).toBeGreaterThanOrEqual(400);
    expect(readFileSync(path.join(outside, "secret.md"), "utf8")).toBe("secret");
    expect(existsSync(path.join(outside, "new.md"))).toBe(false);
  });

  it("answers nobody who came by another name, and lets no other site write", async () => {
    expect((await ask(server.url, "/start.js", { headers: { host: "evil.example" } })).status).toBe(403);
    expect(
      (await ask(server.url, "/start.js", { headers: { host: `localhost:${new URL(server.url).port}` } })).status,
    ).toBe(200);
    for (const headers of [
      {},
      { origin: "http://evil.example" },
      { origin: "null" },
      { ...own, host: "evil.example" },
    ]) {
      expect((await ask(server.url, "/vault/Note.md", { method: "PUT", headers, body: "bad" })).status).toBe(403);
    }
    expect(text("Note.md")).not.toBe("bad");
  });
});

describe("the playground's server", () => {
  it("writes nothing when the notes are the example's", async () => {
    const server = await startServer();
    onTestFinished(() => server.close());
    expect(
      (
        await ask(server.url, "/vault/Start%20here.md", {
          method: "PUT",
          headers: { origin: server.url.slice(0, -1) },
          body: "x",
        })
      ).status,
    ).toBe(404);
  });

  it("takes the next port when one is taken", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await new Promise((resolve) => other.once("listening", resolve));
    onTestFinished(() => {
      other.close();
    });
    const address = other.address();
    const taken = typeof address === "object" ? (address?.port ?? 0) : 0;
    const server = await startServer({ files: {}, port: taken });
    onTestFinished(() => server.close());
    expect(Number(new URL(server.url).port)).toBeGreaterThan(taken);
  });
});

describe("the first command of the README", () => {
  const start = (
    args: readonly string[],
    env: Readonly<Record<string, string>>,
  ): { child: ChildProcess; said: () => string; ended: Promise<number | null> } => {
    const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => name !== "CI"));
    const child = spawn(process.execPath, ["examples/start.mjs", ...args], {
      cwd: root,
      env: { ...inherited, ...env },
      stdio: ["ignore", "pipe", "inherit"],
    });
    onTestFinished(() => {
      child.kill("SIGKILL");
    });
    let output = "";
    child.stdout.setEncoding("utf8").on("data", (chunk: string) => (output += chunk));
    return { child, said: () => output, ended: new Promise((resolve) => child.once("exit", resolve)) };
  };

  it("shows the main job, serves the playground and stops when it is told to", async () => {
    const run = start([], {});
    while (!/ at http:\S+\n/.test(run.said()) && run.child.exitCode === null) await pause(50);
    expect(run.said()).toContain("1. Start a postmortem");
    const url = / at (http:\S+)\n/.exec(run.said())?.[1] ?? "";
    expect((await ask(url, "/start.js")).body).toContain("Start here.md");
    run.child.kill("SIGTERM");
    expect(await run.ended).toBe(0);
  });

  it.each([
    [["--once"], {}],
    [[], { CI: "true" }],
  ])("ends by itself when nobody is there to look: %j %j", async (args, env) => {
    const run = start(args, env);
    expect(await run.ended).toBe(0);
    expect(run.said()).toContain("The copy is removed again.");
    expect(run.said()).not.toContain("http:");
  });
});
