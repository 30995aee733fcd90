import { fieldDeclaration, sectionDeclaration } from "./declarations";
import type { SettingWords } from "./described";
import { settingsShape } from "./shape";
import * as z from "../schema";

/** A JSON schema as data. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** The JSON schema of a file of settings: of what may be written, with each default and meaning. */
export function settingsSchema(): JsonSchema {
  return z.toJSONSchema(settingsShape(), {
    io: "input",
    unrepresentable: "any",
    override({ zodSchema, jsonSchema }) {
      // Of an entry that changes something built in, only what tells it apart has to be there.
      if (zodSchema === settingsShape().shape.fields.def.innerType.def.element)
        declare(jsonSchema, fieldDeclaration(), "name");
      if (zodSchema === settingsShape().shape.sections.def.innerType.def.element)
        declare(jsonSchema, sectionDeclaration(), "id");
      delete jsonSchema["form"];
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
    },
  });
}

function declare(target: Record<string, unknown>, declaration: z.ZodMiniType, key: string): void {
  const { $schema: _, ...schema } = z.toJSONSchema(declaration, {
    io: "input",
    override({ jsonSchema }) {
      delete jsonSchema["form"];
    },
  });
  Object.assign(target, schema, { required: [key] });
}

/** What a form says of the setting at a path. Its key where nothing is said of it. */
export function settingWords(path: readonly string[]): SettingWords {
  const { schema } = settingAt(path);
  return (
    (schema instanceof z.ZodMiniType ? z.globalRegistry.get(schema)?.form : undefined) ?? { name: path.at(-1) ?? "" }
  );
}

/** The place of the setting at a path, whichever entry of a list it belongs to: `newNote.folder`, `fields[].type`. */
export function settingPlace(path: readonly string[]): string {
  return settingAt(path).place;
}

/** What is at a path of keys; in lists of the team's own, a name stands for the entry. */
function settingAt(path: readonly string[]): { readonly schema: unknown; readonly place: string } {
  let schema: unknown = settingsShape();
  let place = "";
  for (const key of path) {
    const whole = wholeOf(schema);
    const isList = whole instanceof z.ZodMiniArray;
    schema = isList ? whole.def.element : whole instanceof z.ZodMiniObject ? whole.shape[key] : undefined;
    place += isList ? "[]" : `${place === "" ? "" : "."}${key}`;
  }
  return { schema, place };
}

/** A part of the shape without its default, or as what an entry becomes. */
function wholeOf(schema: unknown): unknown {
  if (schema instanceof z.ZodMiniDefault || schema instanceof z.ZodMiniPrefault) return wholeOf(schema.def.innerType);
  return schema instanceof z.ZodMiniPipe ? wholeOf(schema.def.out) : schema;
}
