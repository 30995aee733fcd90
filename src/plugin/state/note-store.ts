import { Component, getAllTags, Vault as AppVault, TFile, TFolder, type App, type TAbstractFile } from "obsidian";
import { isPostmortem, isPostmortemBySigns, templatePath } from "../../settings";
import type { NoteSigns } from "../../settings";
import type { Library, LinkTarget, ResolveLink, Vault } from "../../vault";
import { createLibrary, leavesVault } from "../../vault";
import { DebounceByKey } from "./debounce-by-key";
import type { OpenEditors } from "./open-editors";
import { reportFault } from "./fault";
import { createPace } from "./pace";
import { textNow } from "./text-now";
import type { SettingsStore } from "./settings-store";
import { Signal } from "./signal";

/** Milliseconds that a note stays as it is after saving before it is read: sync writes in bursts. */
const settleTime = 400;

/** How many files are read at a time. */
const concurrentReads = 4;

/**
 * Keeps a `Library` of the vault's postmortems and of what they embed up to date: from the app's
 * index when a note is saved, renamed or deleted by anybody, from the editor while it is typed in.
 */
export class NoteStore extends Component {
  readonly library: Library;
  /** Paths of notes whose checks may come out differently than before; some may be gone. */
  readonly changed = new Signal<readonly string[]>();
  /** Path of a note that was saved, after its new text was taken. */
  readonly saved = new Signal<string>();
  private active = false;
  private readonly scanned: Promise<void>;
  private endScan: () => void = () => undefined;
  private readonly settling = new DebounceByKey<string>(settleTime, (path, text) => {
    // Somebody types on: what they write is checked when they pause, and saved again.
    const [editor] = this.editors.of(path);
    if (editor !== undefined && editor.state.doc.toString() !== text.replace(/\r\n?/g, "\n")) return;
    void this.take(path, text).then(() => {
      this.saved.emit(path);
    });
  });

  constructor(
    private readonly app: App,
    readonly vault: Vault,
    private readonly settings: SettingsStore,
    readonly editors: Pick<OpenEditors, "of">,
  ) {
    super();
    this.library = createLibrary({ resolve: appLinks(app) });
    this.scanned = new Promise((resolve) => {
      this.endScan = resolve;
    });
  }

  override onload(): void {
    this.active = true;
    this.app.workspace.onLayoutReady(() => {
      if (this.active) this.start();
    });
  }

  override onunload(): void {
    this.active = false;
    this.settling.cancelAll();
  }

  /** Resolves when every postmortem of the vault, and what they embed, has been read. */
  async whenScanned(): Promise<void> {
    await this.scanned;
  }

  /** Whether a note is, or by its name and properties seems to be, a postmortem. */
  isPostmortem(path: string): boolean {
    const note = this.library.note(path);
    return note === null ? this.isCandidate(path) : isPostmortem(note, this.settings.current, this.library.memory);
  }

  /** Takes the text of a note, saved or not, and resolves when what it embeds is read. */
  async take(path: string, text: string): Promise<void> {
    if (this.library.text(path) === text) return;
    const affected = this.hold(path, text);
    await this.readNotes(this.library.wanted(path));
    this.tell(affected);
  }

  /** Takes the text that an open editor shows, saved or not, and resolves when what it embeds is read. */
  async edit(path: string, text: string): Promise<void> {
    if (this.isWorthReading(path)) await this.take(path, text);
  }

  private start(): void {
    const { metadataCache, vault } = this.app;
    this.registerEvent(
      metadataCache.on("changed", (file, text) => {
        if (this.isWorthReading(file.path)) this.settling.call(file.path, text);
      }),
    );
    this.registerEvent(
      vault.on("create", (file) => {
        this.appeared(file);
      }),
    );
    this.registerEvent(
      vault.on("delete", (file) => {
        this.gone(file);
      }),
    );
    this.registerEvent(
      vault.on("rename", (file, oldPath) => {
        this.renamed(file, oldPath);
      }),
    );
    this.register(this.settings.changed.subscribe(() => void this.scan()));
    void this.scan().then(this.endScan);
  }

  /** Whether a note is held, or has to be read to know whether it is a postmortem. */
  private isWorthReading(path: string): boolean {
    return (
      this.library.text(path) !== null ||
      this.isCandidate(path) ||
      this.hidesProperties(path) ||
      path === templatePath(this.library, this.settings.current)
    );
  }

  /** Whether the app could not read a note's YAML: its index has no tags and no type of it then. */
  private hidesProperties(path: string): boolean {
    const cache = this.app.metadataCache.getCache(path);
    return cache?.sections?.[0]?.type === "yaml" && cache.frontmatter === undefined;
  }

