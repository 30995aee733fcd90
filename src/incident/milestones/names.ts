import { milestoneIds, type MilestoneId } from "./milestone";

/** The words that name a milestone where they stand alone; each may follow one of the words before. */
const words: Readonly<
  Record<
    MilestoneId,
    { readonly before: readonly string[]; readonly names: readonly string[]; readonly whole: readonly string[] }
  >
> = {
  started: {
    before: ["incident", "outage", "impact", "problem", "issue", "trigger"],
    names: ["start", "starts", "started", "begin", "begins", "began", "begun"],
    whole: ["trigger", "onset", ...edge("start")],
  },
  detected: {
    before: ["first", "initial", "incident", "issue", "problem"],
    names: ["detected", "detection"],
    whole: [],
  },
  acknowledged: {
    before: ["incident", "alert", "page"],
    names: ["acknowledged", "acknowledgement", "acknowledgment", "acked", "ack"],
    whole: [],
  },
  identified: {
    before: ["root", "issue", "problem", "cause", "root cause", "issue cause", "problem cause"],
    names: ["identified", "identification", "diagnosed", "diagnosis"],
    whole: [],
  },
  mitigated: {
    before: ["incident", "outage", "impact", "issue"],
    names: ["mitigated", "mitigation", "repaired", "repair"],
    whole: [],
  },
  resolved: {
    before: ["incident", "outage", "issue", "problem"],
    names: ["resolved", "resolution", "recovered", "recovery", "restored", "all clear", "over", "end", "ends", "ended"],
    whole: ["service restored", ...edge("end")],
  },
};

/** "start of the incident" */
function edge(side: string): readonly string[] {
  return ["incident", "outage", "impact"].flatMap((what) => [`${side} of ${what}`, `${side} of the ${what}`]);
}

const byName: ReadonlyMap<string, MilestoneId> = new Map(
  milestoneIds.flatMap((id) => {
    const { before, names, whole } = words[id];
    const behind = before.flatMap((word) => names.map((name) => `${word} ${name}`));
    return [...whole, ...names, ...behind].map((name) => [name, id] as const);
  }),
);

/** The milestone that these words name and nothing else, whatever their case: `Root cause identified`. */
export function namedMilestone(name: string): MilestoneId | null {
  return byName.get(name.toLowerCase()) ?? null;
}
