/** One thing that is measured, and how good it has to be. */
export interface Target {
  /** What is measured. */
  readonly name: string;
  /** What a ratio is measured against, in the same run on the same machine. */
  readonly against: string;
  readonly unit: "×" | "× faster" | "B" | "KB" | "MB" | "ms" | "%";
  /** What must hold; null for what is only told. More is better only for `× faster`. */
  readonly gate: number | null;
  /** What we are after. */
  readonly moonshot: number | null;
}

// Times are ratios: to commonmark, which takes about 0.07 ms for 4 KB and 1.2 ms for 100 KB of such notes, and to a
// start of Node, about 80 ms.
const commonmark = "parsing an ordinary note of that length with commonmark";
const relint = "parsing the changed note with commonmark";
const start = "starting Node";

/** Everything that `npm run bench` can report, in the order of the table. */
export const targets = {
  "vault-promises": {
    name: "lint the vault",
    against: "reading its files with `fs.promises`, 64 at a time",
    unit: "×",
    gate: 2.5,
    moonshot: 1.4,
  },
  "vault-callback": {
    name: "lint the vault",
    against: "reading its files with `fs.readFile`, 64 at a time",
    unit: "×",
    gate: null,
    moonshot: null,
  },
  "vault-sync": {
    name: "lint the vault",
    against: "reading its files with `fs.readSync` into one buffer",
    unit: "×",
    gate: null,
    moonshot: null,
  },
  "cached-stat": {
    name: "lint the vault with a full cache",
    against: "asking for the dates of its files (`fs.statSync`)",
    unit: "×",
    gate: 2,
    moonshot: 1.3,
  },
  "rumdl-vault": {
    name: "lint the vault",
    against: "`rumdl` without its cache",
    unit: "× faster",
    gate: 1.5,
    moonshot: 3,
  },
  "rumdl-warm": {
    name: "lint the vault with a full cache",
    against: "`rumdl` with its full cache",
    unit: "× faster",
    gate: 3,
    moonshot: 6,
  },
  "rumdl-scoped": {
    name: "lint the postmortems alone",
    against: "`rumdl` without its cache",
    unit: "× faster",
    gate: 0.2,
    moonshot: 0.5,
  },
  "markdownlint-vault": {
    name: "lint the vault",
    against: "`markdownlint-cli2`",
    unit: "× faster",
    gate: null,
    moonshot: null,
  },
  "markdownlint-scoped": {
    name: "lint the postmortems alone",
    against: "`markdownlint-cli2`",
    unit: "× faster",
    gate: 2,
    moonshot: 5,
  },
  "remark-vault": {
    name: "lint the vault",
    against: "`remark` with `remark-lint-frontmatter-schema`",
    unit: "× faster",
    gate: null,
    moonshot: null,
  },
  "remark-scoped": {
    name: "lint the postmortems alone",
    against: "`remark` with `remark-lint-frontmatter-schema`",
    unit: "× faster",
    gate: 5,
    moonshot: 12,
  },
  "note-4-p50": { name: "check a note of 4 KB, median", against: commonmark, unit: "×", gate: 7, moonshot: 3.5 },
  "note-4-p99": { name: "check a note of 4 KB, 99 of 100", against: commonmark, unit: "×", gate: null, moonshot: null },
  "note-100-p50": { name: "check a note of 100 KB, median", against: commonmark, unit: "×", gate: 11, moonshot: 5 },
  "note-100-p99": {
    name: "check a note of 100 KB, 99 of 100",
    against: commonmark,
    unit: "×",
    gate: null,
    moonshot: null,
  },
  "note-1000-p50": { name: "check a note of 1 MB, median", against: commonmark, unit: "×", gate: null, moonshot: null },
  "note-1000-p99": {
    name: "check a note of 1 MB, 99 of 100",
    against: commonmark,
    unit: "×",
    gate: null,
    moonshot: null,
  },
  "note-hostile": {
    name: "check the worst of the hostile notes of 100 KB",
    against: commonmark,
    unit: "×",
    gate: 420,
    moonshot: 84,
  },
  "language-note": {
    name: "check the notes of a language that the tests have",
    against: "parsing them with commonmark",
    unit: "×",
    gate: null,
    moonshot: null,
  },
  "first-check-cli": {
    name: "first check of a note, in the command line",
    against: start,
    unit: "×",
    gate: 0.85,
    moonshot: 0.55,
  },
  "first-check": { name: "first check of a note, in the plugin", against: start, unit: "×", gate: 1, moonshot: 0.7 },
  "relint-p50": {
    name: "check again what a change concerns among 10,000 notes, median",
    against: relint,
    unit: "×",
    gate: null,
    moonshot: null,
  },
  "relint-p95": {
    name: "check again what a change concerns among 10,000 notes, 95 of 100",
    against: relint,
    unit: "×",
    gate: 45,
    moonshot: 15,
  },
  "memory-ordinary": { name: "memory per ordinary note", against: "", unit: "B", gate: 500, moonshot: 200 },
  "memory-postmortem": { name: "memory per postmortem", against: "", unit: "KB", gate: 8, moonshot: 7 },
  "rss-10000": { name: "memory of the command line, 10,000 notes", against: "", unit: "MB", gate: 200, moonshot: 150 },
  "rss-100000": {
    name: "memory of the command line, 100,000 notes",
    against: "",
    unit: "MB",
    gate: 400,
    moonshot: 300,
  },
  "main-size": { name: "size of `main.js`", against: "", unit: "KB", gate: 760, moonshot: 600 },
  "main-gzip": { name: "size of `main.js`, compressed", against: "", unit: "KB", gate: null, moonshot: null },
  "main-load": { name: "compile and run `main.js` at load", against: start, unit: "×", gate: 0.6, moonshot: 0.42 },
  "panel-problems": {
    name: "open the panel with the problems of 2,000 postmortems",
    against: "",
    unit: "ms",
    gate: 200,
    moonshot: 100,
  },
  "scroll-problems": { name: "longest standstill while scrolling it", against: "", unit: "ms", gate: 50, moonshot: 16 },
  "panel-actions": {
    name: "open the table with the action items of 2,000 postmortems",
    against: "",
    unit: "ms",
    gate: 200,
    moonshot: 100,
  },
  "scroll-actions": { name: "longest standstill while scrolling it", against: "", unit: "ms", gate: 50, moonshot: 16 },
  "panel-incident": { name: "open the panel with one incident", against: "", unit: "ms", gate: 200, moonshot: 100 },
  "scroll-incident": { name: "longest standstill while scrolling it", against: "", unit: "ms", gate: 50, moonshot: 16 },
  "panel-insights": {
    name: "open the panel with what 2,000 incidents have in common",
    against: "",
    unit: "ms",
    gate: 200,
    moonshot: 100,
  },
  "scroll-insights": { name: "longest standstill while scrolling it", against: "", unit: "ms", gate: 50, moonshot: 16 },
  "heap-panels": {
    name: "memory after opening and closing all panels 20 times",
    against: "before",
    unit: "×",
    gate: 1.1,
    moonshot: 1.02,
  },
  "search-words": { name: "find past incidents by words", against: "", unit: "ms", gate: 50, moonshot: 5 },
  "search-alike": { name: "find incidents like one", against: "", unit: "ms", gate: 50, moonshot: 10 },
  "search-memory": {
    name: "memory of the index of 2,000 postmortems",
    against: "",
    unit: "MB",
    gate: 30,
    moonshot: 10,
  },
  "search-labelled": {
    name: "of the three most similar postmortems of the labelled set, share with a common category",
    against: "",
    unit: "%",
    gate: null,
    moonshot: null,
  },
  "import-work": {
    name: "preview an import of 10,000 messages",
    against: "",
    unit: "ms",
    gate: 1000,
    moonshot: null,
  },
  "import-standstill": { name: "longest standstill during it", against: "", unit: "ms", gate: 50, moonshot: 16 },
  typing: {
    name: "longest standstill while typing into a postmortem of 100 KB",
    against: "",
    unit: "ms",
    gate: 50,
    moonshot: 16,
  },
} as const satisfies Readonly<Record<string, Target>>;

export type TargetId = keyof typeof targets;

/** One line of the report. */
export interface Figure {
  readonly target: TargetId;
  /** In the unit of the target. */
  readonly value: number;
  /** What the ratio was made of, for information: times of this machine at this moment. */
  readonly detail: string;
  /** Where it was measured, such as `10,000 notes`. */
  readonly where?: string;
  /** Whether gate and moonshot were meant for this case; true when left out. */
  readonly judged?: boolean;
}

/** Whether a figure reaches a limit; null when there is none for it. */
export function reaches(figure: Figure, level: "gate" | "moonshot"): boolean | null {
  const target: Target = targets[figure.target];
  const limit = figure.judged === false ? null : target[level];
  if (limit === null) return null;
  return target.unit === "× faster" ? figure.value >= limit : figure.value <= limit;
}
