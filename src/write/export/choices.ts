import type { Settings } from "../../settings";
import type { ExportOptions, ExportPlace, Flavor } from "./options";
import { flavors, linkStyles, propertyStyles, taskStyles } from "./options";

/** What a document is made as. */
export const exportTargets = ["markdown", "html"] as const;
export type ExportTarget = (typeof exportTargets)[number];

/** What a person chooses for an export, in both hosts. */
export interface ExportChoices extends Pick<ExportOptions, "links" | "properties" | "tasks" | "markOrigin"> {
  readonly target: ExportTarget;
  /** Whose Markdown; HTML is the same for all. */
  readonly flavor: Flavor;
  /** The version that may leave the company, by the settings' `external`. */
  readonly external: boolean;
}

/** The choices that the team's settings make. */
export function defaultChoices({ export: { flavor, links, properties, tasks } }: Settings): ExportChoices {
  return { target: "markdown", flavor, links, properties, tasks, markOrigin: false, external: false };
}

/** What a command line may say of an export; what it leaves out stays as it was. */
export interface GivenChoices {
  readonly to?: string | undefined;
  readonly flavor?: string | undefined;
  readonly links?: string | undefined;
  readonly properties?: string | undefined;
  readonly tasks?: string | undefined;
  readonly "mark-origin"?: string | boolean | undefined;
  readonly external?: string | boolean | undefined;
}

/** The choices with what was given in their place; `oneOf` gives the value that is among those allowed, or throws. */
export function withGiven(
  choices: ExportChoices,
  given: GivenChoices,
  oneOf: <Value extends string>(option: string, value: string, allowed: readonly Value[]) => Value,
): ExportChoices {
  return {
    target: oneOf("to", given.to ?? choices.target, exportTargets),
    flavor: oneOf("flavor", given.flavor ?? choices.flavor, flavors),
    links: oneOf("links", given.links ?? choices.links, linkStyles),
    properties: oneOf("properties", given.properties ?? choices.properties, propertyStyles),
    tasks: oneOf("tasks", given.tasks ?? choices.tasks, taskStyles),
    markOrigin: given["mark-origin"] !== undefined || choices.markOrigin,
    external: given.external !== undefined || choices.external,
  };
}

/** Choices with what the settings add. */
export function optionsFor(
  { flavor, links, properties, tasks, markOrigin }: ExportChoices,
  settings: Settings,
  place: ExportPlace,
): ExportOptions {
  const taskMarks = { done: settings.doneMarks, cancelled: settings.cancelledMarks };
  return { flavor, links, properties, tasks, markOrigin, taskMarks, depth: settings.embedDepth, place };
}

/** Choices in one line, to be read again by {@link readChoices}. */
export function choicesInWords({
  target,
  flavor,
  links,
  properties,
  tasks,
  markOrigin,
  external,
}: ExportChoices): string {
  return [
    target,
    flavor,
    links,
    properties,
    tasks,
    ...(markOrigin ? ["origin"] : []),
    ...(external ? ["external"] : []),
  ].join(" ");
}

/** The choices that a line states; null when they are none of ours. */
export function readChoices(words: string): ExportChoices | null {
  const [first, second, third, fourth, fifth, ...rest] = words.split(" ");
  const target = exportTargets.find((each) => each === first);
  const flavor = flavors.find((each) => each === second);
  const links = linkStyles.find((each) => each === third);
  const properties = propertyStyles.find((each) => each === fourth);
  const tasks = taskStyles.find((each) => each === fifth);
  return target && flavor && links && properties && tasks
    ? {
        target,
        flavor,
        links,
        properties,
        tasks,
        markOrigin: rest.includes("origin"),
        external: rest.includes("external"),
      }
    : null;
}
