import { printableJson } from "../../base";
import { proposeSettings } from "../../learn";
import { teamSettingsNames } from "../../settings";
import { createLibrary } from "../../vault";
import type { Host } from "../host";
import { LearnedSettingsModal } from "../modals/learned-settings";
import { createPace } from "../state/pace";
import { notify } from "../ui/notify";

/** The command that proposes settings for the notes that are there; writes them only when they were agreed on. */
export function registerLearnCommand(host: Host): void {
  host.plugin.addCommand({
    id: "learn-settings",
    name: "Learn settings from my postmortems",
    icon: "wand",
    callback: () => void learnSettings(host),
  });
}

async function learnSettings(host: Host): Promise<void> {
  const { app, vault } = host;
  const [path] = teamSettingsNames;
  for (const name of teamSettingsNames) {
    if (!(await app.vault.adapter.exists(name))) continue;
    notify(`\`${name}\` holds the settings already, and was left as it is.`);
    return;
  }
  const library = createLibrary();
  for (const file of app.vault.getFiles()) library.add(file.path);
  const paths: string[] = [];
  const unread: string[] = [];
  const pace = createPace();
  for (const { path: note } of app.vault.getMarkdownFiles()) {
    const read = await vault.read(note);
    if (read.ok) {
      library.update(note, read.text);
      paths.push(note);
    } else unread.push(note);
    await pace();
  }
  const proposal = proposeSettings({ library, clock: host.clock(), paths }, "");
  if (unread.length > 0) notify(`Not read, and left out: ${unread.map((note) => `\`${note}\``).join(", ")}.`);
  if (proposal.postmortems.length === 0) {
    notify("Nothing in this vault looks like a postmortem yet.");
    return;
  }
  const text = `${printableJson(proposal.settings)}\n`;
  new LearnedSettingsModal(app, proposal, { path, text }, async () => {
    const written = await vault.create(path, text);
    notify(written.ok ? `Wrote \`${path}\`; it holds from now on.` : `Nothing was written: ${written.message}.`);
  }).open();
}
