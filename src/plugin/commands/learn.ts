import { printableJson } from "../../base";
import { proposeSettings } from "../../learn";
import { teamSettingsNames } from "../../settings";
import { createLibrary } from "../../vault";
import type { Host } from "../host";
import { LearnedSettingsModal } from "../modals/learned-settings";
import { offerUndoOfFiles } from "../operations/undo";
import { createPace } from "../state/pace";
import { notify } from "../ui/notify";
import { texts } from "../texts";

/** The command that proposes settings for the notes that are there; writes them only when they were agreed on. */
export function registerLearnCommand(host: Host): void {
  host.plugin.addCommand({
    id: "learn-settings",
    name: texts().commands.learnSettings,
    icon: "wand",
    callback: () => void learnSettings(host),
  });
}

async function learnSettings(host: Host): Promise<void> {
  const { app, vault } = host;
  const said = texts().writing.learning;
  const [path] = teamSettingsNames;
  for (const name of teamSettingsNames) {
    if (!(await app.vault.adapter.exists(name))) continue;
    notify(said.isThere(name));
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
  if (unread.length > 0) notify(said.unread(unread.map((note) => `\`${note}\``).join(", ")));
  if (proposal.postmortems.length === 0) {
    notify(said.none);
    return;
  }
  const text = `${printableJson(proposal.settings)}\n`;
  new LearnedSettingsModal(app, proposal, { path, text }, async () => {
    const written = await vault.create(path, text);
    if (written.ok) await offerUndoOfFiles(host, said.written(path), new Map([[path, null]]));
    else notify(texts().changes.unwritten(written.message));
  }).open();
}
