import { Modal, Setting } from "obsidian";
import type { TicketFinding, TicketPlan } from "../../commands";
import { planTicketStates, writeTicketStates } from "../../commands";
import type { TicketState } from "../../incident/from";
import { readTickets } from "../../incident/from";
import { shownWords } from "../../note";
import { noteName } from "../../vault";
import type { Host } from "../host";
import { commandContext } from "../operations/context";
import { handedFiles } from "../operations/handed-files";
import { takeCurrentText } from "../operations/live-check";
import { offerUndo } from "../operations/undo";
import { createPace, paced } from "../state/pace";
import { texts } from "../texts";
import { notify } from "../ui/notify";

/** The command that brings the states of tickets back into the action items that name them, from a file. */
export function registerTicketStates(host: Host): void {
  host.plugin.addCommand({
    id: "update-actions",
    name: texts().tickets.update,
    icon: "ticket-check",
    callback: () => {
      new TicketStatesModal(host).open();
    },
  });
}

/** Shows what the tickets of an export change in the action items, and changes that on request only. */
class TicketStatesModal extends Modal {
  private statusEl: HTMLElement | null = null;

  constructor(private readonly host: Host) {
    super(host.app);
  }

  override onOpen(): void {
    this.setTitle(texts().tickets.update);
    this.modalEl.addClass("postmortem-import");
    this.ask();
  }

  override onClose(): void {
    this.contentEl.empty();
  }

  private ask(): void {
    const { contentEl } = this;
    const { tickets: said, words } = texts();
    const row = new Setting(contentEl).setName(words.files).setDesc(said.filesHint);
    const attr = { multiple: true, "aria-label": words.files };
    const input = row.controlEl.createEl("input", { type: "file", attr });
    input.addEventListener("change", () => void this.take([...(input.files ?? [])]));
    contentEl.addEventListener("dragover", (event) => {
      event.preventDefault();
    });
    contentEl.addEventListener("drop", (event) => {
      event.preventDefault();
      void this.take([...(event.dataTransfer?.files ?? [])]);
    });
    this.statusEl = contentEl.createDiv({ cls: "postmortem-import-status", attr: { role: "status" } });
    input.focus();
  }

  private async take(files: readonly File[]): Promise<void> {
    const read = await handedFiles(files);
    if ("fault" in read) {
      this.statusEl?.setText(read.fault);
      return;
    }
    if (read.handed.length === 0) return;
    this.statusEl?.setText(texts().words.reading);
    const tickets: TicketState[] = [];
    for (const file of read.handed) {
      const found = await paced(readTickets(file));
      if (found.ok) tickets.push(...found.tickets);
      else {
        this.statusEl?.setText(texts().importing.failed(file.name, found.reason.replaceAll("`", "")));
        return;
      }
    }
    this.show(await this.plan(tickets));
  }

  /** Over the notes as they are now, saved or not. */
  private async plan(tickets: readonly TicketState[]): Promise<TicketPlan> {
    const { notes } = this.host;
    await notes.whenScanned();
    const paths = [...notes.library.paths()].filter((path) => notes.isPostmortem(path)).sort();
    const pace = createPace();
    for (const path of paths) {
      await takeCurrentText(this.host, path);
      await pace();
    }
    return paced(planTicketStates(paths, commandContext(this.host), tickets));
  }

  private show(plan: TicketPlan): void {
    const { contentEl } = this;
    const { agreed, byHand, closed, conflicts, unmatched } = plan;
    contentEl.empty();
    const form = contentEl.createEl("form", { attr: { novalidate: true } });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.apply(plan);
    });
    const { tickets: said, words } = texts();
    addFindings(form, said.toClose, closed, closing);
    addFindings(form, said.conflicts, conflicts, conflict);
    addFindings(form, said.byHand, byHand, closing);
    const rest = unmatched.length === 0 ? said.agreed(agreed) : said.agreedAndUnmatched(agreed, unmatched.length);
    form.createDiv({ cls: "postmortem-import-status", text: rest, attr: { role: "status" } });
    const count = closed.length + conflicts.length;
    new Setting(form.createDiv({ cls: "postmortem-footer" }))
      .addButton((button) => {
        const { buttonEl } = button.setButtonText(said.updateItems(count)).setCta();
        buttonEl.type = "submit";
        buttonEl.disabled = plan.edits.length === 0;
        buttonEl.focus();
      })
      .addButton((button) => {
        button.setButtonText(words.cancel).onClick(() => {
          this.close();
        }).buttonEl.type = "button";
      });
  }

  private async apply(plan: TicketPlan): Promise<void> {
    this.close();
    const { before, refused } = await writeTicketStates(plan, this.host.vault);
    for (const path of before.keys()) await takeCurrentText(this.host, path);
    for (const { path, message } of refused) notify(texts().tickets.unchanged(path, message));
    if (before.size === 0) return;
    const closed = plan.closed.filter(({ path }) => before.has(path)).length;
    offerUndo(this.host, texts().tickets.closed(closed), before);
  }
}

/** What becomes of an item: what its ticket says. */
function closing({ closedOn, reason, ticket, ticketState }: TicketFinding): string {
  const said = texts().tickets;
  const state = said.states[ticketState];
  const when = closedOn === null ? state : said.stateOn(state, closedOn);
  return `${ticket}: ${reason === null ? when : `${when}, ${reason}`}`;
}

function conflict({ state, ticket, ticketState }: TicketFinding): string {
  const said = texts().tickets;
  return said.conflict(said.states[state], ticket, said.states[ticketState]);
}

function addFindings(
  parent: HTMLElement,
  title: string,
  findings: readonly TicketFinding[],
  what: (finding: TicketFinding) => string,
): void {
  if (findings.length === 0) return;
  parent.createDiv({ cls: "postmortem-import-source", text: `${title} (${texts().words.number(findings.length)})` });
  const list = parent.createEl("ul", { cls: "postmortem-import-list", attr: { "aria-label": title } });
  for (const finding of findings) {
    const item = list.createEl("li");
    item.createDiv({ text: shownWords(finding.text) });
    item.createDiv({
      cls: "postmortem-import-source",
      text: `${what(finding)} · ${noteName(finding.path)}`,
    });
  }
}
