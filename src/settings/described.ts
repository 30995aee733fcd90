import { once } from "../base";
import * as z from "../schema";

/** What a form says of a setting. */
export interface SettingWords {
  readonly name: string;
  /** Where the name does not say enough. */
  readonly hint?: string;
  /** Shown while nothing is entered. */
  readonly placeholder?: string;
  /** Of a choice: its values in the order of the form, each with its words there. */
  readonly values?: Readonly<Record<string, string>>;
}

declare module "zod/v4/core" {
  interface GlobalMeta {
    /** Left out of JSON schemas: see `settingsSchema`. */
    form?: SettingWords | undefined;
  }
}

/**
 * Gives a part of the settings, or an option of a rule, its meaning, in one or two sentences, where zod keeps such
 * things: reference pages and JSON schema are made of it. `words` are what a form shows of it.
 */
export function described<Schema extends z.ZodMiniType>(
  description: string,
  schema: Schema,
  words?: SettingWords,
): Schema {
  z.globalRegistry.add(schema, { description, form: words });
  return schema;
}

/** A text that says something. */
export const filled = once(() => z.string().check(z.minLength(1)));
