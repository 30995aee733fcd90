import { isKeyed, nearest, once, ownValue, plainWords } from "../base";
import { builtInFields, builtInSections } from "./defaults";
import type { FieldDeclaration } from "./declarations";
import { mend } from "./mend";
import { settingsShape } from "./shape";
import * as z from "../schema";

const settingsSchema = once(() =>
  settingsShape().check(
    z.superRefine((settings, context) => {
      const statuses = new Set(settings.statuses.map(plainWords));
      for (const list of ["severities", "statuses"] as const) {
        const before = new Set<string>();
        for (const [index, name] of settings[list].entries()) {
          if (before.has(plainWords(name)))
            context.addIssue({ code: "custom", path: [list, index], message: `\`${name}\` stands there twice` });
          before.add(plainWords(name));
        }
      }
      const check = (
        list: "fields" | "sections",
        declarations: readonly { id: string; required: boolean | string }[],
      ): void => {
        const seen = new Set<string>();
        for (const [index, { id, required: from }] of declarations.entries()) {
          if (seen.has(id))
            context.addIssue({ code: "custom", path: [list, index], message: `\`${id}\` is declared twice` });
          seen.add(id);
          if (typeof from === "boolean" || statuses.has(plainWords(from))) continue;
          context.addIssue({
            code: "custom",
            path: [list, index, "required"],
            message: expectedStatus(from),
          });
        }
      };
      check(
        "fields",
        settings.fields.map(({ name, required }) => ({ id: name, required })),
      );
      check("sections", settings.sections);
      const between = new Set(settings.statuses.slice(1, -1).map(plainWords));
      for (const step of Object.keys(settings.reviewSteps))
        if (!between.has(plainWords(step)))
          context.addIssue({
            code: "custom",
            path: ["reviewSteps", step],
            message: `\`${step}\` is no status between the first and the last of \`statuses\``,
          });
      const { verified } = settings.followUps;
      if (typeof verified === "string" && !statuses.has(plainWords(verified)))
        context.addIssue({ code: "custom", path: ["followUps", "verified"], message: expectedStatus(verified) });
    }),
  ),
);

function expectedStatus(received: string): string {
  return `expected true, false or one of \`statuses\`, received \`${received}\``;
}

/** Everything that a team can set; read from the plugin's `data.json` by both hosts. */
export type Settings = Readonly<z.infer<ReturnType<typeof settingsShape>>>;

/** A part of stored settings that was left out. */
export interface SettingsProblem {
  /**
   * Path of the setting, such as `rules.broken-embed.severity` or `fields.owner.type`; empty for the settings as a
   * whole.
   */
  readonly setting: string;
  readonly message: string;
}

/**
 * Reads stored settings, whatever they are; never throws.
 *
 * The smallest part that does not fit is left out and reported: its default takes its place, or its
 * list goes on without it. Unknown keys are left out and reported too.
 */
export function readSettings(data: unknown): {
  readonly settings: Settings;
  readonly problems: readonly SettingsProblem[];
} {
  const { value, problems: left } = mend(settingsSchema(), withHeldZone(data ?? {}));
  const problems = left.map(({ setting, message }) => ({ setting, message: withMeant(setting, message) }));
  const settings = {
    ...value,
    fields: withBuiltIn(value.fields, builtInFields, (field) => field.name),
    sections: withBuiltIn(value.sections, builtInSections(), (section) => section.id),
  };
  return { settings, problems };
}

/** A zone that somebody has set is meant. */
function withHeldZone(data: unknown): unknown {
  const isSet = isKeyed(data) && Object.hasOwn(data, "timezone");
  return isSet && !Object.hasOwn(data, "timezoneHolds") ? { ...data, timezoneHolds: true } : data;
}

/** An unknown setting with the one that was meant, if one is near. */
function withMeant(setting: string, message: string): string {
  if (message !== "unknown setting") return message;
  const path = setting.split(".");
  const meant = nearest(path.at(-1) ?? "", keysAt(path.slice(0, -1)));
  return meant === null ? message : `${message}; did you mean \`${meant}\`?`;
}

/** The names that stand below a path of the settings. */
function keysAt([first, ...rest]: readonly string[]): readonly string[] {
  const { shape } = settingsShape();
  if (first === undefined) return Object.keys(shape);
  const part = rest.length === 0 || first === "fields" || first === "sections" ? partOf(builtInParts(), first) : null;
  return first === "rules" ? ["severity", "since", "options"] : Object.keys(part ?? {});
}

/** One example of everything in the settings that has parts. */
const builtInParts = once((): unknown => ({
  ...settingsShape().parse({}),
  fields: builtInFields[0],
  sections: builtInSections()[0],
}));

function partOf(value: unknown, key: string): object | null {
  const part = ownValue(value, key);
  return typeof part === "object" ? part : null;
}

/** What a team has before it sets anything. */
export const initialSettings = once((): Settings => readSettings({}).settings);

/** The same as a value; what does not ask for it is built without it. */
export const defaultSettings: Settings = /* @__PURE__ */ initialSettings();

/** The properties that a team has declared beside the built-in ones. */
export function ownFields({ fields }: Settings): readonly FieldDeclaration[] {
  const builtIn = new Set(builtInFields.map(({ name }) => name));
  return fields.filter(({ name }) => !builtIn.has(name));
}

/** The list with what it lacks of the built-in one, each at its built-in place: behind its predecessor. */
function withBuiltIn<T>(list: readonly T[], builtIn: readonly T[], idOf: (entry: T) => string): T[] {
  const result = [...list];
  let place = 0;
  for (const entry of builtIn) {
    const at = result.findIndex((other) => idOf(other) === idOf(entry));
    if (at < 0) result.splice(place, 0, entry);
    place = (at < 0 ? place : at) + 1;
  }
  return result;
}
