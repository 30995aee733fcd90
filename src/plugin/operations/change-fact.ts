import { capitalized } from "../../base";
import type { FieldDeclaration } from "../../settings";
import { factText, setFact } from "../../write/edit";
import type { Host } from "../host";
import { notify } from "../ui/notify";
import { carryOut } from "./change-notes";
import { incidentAt } from "./incident-at";
import { texts } from "../texts";

/**
 * Writes what a person typed for a property, as it was shown to them, into the note; whether that was done. A value
 * that somebody changed meanwhile is left alone.
 */
export async function changeFact(
  host: Host,
  path: string,
  field: FieldDeclaration,
  { shown, typed }: { readonly shown: string; readonly typed: string },
): Promise<boolean> {
  const said = texts().changes.fact;
  const name = capitalized(field.name.replaceAll("-", " "));
  const incident = await incidentAt(host, path);
  if (incident === null || factText(incident, field) !== shown) {
    notify(said.changedMeanwhile(name));
    return false;
  }
  const target = { incident, library: host.notes.library, settings: host.settings.current };
  const done = typed.trim() === "" ? said.takenOut(name) : said.set(name, typed.trim());
  return carryOut(host, incident, () => setFact(target, field, typed, host.clock().now), done);
}
