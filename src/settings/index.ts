export type { FieldDeclaration, FieldType, SectionDeclaration } from "./declarations";
export { exportOptions, exportStyles, keysOf } from "./export-options";
export type { ExportOption, ExportOptionName, ExportStyles } from "./export-options";
export { isPostmortem, isPostmortemBySigns, matchesPattern, mayBePostmortem } from "./is-postmortem";
export type { NoteSigns } from "./is-postmortem";
export { isRequired, sameWords, severityOf, statusOf } from "./levels";
export { mend } from "./mend";
export { defaultSettings, readSettings } from "./settings";
export type { Settings, SettingsProblem } from "./settings";
