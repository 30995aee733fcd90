import { withoutEntities } from "../markup";
import type { Known } from "../known";

const mark = /<([@#!]?)([^<>|]{0,2000})(?:\|([^<>]{0,2000}))?>/g;

/**
 * Slack's markup as plain text: people and channels by name, links by their label, dates by what was shown. Documented
 * at docs.slack.dev, "Formatting message text".
 */
export function plainSlack(source: string, { people }: Pick<Known, "people">): string {
  const shown = source.replace(mark, (whole, sign: string, target: string, label: string | undefined) => {
    if (sign === "@") return `@${people.get(target)?.name ?? label ?? target}`;
    if (sign === "#") return `#${label ?? target}`;
    if (sign === "!") return label ?? `@${target.split("^", 1)[0] ?? ""}`;
    return label ?? (/^(?:https?:|mailto:)/.test(target) ? target.replace(/^mailto:/, "") : whole);
  });
  return withoutEntities(shown);
}
