import type { SettingDefinitionControl } from "obsidian";
import type { SettingPath, SettingsStore } from "../state/settings-store";

/** How a stored value is shown in a control, and read back from it. */
interface Form {
  toControl(stored: unknown): unknown;
  toStored(shown: unknown): unknown;
}

const asIs: Form = { toControl: (value) => value, toStored: (value) => value };

/** A list of texts, one on each line of a text area. */
const lines: Form = {
  toControl: (value) => (Array.isArray(value) ? value.join("\n") : undefined),
  toStored: splitLines,
};

function splitLines(value: unknown): readonly string[] {
  return typeof value === "string"
    ? value
        .split("\n")
        .map((line) => line.trim())
        .filter((line) => line !== "")
    : [];
}

/** Texts by name, as `name: text` on each line of a text area; one without a text is left to the schema to refuse. */
const pairs: Form = {
  toControl: (value) =>
    typeof value === "object" && value !== null
      ? Object.entries(value)
          .map(([name, text]) => `${name}: ${String(text)}`)
          .join("\n")
      : undefined,
  toStored: (value) =>
    Object.fromEntries(
      splitLines(value).map((line) => [
        line.split(":", 1)[0]?.trim() ?? "",
        line.includes(":") ? line.slice(line.indexOf(":") + 1).trim() : "",
      ]),
    ),
};

/** A list of single characters, one after the other. */
const characters: Form = {
  toControl: (value) => (Array.isArray(value) ? value.join("") : ""),
  toStored: (value) => (typeof value === "string" ? Array.from(value.replace(/\s/g, "")) : []),
};

/** A choice whose first option stands for "not set", or for a truth value. */
function choice(names: ReadonlyMap<string, unknown>): Form {
  return {
    toControl: (value) => [...names].find(([, stored]) => stored === value)?.[0] ?? value,
    toStored: (value) => (typeof value === "string" && names.has(value) ? names.get(value) : value),
  };
}

/** What a control says of itself. */
export interface ControlText {
  readonly name: string;
  readonly desc?: string;
  readonly placeholder?: string;
}

/**
 * Makes the controls of the settings tab: each knows the place of its value in the settings, shows
 * it, and has the settings' own schema judge what is entered.
 */
export class SettingControls {
  private readonly forms = new Map<string, { readonly path: SettingPath; readonly form: Form }>();

  constructor(private readonly settings: SettingsStore) {}

  value(key: string): unknown {
    const control = this.forms.get(key);
    return control === undefined ? undefined : control.form.toControl(this.settings.get(control.path));
  }

  store(key: string, value: unknown): void {
    const control = this.forms.get(key);
    if (control !== undefined) this.settings.enter(control.path, control.form.toStored(value));
  }

  /** `fallback` is shown while nothing is stored and the settings themselves have no default. */
  toggle(path: SettingPath, text: ControlText, fallback = false): SettingDefinitionControl {
    return { ...described(text), control: { type: "toggle", defaultValue: fallback, ...this.bind(path, asIs) } };
  }

  text(path: SettingPath, text: ControlText): SettingDefinitionControl {
    return { ...described(text), control: { type: "text", ...placeholderOf(text), ...this.bind(path, asIs) } };
  }

  number(
    path: SettingPath,
    text: ControlText,
    limits: { readonly min?: number; readonly max?: number; readonly defaultValue?: number } = {},
  ): SettingDefinitionControl {
    return {
      ...described(text),
      control: { type: "number", ...limits, ...placeholderOf(text), ...this.bind(path, asIs) },
    };
  }

  folder(path: SettingPath, text: ControlText): SettingDefinitionControl {
    return { ...described(text), control: { type: "folder", ...placeholderOf(text), ...this.bind(path, asIs) } };
  }

  note(path: SettingPath, text: ControlText): SettingDefinitionControl {
    return {
      ...described(text),
      control: {
        type: "file",
        filter: (file) => file.extension === "md",
        ...placeholderOf(text),
        ...this.bind(path, asIs),
      },
    };
  }

  lines(path: SettingPath, text: ControlText, fallback: readonly unknown[] = []): SettingDefinitionControl {
    return {
      ...described(text),
      control: {
        type: "textarea",
        defaultValue: fallback.join("\n"),
        ...placeholderOf(text),
        ...this.bind(path, lines),
      },
    };
  }

  pairs(path: SettingPath, text: ControlText): SettingDefinitionControl {
    return { ...described(text), control: { type: "textarea", ...placeholderOf(text), ...this.bind(path, pairs) } };
  }

  characters(path: SettingPath, text: ControlText): SettingDefinitionControl {
    return { ...described(text), control: { type: "text", ...placeholderOf(text), ...this.bind(path, characters) } };
  }

  /** `options` by what is stored: the words for it; a key that is no text stands for the value beside it. */
  dropdown(
    path: SettingPath,
    text: ControlText,
    options: readonly (readonly [key: string, words: string, stored?: unknown])[],
  ): SettingDefinitionControl {
    const stored = new Map(options.filter((option) => option.length > 2).map(([key, , value]) => [key, value]));
    const words = Object.fromEntries(options.map(([key, name]) => [key, name]));
    return { ...described(text), control: { type: "dropdown", options: words, ...this.bind(path, choice(stored)) } };
  }

  private bind(path: SettingPath, form: Form): { key: string; validate: (value: unknown) => string | undefined } {
    const key = JSON.stringify(path);
    this.forms.set(key, { path, form });
    return { key, validate: (value) => this.settings.objection(path, form.toStored(value)) ?? undefined };
  }
}

function described({ name, desc }: ControlText): { name: string; desc?: string } {
  return desc === undefined ? { name } : { name, desc };
}

function placeholderOf({ placeholder }: ControlText): { placeholder?: string } {
  return placeholder === undefined ? {} : { placeholder };
}
