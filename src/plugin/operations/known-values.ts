import { stripHeadingForLink, type App } from "obsidian";
import type { Host } from "../host";

/** Services that the vault's postmortems name, the most frequent first. */
export function knownServices(host: Host): readonly string[] {
  return mostFrequent(host, "services");
}

/** People who own or review postmortems, and the notes of the people folder; as links where they have a note. */
export function knownOwners(host: Host): readonly string[] {
  const { app, settings } = host;
  const folder = settings.current.peopleFolder;
  const people = folder === "" ? [] : app.vault.getMarkdownFiles().filter(({ path }) => path.startsWith(`${folder}/`));
  const names = new Set([
    ...mostFrequent(host, "owner"),
    ...mostFrequent(host, "reviewer"),
    ...people.map(({ basename }) => basename),
  ]);
  return [...names].map((name) => (app.metadataCache.getFirstLinkpathDest(name, "") === null ? name : `[[${name}]]`));
}

/** `UTC`, then every zone that the system knows. */
export function knownZones(): readonly string[] {
  return ["UTC", ...Intl.supportedValuesOf("timeZone").filter((zone) => zone !== "UTC")];
}

/** Every note, by the words that link to it. */
export function knownNotes(app: App): readonly string[] {
  return app.vault.getMarkdownFiles().map((file) => app.metadataCache.fileToLinktext(file, "", true));
}

/** The headings of the note that a linkpath leads to, as a link writes them. */
export function knownHeadings(app: App, linkpath: string): readonly string[] {
  const file = app.metadataCache.getFirstLinkpathDest(linkpath.trim(), "");
  const headings = file === null ? [] : (app.metadataCache.getFileCache(file)?.headings ?? []);
  return headings.map(({ heading }) => stripHeadingForLink(heading));
}

/** The values of a property of all postmortems, by the app's index. */
function mostFrequent(host: Host, property: string): readonly string[] {
  const counts = new Map<string, number>();
  for (const path of host.problems.postmortems()) {
    const value: unknown = host.app.metadataCache.getCache(path)?.frontmatter?.[property];
    for (const entry of Array.isArray(value) ? value : [value]) {
      if (typeof entry !== "string") continue;
      const name = entry.replace(/^\[\[(?:[^\]|]*\|)?|\]\]$/g, "").trim();
      if (name !== "") counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  return [...counts].sort(([, a], [, b]) => b - a).map(([name]) => name);
}
