import type { CommandContext } from "../../commands";
import type { Host } from "../host";

/** What the commands work on: the vault as the app shows it at this moment. */
export function commandContext(host: Host): CommandContext {
  return { library: host.notes.library, settings: host.settings.current, clock: host.clock() };
}
