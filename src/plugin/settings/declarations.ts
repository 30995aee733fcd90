import type { App, SettingDefinitionItem, SettingDefinitionPage } from "obsidian";
import type { FieldDeclaration, SectionDeclaration, SectionId } from "../../settings";
import { askForText, type Question } from "../ui/ask-for-text";
import { texts, type Texts } from "../texts";
import { unmarked, type SettingControls } from "./controls";
import type { SettingPath, SettingsStore } from "../state/settings-store";

/** What a page of settings is made of. */
export interface SettingsContext {
  readonly app: App;
  readonly controls: SettingControls;
  readonly settings: SettingsStore;
  /** Builds the definitions anew, after something was added, moved or taken away. */
  readonly refresh: () => void;
}

/**
 * A page whose name, description and content are those of the moment in which the app shows them: it keeps the
 * definitions that it was given, while what they say can change on another page.
 */
export function livePage(
  page: Pick<SettingDefinitionPage, "displayValue"> & {
    readonly name: () => string;
    readonly desc: () => string;
    readonly items: () => SettingDefinitionItem[];
  },
): SettingDefinitionPage {
  return {
    type: "page",
    get name() {
      return page.name();
    },
    get desc() {
      return page.desc();
    },
    get items() {
      return page.items();
    },
    ...(page.displayValue !== undefined && { displayValue: page.displayValue }),
  };
}

/** What a page is called, and what it is about. */
export function named(page: keyof Texts["settings"]["pages"]): { name: () => string; desc: () => string } {
  return { name: () => texts().settings.pages[page].name, desc: () => texts().settings.pages[page].desc };
}

/** The properties that a team knows: built-in ones can be changed, own ones added. */
export function fieldsPage(context: SettingsContext): SettingDefinitionPage {
  const { controls, settings } = context;
  const fieldOf = (name: string, otherwise: FieldDeclaration): FieldDeclaration =>
    settings.current.fields.find((field) => field.name === name) ?? otherwise;
  const page = (field: FieldDeclaration): SettingDefinitionPage => {
    const { name } = field;
    return livePage({
      name: () => name,
      desc: () => unmarked(texts().settings.meaning(fieldOf(name, field))),
      displayValue: () => requirement(fieldOf(name, field).required),
      items: () => [
        controls.choice(["fields", name, "type"]),
        controls.dropdown(["fields", name, "required"], requirements(context)),
        controls.lines(["fields", name, "values"]),
        controls.lines(["fields", name, "contains"]),
        controls.text(["fields", name, "description"]),
      ],
    });
  };
  return livePage({
    ...named("fields"),
    displayValue: () => `${settings.current.fields.length}`,
    items: () => {
      const { fields } = settings.current;
      return [
        {
          type: "list",
          items: fields.map(page),
          ...listActions(context, ["fields"], {
            ids: fields.map(({ name }) => name),
            question: texts().settings.addField,
            made: (name) => ({ name, type: "text" }),
          }),
        },
      ];
    },
  });
}

/** The sections that a team knows, in the order of a new note. */
export function sectionsPage(context: SettingsContext): SettingDefinitionPage {
  const { controls, settings } = context;
  const sectionOf = (id: SectionId, otherwise: SectionDeclaration): SectionDeclaration =>
    settings.current.sections.find((section) => section.id === id) ?? otherwise;
  const page = (section: SectionDeclaration): SettingDefinitionPage => {
    const { id } = section;
    return livePage({
      // Pages are told apart by their names.
      name: () => {
        const { heading } = sectionOf(id, section);
        const namesakes = settings.current.sections.filter((other) => other.heading === heading);
        return namesakes.length > 1 ? `${heading} (${id})` : heading;
      },
      desc: () => id,
      displayValue: () => requirement(sectionOf(id, section).required),
      items: () => [
        controls.text(["sections", id, "heading"]),
        controls.lines(["sections", id, "synonyms"]),
        controls.dropdown(["sections", id, "required"], requirements(context)),
      ],
    });
  };
  return livePage({
    ...named("sections"),
    displayValue: () => `${settings.current.sections.length}`,
    items: () => {
      const { sections } = settings.current;
      return [
        {
          type: "list",
          items: sections.map(page),
          ...listActions(context, ["sections"], {
            ids: sections.map(({ id }) => id),
            question: texts().settings.addSection,
            made: (heading) => ({ id: heading.toLowerCase().replace(/\s+/g, "-"), heading }),
          }),
          onReorder: (from, to) => {
            const moved = [...settings.current.sections];
            moved.splice(to, 0, ...moved.splice(from, 1));
            void settings.set(["sections"], moved).then(context.refresh);
          },
        },
      ];
    },
  });
}

/** What an import reads of JSON and tables of the team's own. */
export function mappingsPage(context: SettingsContext): SettingDefinitionPage {
  const { controls, settings } = context;
  const page = (name: string): SettingDefinitionPage => {
    return livePage({
      name: () => name,
      desc: () => texts().settings.mapping,
      items: () =>
        ["list", "time", "text", "person", "url", "id"].map((key) => controls.text(["import", "mappings", name, key])),
    });
  };
  return livePage({
    ...named("mappings"),
    displayValue: () => `${settings.current.import.mappings.length}`,
    items: () => {
      const ids = settings.current.import.mappings.map(({ name }) => name);
      return [
        {
          type: "list",
          items: ids.map(page),
          ...listActions(context, ["import", "mappings"], {
            ids,
            question: texts().settings.addMapping,
            made: (name) => ({ name, time: "time", text: "text" }),
          }),
        },
      ];
    },
  });
}

/** A list that entries are added to by name. */
interface NamedList {
  readonly ids: readonly string[];
  readonly question: Pick<Question, "title" | "label">;
  /** The entry that a name makes; the first of its values is what it is known by. */
  readonly made: (name: string) => Readonly<Record<string, string>>;
}

/** Adding and taking away; a built-in entry cannot go, it goes back to what it was. */
function listActions(
  { app, settings, refresh }: SettingsContext,
  list: SettingPath,
  { ids, made, question }: NamedList,
) {
  const add = async (): Promise<void> => {
    const name = await askForText(app, { ...question, action: texts().settings.add });
    if (name === null) return;
    const entry = made(name);
    const id = Object.values(entry)[0] ?? name;
    if (!ids.includes(id)) await settings.set([...list, id], entry);
    refresh();
  };
  return {
    onDelete: (index: number): void => {
      const id = ids[index];
      if (id !== undefined) void settings.set([...list, id], undefined).then(refresh);
    },
    addItem: { name: question.title, action: () => void add() },
  };
}

/** From when on something has to be there, for a dropdown. */
export function requirements({ settings }: SettingsContext): readonly (readonly [string, string, unknown?])[] {
  const { always, from, never } = texts().settings.requirements;
  return [
    ["false", never, false],
    ["true", always, true],
    ...settings.current.statuses.map((status) => [status, from(status)] as const),
  ];
}

function requirement(required: boolean | string): string {
  const said = texts().settings.requirement;
  if (typeof required === "string") return said.from(required);
  return required ? said.required : said.optional;
}
