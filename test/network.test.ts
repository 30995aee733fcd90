import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { commands } from "../src/cli/cli";
import { afterAll, describe, expect, inject, it } from "vitest";

const scratch = mkdtempSync(join(tmpdir(), "postmortem-network-"));
afterAll(() => {
  rmSync(scratch, { recursive: true });
});

/** Whatever could speak to another machine; `"EventSource"` is also the name of a field of CloudTrail. */
const speaking =
  /\b(?:fetch|XMLHttpRequest|WebSocket|(?<!["'])EventSource|RTCPeerConnection|sendBeacon|importScripts|requestUrl)\b|\b(?:from|import|require)\s*\(?["'](?:node:)?(?:https?|http2|net|tls|dgram|dns|inspector)["']/;

describe("the network", () => {
  it.each(["main.js", "dist/postmortem.mjs"])("is not known to %s", (file) => {
    expect(readFileSync(join(inject("built"), file), "utf8").match(speaking)?.[0]).toBeUndefined();
  });

  it("is not used by the command line, whatever it does", { timeout: 180_000 }, () => {
    const trap = join(scratch, "trap.cjs");
    writeFileSync(
      trap,
      `
      const refuse = (what) => () => { process.stderr.write("NETWORK: " + what + "\\n"); process.exit(99); };
      require("net").Socket.prototype.connect = refuse("connect");
      require("dgram").createSocket = refuse("datagram");
      require("dns").lookup = refuse("lookup");
      globalThis.fetch = refuse("fetch");
    `,
    );
    const vault = join(scratch, "vault");
    cpSync(join(import.meta.dirname, "../examples/vault"), vault, { recursive: true });
    spawnSync("git", ["init", "-q"], { cwd: vault });
    spawnSync("git", ["-c", "user.name=T", "-c", "user.email=t@example.com", "commit", "-qm", "A", "--allow-empty"], {
      cwd: vault,
    });
    writeFileSync(join(scratch, "events.txt"), "2024-04-11T06:12:00Z deployed\n");
    const note = join(vault, "Incident-2024-04-11-API-Outage.md");
    const run = (...args: string[]): { status: number | null; stderr: string } =>
      spawnSync(process.execPath, ["--require", trap, join(inject("built"), "dist/postmortem.mjs"), ...args], {
        cwd: vault,
        encoding: "utf8",
      });
    // The trap works: a program that does speak falls into it.
    expect(spawnSync(process.execPath, ["--require", trap, "-e", "fetch('http://127.0.0.1:9')"]).status).toBe(99);
    const tried = new Set<string | undefined>();
    for (const args of [
      ["lint", vault],
      ["lint", vault, "--fix"],
      ["inspect", note, "--metadata"],
      ["resolve", note],
      ["actions", vault],
      ["stats", vault],
      ["rules"],
      ["new", vault, "--title", "X"],
      ["export", note, "--to", "markdown"],
      ["export", note, "--to", "html", "-o", join(scratch, "out.html")],
      ["export", note, "--to", "html", "--external"],
      ["export", note, "--refresh", "-o", join(scratch, "out.html")],
      ["lint", vault, "--cache-location", join(scratch, "cache")],
      ["lint", vault, "--cache-location", join(scratch, "cache")],
      ["lint", vault, "--changed-since", "HEAD"],
      ["schema", vault],
      ["completion", "bash"],
      ["init", vault],
      ["import", note, join(scratch, "events.txt"), "--dry-run"],
    ]) {
      const { status, stderr } = run(...args);
      expect(stderr).not.toContain("NETWORK");
      expect([0, 1, 2], `${args.join(" ")}: ${stderr}`).toContain(status);
      tried.add(args[0]);
    }
    // A command that is new belongs into the list.
    expect(commands.map(({ name }) => name).filter((name) => !tried.has(name))).toEqual([]);
  });
});
