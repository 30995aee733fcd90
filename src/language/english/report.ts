import type { Lexicon } from "../lexicon";
import type { Written } from "../written";

export const labels: Written<Lexicon["labels"]> = {
  date: "date|day|when|start date",
  incidentDate: "incident date|outage date|date of (the incident/incident/the outage/outage)",
  reportDate:
    "as of|as at|status (/as of/of/on/report/update)|state of" +
    "|last (revised/modified/edited/change/update/updated)|revised|modified|latest update|posted|written|prepared" +
    "|drafted|version of|issued|updated|published|report (date/of)|date of (the report/report)|created" +
    "|reviewed|meeting date|(date of the/next/review) meeting",
  byline: "by|written by",
  reportBehind: "",

  time: "time|when|timestamp",
  event: "event(s)|what|descri-|action(s)|detail-|activit-|summary|note(s)|log(s)|comment-|happen-|update-",
  end: "end-|until|finish-|stop-|to",
  elapsed: "elapsed|offset|t+|t +|since",
  window:
    "(/incident/outage/impact/total/date) (duration/window/period/timeframe/time frame/time/when)|(incident date/date) / time|date & time",
  update: "update|edit",
  happening:
    "detect(ed/ion)|declared|repaired|resol(ved/ution)|start(ed)|began|begin(s)|end(/s/ed)|mitigat(ed/ion)|acknowledged" +
    "|identified|reported|recover(ed/y)|restored|fixed|closed|opened",
  unlike:
    "no|not|without|during|gap|duration(s)|time to|total|elapsed|took|lasted|for|within|after|before|than|every" +
    "|modified|created|published|reviewed|due|next|meeting date|(date of the/review) meeting",
  posted: "(/last )posted|(/last )updated",
  timeline: "timeline|chronology",
  part: "detailed|full|recovery|customer|communication(s)|follow(/-)up|impact|mitigation|response|outage|incident",
  other: "of|about|for",
};

export const actions: Written<Lexicon["actions"]> = {
  columns: {
    text:
      "action (/item/items/description/item description)|actions|decision|item|task|tasks|what|description|todo|to do|follow up|remediation" +
      "|improvement|activity|recommendation|summary|title",
    owner: "person|team|action owner|accountable",
    due: "by when|when|eta|target (/date/completion)|completion date",
    status: "status|state|done|completed|rag (status)",
    priority: "priority|prio",
    ticket: "ticket(s)|issue|jira|link|bug|tracking (issue)|tracker|reference|pr",
    type: "type|category|kind",
    remark: "note|notes|comment(s)|remark(s)|progress|update(s)|result|outcome",
  },
  done: "done|complete(d)|closed|resolved|fixed|shipped|merged|implemented|delivered",
  open: "to do|todo|wip|open|underway|ongoing|backlog|pending|planned|blocked|in progress",
  yes: "yes|x|ok",
  cancelled: "won't (do)|wont|wont do|cancelled|canceled|dropped|rejected|abandoned|obsolete",
  because: "because|since|due to|superseded|replaced|duplicate(s)|no longer|instead",
  owner: "(/co-)owner(s)|owned by|assigne(e/es/d)|assigned to|responsible|DRI|lead|who",
  things:
    "runbook(s)|playbook(s)|rotation(s)|timeline(s)|guide(s)|checklist(s)|dashboard(s)|polic(y/ies)|plan(s)|pipeline(s)" +
    "|service(s)|doc(s)|documentation|note(s)|report(s)|postmortem(s)|retro(s)|incident(s)|template(s)|process|procedure(s)" +
    "|outage(s)|alert(s)|test(s)|config(s)|schedule(s)|design(s)|proposal(s)|rfc(s)|adr(s)|wiki|index|overview|architecture" +
    "|database(s)|cluster(s)|api|event(s)",
  nobody: "tba|tbc|tbd|todo|none|nobody|no one|unassigned|unknown|n/a|na|name|owner|here|channel|everyone|all",
  due: "due (/by/on/date/date by/date on)|due-date|deadline|by",
  dueBehind: "",
  vague: {
    endless:
      "improv(e/ing)|enhanc(e/ing)|strengthen|optimi(s/z)e|investigate|explore|consider|revisit" +
      "|think about/through|look into/at|work on|pay [more] attention to|be [more] careful",
    make: "make",
    better: "better|more|less|easier|faster|s(af/impl/trong)er|clea(r/n)er|robust|resilient|(st/reli)able",
    remember: "remember|remind",
    ensure: "make sure|ensure",
    people: "developer(s)|people|everyone|everybody|teams|staff|on-call|oncall",
    those: "that|the|all|our|every|each|new|this|these|those|any|root|underlying|same|similar|original",
    fix: "fix|solve|resolve|address|correct|prevent",
    trouble: "issue(s)|problem(s)|bug(s)|cause|root cause|error(s)|outage(s)|incident(s)|it|this",
    caused: "that/which caused/led/triggered|from happening again|in [the] future",
    noVerb:
      "it's|we'(v/r)e|the(/re's/re/y/se)|that('s)|a|an|we|it|this|our|all|no|more|better|fewer|less|i" + "|you|need",
    bound:
      "why|whe(ther/n/re)|how|which|what|who|i(nstead o)f|s(o/uch) that|in order to|until" +
      "|by adding/using/moving/removing/introducing/switching|to below/under/above/over" +
      "|to at least/most",
  },
};

