import { Modal, Setting } from "obsidian";
import type { Host } from "../host";
import { commandName } from "../ui/command-name";

/** The ways in, by the command that each starts. */
const ways: readonly { readonly command: string; readonly button: string; readonly text: string }[] = [
  { command: "new", button: "Start", text: "Asks for what is known, and writes the note." },
  {
    command: "learn-settings",
    button: "Learn",
    text: "For notes that are here already: proposes settings that fit them. Nothing is written before you agree.",
  },
  { command: "check-all", button: "Check", text: "Lists what is missing or contradicts itself. Changes nothing." },
];

/** What a person can begin with who has just turned the plugin on. */
export class FirstStepsModal extends Modal {
  constructor(private readonly host: Host) {
    super(host.app);
  }

  override onOpen(): void {
    this.setTitle("Begin with postmortems");
    for (const { command, button, text } of ways) {
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
  }

  override onClose(): void {
    this.contentEl.empty();
  }
}
