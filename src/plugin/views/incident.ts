import { ItemView } from "obsidian";
import type { WorkspaceLeaf } from "obsidian";
import type { Incident } from "../../incident";
import { filledSections, openPlaces, readIncident } from "../../incident";
import { openForm } from "../commands/new";
import { insertEvent } from "../commands/timeline";
import { EventModal } from "../modals/event";
import type { Host } from "../host";
import { selectOpenPlace } from "../operations/open-places";
import { shownPostmortem } from "../operations/shown-postmortem";
import { texts } from "../texts";
import { drawInPlace, onWidth } from "../ui/draw";
import { reveal } from "../ui/reveal";
import { countInWords } from "../ui/problem-count";
import { Redraw } from "../ui/redraw";
import { drawWayOn } from "./filtered-view";
import { registerIncidentBlock } from "./incident-block";
import { drawActions, drawEmbeds } from "./incident-facts";
import { FactFields, isBeingFilledIn } from "./incident-fields";
import { drawTimeline } from "./incident-timeline";
import type { TimelineLook } from "./incident-timeline";
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
  /** Whether something is pressed, which must not be drawn anew before it is let go. */
  private isPressed = false;
  /** Whether a drawing waits until then, or until what is typed is entered. */
  private isHeld = false;
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
    return texts().words.incident;
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
    this.register(
      onWidth(this.contentEl, () => {
        this.redraw.now();
      }),
    );
    const letGo = (): void => {
      this.isPressed = false;
      if (this.isHeld) this.redraw.now();
    };
    this.registerDomEvent(this.contentEl, "pointerdown", () => {
      this.isPressed = true;
      for (const event of ["pointerup", "pointercancel"] as const)
        this.contentEl.win.addEventListener(event, letGo, { once: true });
    });
    this.registerDomEvent(this.contentEl, "focusout", letGo);
    this.draw();
    return Promise.resolve();
  }

  private draw(): void {
    // What is typed is written, and drawn, once it is entered.
    this.isHeld = this.isPressed || isBeingFilledIn(this.contentEl);
    if (this.isHeld) return;
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
      text: texts().incident.noPostmortem,
      attr: { role: "status" },
    });
    drawWayOn(this.contentEl, texts().commands.newPostmortem, () => {
      openForm(this.host);
    });
  }

  private drawIncident(incident: Incident): void {
    const { contentEl, host } = this;
    const { path } = incident.note;
    const { commands, incident: said, problems: list, words } = texts();
    new FactFields(host, incident, () => {
      this.redraw.now();
    }).draw(contentEl);

    this.drawProgress(incident);

    const timeline = this.addSection(said.sections.timeline);
    drawTimeline(timeline, host, incident, {
      look: this.look,
      edit: (event) => {
        new EventModal(host, incident, host.clock().now, event).open();
      },
      change: (look) => {
        this.look = { ...this.look, ...look };
        this.draw();
      },
    });
    if (timeline.childElementCount === 1) timeline.createEl("p", { cls: "postmortem-hint", text: said.noEvent });
    drawWayOn(timeline, commands.insertEvent, () => void insertEvent(host, path));

    drawActions(this.addSection(words.actionItems), host, path);
    drawEmbeds(this.addSection(said.sections.embeds), host, incident);

    drawSimilar(this.contentEl, host, path, {
      open: this.showsSimilar,
      change: (open) => {
        this.showsSimilar = open;
      },
    });

    const problems = host.problems.of(path) ?? [];
    const section = this.addSection(words.problems);
    section.createDiv({
      cls: "postmortem-hint",
      text: problems.length === 0 ? said.noProblems : countInWords(problems),
    });
    if (problems.length > 0) drawWayOn(section, list.showAll, () => void showProblems(host, "note"));
  }

  /** How much of the note is written, and the way to what is not. */
  private drawProgress(incident: Incident): void {
    const { contentEl, host } = this;
    const { all, filled } = filledSections(incident);
    if (all === 0) return;
    const row = contentEl.createDiv({ cls: "postmortem-progress" });
    row.createSpan({ text: texts().incident.filledIn(filled, all) });
    const [first] = openPlaces(incident);
    if (first === undefined) return;
    const { path } = incident.note;
    const button = row.createEl("button", {
      cls: "postmortem-go",
      text: texts().incident.fillInNext,
      attr: { "data-key": "fill in" },
    });
    button.addEventListener("click", () => {
      void reveal(host, { path, span: first.span }).then(() => {
        const [view] = host.editors.of(path);
        if (view !== undefined) selectOpenPlace(host, view, 0);
      });
    });
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
    name: texts().incident.show,
    icon: "activity",
    callback: () => void app.workspace.ensureSideLeaf(incidentViewType, "right", { active: true, reveal: true }),
  });
  registerIncidentBlock(host);
}
