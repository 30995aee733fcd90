import * as z from "../schema";

/** What each part of the settings means, in one or two sentences: reference page and JSON schema are made of it. */
export const descriptions = z.registry<{ readonly description: string }>();

/** Gives a part of the settings its meaning. */
export function described<Schema extends z.ZodMiniType>(description: string, schema: Schema): Schema {
  descriptions.add(schema, { description });
  return schema;
}
