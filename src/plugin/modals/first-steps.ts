import { Modal, Setting } from "obsidian";
import type { Host } from "../host";
import { knownNotes, knownZones } from "../operations/known-values";
import { templateFault, variableFault } from "../operations/setting-faults";
import type { SettingPath } from "../state/settings-store";
import { texts } from "../texts";
import { commandName } from "../ui/command-name";
import { InputSuggest } from "../ui/input-suggest";

/** The ways in, by the command that each starts. */
const ways = ["new", "learn-settings", "check-all"] as const;

/** What a person can begin with who has just turned the plugin on. */
export class FirstStepsModal extends Modal {
  constructor(private readonly host: Host) {
    super(host.app);
  }

  override onOpen(): void {
    const { app, host } = this;
    const said = texts().dialogs.begin;
    this.setTitle(said.title);
    this.modalEl.addClass("postmortem-first-steps");
    for (const command of ways) {
      const { button, text } = said.ways[command];
      const added = this.host.commands.get(command);
      if (added === undefined) continue;
      new Setting(this.contentEl)
        .setName(commandName(this.host, added))
        .setDesc(text)
        .addButton((each) =>
          each.setButtonText(button).onClick(() => {
            this.close();
            added.callback?.();
          }),
        );
    }
    new Setting(this.contentEl).setName(said.before).setHeading();
    this.addSetting(["newNote", "folder"], () => app.vault.getAllFolders().map(({ path }) => path));
    this.addSetting(["timezone"], knownZones);
    this.addSetting(["timelineNote", "path"], () => [], variableFault);
    this.addSetting(
      ["newNote", "template"],
      () => ["minor", "full", ...knownNotes(app)],
      (name) => templateFault(host, name),
    );
  }

  /** A setting that can be had here already; it is stored once something that fits was typed. */
  private addSetting(
    path: SettingPath,
    values: () => readonly string[],
    fault: (text: string) => string | null = () => null,
  ): void {
    const { app, host } = this;
    const { hint = "", name } = texts().settings.words(path);
    const row = new Setting(this.contentEl).setName(name).setDesc(hint);
    row.addText((text) => {
      const stored = host.settings.get(path);
      text.setValue(typeof stored === "string" ? stored : "").inputEl.setAttr("aria-label", name);
      new InputSuggest(app, text.inputEl, { values });
      text.onChange((value) => {
        const objection = host.settings.objection(path, value) ?? fault(value);
        row.setErrorMessage(objection);
        if (objection === null) host.settings.enter(path, value);
      });
    });
  }

  override onClose(): void {
    void this.host.settings.flush();
    this.contentEl.empty();
  }
}
