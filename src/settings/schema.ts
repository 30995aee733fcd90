import { fieldDeclaration, sectionDeclaration } from "./declarations";
import { settingsShape } from "./shape";
import * as z from "../schema";

/** A JSON schema as data. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** The JSON schema of a file of settings: of what may be written, with each default and meaning. */
export function settingsSchema(): JsonSchema {
  return z.toJSONSchema(settingsShape, {
    io: "input",
    unrepresentable: "any",
    override({ zodSchema, jsonSchema }) {
      // Of an entry that changes something built in, only what tells it apart has to be there.
      if (zodSchema === settingsShape.shape.fields.def.innerType.def.element)
        declare(jsonSchema, fieldDeclaration, "name");
      if (zodSchema === settingsShape.shape.sections.def.innerType.def.element)
        declare(jsonSchema, sectionDeclaration, "id");
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
    },
  });
}

function declare(target: Record<string, unknown>, declaration: z.ZodMiniType, key: string): void {
  const { $schema: _, ...schema } = z.toJSONSchema(declaration, { io: "input" });
  Object.assign(target, schema, { required: [key] });
}
