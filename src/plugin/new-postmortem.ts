import { Notice } from "obsidian";
import { today } from "../incident/days";
import { openPostmortem } from "./create-postmortem";
import type { Host } from "./host";
import { NewPostmortemModal, type FormValues } from "./new-postmortem-modal";

/** Starts a postmortem from the palette and from the ribbon. */
export function registerNewPostmortem(host: Host): void {
  const open = (): void => {
    openForm(host, {});
  };
  host.plugin.addCommand({ id: "new", name: "New", icon: "siren", callback: open });
  host.plugin.addRibbonIcon("siren", "New postmortem", open);
}

/** Shows the form, filled in as far as is known; nothing is written before a person confirms it. */
export function openForm(host: Host, known: Partial<FormValues>): void {
  const { newNote, timelineNote, timezone } = host.settings.current;
  const values: FormValues = {
    title: "",
    date: today(host.clock()),
    started: "",
    timezone,
    severity: "",
    services: "",
    owner: "",
    timelineNote: timelineNote.path,
    timelineHeading: timelineNote.heading,
    template: newNote.template,
    ...known,
  };
  new NewPostmortemModal(host, values, ({ path, cursor, problems }) => {
    if (problems.length > 0) new Notice(problems.map(({ message }) => message).join("\n"));
    void openPostmortem(host, path, cursor);
  }).open();
}
