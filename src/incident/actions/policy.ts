import type { Settings } from "../../settings";
import { businessDayAfter } from "../../time";
import type { IncidentFields } from "../properties/read";
import type { ActionItem } from "./action";

type Dated = Pick<IncidentFields, "date" | "severity">;

/** Since when an item stands: when it was created, else its incident. `YYYY-MM-DD`; null where neither is known. */
export function standsSince({ created }: ActionItem, { date }: Pick<Dated, "date">): string | null {
  return created?.date ?? date;
}

/**
 * When the team's policy wants an item done, `YYYY-MM-DD`; null where it has none for it.
 *
 * @param today From which day it counts where nothing says since when the item stands.
 */
export function policyDue(
  item: ActionItem,
  incident: Dated,
  { followUps: { dueIn } }: Settings,
  today: string,
): string | null {
  const days = dueIn[item.priority ?? ""] ?? dueIn[incident.severity ?? ""] ?? dueIn["other"];
  return days === undefined ? null : businessDayAfter(standsSince(item, incident) ?? today, days);
}
