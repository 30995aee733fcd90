import { keysOf } from "../../../base";
import { exportOptions } from "../../../settings";
import { exportNote } from "../note";
import type { ExportTarget } from "../target";

/** Markdown for a host that shows it: GitHub, GitLab, or any reader of CommonMark. */
export const markdownTarget = {
  id: "markdown",
  name: "Markdown",
  extension: "md",
  preview: "text",
  heeds: keysOf(exportOptions),
  make: ({ library }, path, options) => Promise.resolve(exportNote(library, path, options)),
} as const satisfies ExportTarget;
