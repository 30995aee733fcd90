import type { App, SettingDefinitionPage } from "obsidian";
import type { FieldDeclaration, SectionDeclaration } from "../../settings";
import { askForText } from "../ui/ask-for-text";
import type { SettingControls } from "./controls";
import type { SettingsStore } from "../state/settings-store";

/** What a page of settings is made of. */
export interface SettingsContext {
  readonly app: App;
  readonly controls: SettingControls;
  readonly settings: SettingsStore;
  /** Builds the definitions anew, after something was added, moved or taken away. */
  readonly refresh: () => void;
}

const fieldTypes: readonly (readonly [FieldDeclaration["type"], string])[] = [
  ["text", "Text"],
  ["number", "Number"],
  ["checkbox", "Checkbox"],
  ["date", "Date"],
  ["datetime", "Date and time"],
  ["list", "List"],
  ["enum", "One of some values"],
  ["link", "Link"],
  ["tags", "Tags"],
  ["severity", "Severity"],
  ["status", "Status"],
  ["timezone", "Time zone"],
];

/** The properties that a team knows: built-in ones can be changed, own ones added. */
export function fieldsPage(context: SettingsContext): SettingDefinitionPage {
  const { controls, settings } = context;
  const { fields } = settings.current;
  const page = ({ name, description, required }: FieldDeclaration): SettingDefinitionPage => ({
    type: "page",
    name,
    desc: description,
    displayValue: () => requirement(settings.current.fields.find((field) => field.name === name)?.required ?? required),
    items: [
      controls.dropdown(["fields", name, "type"], { name: "Type" }, fieldTypes),
      controls.dropdown(["fields", name, "required"], { name: "Required" }, requirements(context)),
      controls.lines(["fields", name, "values"], {
        name: "Values",
        desc: "What it may be, if it is one of some values; one on each line",
      }),
      controls.lines(["fields", name, "contains"], {
        name: "Must contain",
        desc: "For tags and lists; one on each line",
      }),
      controls.text(["fields", name, "description"], { name: "Description" }),
    ],
  });
  return {
    type: "page",
    name: "Properties",
    desc: "What the frontmatter of a postmortem may and must hold",
    displayValue: () => `${settings.current.fields.length}`,
    items: [
      {
        type: "list",
        items: fields.map(page),
        ...listActions(
          context,
          "fields",
          fields.map(({ name }) => name),
        ),
      },
    ],
  };
}

/** The sections that a team knows, in the order of a new note. */
export function sectionsPage(context: SettingsContext): SettingDefinitionPage {
  const { controls, settings } = context;
  const { sections } = settings.current;
  const page = ({ id, heading, required }: SectionDeclaration): SettingDefinitionPage => ({
    type: "page",
    // Pages are told apart by their names.
    name: sections.filter((other) => other.heading === heading).length > 1 ? `${heading} (${id})` : heading,
    desc: id,
    displayValue: () =>
      requirement(settings.current.sections.find((section) => section.id === id)?.required ?? required),
    items: [
      controls.text(["sections", id, "heading"], { name: "Heading", desc: "What a new note gets" }),
      controls.lines(["sections", id, "synonyms"], { name: "Other headings", desc: "Mean the same; one on each line" }),
      controls.dropdown(["sections", id, "required"], { name: "Required" }, requirements(context)),
    ],
  });
  return {
    type: "page",
    name: "Sections",
    desc: "What a postmortem has to tell, and under which headings",
    displayValue: () => `${settings.current.sections.length}`,
    items: [
      {
        type: "list",
        items: sections.map(page),
        ...listActions(
          context,
          "sections",
          sections.map(({ id }) => id),
        ),
        onReorder: (from, to) => {
          const moved = [...settings.current.sections];
          moved.splice(to, 0, ...moved.splice(from, 1));
          void settings.set(["sections"], moved).then(context.refresh);
        },
      },
    ],
  };
}

/** Adding and taking away; a built-in entry cannot go, it goes back to what it was. */
function listActions({ app, settings, refresh }: SettingsContext, list: "fields" | "sections", ids: readonly string[]) {
  const isField = list === "fields";
  const add = async (): Promise<void> => {
    const name = await askForText(
      app,
      isField
        ? { title: "Add a property", label: "Name", action: "Add" }
        : { title: "Add a section", label: "Heading", action: "Add" },
    );
    if (name === null) return;
    const id = isField ? name : name.toLowerCase().replace(/\s+/g, "-");
    if (!ids.includes(id)) await settings.set([list, id], isField ? { name, type: "text" } : { id, heading: name });
    refresh();
  };
  return {
    onDelete: (index: number): void => {
      const id = ids[index];
      if (id !== undefined) void settings.set([list, id], undefined).then(refresh);
    },
    addItem: { name: isField ? "Add a property" : "Add a section", action: () => void add() },
  };
}

function requirements({ settings }: SettingsContext): readonly (readonly [string, string, unknown?])[] {
  return [
    ["false", "No", false],
    ["true", "Always", true],
    ...settings.current.statuses.map((status) => [status, `From “${status}” on`] as const),
  ];
}

function requirement(required: boolean | string): string {
  if (typeof required === "string") return `from ${required}`;
  return required ? "required" : "optional";
}
