// @vitest-environment jsdom
import { Plugin } from "obsidian-test-mocks/obsidian";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import {
  actionsCommand,
  exportCommand,
  importCommand,
  inspectCommand,
  lintCommand,
  newCommand,
  resolveCommand,
  rulesCommand,
  reportCommand,
  statsCommand,
} from "../../src/commands";
import { forged } from "../forged-copy";
import { startApp, type TestApp } from "./app";

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2024, 3, 12) });
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const note = "Incident-2024-04-11-A.md";
const files = {
  [note]: "---\ntag: postmortem\n---\n# A\n\n## Timeline\n\n![[Log#Events]]\n",
  "Log.md": "## Events\n\n- 06:12 UTC deploy\n",
  "Shopping.md": "milk",
};

async function ask(
  app: TestApp,
  command: string,
  params: Record<string, string> = {},
): Promise<Record<string, unknown>> {
  const handler = app.plugin.cliHandlers__.get(`postmortem:${command}`);
  if (handler === undefined) throw new Error(`no command ${command}`);
  const answer: unknown = JSON.parse(await handler(params));
  if (typeof answer !== "object" || answer === null) throw new Error("no object");
  return { ...answer };
}

/** Puts a file of bytes into the vault; the stand-in has other ones for texts. */
async function put(app: TestApp, path: string, text: string): Promise<void> {
  if (path.includes("/") && !(await app.app.vault.adapter.exists("in"))) await app.app.vault.createFolder("in");
  await app.app.vault.createBinary(path, Uint8Array.from(new TextEncoder().encode(text)).buffer);
}

