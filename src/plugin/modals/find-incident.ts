import { SuggestModal } from "obsidian";
import type { FoundIncident } from "../../incident";
import type { Host } from "../host";
import { shownPostmortem } from "../operations/shown-postmortem";
import { texts } from "../texts";
import { reveal } from "../ui/reveal";

/** As many results as one looks through. */
const most = 12;

/** Searches past incidents by words while they are typed; before that, shows those like the one in front. */
export class FindIncidentModal extends SuggestModal<FoundIncident> {
  private readonly path: string | null;

  constructor(private readonly host: Host) {
    super(host.app);
    this.path = shownPostmortem(host, null);
    this.limit = most;
    const said = texts().dialogs.find;
    this.emptyStateText = said.none;
    this.setPlaceholder(said.placeholder);
  }

  override async getSuggestions(query: string): Promise<FoundIncident[]> {
    const search = await this.host.search.ready();
    if (query.trim() !== "") return [...search.find(query, most)];
    return this.path === null ? [] : [...search.alike(this.path, most)];
  }

  override renderSuggestion({ path, reasons, title }: FoundIncident, el: HTMLElement): void {
    el.addClass("postmortem-found");
    el.createDiv({ text: title });
    const date = this.host.records.of(path)?.date;
    el.createDiv({
      cls: "postmortem-suggestion-note",
      text: [...(date == null ? [] : [date]), ...reasons].join(" · "),
    });
  }

  override onChooseSuggestion({ path }: FoundIncident): void {
    void reveal(this.host, { path, span: { start: 0, end: 0 } });
  }
}
