import { MarkdownRenderChild, type MarkdownPostProcessorContext, type TFile } from "obsidian";
import { readIncident } from "../../incident";
import { addText } from "../ui/notify";
import { drawInPlace, onWidth } from "../ui/draw";
import type { Host } from "../host";
import { drawActions, drawFacts } from "./incident-facts";
import { readBlockSource, type IncidentBlockSource } from "./incident-block-source";
import { drawTimeline, type TimelineLook } from "./incident-timeline";
import { insertBelowCursor } from "../operations/insert-at-cursor";
import { takeCurrentText } from "../operations/live-check";
import { texts } from "../texts";
import { Redraw } from "../ui/redraw";

/**
 * The code block `postmortem`, which shows the facts and the timeline of an incident inside of a note, and the command
 * that inserts one.
 */
export function registerIncidentBlock(host: Host): void {
  const { plugin } = host;
  plugin.registerMarkdownCodeBlockProcessor("postmortem", (source, el, context) => {
    drawBlock(host, source, el, context);
  });
  plugin.addCommand({
    id: "insert-summary",
    name: texts().incident.block.insert,
    icon: "activity",
    editorCheckCallback: (checking, editor) => {
      const view = host.editors.under(editor);
      if (view !== null && !checking)
        void insertBelowCursor(host, view, "```postmortem\nshow: facts, timeline\n```", texts().writing.summary);
      return view !== null;
    },
  });
}

function drawBlock(host: Host, source: string, el: HTMLElement, context: MarkdownPostProcessorContext): void {
  el.addClass("postmortem-block");
  const read = readBlockSource(source);
  if (read.ok) {
    context.addChild(new IncidentBlock(el, host, read.block, context.sourcePath));
    return;
  }
  const list = el.createEl("ul", {
    cls: "postmortem-block-problems",
    attr: { "aria-label": texts().incident.block.faults },
  });
  for (const message of read.messages) addText(list.createEl("li"), message);
}

/** One block in a note that is shown; goes with it. */
class IncidentBlock extends MarkdownRenderChild {
  private look: TimelineLook;
  /** The note that the block stands in: a block that is shown stays when its note is renamed. */
  private readonly file: TFile | null;
  private readonly redraw = new Redraw(this.containerEl, () => {
    this.draw();
  });

  constructor(
    containerEl: HTMLElement,
    private readonly host: Host,
    private readonly block: IncidentBlockSource,
    sourcePath: string,
  ) {
    super(containerEl);
    this.file = host.app.vault.getFileByPath(sourcePath);
    this.look = { zone: block.zone ?? null, listed: false, all: false };
  }

  override onload(): void {
    const { actions, notes } = this.host;
    const path = this.path();
    this.register(
      notes.changed.subscribe((paths) => {
        if (paths.includes(this.path() ?? "")) this.redraw.now();
      }),
    );
    this.register(
      actions.changed.subscribe((changed) => {
        if (changed === this.path()) this.redraw.now();
      }),
    );
    this.register(() => {
      this.redraw.cancel();
    });
    this.register(
      onWidth(this.containerEl, () => {
        this.redraw.now();
      }),
    );
    // A note that is no postmortem is not held by itself.
    if (path !== null && notes.library.text(path) === null)
      void takeCurrentText(this.host, path).then(() => {
        this.redraw.now();
      });
    this.draw();
  }

  /** The note whose incident is shown; null when there is none of that name. */
  private path(): string | null {
    const { note } = this.block;
    const own = this.file?.path ?? null;
    if (note === undefined) return own;
    return this.host.app.metadataCache.getFirstLinkpathDest(note.slice(2, -2).trim(), own ?? "")?.path ?? null;
  }

  private draw(): void {
    const { block, containerEl, host } = this;
    const path = this.path();
    const note = path === null ? null : host.notes.library.note(path);
    const said = texts().incident;
    drawInPlace(containerEl, () => {
      if (note === null) {
        addText(
          containerEl.createDiv({ cls: "postmortem-hint" }),
          path === null ? said.block.missing(block.note ?? "") : said.block.reading,
        );
        return;
      }
      const incident = readIncident(note, host.notes.library, host.settings.current);
      if (block.show.includes("facts")) drawFacts(containerEl, host, incident);
      if (block.show.includes("timeline")) {
        const timeline = containerEl.createDiv();
        drawTimeline(timeline, host, incident, {
          look: this.look,
          change: (look) => {
            this.look = { ...this.look, ...look };
            this.draw();
          },
        });
        if (timeline.childElementCount === 0) timeline.createDiv({ cls: "postmortem-hint", text: said.noEvent });
      }
      if (block.show.includes("actions")) drawActions(containerEl.createDiv(), host, note.path);
    });
  }
}
