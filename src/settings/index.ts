/**
 * Everything that a team can set, and which notes are postmortems by it.
 *
 * It promises that any stored data reads as complete settings: the smallest part that does not fit is left out and
 * reported, and its default stands. Both hosts read the same file the same way.
 *
 * It does not know where settings are stored or how a form is laid out, though what a form says of a setting stands
 * beside it. Of rules it knows the names that were set, not which rules exist: `check` judges their options.
 */

// The settings, and reading them.
export { defaultSettings, initialSettings, ownFields, readSettings } from "./settings";
export type { Settings, SettingsProblem } from "./settings";
export { mend } from "./mend";
export { settingPlace, settingsSchema, settingWords } from "./schema";
export type { JsonSchema } from "./schema";
export { described } from "./described";
export type { SettingWords } from "./described";
export { mergedSettings, readSettingsText, teamSettingsNames } from "./team-file";
export type { SettingsText } from "./team-file";

// What a team declares: properties, sections, levels.
export { isSection } from "./declarations";
export type { FieldDeclaration, FieldType, SectionDeclaration, SectionId } from "./declarations";
export { templatePath } from "./template";
export { isDraft, isRequired, sameWords, severityOf, statusOf } from "./levels";

// The choices of an export.
export { exportOptions, exportStyles } from "./export-options";
export type { ExportOption, ExportOptionName, ExportStyles } from "./export-options";

// Which notes are postmortems.
export {
  isPostmortem,
  isPostmortemBySigns,
  mayBePostmortem,
  noteExtension,
  postmortemFolders,
  postmortemSigns,
} from "./is-postmortem";
export type { NoteSigns, PostmortemSign } from "./is-postmortem";
export { matchesPattern } from "./pattern";
