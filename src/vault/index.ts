/**
 * Many notes together: the `Vault` that files are read from and written to, the `Library` of parsed notes, and where
 * links and embeds lead.
 *
 * It promises one answer to "what does this embed show" for rules, exports and panels alike, with the place that each
 * piece came from; that a circle of embeds is named, never followed; and that no path leads out of the vault. The
 * `Vault` is the only way out of the rooms below the hosts: it never overwrites, and changes a note only while its text
 * is the one that was checked.
 *
 * It does not know what notes say, nor whether files lie on a disk, in the app or in a test's memory.
 */

// The port to files, which each host implements.
export type { BytesResult, ReadResult, Vault, WriteResult } from "./vault";

// Parsed notes, kept up to date, and with changes that are not written yet.
export { createLibrary, maxEmbedDepth } from "./library";
export type { Library } from "./library";
export { withNote, withNotes } from "./edited-library";

// Where links and embeds lead.
export { createLinkIndex, isNotePath, leavesVault, linkName, noteName } from "./link";
export { splitTarget } from "../note";
export type { LinkTarget, ResolveLink } from "./link";
export { githubAnchor } from "./github-anchor";
export { findSubpath, headingKey } from "./subpath";
export { appSettingsFile, hasStrictLineBreaks } from "./app-settings";
export { resolveEmbed } from "./embed";
export type { EmbedProblem, EmbedProblemKind } from "./embed";
export { expand, maxEmbeddedLength, part } from "./expansion";
export { fits, isInline, narrowPlace, unfit, unfitEmbeds } from "./fit";
export type { NarrowPlace } from "./fit";
export type { ExpandedEmbed, ExpandOptions, Expansion } from "./expansion";
