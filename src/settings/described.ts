import * as z from "../schema";

/**
 * Gives a part of the settings its meaning, in one or two sentences, where zod keeps such things: reference page and
 * JSON schema are made of it.
 */
export function described<Schema extends z.ZodMiniType>(description: string, schema: Schema): Schema {
  z.globalRegistry.add(schema, { description });
  return schema;
}
