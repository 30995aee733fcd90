import { Plugin, type Command } from "obsidian";
import type { Clock } from "../time";
import { ActionStore, ProblemStore, RecordStore } from "./state/postmortem-index";
import { registerActionsPanel } from "./views/actions";
import { registerBasesView } from "./views/bases";
import { registerBaseCommand } from "./commands/base";
import { registerCheckNotice } from "./commands/check-notice";
import { registerCheckCommands } from "./commands/check";
import { registerCliHandlers } from "./commands/cli-handlers";
import { systemClock } from "./state/clock";
import { registerEmbedCommands } from "./commands/embeds";
import { registerEditorLinter } from "./editor/linter";
import { registerExport } from "./commands/export";
import { FirstStepsModal } from "./modals/first-steps";
import type { Feature, Host } from "./host";
import { registerImport } from "./commands/import";
import { registerIncidentPanel } from "./views/incident";
import { registerInsightsPanel } from "./views/insights";
import { registerLearnCommand } from "./commands/learn";
import { registerMenus } from "./commands/menus";
import { registerNewPostmortem } from "./commands/new";
import { NoteStore } from "./state/note-store";
import { obsidianVault } from "./state/obsidian-vault";
import { OpenEditors } from "./state/open-editors";
import { registerFindIncident } from "./commands/find-incident";
import { SearchStore } from "./state/search-store";
import { registerOpenPlaces } from "./editor/open-places";
import { registerSuggestions } from "./editor/suggest";
import { registerProblemsPanel } from "./views/problems";
import { registerReviewCommands } from "./commands/review";
import { SettingsStore } from "./state/settings-store";
import { registerSettingsTab } from "./settings/tab";
import { registerStatusBar } from "./commands/status-bar";
import { registerTicketStates } from "./modals/ticket-states";
import { registerTimelineCommands } from "./commands/timeline";

const features: readonly Feature[] = [
  registerNewPostmortem,
  registerCheckCommands,
  registerEmbedCommands,
  registerExport,
  registerTimelineCommands,
  registerImport,
  registerReviewCommands,
  registerEditorLinter,
  registerOpenPlaces,
  registerSuggestions,
  registerProblemsPanel,
  registerActionsPanel,
  registerTicketStates,
  registerIncidentPanel,
  registerInsightsPanel,
  registerFindIncident,
  registerBaseCommand,
  registerBasesView,
  registerLearnCommand,
  registerStatusBar,
  registerCheckNotice,
  registerSettingsTab,
  registerMenus,
  registerCliHandlers,
];

/** Puts the parts together; what the plugin does is in its features. */
export default class PostmortemPlugin extends Plugin {
  private host: Host | null = null;
  private store: SettingsStore | null = null;
  private readonly commands = new Map<string, Command>();

  override async onload(): Promise<void> {
    const settings = new SettingsStore(this);
    this.store = settings;
    await settings.load();
    this.register(() => void settings.flush());
    const editors = new OpenEditors(this.app);
    const vault = obsidianVault(this.app, editors);
    const clock = (): Clock => systemClock(settings.current);
    const notes = new NoteStore(this.app, vault, settings, editors);
    const problems = new ProblemStore(notes, settings, clock);
    const actions = new ActionStore(notes, settings, clock);
    const records = new RecordStore(notes, settings);
    const host: Host = {
      app: this.app,
      plugin: this,
      commands: this.commands,
      vault,
      settings,
      editors,
      notes,
      problems,
      actions,
      records,
      search: new SearchStore(notes, settings),
      clock,
    };
    this.host = host;
    for (const feature of features) feature(host);
    this.addChild(problems);
    this.addChild(actions);
    this.addChild(records);
    this.addChild(notes);
  }

  /** Shows the ways in to who turns the plugin on and has set nothing yet. */
  override onUserEnable(): void {
    if (this.host?.settings.isUntouched === true) new FirstStepsModal(this.host).open();
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
