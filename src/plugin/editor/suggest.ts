import {
  EditorSuggest,
  prepareFuzzySearch,
  type Editor,
  type EditorPosition,
  type EditorSuggestContext,
  type EditorSuggestTriggerInfo,
  type TFile,
} from "obsidian";
import { rules } from "../../check";
import { completionAt, type Completion } from "./completions";
import type { Host } from "../host";
import { fillText } from "../../write";
import { knownHeadings, knownOwners, knownServices, knownZones } from "../operations/known-values";

/** Suggests what the settings and the vault know, while a postmortem is typed. */
export function registerSuggestions(host: Host): void {
  host.plugin.registerEditorSuggest(new PostmortemSuggest(host));
}

interface Suggestion {
  readonly text: string;
  readonly note?: string;
}

export class PostmortemSuggest extends EditorSuggest<Suggestion> {
  private completion: Completion | null = null;

  constructor(private readonly host: Host) {
    super(host.app);
  }

  override onTrigger(cursor: EditorPosition, editor: Editor, file: TFile | null): EditorSuggestTriggerInfo | null {
    this.completion = completionAt((line) => editor.getLine(line), cursor.line, cursor.ch, this.host.settings.current);
    if (this.completion === null || file === null || !this.host.notes.isPostmortem(file.path)) return null;
    // The rest of the note decides what is suggested: an editor of a part does not have it.
    if (this.host.editors.under(editor) === null) return null;
    const { from, query } = this.completion;
    return { start: { line: cursor.line, ch: from }, end: cursor, query };
  }

  override getSuggestions({ query }: EditorSuggestContext): Suggestion[] {
    const { completion } = this;
    if (completion === null) return [];
    const all = this.known(completion);
    if (query === "" || completion.kind === "timeline") return all;
    const search = prepareFuzzySearch(query.replace(/^@/, ""));
    const scored = all.flatMap((suggestion) => {
      const match = search(suggestion.text);
      return match === null || suggestion.text === query ? [] : [{ suggestion, score: match.score }];
    });
    return scored.sort((a, b) => b.score - a.score).map(({ suggestion }) => suggestion);
  }

  override renderSuggestion({ note, text }: Suggestion, el: HTMLElement): void {
    el.createDiv({ text });
    if (note !== undefined) el.createDiv({ cls: "postmortem-suggestion-note", text: note });
  }

  override selectSuggestion({ text }: Suggestion): void {
    const { completion, context } = this;
    if (completion === null || context === null) return;
    const { editor, end, query, start } = context;
    this.close();
    const view = this.host.editors.under(editor);
    const from = editor.posToOffset(start);
    const to = editor.posToOffset(end);
    // What was typed may have changed since it was suggested.
    if (view?.state.sliceDoc(from, to) !== query) return;
    const quoted = completion.kind === "owner" && text.startsWith("[[") && view.state.sliceDoc(from - 1, from) !== '"';
    const insert = quoted ? `"${text}"` : text;
    view.dispatch({
      changes: { from, to, insert },
      selection: { anchor: from + insert.length },
      userEvent: "input.complete",
      // Live Preview drops changes to what it hides.
      filter: false,
    });
  }

  private known({ kind, property }: Completion): Suggestion[] {
    const { settings } = this.host;
    const { factors, fields, severities, statuses, timelineNote } = settings.current;
    const plain = (texts: readonly string[]): Suggestion[] => texts.map((text) => ({ text }));
    switch (kind) {
      case "severity":
        return plain(severities);
      case "status":
        return plain(statuses);
      case "factor":
        return plain(factors);
      case "timezone":
        return plain(knownZones());
      case "service":
        return plain(knownServices(this.host));
      case "owner":
        return plain(knownOwners(this.host));
      case "mention":
        return plain(
          knownOwners(this.host).map((owner) =>
            owner.startsWith("[[") || owner.startsWith("@") ? owner : `@${owner}`,
          ),
        );
      case "value":
        return plain(fields.find(({ name }) => name === property)?.values ?? []);
      case "rule":
        return rules.map(({ id, why }) => ({ text: id, note: why }));
      case "timeline":
        return this.timelineSections(
          fillText(
            timelineNote.path,
            (name) => this.propertyText(name),
            (value) => value,
          ),
        );
    }
  }

  /** The sections of the timeline note of this incident, as what would embed them. */
  private timelineSections(linkpath: string): Suggestion[] {
    return knownHeadings(this.host.app, linkpath).map((heading) => ({ text: `![[${linkpath}#${heading}]]` }));
  }

  private propertyText(name: string): string | null {
    const file = this.context?.file;
    const value: unknown = file == null ? null : this.host.app.metadataCache.getFileCache(file)?.frontmatter?.[name];
    return typeof value === "string" ? value : null;
  }
}
