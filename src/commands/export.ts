import type { ExportOption } from "../settings";
import { exportOptions, keysOf } from "../settings";
import { exportTargets } from "../write/export";
import type { CommandOption, CommandWords } from "./command";

/** The options of the two command lines are what `withGiven` of `write/export` reads; the work is done there too. */
export const exportCommand = {
  name: "export",
  summary: "Write a note as a document that stands alone",
  options: {
    to: {
      type: "string",
      value: "format",
      description: `what to make: ${inWords(exportTargets.map(({ id }) => id))}`,
    },
    flavor: choice(exportOptions.flavor),
    links: choice(exportOptions.links),
    properties: choice(exportOptions.properties),
    tasks: choice(exportOptions.tasks),
    "mark-origin": { type: "boolean", description: "say where embedded text comes from" },
    external: { type: "boolean", description: "only what may leave the company, by the settings" },
  },
} as const satisfies CommandWords;

function choice({ description, values }: ExportOption): CommandOption & { readonly type: "string" } {
  return { type: "string", value: "choice", description: `${description}: ${inWords(keysOf(values))}` };
}

function inWords(names: readonly string[]): string {
  return names.join(names.length === 2 ? " or " : ", ");
}
