import { keysOf } from "../../base";
import type { ExportOptionName, ExportStyles, Settings } from "../../settings";
import { exportOptions, exportStyles } from "../../settings";
import * as z from "../../schema";
import type { ExportOptions, ExportPlace, ExportSource } from "./options";
import type { ExportTargetId } from "./targets";
import { exportTargets } from "./targets";

/** What a person chooses for an export, in both hosts. */
export interface ExportChoices extends ExportStyles {
  readonly target: ExportTargetId;
  /** Says before what an embed brought in where that came from. */
  readonly markOrigin: boolean;
  /** The version that may leave the company, by the settings' `external`. */
  readonly external: boolean;
}

/** The choices that the team's settings make. */
export function defaultChoices({ export: { folder: _folder, ...styles } }: Settings): ExportChoices {
  return { target: exportTargets[0].id, ...styles, markOrigin: false, external: false };
}

/** What a command line may say of an export; what it leaves out stays as it was. */
export type GivenChoices = Readonly<
  Partial<Record<"to" | ExportOptionName, string | undefined>> &
    Partial<Record<"mark-origin" | "external", string | boolean | undefined>>
>;

/** The choices with what was given in their place; `oneOf` gives the value that is among those allowed, or throws. */
export function withGiven(
  choices: ExportChoices,
  given: GivenChoices,
  oneOf: <Value extends string>(option: string, value: string, allowed: readonly Value[]) => Value,
): ExportChoices {
  const ids = exportTargets.map(({ id }) => id);
  let result: ExportChoices = {
    ...choices,
    target: oneOf("to", given.to ?? choices.target, ids),
    markOrigin: given["mark-origin"] !== undefined || choices.markOrigin,
    external: given.external !== undefined || choices.external,
  };
  for (const name of keysOf(exportOptions))
    result = withStyle(result, name, oneOf(name, given[name] ?? choices[name], valuesOf(name)));
  return result;
}

/** The choices with another value of one option; as they were when the option has no such value. */
export function withStyle(choices: ExportChoices, name: ExportOptionName, value: string): ExportChoices {
  const { success, data } = z.safeParse(exportStyles(), { ...choices, [name]: value });
  return success ? { ...choices, ...data } : choices;
}

/** What can be chosen of an option, in the order of the form. */
function valuesOf(name: ExportOptionName): readonly string[] {
  return keysOf<string>(exportOptions[name].values);
}

/** Choices with what the settings add. */
export function optionsFor(
  { target: _target, external: _external, ...choices }: ExportChoices,
  { settings, strictLineBreaks }: Pick<ExportSource, "settings" | "strictLineBreaks">,
  place: ExportPlace,
): ExportOptions {
  const taskMarks = { done: settings.doneMarks, cancelled: settings.cancelledMarks };
  return { ...choices, taskMarks, strictLineBreaks, depth: settings.embedDepth, place };
}

/** Choices in one line, to be read again by {@link readChoices}. */
export function choicesInWords(choices: ExportChoices): string {
  return [
    choices.target,
    ...keysOf(exportOptions).map((name) => choices[name]),
    ...(choices.markOrigin ? ["origin"] : []),
    ...(choices.external ? ["external"] : []),
  ].join(" ");
}

/**
 * The choices that a line states; null when they are none of ours. An option that came after the line was written is as
 * it stands by default.
 */
export function readChoices(words: string): ExportChoices | null {
  const [first, ...rest] = words.split(" ");
  const target = exportTargets.find(({ id }) => id === first)?.id;
  const values = rest.filter((word) => word !== "origin" && word !== "external");
  const stated = keysOf(exportOptions).map((name, index) => [name, values[index]] as const);
  const { data } = z.safeParse(exportStyles(), Object.fromEntries(stated));
  return target === undefined || data === undefined
    ? null
    : { target, ...data, markOrigin: rest.includes("origin"), external: rest.includes("external") };
}
