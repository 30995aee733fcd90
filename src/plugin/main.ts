import { Plugin, type Command } from "obsidian";
import type { Clock } from "../time/now";
import { ActionStore } from "./action-store";
import { registerActionsPanel } from "./actions-panel";
import { registerBaseCommand } from "./base-command";
import { registerCheckNotice } from "./check-notice";
import { registerCheckCommands } from "./check-commands";
import { registerCliHandlers } from "./cli-handlers";
import { systemClock } from "./clock";
import { registerEmbedCommands } from "./embed-commands";
import { registerEditorLinter } from "./editor-linter";
import { registerExport } from "./export-commands";
import type { Feature, Host } from "./host";
import { registerIncidentPanel } from "./incident-panel";
import { registerInsightsPanel } from "./insights-panel";
import { registerMenus } from "./menus";
import { registerNewPostmortem } from "./new-postmortem";
import { NoteStore } from "./note-store";
import { obsidianVault } from "./obsidian-vault";
import { OpenEditors } from "./open-editors";
import { registerSuggestions } from "./postmortem-suggest";
import { ProblemStore } from "./problem-store";
import { registerProblemsPanel } from "./problems-panel";
import { RecordStore } from "./record-store";
import { registerReviewCommands } from "./review-commands";
import { SettingsStore } from "./settings-store";
import { registerSettingsTab } from "./settings-tab";
import { registerStatusBar } from "./status-bar";
import { registerTimelineCommands } from "./timeline-commands";

const features: readonly Feature[] = [
  registerNewPostmortem,
  registerCheckCommands,
  registerEmbedCommands,
  registerExport,
  registerTimelineCommands,
  registerReviewCommands,
  registerEditorLinter,
  registerSuggestions,
  registerProblemsPanel,
  registerActionsPanel,
  registerIncidentPanel,
  registerInsightsPanel,
  registerBaseCommand,
  registerStatusBar,
  registerCheckNotice,
  registerSettingsTab,
  registerMenus,
  registerCliHandlers,
];

/** Puts the parts together; what the plugin does is in its features. */
export default class PostmortemPlugin extends Plugin {
  private store: SettingsStore | null = null;
  private readonly commands = new Map<string, Command>();

  override async onload(): Promise<void> {
    const settings = new SettingsStore(this);
    this.store = settings;
    await settings.load();
    const editors = new OpenEditors();
    const vault = obsidianVault(this.app, editors);
    const clock = (): Clock => systemClock(settings.current);
    const notes = new NoteStore(this.app, vault, settings, editors);
    const problems = new ProblemStore(notes, settings, clock);
    const actions = new ActionStore(notes, settings, clock);
    const records = new RecordStore(notes, settings);
    const host: Host = { app: this.app, plugin: this, commands: this.commands, vault, settings, editors, notes, problems, actions, records, clock };
    for (const feature of features) feature(host);
    this.addChild(problems);
    this.addChild(actions);
    this.addChild(records);
    this.addChild(notes);
  }

  /** Remembers each command under its short id: menus offer the same as the palette. */
  override addCommand(command: Command): Command {
    const { id } = command;
    const added = super.addCommand(command);
    this.commands.set(id, added);
    return added;
  }

  override async onExternalSettingsChange(): Promise<void> {
    await this.store?.load();
  }
}
