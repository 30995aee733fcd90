import { keysOf } from "../../base";
import { templateVariants, unknownVariable, variableNames } from "../../write";
import type { Host } from "../host";
import { texts } from "../texts";

/** What is wrong with a text that may hold variables of the template, as a sentence; null for nothing. */
export function variableFault(pattern: string): string | null {
  const unknown = unknownVariable(pattern);
  if (unknown === null) return null;
  const { meant, written } = unknown;
  const names = keysOf(variableNames).join(", ");
  const said = texts().settings;
  return meant === null ? said.unknownVariable(written, names) : said.unknownVariableMeant(written, meant, names);
}

/** What is wrong with the name of a template, as a sentence; null for nothing, and where none is named. */
export function templateFault(host: Host, text: string): string | null {
  const name = text.trim();
  const isThere = name === "" || host.notes.library.resolve(name, "").kind === "found";
  return isThere || templateVariants.some((variant) => variant === name.toLowerCase())
    ? null
    : texts().settings.noTemplate(name);
}
