/** What a stated length of time is the length of; empty when the text does not say. */
export type DurationSubject =
  | "time-to-detect"
  | "time-to-acknowledge"
  | "time-to-identify"
  | "time-to-mitigate"
  | "time-to-resolve"
  /** MoJ's and others' "time to repair": until it worked again, which some count as mitigated, some as resolved. */
  | "time-to-repair"
  | "full-outage"
  | "outage"
  /** Part of users or of the service. */
  | "partial-outage"
  | "incident"
  /** A label `Duration` that does not say of what. */
  | "duration"
  | "";

const labels: readonly (readonly [RegExp, DurationSubject])[] = [
  [/\b(?:mean )?time to detect(?:ion)?$|\b(?:detection (?:time|delay)|m?ttd)$/, "time-to-detect"],
  [/\b(?:mean )?time to ack(?:nowledge(?:ment)?)?$|\b(?:acknowledgement time|m?tta)$/, "time-to-acknowledge"],
  [/\b(?:mean )?time to (?:identify|identification|diagnos(?:e|is))$|\bm?tti$/, "time-to-identify"],
  [/\b(?:mean )?time to mitigat(?:e|ion)$|\bm?ttm$/, "time-to-mitigate"],
  [/\btime to repair$/, "time-to-repair"],
  [
    /\b(?:mean )?time to (?:resol(?:ve|ution)|recover(?:y)?|restore|restoration|fix)$|\b(?:(?:resolution|recovery) time|m?ttr)$/,
    "time-to-resolve",
  ],
  [/\bpartial (?:outage|downtime|unavailability)(?: (?:duration|time|length))?$/, "partial-outage"],
  [/\b(?:full|complete|total) outage(?: (?:duration|time|length))?$/, "full-outage"],
  [/\b(?:outage|downtime|unavailability)(?: (?:duration|time|length))?$/, "outage"],
  [/\b(?:incident|impact)(?: (?:duration|time|length))$/, "incident"],
  [/\b(?:duration|length)(?: of (?:the )?(?:incident|impact|problem|issue|disruption))?$/, "duration"],
  [/\b(?:duration|length) of (?:the )?(?:outage|downtime)$/, "outage"],
];

const outageBehind =
  /^[ -]{1,3}(?:long |of )?(?:(?:a|the) )?(?:(full|complete|total)|(partial)|(?:api|site|service|production|[A-Z][a-z]+) )?\s?(?:outage|downtime|unavailability|blackout)\b/;
const incidentBehind =
  /^[ -]{1,3}(?:long |of )?(?:[A-Za-z\u00c0-\u024f-]{1,20} )?(?:incident|disruption|degradation|interruption)\b/;
const outageBefore =
  /\b(?:(full|complete|total)|(partial)|[A-Za-z\u00c0-\u024f-]{1,20})?\s?(?:outage|downtime|unavailability) (?:that |which )?(?:had |has )?(?:lasted|lasting|was|of|took|persisted)(?: for| a| a total of| approximately| about| around| roughly| an estimated)*[ ~]*$/i;
const downBefore =
  /\b(?:was|were|been|being|is|are|went|completely|fully|entirely)\s(?:(completely|fully|entirely|totally)\s)?(?:down|unavailable|offline|inaccessible|unreachable|not (?:available|accessible|reachable))(?: for| a total of| approximately| about| around| roughly)*[ ~]*$/iu;
const incidentBefore =
  /\b(?:incident|disruption|degradation|interruption|issue|problem|impact|effect)s?(?: (?:of|for|to|in|on) (?:\S{1,20} ){0,2}\S{1,20})? (?:that |which )?(?:had |has )?(?:lasted|lasting|persisted)(?: for| a| a total of| approximately| about| around| roughly)*[ ~]*$/iu;
const label =
  /([A-Za-z\u00c0-\u024f][A-Za-z\u00c0-\u024f -]{1,40}?)\s{0,6}[:|=][\s~≈(]{0,4}(?:(?:about|around|approximately|approx\.?|roughly|over|under|almost|nearly|at least|up to|less than|more than|just)\s){0,2}$/i;

/** What a remark behind a length calls it: "(restart loop: 23:53–00:16)". */
const remark = /^\s?\(([^()\d\uFFFC]{3,50}?)(?:[:,;]|\)|\s(?:from|between|on|at)\s)/i;
const wholeRemark =
  /\b(?:full|whole|entire|total|overall|all|incident|outage|impact|duration|downtime|end[ -]to[ -]end|utc|gmt|approx\w*|about|around|roughly|from|between|see|including|excluding|estimated?)\b/i;

const wholeOf = /^\s?\((?:the )?(?:full|whole|entire|total|overall) (?:incident|outage|impact|duration)\b/i;

/** Whether the words behind a labelled length say that it is that of something else than the whole incident. */
function isOfPart(after: string): boolean {
  const words = remark.exec(after)?.[1];
  return words !== undefined && !wholeRemark.test(words);
}

/**
 * What a length of time belongs to, by the label before it or the words around it.
 *
 * @param before At most the 90 UTF-16 units before it, in one passage.
 * @param after At most the 60 behind it.
 */
export function durationSubject(before: string, after: string): DurationSubject {
  // "The first 10 minutes of the incident" are a part of it.
  if (/^ of the\b/.test(after)) return "";
  const named = (
    /[:|=][^:|=]{0,30}$/.test(before) ? label.exec(before.replace(/\s?\([^()]{1,20}\)(?=\s?[:|=])/, "")) : null
  )?.[1]
    ?.toLowerCase()
    .replace(/\s+/g, " ")
    .trim();
  if (named !== undefined && isOfPart(after)) return "";
  if (named === undefined && wholeOf.test(after)) return "duration";
  if (named !== undefined) return labels.find(([pattern]) => pattern.test(named.replaceAll("-", " ")))?.[1] ?? "";
  const behind = outageBehind.exec(after);
  const outage = behind ?? outageBefore.exec(before);
  if (outage !== null)
    return outage[1] !== undefined ? "full-outage" : outage[2] !== undefined ? "partial-outage" : "outage";
  const down = downBefore.exec(before);
  if (down !== null) return down[1] === undefined ? "outage" : "full-outage";
  return incidentBehind.test(after) || incidentBefore.test(before) ? "incident" : "";
}
