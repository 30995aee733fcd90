import type { ExportTarget, Flavor, LinkStyle, PropertyStyle, TaskStyle } from "../../write/export";

/** What the choices of an export are called, in its form and in the settings. */
export const targetNames: Readonly<Record<ExportTarget, string>> = { markdown: "Markdown", html: "HTML" };
export const flavorNames: Readonly<Record<Flavor, string>> = {
  github: "GitHub",
  gitlab: "GitLab",
  commonmark: "CommonMark",
};
export const linkNames: Readonly<Record<LinkStyle, string>> = { relative: "Links to their files", text: "Words only" };
export const propertyNames: Readonly<Record<PropertyStyle, string>> = {
  table: "As a table",
  keep: "As they are",
  drop: "Left out",
};
export const taskNames: Readonly<Record<TaskStyle, string>> = { keep: "As they are", words: "In words" };
