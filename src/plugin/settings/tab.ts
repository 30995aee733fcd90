import { keysOf } from "../../base";
import { today } from "../../time";
import { scaffold } from "../../write";
import { templateFault } from "../operations/setting-faults";
import { PluginSettingTab, type Setting, type SettingDefinitionItem, type SettingDefinitionPage } from "obsidian";
import type { SettingsContext } from "./declarations";
import { fieldsPage, livePage, mappingsPage, named, requirements, sectionsPage } from "./declarations";
import { priorities } from "../../incident";
import { exportOptions } from "../../settings";
import type { Host } from "../host";
import { rulesPage } from "./rules";
import { SettingControls, unmarked } from "./controls";
import { inWords } from "../state/settings-store";
import { texts } from "../texts";

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
    const said = texts().settings;
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
        name: said.unusable,
        get desc() {
          return settings.problems.map((problem) => unmarked(inWords(problem))).join(" · ");
        },
        searchable: false,
        visible: () => settings.problems.length > 0,
      },
      {
        name: said.inTeamFile,
        get desc() {
          return said.heldByTeam(settings.heldByTeam.join(", "));
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
        heading: said.groups.newPostmortems,
        items: [
          controls.folder(["newNote", "folder"]),
          controls.pattern(["newNote", "fileName"]),
          controls.note(["newNote", "template"], (name) => templateFault(this.host, name)),
          controls.pattern(["timelineNote", "path"]),
          controls.pattern(["timelineNote", "heading"]),
          {
            name: said.example.name,
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
        ...said.pages.notes,
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
        ...said.pages.vocabulary,
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
        heading: said.groups.checked,
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
        heading: said.groups.import,
        items: [controls.text(["import", "slackWorkspace"]), mappingsPage(context)],
      },
      {
        type: "group",
        heading: texts().words.actionItems,
        items: [this.followUpsPage(context), this.ticketsPage()],
      },
      {
        type: "group",
        heading: said.groups.export,
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
    const said = texts().settings.example;
    const { heading, path } = settings.timelineNote;
    const plan = scaffold(
      { title: said.title, date: today(clock), timeline: path === "" ? "" : `${path}#${heading}` },
      { settings, clock, library: { resolve: () => ({ kind: "missing" }) } },
    );
    if (!plan.ok) return said.none;
    return plan.timelineNote === null
      ? said.path(said.title, plan.path)
      : said.withEvents(said.title, plan.path, plan.timelineNote.path);
  }

  private draftsPage(): SettingDefinitionPage {
    const days = (severity: string, name: string) =>
      this.controls.number(["staleDraft", severity], { min: 0 }, { name, hint: texts().settings.days });
    return livePage({
      ...named("drafts"),
      items: () => {
        const said = texts().settings;
        const { current } = this.host.settings;
        const severities = [...new Set([...current.severities, ...Object.keys(current.staleDraft)])].filter(
          (severity) => severity !== "other",
        );
        const step = (status: string) =>
          this.controls.number(["reviewSteps", status], { min: 0 }, { name: said.until(status), hint: said.untilHint });
        return [
          ...severities.map((severity) => days(severity, severity)),
          days("other", said.otherSeverity),
          ...current.statuses.slice(1, -1).map(step),
        ];
      },
    });
  }

  private followUpsPage(context: SettingsContext): SettingDefinitionPage {
    const { controls } = this;
    const said = texts().settings;
    const days = (level: string, name: string) =>
      controls.number(["followUps", "dueIn", level], { min: 0 }, { name, hint: said.dueHint });
    return livePage({
      ...named("followUps"),
      items: () => [
        ...priorities.map((priority) => days(priority, said.ofPriority(priority))),
        ...this.host.settings.current.severities.map((severity) => days(severity, said.ofSeverity(severity))),
        days("other", said.other),
        controls.number(["followUps", "oldest"], { min: 0 }),
        controls.dropdown(["followUps", "verified"], requirements(context)),
      ],
    });
  }

  private ticketsPage(): SettingDefinitionPage {
    const { controls } = this;
    return {
      type: "page",
      ...texts().settings.pages.tickets,
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
      ...texts().settings.pages.external,
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
      ...texts().settings.pages.language,
      items: [
        controls.lines(["language", "blame"]),
        controls.lines(["language", "counterfactual"]),
        controls.lines(["language", "exceptions"]),
      ],
    };
  }
}
