import { Modal, Setting } from "obsidian";
import type { TicketFinding, TicketPlan } from "../../commands";
import { planTicketStates, wordsOfTicket, writeTicketStates } from "../../commands";
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
import { notify } from "../ui/notify";

/** The command that brings the states of tickets back into the action items that name them, from a file. */
export function registerTicketStates(host: Host): void {
  host.plugin.addCommand({
    id: "update-actions",
    name: "Update action items from a tracker's export",
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
    this.setTitle("Update action items from a tracker's export");
    this.modalEl.addClass("postmortem-import");
    this.ask();
  }

  override onClose(): void {
    this.contentEl.empty();
  }

  private ask(): void {
    const { contentEl } = this;
    const row = new Setting(contentEl)
      .setName("Files")
      .setDesc("Tickets of GitHub, GitLab or incident.io as JSON, of Jira or Linear as CSV. Several at once.");
    const input = row.controlEl.createEl("input", { type: "file", attr: { multiple: true, "aria-label": "Files" } });
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
    this.statusEl?.setText("Reading…");
    const tickets: TicketState[] = [];
    for (const file of read.handed) {
      const found = await paced(readTickets(file));
      if (found.ok) tickets.push(...found.tickets);
      else {
        this.statusEl?.setText(`${file.name} ${found.reason.replaceAll("`", "")}.`);
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
    const closing = (finding: TicketFinding): string => `${finding.ticket}: ${wordsOfTicket(finding)}`;
    addFindings(form, "To be closed", closed, closing);
    const conflict = ({ state, ticket, ticketState }: TicketFinding): string =>
      `is ${state}, but ${ticket} is ${ticketState}`;
    addFindings(form, "Say otherwise than their ticket: marked, and left as they are", conflicts, conflict);
    addFindings(form, "To be changed by hand", byHand, closing);
    const rest = [
      `${agreed} as ${agreed === 1 ? "its ticket says" : "their tickets say"}`,
      ...(unmatched.length > 0
        ? [`${unmatched.length} ticket${unmatched.length === 1 ? "" : "s"} in no postmortem`]
        : []),
    ];
    form.createDiv({ cls: "postmortem-import-status", text: `${rest.join(", ")}.`, attr: { role: "status" } });
    const count = closed.length + conflicts.length;
    new Setting(form.createDiv({ cls: "postmortem-footer" }))
      .addButton((button) => {
        const { buttonEl } = button.setButtonText(`Update ${count} item${count === 1 ? "" : "s"}`).setCta();
        buttonEl.type = "submit";
        buttonEl.disabled = plan.edits.length === 0;
        buttonEl.focus();
      })
      .addButton((button) => {
        button.setButtonText("Cancel").onClick(() => {
          this.close();
        }).buttonEl.type = "button";
      });
  }

  private async apply(plan: TicketPlan): Promise<void> {
    this.close();
    const { before, refused } = await writeTicketStates(plan, this.host.vault);
    for (const path of before.keys()) await takeCurrentText(this.host, path);
    for (const { path, message } of refused) notify(`${path} was not changed: ${message}.`);
    if (before.size === 0) return;
    const closed = plan.closed.filter(({ path }) => before.has(path)).length;
    offerUndo(this.host, `Closed ${closed} action item${closed === 1 ? "" : "s"}, as their tickets are.`, before);
  }
}

function addFindings(
  parent: HTMLElement,
  title: string,
  findings: readonly TicketFinding[],
  what: (finding: TicketFinding) => string,
): void {
  if (findings.length === 0) return;
  parent.createDiv({ cls: "postmortem-import-source", text: `${title} (${findings.length})` });
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
