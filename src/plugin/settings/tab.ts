import { keysOf } from "../../base";
import { today } from "../../time";
import { scaffold } from "../../write";
import { templateFault } from "../operations/setting-faults";
import { PluginSettingTab, type Setting, type SettingDefinitionItem, type SettingDefinitionPage } from "obsidian";
import type { SettingsContext } from "./declarations";
import { fieldsPage, livePage, mappingsPage, requirements, sectionsPage } from "./declarations";
import { priorities } from "../../incident";
import { exportOptions } from "../../settings";
import type { Host } from "../host";
import { rulesPage } from "./rules";
import { SettingControls, unmarked } from "./controls";
import { inWords } from "../state/settings-store";

export function registerSettingsTab(host: Host): void {
  const tab = new PostmortemSettingTab(host);
  host.plugin.addSettingTab(tab);
  host.plugin.register(
    host.settings.reloaded.subscribe(() => {
      tab.update();
    }),
  );
}

/** Everything that a team can set, in the app's own settings window. */
class PostmortemSettingTab extends PluginSettingTab {
  private readonly controls: SettingControls;
  /** Shows what the settings lead to while they are typed. */
  private exampleRow: Setting | null = null;

  constructor(private readonly host: Host) {
    super(host.app, host.plugin);
    this.icon = "siren";
    this.controls = new SettingControls(host.settings);
  }

  override getControlValue(key: string): unknown {
    return this.controls.value(key);
  }

  override setControlValue(key: string, value: unknown): void {
    this.controls.store(key, value);
    this.exampleRow?.setDesc(this.example());
    this.refreshDomState();
  }

  override hide(): void {
    void this.host.settings.flush();
    super.hide();
  }

  override getSettingDefinitions(): SettingDefinitionItem[] {
    const { controls } = this;
    const { settings } = this.host;
    const context = {
      app: this.app,
      controls,
      settings,
      refresh: (): void => {
        this.update();
      },
    };
    return [
      {
        name: "Some stored settings cannot be used",
        get desc() {
          return settings.problems.map((problem) => unmarked(inWords(problem))).join(" · ");
        },
        searchable: false,
        visible: () => settings.problems.length > 0,
      },
      {
        name: "Some settings stand in a file of the team",
        get desc() {
          return `${settings.heldByTeam.join(", ")}: change them in postmortem.config at the top of the vault`;
        },
        searchable: false,
        visible: () => settings.heldByTeam.length > 0,
      },
      controls.text(["timezone"]),
      controls.toggle(["timezoneHolds"]),
      controls.choice(["language", "notes"]),
      controls.toggle(["showStatusBar"]),
      controls.toggle(["noticeOnCheck"]),
      controls.toggle(["digestOnStart"]),
      {
        type: "group",
        heading: "New postmortems",
        items: [
          controls.folder(["newNote", "folder"]),
          controls.pattern(["newNote", "fileName"]),
          controls.note(["newNote", "template"], (name) => templateFault(this.host, name)),
          controls.pattern(["timelineNote", "path"]),
          controls.text(["timelineNote", "heading"]),
          {
            name: "For example",
            desc: this.example(),
            searchable: false,
            render: (setting) => {
              this.exampleRow = setting;
              setting.setDesc(this.example());
            },
          },
        ],
      },
      {
        type: "page",
        name: "Which notes are checked",
        desc: "By folder, file name, tag or type",
        items: [
          controls.folder(["postmortemFolder"]),
          controls.lines(["fileNamePatterns"]),
          controls.choice(["foundBy"]),
          controls.lines(["exclude"]),
          controls.lines(["extensions"]),
        ],
      },
      {
        type: "page",
        name: "Vocabulary",
        desc: "Severities, states, factors, people, done and cancelled tasks, words that blame",
        items: [
          controls.lines(["severities"]),
          controls.lines(["statuses"]),
          controls.lines(["factors"]),
          controls.folder(["peopleFolder"]),
          controls.characters(["doneMarks"]),
          controls.toggle(["plainActionItems"]),
          controls.characters(["cancelledMarks"]),
          this.draftsPage(),
          this.languagePage(),
        ],
      },
      {
        type: "group",
        heading: "What is checked",
        items: [
          fieldsPage(context),
          sectionsPage(context),
          rulesPage(context),
          controls.number(["recurrenceDays"], { min: 1 }),
          controls.number(["embedDepth"], { min: 1, max: 100 }),
        ],
      },
      {
        type: "group",
        heading: "Import",
        items: [controls.text(["import", "slackWorkspace"]), mappingsPage(context)],
      },
      {
        type: "group",
        heading: "Action items",
        items: [this.followUpsPage(context), this.ticketsPage()],
      },
      {
        type: "group",
        heading: "Export",
        items: [
          ...keysOf(exportOptions).map((option) => controls.choice(["export", option])),
          controls.folder(["export", "folder"]),
          this.externalPage(),
        ],
      },
    ];
  }

