import type { SettingDefinitionControl } from "obsidian";
import type { SettingWords } from "../../settings";
import { texts } from "../texts";
import { variableFault } from "../operations/setting-faults";
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
  toggle(path: SettingPath, fallback = false, words = texts().settings.words(path)): SettingDefinitionControl {
    return { ...described(words), control: { type: "toggle", defaultValue: fallback, ...this.bind(path, asIs) } };
  }

  text(path: SettingPath, words = texts().settings.words(path)): SettingDefinitionControl {
    return { ...described(words), control: { type: "text", ...placeholderOf(words), ...this.bind(path, asIs) } };
  }

  /** A text with variables of the template, none of which may be unknown. */
  pattern(path: SettingPath, words = texts().settings.words(path)): SettingDefinitionControl {
    return {
      ...described(words),
      control: { type: "text", ...placeholderOf(words), ...this.bind(path, asIs, variableFault) },
    };
  }

  number(
    path: SettingPath,
    limits: { readonly min?: number; readonly max?: number; readonly defaultValue?: number } = {},
    words = texts().settings.words(path),
  ): SettingDefinitionControl {
    return {
      ...described(words),
      control: { type: "number", ...limits, ...placeholderOf(words), ...this.bind(path, asIs) },
    };
  }

  folder(path: SettingPath, words = texts().settings.words(path)): SettingDefinitionControl {
    return { ...described(words), control: { type: "folder", ...placeholderOf(words), ...this.bind(path, asIs) } };
  }

  /** `fault` says what the vault has against a name. */
  note(path: SettingPath, fault: Fault, words = texts().settings.words(path)): SettingDefinitionControl {
    return {
      ...described(words),
      control: {
        type: "file",
        filter: (file) => file.extension === "md",
        ...placeholderOf(words),
        ...this.bind(path, asIs, fault),
      },
    };
  }

  lines(
    path: SettingPath,
    fallback: readonly unknown[] = [],
    words = texts().settings.words(path),
  ): SettingDefinitionControl {
    return {
      ...described(words),
      control: {
        type: "textarea",
        defaultValue: fallback.join("\n"),
        ...placeholderOf(words),
        ...this.bind(path, lines),
      },
    };
  }

  pairs(path: SettingPath, words = texts().settings.words(path)): SettingDefinitionControl {
    return { ...described(words), control: { type: "textarea", ...placeholderOf(words), ...this.bind(path, pairs) } };
  }

  characters(path: SettingPath, words = texts().settings.words(path)): SettingDefinitionControl {
    return { ...described(words), control: { type: "text", ...placeholderOf(words), ...this.bind(path, characters) } };
  }

  /** `options` by what is stored: the words for it; a key that is no text stands for the value beside it. */
  dropdown(
    path: SettingPath,
    options: readonly (readonly [key: string, words: string, stored?: unknown])[],
    words = texts().settings.words(path),
  ): SettingDefinitionControl {
    const stored = new Map(options.filter((option) => option.length > 2).map(([key, , value]) => [key, value]));
    const names = Object.fromEntries(options.map(([key, name]) => [key, name]));
    return { ...described(words), control: { type: "dropdown", options: names, ...this.bind(path, choice(stored)) } };
  }

  /** A dropdown of the values that the settings name. */
  choice(path: SettingPath): SettingDefinitionControl {
    return this.dropdown(path, Object.entries(texts().settings.words(path).values ?? {}));
  }

  private bind(
    path: SettingPath,
    form: Form,
    fault: Fault = () => null,
  ): { key: string; validate: (value: unknown) => string | undefined } {
    const key = JSON.stringify(path);
    this.forms.set(key, { path, form });
    return {
      key,
      validate: (value) =>
        this.settings.objection(path, form.toStored(value)) ??
        fault(typeof value === "string" ? value : "") ??
        undefined,
    };
  }
}

/** What is wrong with a text that the settings' own schema takes, as a sentence; null for nothing. */
type Fault = (text: string) => string | null;

function described({ name, hint }: SettingWords): { name: string; desc?: string } {
  return hint === undefined ? { name } : { name, desc: unmarked(hint) };
}

/** Without backticks, which a description of the app shows as they are. */
export function unmarked(text: string): string {
  return text.replaceAll("`", "");
}

function placeholderOf({ placeholder }: SettingWords): { placeholder?: string } {
  return placeholder === undefined ? {} : { placeholder };
}
