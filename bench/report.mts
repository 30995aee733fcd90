import { reaches, targets, type Figure, type Target } from "./targets.mts";

/** The figures as a Markdown table, in the order of the targets. */
export function reportTable(figures: readonly Figure[]): string {
  const order = Object.keys(targets);
  const sorted = [...figures].sort((a, b) => order.indexOf(a.target) - order.indexOf(b.target));
  const head = ["What", "Against", "Measured", "Gate", "Moonshot", "Holds", "For information"];
  const rows = [head, head.map(() => "---"), ...sorted.map(rowOf)];
  return rows.map((cells) => `| ${cells.join(" | ")} |\n`).join("");
}

/** The figures that miss their gate. */
export function missedGates(figures: readonly Figure[]): readonly Figure[] {
  return figures.filter((figure) => reaches(figure, "gate") === false);
}

function rowOf(figure: Figure): readonly string[] {
  const target: Target = targets[figure.target];
  const limit = (value: number | null): string =>
    value === null || figure.judged === false ? "–" : `${target.unit === "× faster" ? "≥" : "≤"} ${value}`;
  const name = figure.where === undefined ? target.name : `${target.name}, ${figure.where}`;
  return [
    name,
    target.against,
    `${rounded(figure.value)} ${target.unit}`,
    limit(target.gate),
    limit(target.moonshot),
    verdict(figure),
    figure.detail,
  ];
}

function verdict(figure: Figure): string {
  if (reaches(figure, "gate") === false) return "**no**";
  const moonshot = reaches(figure, "moonshot");
  return moonshot === null ? (reaches(figure, "gate") === null ? "–" : "yes") : moonshot ? "moonshot" : "yes";
}

function rounded(value: number): string {
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}
