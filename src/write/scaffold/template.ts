import { parseNote } from "../../note";
import { fillYaml, singleLine } from "./fill-yaml";

/** What a variable stands for; empty when the request leaves it open. */
export type VariableValue = string | readonly string[];

/** The value of `{{name}}` or `{{name:format}}`; null for an unknown name. `name` comes in lower case. */
export type ReadVariable = (name: string, format: string | null) => VariableValue | null;

/** A note made from a template. */
export interface FilledTemplate {
  readonly text: string;
  /** Variables that nobody knows, as written, each once; they stay in the text as they are. */
  readonly unknown: readonly string[];
  /** Names of the variables that were filled in. */
  readonly used: ReadonlySet<string>;
}

/** What looks like a variable: a name, whatever other tools let follow it, and a format. */
const variable = /\{\{\s*([a-z][^{}:\n]{0,60}?)\s*(?::([^{}\n]{0,200}))?\}\}/gi;

/**
 * Puts values into a template note. Each value is escaped for the place it stands in: as YAML in the
 * frontmatter, on one line in the body. Values are not searched for variables again, and what looks
 * like a variable of another tool stays. A variable left open becomes a `TODO` in the body.
 */
export function fillTemplate(template: string, read: ReadVariable): FilledTemplate {
  const unknown = new Set<string>();
  const used = new Set<string>();
  const fill = (text: string, write: (name: string, value: VariableValue) => string): string =>
    text.replace(variable, (source: string, name: string, format: string | undefined) => {
      const value = read(name.toLowerCase(), format?.trim() ?? null);
      if (value !== null) {
        used.add(name.toLowerCase());
        return write(name.toLowerCase(), value);
      }
      unknown.add(source);
      return source;
    });

  const frontmatter = parseNote(template).frontmatter?.content ?? { start: 0, end: 0 };
  const yaml = fillYaml(
    template.slice(frontmatter.start, frontmatter.end),
    (text, escape = (value) => value) => fill(text, (_name, value) => escape(joined(value))),
    (text) =>
      readList(text, (name, format) => {
        const value = read(name, format);
        if (typeof value === "object" && value !== null) used.add(name);
        return value;
      }),
  );
  const body = fill(template.slice(frontmatter.end), (name, value) =>
    value.length > 0 ? singleLine(joined(value)) : `TODO: add the ${name}`,
  );
  return { text: template.slice(0, frontmatter.start) + yaml + body, unknown: [...unknown], used };
}

/** Puts values into a text that is no note, such as a file name pattern; unknown variables stay. */
export function fillText(template: string, read: ReadVariable, escape: (value: string) => string): string {
  return template.replace(variable, (source: string, name: string, format: string | undefined) => {
    const value = read(name.toLowerCase(), format?.trim() ?? null);
    return value === null ? source : escape(joined(value));
  });
}

function readList(text: string, read: ReadVariable): readonly string[] | null {
  const [match, ...more] = text.matchAll(variable);
  if (match === undefined || more.length > 0 || match[0] !== text) return null;
  const value = read((match[1] ?? "").toLowerCase(), match[2] ?? null);
  return typeof value === "string" ? null : value;
}

function joined(value: VariableValue): string {
  return typeof value === "string" ? value : value.join(", ");
}
