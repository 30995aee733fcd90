import type { Span } from "../../base";
import { withoutEnd } from "../../incident";

/** Why an action item cannot be ticked off with a clear conscience; `span` is in offsets of its text. */
export interface Vagueness {
  readonly span: Span;
  readonly severity: "warning" | "info";
  readonly message: string;
  readonly help: string;
}

/** Marks before the first word: emphasis, a label such as `(P1)`, a check mark. */
const lead = /^(?:[\s*_=~"'“]|\([^()\n]{1,20}\)|\[[^[\]\n]{1,20}\](?!\()|\p{Extended_Pictographic}\ufe0f?)*/u;

/** Verbs that never end unless the item says where: "improve monitoring" against "improve p99 to 300 ms". */
const endless =
  /^(?:improv(?:e|ing)|enhanc(?:e|ing)|strengthen|optimi[sz]e|investigate|explore|consider|revisit|think about|think through|look (?:into|at)|work on|pay (?:more )?attention to|be (?:more )?careful)\b/i;
const makeBetter =
  /^make\b(?=.{1,60}\b(?:better|more|less|easier|faster|safer|clearer|simpler|cleaner|stronger|robust|resilient|stable|reliable)\b)/i;
const relyingOnPeople =
  /^(?:remember|remind|(?:make sure|ensure)(?=(?: that)?(?: the| all| our| every| each| new){0,3} (?:engineers?|developers?|people|everyone|everybody|teams?|staff|reviewers?|on-?callers?|we|they)\b))\b/i;
/** "Fix the issue": which one, and how, is what the item should say. */
const fixIt =
  /^(?:fix|solve|resolve|address|correct|prevent)(?: (?:the|this|that|these|those|all|our|any|root|underlying|same|similar|original))*(?: (?:issues?|problems?|bugs?|cause|root cause|errors?|outages?|incidents?|it|this))(?:\s(?:that|which) (?:caused|led to|triggered)[^\n]{0,80}| from happening again| in (?:the )?future)?$/i;
const noVerb = /^(?:the|an?|we|it|they|there|this|that|these|our|all|no|more|better|fewer|less|i|you|need)\b/i;

/** What bounds an item: a number, code, a link, or a question that has an answer. */
const bound =
  /\d|`|\[\[|\]\(|https?:|\b(?:why|whether|how|which|what|who|when|where|if|so that|such that|in order to|until|by (?:adding|using|moving|removing|introducing|switching)|instead of|to (?:below|under|above|over|at (?:least|most)))\b/i;

/** What keeps an action item from being one that somebody can finish; null when nothing does. */
export function vagueness(text: string): Vagueness | null {
  const start = lead.exec(text)?.[0].length ?? 0;
  const words = withoutEnd(text.slice(start), " \t*_.!");
  const at = (length: number): Span => ({ start, end: start + length });
  const bounded = bound.test(words) || words.split(/\s+/).length > 12;

  const remembered = relyingOnPeople.exec(words)?.[0];
  if (remembered !== undefined && !/[\d`]/.test(words)) {
    return {
      span: at(remembered.length),
      severity: "warning",
      message: `\`${remembered}\` relies on people to remember`,
      help: "name the check, alert or guard that will see to it",
    };
  }
  const verb = (endless.exec(words) ?? makeBetter.exec(words))?.[0];
  if (verb !== undefined && !bounded) {
    return {
      span: at(verb.length),
      severity: "warning",
      message: `\`${verb}\` has no end`,
      help: "say what will be there when it is done, with a number or a name",
    };
  }
  if (fixIt.test(words) || (/^\p{L}+$/u.test(words) && !bounded)) {
    return {
      span: at(words.length),
      severity: "warning",
      message: `\`${words}\` does not say what to do`,
      help: "name the change, and the place it is made in",
    };
  }
  const first = noVerb.exec(words)?.[0];
  if (first !== undefined) {
    return {
      span: at(first.length),
      severity: "info",
      message: `\`${first}\` is no verb`,
      help: "start with what is to be done, such as `Add`, `Remove` or `Document`",
    };
  }
  return null;
}