  /** The notes that a new postmortem would be made of, by what is set now and whatever there is already. */
  private example(): string {
    const clock = this.host.clock();
    const settings = this.host.settings.current;
    const { heading, path } = settings.timelineNote;
    const plan = scaffold(
      { title: "Checkout is slow", date: today(clock), timeline: `${path}#${heading}` },
      { settings, clock, library: { resolve: () => ({ kind: "missing" }) } },
    );
    if (!plan.ok) return "No note can be made";
    const events = plan.timelineNote === null ? "" : `, with its events in ${plan.timelineNote.path}`;
    return `An incident “Checkout is slow” of today would go to ${plan.path}${events}`;
  }

  private draftsPage(): SettingDefinitionPage {
    const days = (severity: string, name: string) =>
      this.controls.number(["staleDraft", severity], { min: 0 }, { name, hint: "Business days" });
    return livePage({
      name: () => "Time to publish",
      desc: () => "How long a postmortem may stay a draft",
      items: () => {
        const { current } = this.host.settings;
        const severities = [...new Set([...current.severities, ...Object.keys(current.staleDraft)])].filter(
          (severity) => severity !== "other",
        );
        const step = (status: string) =>
          this.controls.number(
            ["reviewSteps", status],
            { min: 0 },
            { name: `Until ${status}`, hint: "Business days after the incident; nothing: no such step" },
          );
        return [
          ...severities.map((severity) => days(severity, severity)),
          days("other", "Any other severity"),
          ...current.statuses.slice(1, -1).map(step),
        ];
      },
    });
  }

  private followUpsPage(context: SettingsContext): SettingDefinitionPage {
    const { controls } = this;
    const days = (level: string, name: string) =>
      controls.number(["followUps", "dueIn", level], { min: 0 }, { name, hint: "Business days until it is due" });
    return livePage({
      name: () => "Follow-up policy",
      desc: () => "By when action items are due, and what they have to say",
      items: () => [
        ...priorities.map((priority) => days(priority, `Priority ${priority}`)),
        ...this.host.settings.current.severities.map((severity) => days(severity, `Incident of ${severity}`)),
        days("other", "Any other"),
        controls.number(["followUps", "oldest"], { min: 0 }),
        controls.dropdown(["followUps", "verified"], requirements(context)),
      ],
    });
  }

  private ticketsPage(): SettingDefinitionPage {
    const { controls } = this;
    return {
      type: "page",
      name: "Tickets",
      desc: "Where tickets of action items are made, and what they say",
      items: [
        controls.choice(["tickets", "tracker"]),
        controls.text(["tickets", "address"]),
        controls.text(["tickets", "project"]),
        controls.text(["tickets", "type"]),
        controls.lines(["tickets", "labels"]),
        controls.toggle(["tickets", "public"], true),
      ],
    };
  }

  private externalPage(): SettingDefinitionPage {
    const { controls } = this;
    return {
      type: "page",
      name: "External version",
      desc: "What may go out of a postmortem, and what stands for the rest",
      items: [
        controls.lines(["external", "sections"]),
        controls.lines(["external", "properties"]),
        controls.pairs(["external", "roles"]),
        controls.text(["external", "otherRole"]),
        controls.lines(["external", "removeWords"]),
        controls.lines(["external", "publicHosts"]),
        controls.lines(["external", "attachments"]),
      ],
    };
  }

  private languagePage(): SettingDefinitionPage {
    const { controls } = this;
    return {
      type: "page",
      name: "Language",
      desc: "Words that blame, and words of hindsight",
      items: [
        controls.lines(["language", "blame"]),
        controls.lines(["language", "counterfactual"]),
        controls.lines(["language", "exceptions"]),
      ],
    };
  }
}
