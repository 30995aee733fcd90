import type { SourceEvent, Unread } from "../event";
import { excerpt } from "../event";
import { readMoment } from "../moment";
import type { Draft } from "../records";
import { eventFrom } from "../records";
import type { Source } from "../source";

const commitLine = /^commit ([0-9a-f]{7,64})(?: \(.*\))?$/;
const fieldNames: ReadonlySet<string> = new Set(["Author", "AuthorDate", "Commit", "CommitDate", "Date", "Merge"]);
const isoLine = /^(\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}:\d{2}(?:Z| ?[+-]\d{2}:?\d{2})) ([0-9a-f]{7,40}) (.*)$/;

/** A commit as `git log` prints it, before its lines are put together. */
interface Commit {
  readonly line: number;
  readonly hash: string;
  readonly fields: Map<string, string>;
  subject: string;
}

/**
 * `git log` as it prints by itself, with `--format=fuller`, and with a format of date, hash and words. The date of the
 * commit counts where it is printed: an author's may be days older.
 */
export const gitLog: Source = {
  tool: "git",
  name: "git log",
  recognises: ({ lines }) => {
    const first = lines().find((line) => line.trim() !== "") ?? "";
    return commitLine.test(first) || isoLine.test(first);
  },
  *read({ lines }) {
    const events: SourceEvent[] = [];
    const unread: Unread[] = [];
    const take = (draft: Draft, line: number, text: string): void => {
      const event = eventFrom(draft, String(line));
      if (typeof event === "string") unread.push({ line, text: excerpt(text), reason: event });
      else events.push(event);
    };
    let commit: Commit | null = null;
    const close = (): void => {
      if (commit !== null) take(draftOf(commit), commit.line, `commit ${commit.hash} ${commit.subject}`);
      commit = null;
    };
    for (const [index, line] of lines().entries()) {
      if (index % 512 === 0) yield;
      const [, hash] = commitLine.exec(line) ?? [];
      const [name = "", ...value] = line.split(":");
      const short = isoLine.exec(line);
      if (hash !== undefined) {
        close();
        commit = { line: index + 1, hash, fields: new Map(), subject: "" };
      } else if (commit !== null && value.length > 0 && fieldNames.has(name))
        commit.fields.set(name, value.join(":").trim());
      else if (commit !== null && line.startsWith("    ") && line.charAt(4).trim() !== "")
        commit.subject ||= line.trim();
      else if (short !== null) {
        close();
        take({ time: short[1], text: short[3] ?? null, id: short[2] ?? null, kind: "change" }, index + 1, line);
      } else if (commit === null && line.trim() !== "")
        unread.push({ line: index + 1, text: excerpt(line), reason: "it is no commit" });
    }
    close();
    return { events, unread, zone: null, remarks: [] };
  },
};

function draftOf({ hash, fields, subject }: Commit): Draft {
  const date = fields.get("CommitDate") ?? fields.get("Date");
  return {
    time: date === undefined ? null : readMoment(date),
    text: fields.has("Merge") && subject !== "" ? `Merged: ${subject}` : subject,
    actor: authorOf(fields.get("Author") ?? ""),
    id: hash,
    kind: "change",
  };
}

/** The name of an author, without the address behind it. */
function authorOf(author: string): string {
  const address = author.lastIndexOf("<");
  return address < 0 ? author : author.slice(0, address);
}
