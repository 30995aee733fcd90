import type { CDPSession } from "playwright-core";

/** What the thread that draws the page computed, in milliseconds of its own time: other programs do not count. */
export interface Tasks {
  readonly total: number;
  /** As long as this the screen stood still. */
  readonly longest: number;
}

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds of the thread's own time. */
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

/** Begins to record the tasks of a page; the returned function ends it. */
export async function startTrace(session: CDPSession): Promise<() => Promise<Tasks>> {
  const events: TraceEvent[] = [];
  const collect = ({ value }: { value: object[] }): void => {
    events.push(...(value as TraceEvent[]));
  };
  session.on("Tracing.dataCollected", collect);
  await session.send("Tracing.start", {
    transferMode: "ReportEvents",
    traceConfig: {
      includedCategories: ["toplevel", "disabled-by-default-devtools.timeline", "__metadata"],
      excludedCategories: ["*"],
    },
  });
  return async () => {
    const complete = new Promise<void>((resolve) => {
      session.once("Tracing.tracingComplete", () => {
        resolve();
      });
    });
    await session.send("Tracing.end");
    await complete;
    session.off("Tracing.dataCollected", collect);
    const main = new Set(
      events.filter(({ name, args }) => name === "thread_name" && args?.name === "CrRendererMain").map(threadOf),
    );
    // Chromium tells of each task twice, under the name of its scheduler too.
    const tasks = events
      .filter((event) => event.name === "RunTask" && main.has(threadOf(event)))
      .map(({ tdur }) => (tdur ?? 0) / 1000);
    return { total: tasks.reduce((sum, task) => sum + task, 0), longest: Math.max(0, ...tasks) };
  };
}

function threadOf({ pid, tid }: TraceEvent): string {
  return `${pid} ${tid}`;
}
