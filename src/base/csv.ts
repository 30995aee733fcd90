/**
 * Rows as RFC 4180 has them, with a header. A cell that a spreadsheet would run as a formula is led by an apostrophe.
 */
export function formatCsv(header: readonly string[], rows: Iterable<readonly (string | number | null)[]>): string {
  return [header, ...rows].map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}

function cell(value: string | number | null): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const text = /(?:^|[;\t\r\n])\s{0,20}[=+\-@\t\r＝＋－＠]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
