import { PluginSettingTab, type SettingDefinitionItem, type SettingDefinitionPage } from "obsidian";
import { fieldsPage, livePage, mappingsPage, sectionsPage } from "./declarations";
import { languages } from "../../language";
import type { ExportOption } from "../../settings";
import { exportOptions, keysOf } from "../../settings";
import type { Host } from "../host";
import { rulesPage } from "./rules";
import { SettingControls } from "./controls";
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
          return settings.problems.map(inWords).join(" · ");
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
      controls.text(["timezone"], {
        name: "Time zone",
        desc: "For times that state none. An IANA name, such as Europe/Berlin",
        placeholder: "UTC",
      }),
      controls.toggle(["timezoneHolds"], {
        name: "Times without a zone are fine",
        desc: "They are in the time zone above, and no problem is reported for them",
      }),
      controls.dropdown(
        ["language", "notes"],
        { name: "Language of the notes", desc: "The property lang of a note decides for it" },
        [["auto", "As its headings and words tell"], ...languages.map(({ id, name }) => [id, name] as const)],
      ),
      controls.toggle(["showStatusBar"], {
        name: "Show problems in the status bar",
        desc: "The number of problems of the postmortem in front. Not on mobile",
      }),
      controls.toggle(["noticeOnCheck"], {
        name: "Show a notice for new problems",
        desc: "When a save brings in something new",
      }),
      controls.toggle(["digestOnStart"], { name: "Show open action items on start" }),
      {
        type: "group",
        heading: "New postmortems",
        items: [
          controls.folder(["newNote", "folder"], {
            name: "Folder",
            desc: "Where new postmortems go; empty for the top of the vault",
          }),
          controls.text(["newNote", "fileName"], {
            name: "File name",
            desc: "With template variables such as {{date}}, {{slug}} and {{title}}",
            placeholder: "Incident-{{date}}-{{slug}}",
          }),
          controls.note(["newNote", "template"], {
            name: "Template",
            desc: "The note to start from; empty for the built-in template",
          }),
          controls.text(["timelineNote", "path"], {
            name: "Timeline note",
            desc: "Where the events of an incident are collected",
            placeholder: "{{date}} {{title}} Timeline",
          }),
          controls.text(["timelineNote", "heading"], {
            name: "Timeline heading",
            desc: "The part of that note which a postmortem embeds",
            placeholder: "Key Events",
          }),
        ],
      },
      {
        type: "page",
        name: "Which notes are checked",
        desc: "By folder, file name, tag or type",
        items: [
          controls.folder(["postmortemFolder"], {
            name: "Folder of postmortems",
            desc: "Every note in it is one; notes tagged postmortem always are",
          }),
          controls.lines(["fileNamePatterns"], {
            name: "File names of postmortems",
            desc: "One pattern on each line. YYYY, MM, DD and # stand for digits, * for anything",
          }),
          controls.dropdown(["foundBy"], { name: "Needed" }, [
            ["either", "Folder or file name"],
            ["both", "Folder and file name"],
          ]),
          controls.lines(["exclude"], {
            name: "Never postmortems",
            desc: "Paths as in .gitignore, one on each line: README.md, drafts/, **/template*",
          }),
          controls.lines(["extensions"], {
            name: "Extensions on the command line",
            desc: "Beside md, which is what the app reads; one on each line",
          }),
        ],
      },
      {
        type: "page",
        name: "Vocabulary",
        desc: "Severities, states, people, marks of tasks, words that blame",
        items: [
          controls.lines(["severities"], { name: "Severities", desc: "One on each line, the worst first" }),
          controls.lines(["statuses"], {
            name: "States of a postmortem",
            desc: "One on each line, in their order; the last one is final",
          }),
          controls.folder(["peopleFolder"], {
            name: "Folder of people",
            desc: "A link to a note in it names a person",
          }),
          controls.characters(["doneMarks"], {
            name: "Marks of done tasks",
            desc: "What stands between the brackets",
            placeholder: "xX",
          }),
          controls.toggle(["plainActionItems"], {
            name: "Bullets are action items",
            desc: "Without a box, under a heading of action items",
          }),
          controls.characters(["cancelledMarks"], {
            name: "Marks of cancelled tasks",
            desc: "Neither open nor done",
            placeholder: "-",
          }),
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
          controls.number(
            ["embedDepth"],
            { name: "Depth of embeds", desc: "How many embeds deep an embed is followed" },
            { min: 1, max: 100 },
          ),
        ],
      },
      {
        type: "group",
        heading: "Import",
        items: [
          controls.text(["import", "slackWorkspace"], {
            name: "Slack workspace",
            desc: "What stands before .slack.com, for links to the messages of a Slack export; empty for no links",
          }),
          mappingsPage(context),
        ],
      },
      {
        type: "group",
        heading: "Export",
        items: [
          ...keysOf(exportOptions).map((option) => {
            const { name, hint, values }: ExportOption = exportOptions[option];
            const text = hint === undefined ? { name } : { name, desc: hint };
            return controls.dropdown(["export", option], text, Object.entries(values));
          }),
          controls.folder(["export", "folder"], {
            name: "Folder of exported documents",
            desc: "What lies in it is never taken for a postmortem",
          }),
          this.externalPage(),
        ],
      },
    ];
  }

  private draftsPage(): SettingDefinitionPage {
    const days = (severity: string, name: string) =>
      this.controls.number(["staleDraft", severity], { name, desc: "Business days" }, { min: 0 });
    return livePage({
      name: () => "Time to publish",
      desc: () => "How long a postmortem may stay a draft",
      items: () => {
        const { current } = this.host.settings;
        const severities = [...new Set([...current.severities, ...Object.keys(current.staleDraft)])].filter(
          (severity) => severity !== "other",
        );
        return [...severities.map((severity) => days(severity, severity)), days("other", "Any other severity")];
      },
    });
  }

  private externalPage(): SettingDefinitionPage {
    const { controls } = this;
    return {
      type: "page",
      name: "External version",
      desc: "What may go out of a postmortem, and what stands for the rest",
      items: [
        controls.lines(["external", "sections"], {
          name: "Sections that go out",
          desc: "Headings or ids, one on each line, with what is below them",
        }),
        controls.lines(["external", "properties"], { name: "Properties that go out", desc: "One on each line" }),
        controls.pairs(["external", "roles"], {
          name: "Roles of people",
          desc: "One on each line, such as “Ada Lovelace: the incident commander”",
        }),
        controls.text(["external", "otherRole"], {
          name: "Role of everybody else",
          desc: "Gets a number, the same one throughout a document",
          placeholder: "Engineer",
        }),
        controls.lines(["external", "removeWords"], {
          name: "Words that are blacked out",
          desc: "Hosts, systems, customers; one on each line. * stands for letters, digits, dots, hyphens and underscores",
        }),
        controls.lines(["external", "publicHosts"], {
          name: "Public hosts",
          desc: "Links to them and to what is below them stay; one on each line, such as status.example.com",
        }),
        controls.lines(["external", "attachments"], {
          name: "Images and files that go out",
          desc: "Paths or names, one on each line",
        }),
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
        controls.lines(["language", "blame"], {
          name: "Words that blame",
          desc: "Beside the built-in ones, one on each line",
        }),
        controls.lines(["language", "counterfactual"], {
          name: "Words of hindsight",
          desc: "Beside the built-in ones, one on each line",
        }),
        controls.lines(["language", "exceptions"], {
          name: "Allowed words",
          desc: "Fine here, built in or not, one on each line",
        }),
      ],
    };
  }
}
