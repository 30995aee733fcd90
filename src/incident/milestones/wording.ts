import { milestoneIds, type MilestoneId } from "./milestone";
import { once } from "../../base";

/** What a clause says about the course of the incident; a stronger wording wins over a weaker one. */
export interface WordedMilestone {
  readonly id: MilestoneId;
  /** 2: names the milestone (`incident resolved`); 1: describes it (`service restored`). */
  readonly strength: 1 | 2;
}

const trouble =
  "outage|incident|impact|disruption|degradation|downtime|problems?|issues?|failures?|errors?|errors? rates?|5xx errors?|latency|timeouts?|symptoms";

/**
 * What may stand between the trouble and what became of it: "the incident has now been fully resolved". Taken out,
 * "incident resolved" is left.
 */
const between =
  /\b(?:is|are|was|were|has|have|had|been|being|now|first|finally|fully|successfully|confirmed|declared|marked(?: as)?|considered|initially|officially|also) /g;

/** Not followed by news of the recovery. */
const bad = "(?!.{0,80}\\b(?:clear|recover|resolv|fixed|working|restored|normal|success))";

/**
 * A wording in the words of a clause, or in what is left of them without those in between; 2 names the milestone, 1
 * describes it.
 */
type Wording = readonly [strength: 1 | 2, form: "words" | "bare", pattern: RegExp];

/**
 * Clauses of an event or a sentence that mean a milestone, in the field's usual words, the stronger ones first; and
 * something that each of them has.
 */
const wordings: Readonly<Record<MilestoneId, { readonly sign: RegExp; readonly patterns: readonly Wording[] }>> = {
  started: {
    sign: /beg[aiu]n|start|onset|occur/,
    patterns: [
      [
        2,
        "bare",
        /\b(?:outage|incident|impact|disruption|degradation|downtime) (?:begins?|began|begun|starts?|started)\b/,
      ],
      [
        2,
        "words",
        /\b(?:start|beginning|onset) of (?:the )?(?:outage|incident|impact|disruption|degradation|downtime)\b/,
      ],
      [1, "bare", new RegExp(`\\b(?:${trouble}) (?:begins?|began|starts?|started|occurs|occurred)\\b`)],
    ],
  },
  detected: {
    sign: /detect|notic|discover|alert|alarm|monitor|page|opsgenie|first|report/,
    patterns: [
      [
        2,
        "words",
        /^(?:first |initial |initially )?detect(?:ed|ion)\b|\bdetects? the (?:outage|incident|problem|issue|failure)\b/,
      ],
      [
        2,
        "bare",
        /\b(?:outage|incident|problem|issue|failure|loss|spike|anomaly|degradation|disruption) (?:detected|noticed|discovered)\b/,
      ],
      [
        1,
        "words",
        /\b(?:alert|alerts|alarm|alarms|monitor|monitors|monitoring|pager|pagerduty|opsgenie|page)\b(?: \w+){0,3} (?:fires?|fired|firing|triggers?|triggered|pages|paged|alerts|alerted|raised|received|went off|detect(?:s|ed)(?!.{0,80} (?:recover|resolv|normal|restor)))\b|\b(?:pages|paged|alerts|alerted) (?:the )?on-?call\b|\bon-?call(?: engineer)?(?: is| was)? (?:paged|alerted)\b|\bfirst (?:customer |user |internal )?(?:alerts?|page|reports?|complaints?)\b(?! that\b)/,
      ],
      [
        1,
        "words",
        /\b(?:team|on-?call|engineers?|operators?|ops|sre|staff|we|support)\b(?: \w+){0,3} (?:alerted|paged|notified by)\b|\breceiv(?:es|ed) (?:an?|the|several|multiple|first)(?: \w+){0,3} (?:alerts?|alarms?|pages?)\b|\b(?:alert|alarm|page)s?(?: \w+){0,2} (?:posts?|posted|arrives?|arrived|sounds?|sounded|goes off|comes in|came in|sent)\b|\b(?:is|was|were) (?:first )?detected by\b/,
      ],
      [
        1,
        "words",
        new RegExp(
          `^discover(?:ed|y)\\b(?!.{0,80} (?:cause|reason|why)\\b)|^(?:\\S+ ){0,2}(?:users?|customers?|clients?|members?)(?: \\w+)? (?:reports?|reported|reporting|notices?|noticed|noticing)\\b${bad}`,
        ),
      ],
    ],
  },
  acknowledged: {
    sign: /ack/,
    patterns: [[2, "words", /\b(?:acknowledg(?:es|ed)|acked|acks)\b/]],
  },
  identified: {
    sign: /identif|cause|culprit|reason/,
    patterns: [
      [
        2,
        "words",
        /\b(?:cause|culprit|reason)(?: (?:of|for) [\w\s-]{1,40})?\s(?:is |was |has been |had been )?(?:identified|found|determined|detected|discovered|established|pinpointed|located|isolated)\b|\b(?:identif(?:ies|ied)|finds|found|determine[sd]|discover(?:s|ed)|establishe[sd]|pinpoint(?:s|ed)|locate[sd]|isolate[sd])(?: \S+){0,3} (?:cause|culprit)\b/,
      ],
      [1, "words", /^identified\b/],
      [1, "bare", /\b(?:problem|issue|bug|fault|misconfiguration) identified\b/],
    ],
  },
  mitigated: {
    sign: /mitigat|workaround|repair/,
    patterns: [
      [2, "words", /\bmitigated\b|\bmitigation(?: \w+)? (?:applied|complete|completed|deployed|in place)\b/],
      [1, "words", /\bworkaround(?: \w+)? (?:applied|deployed|in place)\b|^repaired\b/],
    ],
  },
  resolved: {
    sign: /resolved|over|end|away|restored|online|healthy|operational|normal|all clear/,
    patterns: [
      [
        2,
        "words",
        /^resolved\b(?! (?:an?|some|several|multiple|various) )|\b(?:problem|issue)s? (?:goes|go|went) away\b|\bend of (?:the )?(?:outage|incident|impact|disruption)\b|\bto an end\b/,
      ],
      [
        2,
        "bare",
        /\b(?:outage|incident|impact|disruption|degradation|downtime|problem|issue|alert|alerts) (?:resolved|over|ends|ended)\b/,
      ],
      [
        1,
        "bare",
        /\b(?:services?|traffic|functionality|access|availability|operations?|connectivity|api|site|system|systems|nodes|hosts|pods|clusters?) (?:restored|recovers|recovered|back online|healthy again|operational)\b/,
      ],
      [
        1,
        "words",
        /\brestore[sd] (?:the |all )?(?:\w+ )?(?:servers?|services?|databases?|sites?|systems?|clusters?|traffic|access|connectivity|api|website|functionality|nodes?)\b(?! from\b)|\b(?:is|are|was|were|came|comes) back (?:online|up)\b|\bback to normal\b|\breturn(?:s|ed)? to normal\b|\ball clear\b|\bfully (?:recovered|operational|restored)\b/,
      ],
    ],
  },
};