describe("the bare command", () => {
  it("lists what there is", async () => {
    const app = await startApp({});
    const answer: unknown = JSON.parse((await app.plugin.cliHandlers__.get("postmortem")?.({})) ?? "null");
    expect(answer).toMatchObject({ ok: true });
    expect(JSON.stringify(answer)).toContain('"command":"postmortem:lint","summary":"');
    const commands = [...app.plugin.cliHandlers__.keys()].filter((command) => command !== "postmortem");
    expect(JSON.stringify(answer).match(/"postmortem:/g)).toHaveLength(commands.length);
  });
});

describe("the app's command line", () => {
  it("offers the options of the command line outside the app", async () => {
    const register = vi.spyOn(Plugin.prototype, "registerCliHandler");
    await startApp(files);
    const flags = new Map(register.mock.calls.map(([command, , given]) => [command, Object.keys(given ?? {})]));
    const shared = [
      newCommand,
      lintCommand,
      inspectCommand,
      resolveCommand,
      exportCommand,
      importCommand,
      actionsCommand,
      statsCommand,
      reportCommand,
      rulesCommand,
    ];
    for (const { name, options } of shared)
      expect(flags.get(`postmortem:${name}`), name).toEqual(expect.arrayContaining(Object.keys(options)));
  });

  it("starts a postmortem, and never overwrites one", async () => {
    const app = await startApp({});
    const params = {
      title: "API Outage",
      date: "2024-04-11",
      services: "api,checkout",
      timeline: "Incident Timeline#Key Events",
    };
    const path = "Incident-2024-04-11-API-Outage.md";
    expect(await ask(app, "new", params)).toEqual({
      ok: true,
      path,
      timelinePath: "Incident Timeline.md",
      problems: [],
    });
    const text = await app.text(path);
    expect(text).toContain("![[Incident Timeline#Key Events]]");
    expect(await ask(app, "new", params)).toEqual({ ok: false, error: expect.stringContaining("exists") as string });
    expect(await app.text(path)).toBe(text);
    expect(await ask(app, "new", { date: "soon" })).toMatchObject({
      ok: false,
      error: expect.stringMatching(/title.*date/) as string,
    });
    expect(await ask(app, "new", { title: "x", timeline: "../../etc/passwd" })).toMatchObject({ ok: false });
  });

  const pager = JSON.stringify({
    log_entries: [
      { id: "R1", type: "trigger_log_entry", created_at: "2024-04-11T06:12:00Z", summary: "Triggered #77" },
      { id: "R2", type: "notify_log_entry", created_at: "2024-04-11T06:13:00Z", summary: "Notified Ada" },
    ],
  });

  it("imports events from files of the vault, once, and only when nothing speaks against it", async () => {
    const text = "---\ntag: postmortem\ndate: 2024-04-11\n---\n# A\n\n## Timeline\n\n- 06:30 UTC Rolled back\n";
    const app = await startApp({ [note]: text });
    await put(app, "in/pager.json", pager);
    await put(app, "in/x.json", "{");
    const params = { path: note, source: "in/pager.json", "dry-run": "true" };
    expect(await ask(app, "import", params)).toMatchObject({
      ok: true,
      added: 0,
      source: "pagerduty",
      events: [{ time: "2024-04-11T06:12:00Z", milestone: "detected", suggested: true }, { suggested: false }],
    });
    expect(await app.text(note)).toBe(text);
    for (const [params, error] of [
      [{ path: note }, /source=/],
      [{ path: note, source: "in/none.json" }, /does not exist/],
      [{ path: note, source: "../in/pager.json" }, /does not exist/],
      [{ path: note, source: "in/pager.json,in/x.json" }, /in\/x\.json:1/],
      [{ path: note, source: "in/pager.json", since: "soon" }, /since cannot be/],
      [{ path: note, source: "in/pager.json", from: "elsewhere" }, /from cannot be/],
    ] as const)
      expect(await ask(app, "import", params)).toEqual({ ok: false, error: expect.stringMatching(error) as string });
    expect(await ask(app, "import", { path: note, source: "in/pager.json", since: "06:30" })).toMatchObject({
      added: 0,
    });
    expect(await ask(app, "import", { path: note, source: "in/pager.json" })).toMatchObject({ added: 1 });
    expect(await app.text(note)).toContain("\n- 06:12 UTC (detected) Triggered #77\n- 06:30 UTC Rolled back\n");
    expect(await ask(app, "import", { path: note, source: "in/pager.json" })).toMatchObject({ added: 0 });
  });

  it("starts a postmortem from the record of an incident", async () => {
    const record = { incident: { incident_number: 77, title: "Logins fail", created_at: "2024-04-11T06:12:00Z" } };
    const app = await startApp({});
    await put(app, "incident.json", JSON.stringify(record));
    await put(app, "x.json", "{}");
    expect(await ask(app, "new", { from: "incident.json", severity: "SEV-2" })).toMatchObject({
      ok: true,
      path: "Incident-2024-04-11-Logins-fail.md",
    });
    const text = await app.text("Incident-2024-04-11-Logins-fail.md");
    expect(text).toContain("\ndetected: 2024-04-11T06:12\n");
    expect(text).toContain("\nseverity: SEV-2\n");
    expect(await ask(app, "new", { from: "x.json" })).toMatchObject({
      ok: false,
      error: expect.stringContaining("no record") as string,
    });
  });

  it("checks all postmortems, or the note that is named", async () => {
    const app = await startApp(files);
    expect(await ask(app, "lint")).toMatchObject({ ok: true, version: 1, summary: { notes: 1 } });
    const report = await ask(app, "lint", { file: "Incident-2024-04-11-A" });
    expect(report["diagnostics"]).toContainEqual(
      expect.objectContaining({
        path: note,
        rule: "deprecated-property",
        fixable: true,
        start: { line: 2, column: 1, offset: 4 },
      }),
    );
    expect(await ask(app, "lint", { path: "Shopping.md" })).toMatchObject({ summary: { notes: 1 } });
  });

  it("tells what was understood, resolves embeds, and lists the rules", async () => {
    const app = await startApp(files);
    expect(await ask(app, "inspect", { path: note })).toMatchObject({ ok: true, path: note });
    expect(await ask(app, "resolve", { path: note })).toMatchObject({
      ok: true,
      text: expect.stringContaining("06:12 UTC deploy") as string,
      problems: [],
    });
    expect(await ask(app, "resolve", { path: note, "mark-origin": "true" })).toMatchObject({
      text: expect.stringContaining("%% from [[Log#Events]] %%") as string,
    });
    expect(await app.text(note)).toBe(files[note]);
    expect((await ask(app, "rules"))["rules"]).toContainEqual(expect.objectContaining({ id: "broken-embed" }));
  });

  it("exports a note: prints it, writes it, and refreshes what nobody edited", async () => {
    const app = await startApp(files);
    expect(await ask(app, "export", { path: note, properties: "drop" })).toMatchObject({
      ok: true,
      path: note,
      text: "# A\n\n## Timeline\n\n### Events\n\n- 06:12 UTC deploy\n",
      attachments: [],
      problems: [],
    });
    expect(await ask(app, "export", { path: note, flavor: "gitbub" })).toEqual({
      ok: false,
      error: expect.stringContaining("it can be github, gitlab, commonmark") as string,
    });
    const path = "Exports/Incident-2024-04-11-A-exported.md";
    expect(await ask(app, "export", { path: note, write: "" })).toEqual({
      ok: true,
      path,
      source: note,
      result: "created",
      problems: [],
    });
    for (const from of [path, note])
      expect(await ask(app, "export", { path: from, refresh: "" })).toEqual({
        ok: true,
        copies: [{ path, source: note, result: "unchanged", problems: [] }],
      });
    await app.write(path, `x${await app.text(path)}`);
    expect(await ask(app, "export", { path: note, refresh: "" })).toEqual({
      ok: false,
      error: expect.stringMatching(/edited by hand[^]*\n- x/) as string,
    });
  });

  it("refreshes no copy that names a note that is no postmortem, and shows no text of what a copy names", async () => {
    const app = await startApp(files);
    await app.write("Exports/forged.md", forged("Shopping.md"));
    await app.wait();
    expect(await ask(app, "export", { path: "Exports/forged.md", refresh: "" })).toEqual({
      ok: false,
      error: expect.stringContaining("from `Shopping.md`, which is no postmortem") as string,
    });
    expect(await app.text("Exports/forged.md")).toBe(forged("Shopping.md"));
    await app.write("Exports/edited.md", `Mine.\n${forged(note)}`);
    await app.wait();
    expect(await ask(app, "export", { path: "Exports/edited.md", refresh: "" })).toEqual({
      ok: false,
      error: expect.not.stringMatching(/06:12/) as string,
    });
    expect(await app.text("Exports/edited.md")).toMatch(/^Mine\./);
  });

  it("exports a note as all that the command line outside the app can make", async () => {
    const app = await startApp({ ...files, [note]: `${files[note]}\n## Impact\n\n@ada is on it.\n` });
    expect(await ask(app, "export", { path: note, "mark-origin": "true", links: "text" })).toMatchObject({
      text: expect.stringContaining("*(from Log > Events)*") as string,
    });
    expect(await ask(app, "export", { path: note, to: "html" })).toMatchObject({
      text: expect.stringMatching(/^<!DOCTYPE html>[^]*<svg/) as string,
    });
    expect(await ask(app, "export", { path: note, to: "pdf" })).toEqual({
      ok: false,
      error: expect.stringContaining("it can be markdown, html") as string,
    });
    expect(await ask(app, "export", { path: note, external: "true" })).toMatchObject({
      text: expect.stringContaining("Engineer 1 is on it.") as string,
      removed: expect.arrayContaining([
        { kind: "person", what: "@ada", instead: "Engineer 1", where: "Impact" },
      ]) as unknown,
    });
    const path = "Exports/Incident-2024-04-11-A-external.html";
    expect(await ask(app, "export", { path: note, external: "true", to: "html", write: "true" })).toMatchObject({
      ok: true,
      path,
      result: "created",
    });
    // The stand-in keeps the bytes of a file apart from its text.
    vi.spyOn(app.app.vault, "readBinary").mockImplementation(
      async (file) => new TextEncoder().encode(await app.app.vault.read(file)).buffer,
    );
    await app.write("Log.md", "## Events\n\n- 06:12 UTC rollback\n");
    await app.wait();
    expect(await ask(app, "export", { path: note, refresh: "true" })).toMatchObject({
      copies: [{ path, result: "updated" }],
    });
    expect(await app.text(path)).toMatch(/rollback[^]*Engineer 1[^]*source="" as="html .* external"/);
  });

  it("lists action items and tells how long incidents take", async () => {
    const items =
      "\n## Action Items\n\n- [ ] Check keys before deploys @ada 📅 2024-04-11\n- [x] Restart the pods @bo\n";
    const app = await startApp({
      ...files,
      [note]: `${files[note]}${items}`,
      "Incident-2024-04-10-B.md": "---\nstarted: 2024-04-10T06:00Z\nresolved: 2024-04-10T06:30Z\n---\n# B\n",
    });
    const texts = async (params: Record<string, string>): Promise<unknown> => {
      const { actions, ok } = await ask(app, "actions", params);
      return [ok, Array.isArray(actions) ? actions.map((action: { text: string }) => action.text) : actions];
    };
    expect(await texts({})).toEqual([true, ["Check keys before deploys", "Restart the pods"]]);
    expect(await texts({ open: "true" })).toEqual([true, ["Check keys before deploys"]]);
    expect(await texts({ owner: "bo" })).toEqual([true, ["Restart the pods"]]);
    expect((await ask(app, "actions", { overdue: "true" }))["summary"]).toMatchObject({ overdue: 1 });
    const stats = await ask(app, "stats");
    expect(stats).toMatchObject({ ok: true, version: 1, incidents: 2 });
    expect(JSON.stringify(stats)).toContain('"median":30');
  });

  it("answers about the note in front, with what is typed in it", async () => {
    const app = await startApp(files);
    expect(await ask(app, "resolve")).toEqual({
      ok: false,
      error: expect.stringContaining("no note is open") as string,
    });
    const editor = await app.open(note);
    editor.dispatch({ changes: { from: editor.state.doc.length, insert: "typed" } });
    expect(await ask(app, "resolve")).toMatchObject({ text: expect.stringMatching(/typed$/) as string });
  });

  it.each(["inspect", "resolve", "lint"])("says what is wrong instead of throwing: %s", async (command) => {
    const app = await startApp(files);
    expect(await ask(app, command, { path: "Nowhere.md" })).toMatchObject({ ok: false });
    expect(await ask(app, command, { path: "../../etc/passwd" })).toMatchObject({ ok: false });
    expect(await ask(app, command, { file: "Nowhere" })).toMatchObject({ ok: false });
  });
});
