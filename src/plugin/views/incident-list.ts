import { capitalized, plainWords } from "../../base";
import type { IncidentRecord } from "../../incident";
import type { Host } from "../host";
import { texts } from "../texts";
import { addGoButton } from "../ui/reveal";

/** As many rows as one looks through; a search leaves fewer. */
const mostRows = 200;

/** Which incidents of a list are wanted. */
export interface ListQuery {
  /** Each stands in the title, the services or the factors. */
  readonly words: string;
  /** Null: any; empty for those that do not say. */
  readonly status: string | null;
}

/** The incidents that a search leaves, the last one first. */
export function searchRecords(
  records: readonly IncidentRecord[],
  { status, words }: ListQuery,
): readonly IncidentRecord[] {
  const wanted = plainWords(words).split(" ");
  return records
    .filter((record) => {
      if (status !== null && (record.status ?? "") !== status) return false;
      const text = plainWords([record.title, record.date ?? "", ...record.services, ...record.factors].join(" "));
      return wanted.every((word) => text.includes(word));
    })
    .sort((a, b) => ((a.date ?? "") === (b.date ?? "") ? 0 : (a.date ?? "") < (b.date ?? "") ? 1 : -1));
}

/** Draws incidents in a table, each leading to its note. */
export function drawIncidentList(parent: HTMLElement, host: Host, records: readonly IncidentRecord[]): void {
  const table = parent.createEl("table", { cls: "postmortem-incidents" });
  const head = table.createEl("thead").createEl("tr");
  const { words } = texts();
  for (const text of [words.date, words.incident, words.severity, words.status, words.services])
    head.createEl("th", { text, attr: { scope: "col" } });
  const body = table.createEl("tbody");
  for (const { date, path, services, severity, status, title } of records.slice(0, mostRows)) {
    const row = body.createEl("tr");
    row.createEl("td", { cls: "postmortem-day", text: date ?? "" });
    addGoButton(row.createEl("td"), host, { path, span: { start: 0, end: 0 } }, { text: title });
    for (const text of [severity ?? "", capitalized(status ?? ""), services.join(", ")]) row.createEl("td", { text });
  }
  if (records.length > mostRows)
    parent.createDiv({ cls: "postmortem-figure-note", text: words.andMore(records.length - mostRows) });
}