/** "PagerDuty alert: errors spike". */
const alertLabel = new RegExp(`^\\W{0,8}(?:[\\w-]+ ){0,2}(?:alert|alarm|page)\\W{0,4}: ${bad}`);

/** Words before a match that turn it into its opposite, a plan or a guess. */
const doubt =
  /\b(?:not|no|never|cannot|yet|without|until|before|unless|if|when|once|after|while|since|to|will|would|should|could|may|might|can|possible|possibly|potential|potentially|suspected|likely|probable|partial|partially|trying|attempts?|attempted|waiting|expected|expects?|another|second|again|similar|previous|earlier|unrelated|believed|thought|hoped|assumed|appears|seems|false)\b|n['’]t\b/;

/**
 * The milestones that a clause states, by its wording alone; at most one strength each. Made for
 * precision: what is negated, planned or supposed counts for nothing.
 *
 * @param clause Plain words without marks; only its first 300 UTF-16 units are read.
 */
export function wordedMilestones(clause: string): readonly WordedMilestone[] {
  const read = clause.slice(0, 300).toLowerCase();
  const words = read.replace(/[^\0-\x7f]/.test(read) ? /[^\p{L}\p{N}'’-]+/gu : /[^a-z\d'-]+/g, " ").trim();
  const bare = once(() => words.replace(between, ""));
  return milestoneIds.flatMap((id) => {
    const { sign, patterns } = wordings[id];
    if (id === "detected" && read.includes(": ") && alertLabel.test(read)) return [{ id, strength: 1 }];
    const told = sign.test(words)
      ? patterns.find(([, form, pattern]) => tells(id, pattern, form === "bare" ? bare() : words))
      : undefined;
    return told === undefined ? [] : [{ id, strength: told[0] }];
  });
}

function tells(id: MilestoneId, pattern: RegExp, text: string): boolean {
  const match = pattern.exec(text);
  if (match === null) return false;
  const [before, behind] = [
    text.slice(Math.max(0, match.index - 30), match.index),
    text.slice(match.index + match[0].length),
  ];
  if (
    doubt.test(before) ||
    doubt.test(match[0].replace(/\bto (?:an end|normal|\w+$)/, "")) ||
    /^ (?:later|afterwards|subsequently|the next day)\b/.test(behind)
  )
    return false;
  // "acknowledges that the change was untested" is said of a fact, not of an alert.
  return id !== "acknowledged" || !/^ that\b/.test(behind);
}

const trigger =
  /\b(?:deploy(?:s|ed|ment|ments|ing)?|release[sd]?|roll-?out|rolled out|config|configuration|change[sd]?|migration|migrated|upgrade[sd]?|update[sd]?|merge[sd]?|push(?:ed)?|expir(?:es|ed)|restart(?:ed)?|fail(?:s|ed|over)|crash(?:es|ed)?)\b/i;
const effect =
  /\b(?:caus(?:es|ed|ing)|result(?:s|ed|ing) in|led to|leads to|leading to|trigger(?:s|ed|ing)|remov(?:es|ed|ing)|broke|breaks|breaking|introduc(?:es|ed|ing)|exhaust(?:s|ed|ing))\b/i;

/** Whether a sentence tells how the trouble came about: a change, then what it did. */
export function tellsTrigger(before: string, after: string): boolean {
  return trigger.test(before)
    ? effect.test(after)
    : /^(?:at|on|around|about)?$/i.test(before.trim()) && trigger.test(after) && effect.test(after);
}
