import { ItemView } from "obsidian";
import type { WorkspaceLeaf } from "obsidian";
import type { Incident } from "../../incident";
import { readIncident } from "../../incident";
import { openForm } from "../commands/new";
import { insertEvent } from "../commands/timeline";
import type { Host } from "../host";
import { shownPostmortem } from "../operations/shown-postmortem";
import { drawInPlace } from "../ui/draw";
import { countInWords } from "../ui/problem-count";
import { Redraw } from "../ui/redraw";
import { drawWayOn } from "./filtered-view";
import { registerIncidentBlock } from "./incident-block";
import { drawActions, drawEmbeds, drawFacts } from "./incident-facts";
import { drawTimeline } from "./incident-timeline";
import type { TimelineLook } from "./incident-timeline";
import { ProblemItem } from "./problem-item";
import { showProblems } from "./problems";
import { drawSimilar } from "./similar-incidents";

export const incidentViewType = "postmortem-incident";

/**
 * Shows the incident of the postmortem in front: facts, timeline, what is left to do, and the state of the document.
 */
export class IncidentView extends ItemView {
  private path: string | null = null;
  private look: TimelineLook = { zone: null, listed: false, all: false };
  private showsSimilar = false;
  private width = 0;
  private readonly redraw = new Redraw(this.containerEl, () => {
    this.draw();
  });

  constructor(
    leaf: WorkspaceLeaf,
    private readonly host: Host,
  ) {
    super(leaf);
    this.icon = "activity";
    this.navigation = false;
  }

  override getViewType(): string {
    return incidentViewType;
  }

  override getDisplayText(): string {
    return "Incident";
  }

  override onOpen(): Promise<void> {
    const { actions, app, notes, problems } = this.host;
    this.contentEl.addClass("postmortem-incident");
    this.registerEvent(
      app.workspace.on("file-open", () => {
        this.redraw.now();
      }),
    );
    this.register(
      notes.changed.subscribe((paths) => {
        if (this.path === null || paths.includes(this.path)) this.redraw.now();
      }),
    );
    for (const store of [problems, actions])
      this.register(
        store.changed.subscribe((path) => {
          if (path === this.path) this.redraw.now();
        }),
      );
    this.register(() => {
      this.redraw.cancel();
    });
    this.draw();
    return Promise.resolve();
  }

  override onResize(): void {
    if (this.contentEl.clientWidth === this.width) return;
    this.width = this.contentEl.clientWidth;
    this.redraw.now();
  }

  private draw(): void {
    const path = shownPostmortem(this.host, this.path);
    // Another incident is shown in its own zone, and read from its beginning.
    if (path !== this.path) {
      this.look = { zone: null, listed: false, all: false };
      this.contentEl.scrollTop = 0;
    }
    this.path = path;
    drawInPlace(this.contentEl, () => {
      const { notes, settings } = this.host;
      const note = path === null ? null : notes.library.note(path);
      if (note === null) this.drawNothing();
      else this.drawIncident(readIncident(note, notes.library, settings.current));
    });
  }

  private drawNothing(): void {
    this.contentEl.createDiv({
      cls: "postmortem-count",
      text: "Open a postmortem to see its incident.",
      attr: { role: "status" },
    });
    drawWayOn(this.contentEl, "New postmortem", () => {
      openForm(this.host);
    });
  }

  private drawIncident(incident: Incident): void {
    const { contentEl, host } = this;
    const { path } = incident.note;
    drawFacts(contentEl, host, incident);

    const timeline = this.addSection("Timeline");
    drawTimeline(timeline, host, incident, {
      look: this.look,
      change: (look) => {
        this.look = { ...this.look, ...look };
        this.draw();
      },
    });
    if (timeline.childElementCount === 1) {
      timeline.createEl("p", { cls: "postmortem-hint", text: "No event with a known time yet." });
      drawWayOn(timeline, "Insert timeline event", () => void insertEvent(host, path));
    }

    drawActions(this.addSection("Action items"), host, path);
    drawEmbeds(this.addSection("Embeds"), host, incident);

    drawSimilar(this.contentEl, host, path, {
      open: this.showsSimilar,
      change: (open) => {
        this.showsSimilar = open;
      },
    });

    const problems = host.problems.of(path) ?? [];
    const section = this.addSection("Problems");
    section.createDiv({ cls: "postmortem-hint", text: problems.length === 0 ? "No problems" : countInWords(problems) });
    // The app hides the properties' source, and with it what is underlined there.
    const { end } = incident.note.frontmatter?.span ?? { end: 0 };
    const inProperties = problems.filter((problem) => problem.path === path && problem.span.end <= end);
    if (inProperties.length > 0) {
      const list = section.createEl("ul", { cls: "postmortem-items", attr: { "aria-label": "In the properties" } });
      for (const problem of inProperties) new ProblemItem(host, path, problem, inProperties).draw(list.createEl("li"));
    }
    if (problems.length > inProperties.length)
      drawWayOn(section, "Show all problems", () => void showProblems(host, "note"));
  }

  private addSection(title: string): HTMLElement {
    const section = this.contentEl.createEl("section", { cls: "postmortem-section" });
    section.createDiv({ cls: "postmortem-section-title", text: title, attr: { role: "heading", "aria-level": 3 } });
    return section;
  }
}

/** The panel with the incident of the note in front, in the right sidebar, and the same inside of a note. */
export function registerIncidentPanel(host: Host): void {
  const { app, plugin } = host;
  plugin.registerView(incidentViewType, (leaf) => new IncidentView(leaf, host));
  plugin.addCommand({
    id: "show-incident",
    name: "Show incident",
    icon: "activity",
    callback: () => void app.workspace.ensureSideLeaf(incidentViewType, "right", { active: true, reveal: true }),
  });
  registerIncidentBlock(host);
}
