import { TFile, type App, type CachedMetadata } from "obsidian";
import { parseNote, toCachedMetadata } from "../../../src/note";
import { createLibrary } from "../../../src/vault";
import { extend, patch } from "./patch";

/** Time between a file's change and the event that tells of its new metadata: the app parses in a worker. */
const parseDelay = 20;

/**
 * What the app's metadata cache holds of a note. Of one whose YAML cannot be read that is only a first section of
 * type `yaml`: no properties, tags or links.
 */
export function metadataOf(text: string, path: string): CachedMetadata {
  const note = parseNote(text, path);
  const metadata = toCachedMetadata(note);
  return note.frontmatter === null || note.frontmatter.problems.length === 0
    ? metadata
    : { sections: metadata.sections?.slice(0, 1) ?? [] };
}

/**
 * Gives the mocked metadata cache our parser and link resolution, and the app's delayed events.
 * Reads the metadata of every note, as the app has done before its layout is ready.
 */
export async function installMetadata(app: App): Promise<void> {
  const { metadataCache, vault } = app;
  const cache = new Map<string, CachedMetadata>();
  const library = createLibrary();

  const read = async (file: TFile): Promise<string> => {
    const text = await vault.cachedRead(file);
    cache.set(file.path, metadataOf(text, file.path));
    return text;
  };
  const changed = (file: TFile): void => {
    window.setTimeout(() => {
      if (vault.getFileByPath(file.path) !== file || file.extension !== "md") return;
      void read(file).then((text) => {
        metadataCache.trigger("changed", file, text, cache.get(file.path));
        metadataCache.trigger("resolve", file);
        metadataCache.trigger("resolved");
      });
    }, parseDelay);
  };

  // The mock listens to the vault itself, and answers at once: this takes the place of its reading.
  extend(metadataCache, { parseFileMetadata: () => undefined });
  patch(metadataCache, {
    getFileCache: (file) => cache.get(file.path) ?? null,
    getCache: (path) => cache.get(path) ?? null,
    getFirstLinkpathDest: (linkpath, sourcePath) => {
      const target = library.resolve(linkpath, sourcePath);
      return target.kind === "found" ? vault.getFileByPath(target.path) : null;
    },
  });

  vault.on("create", (file) => {
    if (!(file instanceof TFile)) return;
    library.add(file.path);
    changed(file);
  });
  vault.on("modify", (file) => {
    if (file instanceof TFile) changed(file);
  });
  vault.on("delete", (file) => {
    const previous = cache.get(file.path) ?? null;
    cache.delete(file.path);
    library.remove(file.path);
    if (file instanceof TFile) metadataCache.trigger("deleted", file, previous);
  });
  vault.on("rename", (file, oldPath) => {
    const known = cache.get(oldPath);
    cache.delete(oldPath);
    if (known !== undefined) cache.set(file.path, known);
    library.remove(oldPath);
    if (file instanceof TFile) library.add(file.path);
  });
  for (const file of vault.getFiles()) library.add(file.path);
  await Promise.all(vault.getMarkdownFiles().map(read));
}
