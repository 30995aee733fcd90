import { FuzzySuggestModal, MarkdownView, type App, type Command } from "obsidian";
import type { Ledger } from "./ledger";
import type { PluginRegistry } from "./plugins";

/** Runs commands as the app does: with an editor only where there is one, and only when their check agrees. */
export class Palette {
  constructor(
    private readonly app: App,
    private readonly registry: PluginRegistry,
    private readonly ledger: Ledger,
  ) {}

  /** The commands that make sense now, by id. */
  available(): readonly (readonly [id: string, command: Command])[] {
    return [...this.registry.commands].filter(([, command]) => this.#attempt(command, true));
  }

  /** Runs a command by its full id; false when it does not exist or does not apply now. */
  run(id: string): boolean {
    const command = this.registry.commands.get(id);
    if (command === undefined || !this.#attempt(command, true)) return false;
    this.ledger.did({ by: "command", id });
    return this.#attempt(command, false);
  }

  open(): void {
    new CommandPalette(this.app, this).open();
  }

  #attempt(command: Command, checking: boolean): boolean {
    const view = this.app.workspace.getActiveViewOfType(MarkdownView);
    const context = view?.getMode() === "source" ? view : null;
    if (command.editorCheckCallback !== undefined) {
      return context !== null && command.editorCheckCallback(checking, context.editor, context) !== false;
    }
    if (command.editorCallback !== undefined) {
      if (context === null) return false;
      if (!checking) command.editorCallback(context.editor, context);
      return true;
    }
    if (command.checkCallback !== undefined) return command.checkCallback(checking) !== false;
    if (!checking) command.callback?.();
    return command.callback !== undefined;
  }
}

class CommandPalette extends FuzzySuggestModal<readonly [id: string, command: Command]> {
  constructor(
    app: App,
    private readonly palette: Palette,
  ) {
    super(app);
    this.setPlaceholder("Select a command…");
  }

  override getItems(): (readonly [string, Command])[] {
    return [...this.palette.available()];
  }

  override getItemText([, command]: readonly [string, Command]): string {
    return command.name;
  }

  override onChooseItem([id]: readonly [string, Command]): void {
    this.palette.run(id);
  }
}