  /** By what the app's index knows of a note; reads no file. */
  private isCandidate(path: string): boolean {
    const cache = this.app.metadataCache.getCache(path);
    const tags = cache === null ? [] : (getAllTags(cache) ?? []);
    const signs: NoteSigns = { tags, type: cache?.frontmatter?.["type"] };
    return isPostmortemBySigns(path, signs, this.settings.current, this.library.memory);
  }

  /** Reads the postmortems that are not held yet, and has all of them checked; whatever happens, it ends. */
  private async scan(): Promise<void> {
    try {
      await this.readVault();
    } catch (error) {
      reportFault("the vault could not be read to the end", error);
    }
  }

  private async readVault(): Promise<void> {
    const pace = createPace();
    const missing: string[] = [];
    for (const { path, extension } of this.app.vault.getFiles()) {
      try {
        this.library.add(path);
        if (extension === "md" && this.library.text(path) === null && this.isWorthReading(path)) missing.push(path);
      } catch (error) {
        reportFault(`${path} could not be looked at`, error);
      }
      await pace();
    }
    await this.readNotes(missing);
    this.tell(this.library.paths());
  }

  /** Reads notes, and then the notes that they show. */
  private async readNotes(paths: readonly string[]): Promise<void> {
    const pace = createPace();
    const asked = new Set(paths);
    const queue = [...asked];
    let next = 0;
    while (next < queue.length) {
      const batch = queue.slice(next, next + concurrentReads);
      next += batch.length;
      const texts = await Promise.all(batch.map((path) => textNow(this, path)));
      if (!this.active) return;
      for (const [index, path] of batch.entries()) {
        const text = texts[index] ?? null;
        // A note that cannot be read is as good as absent: the embed that wants it says so. One that was
        // renamed or taken in while it was read must not come back as it was.
        if (text === null || !this.library.exists(path) || this.library.text(path) !== null) continue;
        this.hold(path, text);
        for (const wanted of this.library.wanted(path)) {
          if (!asked.has(wanted)) queue.push(wanted);
          asked.add(wanted);
        }
        await pace();
      }
    }
  }

  /** One note that cannot be understood must not keep the others from being read. */
  private hold(path: string, text: string): readonly string[] {
    try {
      return this.library.update(path, text);
    } catch (error) {
      reportFault(`${path} could not be read`, error);
      return [];
    }
  }

  private appeared(file: TAbstractFile): void {
    if (file instanceof TFile) void this.arrive(file.path, this.library.add(file.path));
  }

  private gone(file: TAbstractFile): void {
    for (const { path } of filesIn(file)) {
      this.settling.cancel(path);
      this.tell([path, ...this.library.remove(path)]);
    }
  }

  private renamed(file: TAbstractFile, oldPath: string): void {
    for (const { path } of filesIn(file)) {
      const from = oldPath + path.slice(file.path.length);
      this.settling.cancel(from);
      void this.arrive(path, [from, ...this.library.rename(from, path)]);
    }
  }

  /** A file that is new under its path: it may be a postmortem, and may be what a broken embed has waited for. */
  private async arrive(path: string, affected: readonly string[]): Promise<void> {
    const missing = this.library.text(path) === null && this.isWorthReading(path) ? [path] : [];
    await this.readNotes([...missing, ...affected.flatMap((note) => this.library.wanted(note))]);
    this.tell([...missing, ...affected]);
  }

  private tell(paths: Iterable<string>): void {
    const unique = [...new Set(paths)];
    if (this.active && unique.length > 0) this.changed.emit(unique);
  }
}

function filesIn(file: TAbstractFile): readonly TFile[] {
  if (file instanceof TFile) return [file];
  const files: TFile[] = [];
  if (file instanceof TFolder) {
    AppVault.recurseChildren(file, (child) => {
      if (child instanceof TFile) files.push(child);
    });
  }
  return files;
}

/**
 * Resolves links by the app's own index, which is exact. What the names alone say (`byName`) adds
 * the other files that the same words could mean, and what paths lead to that climb out of the vault.
 */
function appLinks(app: App): (linkpath: string, from: string, byName: ResolveLink) => LinkTarget {
  return (linkpath, from, byName) => {
    const named = byName(linkpath, from);
    if (linkpath.trim() === "" || named.kind === "outside" || leavesVault(linkpath, from)) return named;
    const file = app.metadataCache.getFirstLinkpathDest(linkpath, from);
    if (file === null) return { kind: "missing" };
    const candidates = named.kind === "found" ? [named.path, ...named.others] : [];
    return { kind: "found", path: file.path, others: candidates.filter((path) => path !== file.path) };
  };
}
