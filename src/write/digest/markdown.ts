import { shownWords } from "../../note";
import { literalWords } from "../flatten/escape";
import type { ReportedAction } from "../json/actions";
import type { ActionsDigest } from "./digest";

/** The digest as Markdown, to be mailed or posted; what comes from notes stands there as words alone. */
export function digestMarkdown({ day, summary, overdue, dueThisWeek, byOwner, oldest }: ActionsDigest): string {
  const { open, withoutOwner } = summary;
  const counts = [
    `${open} open`,
    `${summary.overdue} overdue`,
    `${summary.dueThisWeek} due this week`,
    `${withoutOwner} without an owner`,
  ];
  const parts = [
    `# Action items on ${day}`,
    `${counts.join(", ")}.`,
    ...listed("Overdue", overdue, ({ due, overdueDays }) => `due ${due ?? ""}, ${overdueDays} d late`),
    ...listed("Due this week", dueThisWeek, ({ due }) => `due ${due ?? ""}`),
    ...(byOwner.length === 0 ? [] : ["## By owner", ownerTable(byOwner)]),
    ...listed("Oldest", oldest, ({ ageDays }) => `open for ${ageDays} d`),
  ];
  return `${parts.join("\n\n")}\n`;
}

function listed<T extends ReportedAction>(
  title: string,
  actions: readonly T[],
  say: (action: T) => string,
): readonly string[] {
  const lines = actions.map((action) => {
    const more = [action.owners.join(", ") || "nobody", say(action), action.incident];
    return `- ${words(action.text)} (${more.map((part) => words(part)).join("; ")})`;
  });
  return lines.length === 0 ? [] : [`## ${title}`, lines.join("\n")];
}

function ownerTable(byOwner: ActionsDigest["byOwner"]): string {
  const rows = byOwner.map(
    ({ owner, open, overdue }) => `| ${owner === null ? "Nobody" : literalWords(owner, true)} | ${open} | ${overdue} |`,
  );
  return ["| Owner | Open | Overdue |", "| --- | --: | --: |", ...rows].join("\n");
}

function words(text: string): string {
  return literalWords(shownWords(text));
}
