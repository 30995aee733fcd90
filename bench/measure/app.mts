import { existsSync } from "node:fs";
import { dirname } from "node:path";
import type { CDPSession } from "playwright-core";
import { startHost, type HostDriver } from "../../test/e2e/host-driver";
import { files, progress, seed, skip } from "../bench.mts";
import type { Figure, TargetId } from "../targets.mts";
import { startTrace } from "../trace.mts";
import { kindAt, pathAt } from "../vault/names.mts";
import { postmortemText } from "../vault/postmortem.mts";
import { noteAt } from "../vault/vault.mts";

const postmortems = 2000;
const long = "Incident-2024-01-01-Long.md";

interface Panel {
  readonly id: "problems" | "actions" | "incident" | "insights";
  readonly command: string;
  /** The panel's type of view, to close it. */
  readonly type: string;
  /** What is pressed after opening, to see all there is. */
  readonly press?: string;
}

const panels: readonly Panel[] = [
  { id: "problems", command: "show-problems", type: "postmortem-problems", press: "All postmortems" },
  { id: "actions", command: "show-actions", type: "postmortem-actions" },
  { id: "incident", command: "show-incident", type: "postmortem-incident" },
  { id: "insights", command: "show-insights", type: "postmortem-insights" },
];

/** The plugin in a browser over a vault of two thousand postmortems: how long the screen stands still. */
export async function measureApp(): Promise<Figure[]> {
  if (!existsSync(process.env["CHROMIUM"] ?? "/usr/bin/chromium")) {
    skip("the panels", "there is no Chromium here; `CHROMIUM` names one");
    return [];
  }
  progress("starting the plugin in Chromium");
  const host = await startHost({
    files: vaultFiles(),
    open: pathAt(0),
    built: dirname(files.mainJs),
    patience: 240_000,
  });
  try {
    const session = await host.page.context().newCDPSession(host.page);
    await indexed(host);
    const figures: Figure[] = [];
    for (const panel of panels) {
      if (await host.page.evaluate((id) => window.host.registry.commands.has(`postmortem:${id}`), panel.command))
        figures.push(...(await measurePanel(host, session, panel)));
      else skip(`the panel ${panel.id}`, "this build has none");
    }
    figures.push(await measureHeap(host, session));
    figures.push(await measureTyping(host, session));
    return figures;
  } finally {
    await host.close();
  }
}

/** Postmortems with the timelines, runbooks and people that they name, and one of 100 KB. */
function vaultFiles(): Readonly<Record<string, string>> {
  const notes: Record<string, string> = { [long]: postmortemText(seed, 10, 50) };
  for (let index = 0; index < postmortems * 10; index++) {
    if (kindAt(index) === "daily" || (kindAt(index) === "runbook" && index % 80 !== 2)) continue;
    const { path, text } = noteAt(seed, index);
    notes[path] = text;
  }
  return notes;
}

/** Resolves when every postmortem was checked: the number of problems stays as it is. */
async function indexed(host: HostDriver): Promise<void> {
  const [problems] = panels;
  for (let before = ""; problems !== undefined;) {
    await open(host, problems);
    const now = await host.page.locator(".postmortem-problems .postmortem-count").innerText();
    await close(host.page, problems.type);
    if (now === before && /\d/.test(now)) return;
    before = now;
    await host.page.waitForTimeout(5000);
  }
}

async function close(page: HostDriver["page"], type: string): Promise<void> {
  await page.evaluate((view) => {
    window.host.app.workspace.detachLeavesOfType(view);
  }, type);
}

/** Opens a panel and waits until its first frame is on the screen. */
async function open(host: HostDriver, { command, press, type }: Panel): Promise<void> {
  const { page } = host;
  await host.runCommand(command);
  await page.locator(`.${type}`).waitFor();
  if (press !== undefined)
    await page.evaluate((name) => {
      [...document.querySelectorAll<HTMLElement>(".postmortem-problems button")]
        .find(({ textContent }) => textContent === name)
        ?.click();
    }, press);
  await page.evaluate(
    () =>
      new Promise((resolve) => {
        window.requestAnimationFrame(() => {
          window.setTimeout(resolve);
        });
      }),
  );
}

async function measurePanel(host: HostDriver, session: CDPSession, panel: Panel): Promise<Figure[]> {
  progress(`opening ${panel.id}`);
  const rounds: number[] = [];
  for (let round = 0; round < 5; round++) {
    const end = await startTrace(session);
    await open(host, panel);
    rounds.push((await end()).total);
    if (round < 4) await close(host.page, panel.type);
  }
  rounds.sort((a, b) => a - b);
  progress(`scrolling ${panel.id}`);
  const end = await startTrace(session);
  await host.page.locator(`.${panel.type}`).hover();
  for (let step = 0; step < 40; step++) {
    await host.page.mouse.wheel(0, 400);
    await host.page.waitForTimeout(30);
  }
  const { longest } = await end();
  await close(host.page, panel.type);
  return [
    { target: `panel-${panel.id}`, value: rounds[2] ?? Number.NaN, detail: `first ${rounds[4]?.toFixed(0) ?? ""} ms` },
    { target: `scroll-${panel.id}`, value: longest, detail: "" },
  ];
}

/** Whether something stays in memory of panels that were closed. */
async function measureHeap(host: HostDriver, session: CDPSession): Promise<Figure> {
  const known = await host.page.evaluate(() => [...window.host.registry.commands.keys()]);
  const present = panels.filter(({ command }) => known.includes(`postmortem:${command}`));
  const used = async (): Promise<number> => {
    await session.send("HeapProfiler.collectGarbage");
    return (await session.send("Runtime.getHeapUsage")).usedSize;
  };
  const times = async (count: number): Promise<void> => {
    for (let round = 0; round < count; round++) {
      progress(`opening and closing all panels, ${round + 1} of ${count}`);
      for (const panel of present) {
        await open(host, panel);
        await close(host.page, panel.type);
      }
    }
  };
  await times(2);
  const before = await used();
  await times(20);
  const after = await used();
  return {
    target: "heap-panels",
    value: after / before,
    detail: `${(before / 2 ** 20).toFixed(1)} MB and ${(after / 2 ** 20).toFixed(1)} MB`,
  };
}

/** Ten characters a second into a long postmortem, with the plugin and without it. */
async function measureTyping(host: HostDriver, session: CDPSession): Promise<Figure> {
  const { page } = host;
  const type = async (): Promise<number> => {
    await host.open(long);
    await host.setCursor(30, 0);
    await page.waitForTimeout(3000);
    const end = await startTrace(session);
    await page.keyboard.type("The pool ran dry, and nothing told anybody. ".repeat(3).slice(0, 100), { delay: 100 });
    await page.waitForTimeout(3000);
    return (await end()).longest;
  };
  progress("typing");
  const own = await type();
  await page.evaluate(() => {
    window.host.registry.disable("postmortem");
  });
  progress("typing without the plugin");
  const bare = await type();
  const target: TargetId = "typing";
  return { target, value: own, detail: `${bare.toFixed(0)} ms without the plugin`, judged: bare <= 50 };
}