export const placeholders: Written<Lexicon["placeholders"]> = {
  filler:
    "todo|tba|tbc|tbd|fixme|wip|placeholder|coming soon|fill (in/this in/me in)" +
    "|to be (determined/confirmed/announced/added/written/defined/completed/done/filled/filled in)",
  common: "",
  pointers: "this|that",
  request: "insert|describe|enter|fill in|briefly|your|link to",
  asked:
    "name|date|description|service|team|person|owner|url|number|severity|timestamp|ticket|placeholder|value" +
    "|author|role|who|what|when|where|why|how|amount|count|duration|event|action|cause|root-cause|root_cause" +
    "|root cause|customer|system|username|user|email|incident|impact|status|id|todo|tbd",
  date:
    "HH:MM|HH:mm|hh:MM|HH:xx|hh:xx|hh:XX|xx:mm|xx:MM|XX:mm|hh:mm|XX:XX|xx:xx|HH:XX|XX:MM|YYYY-MM-DD" +
    "|YYYY/MM/DD|YYYY.MM.DD|DD-MM-YYYY|DD/MM/YYYY|DD.MM.YYYY|MM-DD-YYYY|MM/DD/YYYY|MM.DD.YYYY",
  formats: "format(/s/ted/ting)|pattern(s)|pars(e/es/ed/ing)|layout",
  instruction: "describe|explain|enter|summari(se/ze)|outline|fill in|provide|specify|please|briefly",
  slot: "(goes/belongs/go) here",
  nothing: "no|none|not|nothing|never|unknown|n a|nobody",
  withheld: "redacted|removed|withheld|omitted|anonymised|anonymized|confidential|deleted|sic",
};

export const judgements: Written<Lexicon["judgements"]> = {
  blame:
    "human/operator error/errors|careless(ly)/carelessness|negligence/negligent(ly)" +
    "|incompetence/incompetent(ly)|sloppy/sloppily/sloppiness|stupid/stupidly/stupidity|idiot/idiots/idiotic" +
    "|reckless(ly)/recklessness|irresponsibl(e/y)/irresponsibility|screw/screwed/screwes/screwing/screws up" +
    "|mess/messed/messes/messing up|fat-fingered/fatfingered|fat fingered|dropped the ball" +
    "|rookie mistake/mistakes|(should have/should've) known [better]|poor/bad judgement/judgment" +
    "|(did not/didn't) [even] bother|was/were not paying attention|wasn't/weren't paying attention" +
    "|his/her/their [own] fault" +
    "|{somebody} [on call] [had/has/also/simply/just/again/repeatedly] failed/forgot(ten)/neglected to",
  hindsight: "",
  modal: "should/could/would [not] have|shouldn't/couldn't/wouldn't have|should've/could've/would've",
  participles:
    "-ed|been|had|done|known|seen|caught|made|taken|gone|come|become|begun|broken|brought|built|chosen|cut" +
    "|felt|found|forgotten|given|got|gotten|grown|heard|held|hit|kept|led|left|let|lost|meant|met|paid|put" +
    "|read|risen|run|said|sent|set|shown|shut|spent|spoken|stood|taught|thought|told|understood|written",
  adverbs:
    "all|also|already|always|easily|ever|just|likely|never|only|otherwise|perhaps|possibly|probably|still" + "|then",
  weighing:
    "been caused/due/triggered/because/related/better/worse/a/an/the|gone better/worse" +
    "|known/expected/liked/preferred/thought",
  somebody:
    "engineer(s)|developer(s)|technician(s)|sysadmin(s)|intern(s)|contractor(s)|employee(s)|colleague(s)" +
    "|reviewer(s)|someone|somebody|nobody|he|she|on-caller(s)|oncaller(s)|@-",
  people:
    "we|they|he|she|i|you|someone|somebody|anyone|nobody|team|engineer(s)|developer(s)|reviewer(s)" +
    "|on-caller(s)|oncaller(s)",
  regret:
    "ought [not] to have|if only we/they/he/she/someone/somebody|if only the team/engineer(s)/developer(s)" +
    "|had we/they/someone/somebody/anyone",
};

