import { parseArgs } from "node:util";

/** What can be measured on its own with `--only`, in the order of the report. */
export const groups = ["vault", "peers", "note", "update", "import", "search", "memory", "load", "app"] as const;

export type Group = (typeof groups)[number];

export interface BenchOptions {
  /** Sizes of the generated vaults that are linted as a whole, in notes. */
  readonly sizes: readonly number[];
  readonly groups: readonly Group[];
  readonly peers: boolean;
  /** Whether a missed gate is an exit code of 1. */
  readonly gate: boolean;
  /** Whether the report goes into `docs/performance.md`. */
  readonly write: boolean;
}

const help = `Usage: npm run bench -- [options]

  --vault <n>    notes in the vault to lint, may be repeated (default 10000)
  --full         lint a vault of 100000 notes too, and let slow peers lint all of 10000
  --only <name>  one of ${groups.join(", ")}; may be repeated
  --no-peers     do not install and run other linters
  --no-gate      end with 0 whatever is measured
  --write        put the table into docs/performance.md
`;

/** Reads the command line; null when only the help was asked for. */
export function readOptions(argv: readonly string[]): BenchOptions | null {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      vault: { type: "string", multiple: true },
      full: { type: "boolean" },
      only: { type: "string", multiple: true },
      "no-peers": { type: "boolean" },
      "no-gate": { type: "boolean" },
      write: { type: "boolean" },
      help: { type: "boolean" },
    },
  });
  if (values.help === true) {
    process.stdout.write(help);
    return null;
  }
  const sizes = (values.vault ?? ["10000"]).map(Number);
  if (!sizes.every((size) => Number.isInteger(size) && size >= 100))
    throw new Error("`--vault` wants a number of notes, 100 or more");
  const unknown = values.only?.find((name) => !groups.some((group) => group === name));
  if (unknown !== undefined) throw new Error(`\`--only ${unknown}\` is none of ${groups.join(", ")}`);
  if (values.write === true && values.only !== undefined)
    throw new Error("`--write` wants every figure: leave out `--only`");
  return {
    sizes: values.full === true ? [...new Set([...sizes, 10_000, 100_000])] : sizes,
    groups: values.only === undefined ? groups : groups.filter((group) => values.only?.includes(group)),
    peers: values["no-peers"] !== true,
    gate: values["no-gate"] !== true,
    write: values.write === true,
  };
}
