import type { Lexicon } from "../lexicon";
import type { Written } from "../written";

/** The first of each is what a new note gets. Singular and plural count as one. */
export const sections: Written<Lexicon["sections"]> = {
  "what-happened":
    "What Happened|Summary|(Executive/Issue) Summary|Overview|TL;DR|Synopsis|Abstract|Description|Problem Statement" +
    "|What went down|What (was/is) the problem",
  timeline:
    "Timeline|(Key/Timeline of/Sequence of/Chronology of) Events|Event Timeline|Chronology|Events" +
    "|How (the day went/it unfolded/events unfolded)|Incident Log|Detailed Timeline" +
    "|(Minute/Hour/Blow) by (minute/hour/blow)",

  "root-cause":
    "Root Cause (/Analysis/and Trigger/and Contributing Factors)|RCA|Cause|Trigger" +
    "|Contributing (Factors/Causes)|Why (it happened/did it happen/did this happen)|What caused (it/this/the outage/the incident)|Why|Five Whys|Reason (for the outage)" +
    "|5 Whys|Analysis|Technical Analysis",
  impact:
    "Impact (/Assessment/Analysis/on Customers/on Users)|(Customer/User/Business/Service/Scope of) Impact" +
    "|Effect|(Who/What) was affected|What users (saw/experienced/noticed)|Affected (Services/Components/Systems)|Services Affected|Damage",
  "action-items":
    "Action (Items/Plan)|Actions" +
    "|(Resulting/Immediate/Follow-up/Review/Remediation/Corrective/Corrective and Preventive/Corrective and Preventative/Preventive/Preventative) Actions" +
    "|Follow-ups|Follow-up (Items/Tasks/Work/Checklist/Improvements)|Future Work|Remediation (Items/Plan)" +
    "|(Next/Preventive/Preventative) Steps" +
    "|What (happens next/is next/comes next/we are changing/we will change/we are doing about it)" +
    "|(Preventive/Preventative/Prevention/Corrective/Corrective and Preventive/Corrective and Preventative) Measures" +
    "|Prevention (Work)|Improvements|To do|Tasks|Repair Items|Recommendations|Recommended Actions|Actionables" +
    "|What (we are/we're) (doing/doing about it/doing next/changing)|What we will (do/change)",
  "went-well":
    "What (Went/Worked/Did We Do) Well|What (Worked/Helped/Went Right)|(Things/Things that) went well|Went well|Positives",
  "went-wrong":
    "What Went (Wrong/Badly/Poorly)|What (Did Not/Didn't) (Go/Work) Well|What (Did Not/Didn't) Work" +
    "|What (Could Have/Could) (Gone/Go) Better|(Things/Things that) went (wrong/badly/poorly)|Went (wrong/badly/poorly)",
  "got-lucky": "Where We Got Lucky|(How/Where we/We) got lucky|What was lucky|Got Lucky|Luck",
};

export const sectionFillers: Written<Lexicon["sectionFillers"]> = "the|a|an|of|our|this|and|incident|outage|postmortem";
export const sectionJoints: Written<Lexicon["sectionJoints"]> = "and";

export const sectionWords: Written<Lexicon["sectionWords"]> = {
  "what-happened": "summary|overview|happened|description|synopsis|abstract|recap|brief",
  // Those that were taken are rather told of than planned.
  timeline: "milestones|timeline|chronology|chronological|chronicle|(sequence/course) of events|action(s) taken",
  "root-cause": "cause(s)|why (did/was/were/it/the)|rca|trigger|whys|analysis|factors",
  impact: "impact(/s/ed)|affected|effect(s)|damage|consequences|blast",
  "action-items":
    "action(s)|follow(-up/-ups/ up/ ups)|remediation(s)|prevent(/s/ing/ion/ive/ative)|corrective|improvements|todo(s)" +
    "|measures",
  "went-well": "(went/worked/go/did) well|went right|positives",
  "went-wrong": "wrong|badly|poorly",
  "got-lucky": "luck|lucky",
};