export const figures: Written<Lexicon["figures"]> = {
  scales: {
    1000: "k|thousand",
    1000000: "m|mn|million",
    1000000000: "b|bn|billion",
  },
  percent: "percent",
  beforeYear: "in|since|of|during|until|by|from|before|after|early|late|through",
  answering:
    "return(/s/ed/ing)|(respond/responds/responded/responding/answered/answers) with|serve(/s/d)|serving" +
    "|threw|throws|throwing|http|status",
  light: "a|an|the|only|just",
  naming:
    "release|build|revision|rev|commit|changeset|job|batch|id|pid|number|no.|nr.|ports|codes|hotfix|sprint" +
    "|milestone|(pull/merge) request|epoch|height|slot|shard|partition|region|zone|rack|cluster|replica" +
    "|channel|tier|level|priority|rfc|cve|ticket|chapter|appendix|article|windows|ubuntu|debian|java|python" +
    "|node.js|postgres|kubernetes|http|status|code|error|port|pr|issue|version|sev|step|line|page|phase|wave" +
    "|node|pool|q|incident|section|figure|table",
  rate: "per/a/an/each/every second/sec/minute/min/hour/day/week/month/year/customer/user/node/request|rps|qps",
  measured: "(k/m/g/t/p)b|(k/m/g/t/p)ib|ms|per|times|of",
  failing: "failed|failing|fail|lost|dropped|errored|rejected",
  passive: "that|which|were|was|had|have|has|been|being|got|to",
  credit: "refund-|credit-|compensat-|sla",
  cost: "budget-|cost-|spend-|bill-|fine-|saving-|save-",
  uncounted:
    "was|(/h/hor/di)as|i(t)s|th(i/u)s|(acro/acce/le/proce/pa)ss|(/pl/vers/stat)us|m(/onth/inuto/b)s" +
    "|years|(some)times|bytes|se(gundo/mana/maine/conde)s|heures|jours|gbs|always|does" +
    "|(var/ser/prev)ious",
  between:
    "in|to|per|and|or|for|from|with|by|at|on|than|but|is|was|were|are|more|other|additional|further|remaining|extra|new",
  counted: {},
};

export const newNote: Written<Lexicon["newNote"]> = {
  ask: {
    "what-happened": "summarize what happened, how it was noticed and how it ended",
    timeline: "embed the timeline, or list what happened when",
    "root-cause": "explain what made this possible",
    impact: "",
    "action-items": "add a first item, with an owner and a due date",
    lessons: "say what the next incident should find again or otherwise",
    other: "fill in",
  },
  services: "Affected services",
  customers: "Customer impact",
  related: "Related",
  links: "link runbooks and other notes",
};

export const imports: Written<Lexicon["imports"]> = {
  time: "timestamp|time|date time|datetime|date|when|occurred at|occurred|created at|created|ts|start time|event time",
  day: "date|day",
  text:
    "text|what|what happened|event|description|message|content|summary|title|note(s)|details|detail|body|action|activity" +
    "|update|entry|comment(s)",
  person: "person|who|author|user|actor|owner|by|name|from|sender",
  url: "url|link|permalink|href",
  id: "id|key|event id|message id",
  telling:
    "deploy(/s/ed/ing/ment)|failed over|failover|feature flag|hotfix|incident|mitigated|outage|page sent" +
    "|reboot(/ed)|released|resolved|restart(/ed/ing)|revert(/ed/ing)|roll back|rollback|(rolled/rolling) back" +
    "|root cause|scaled up|sev1|sev2|sev3|sev 1|sev 2|sev 3|status page|back to normal|escalated",
  taken: "ack(/ed/ing)",
  raised: "triggered|firing",
};
