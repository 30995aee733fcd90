import type { Lexicon } from "../lexicon";
import type { Written } from "../written";

/** The phrases that tell the course of an incident, in the field's usual words. */
export const story: Written<Lexicon["story"]> = {
  lists: {
    outage: "outage|incident|impact|disruption|degradation|downtime",
    trouble:
      "outage|incident|impact|disruption|degradation|downtime|problem(s)|issue(s)|failure(s)" +
      "|error (/rate/rates)|errors (/rate/rates)|5xx error(s)|latency|timeout(s)|symptoms",
    watcher: "alert(s)|alarm(s)|monitor(/s/ing)|pager|pagerduty|opsgenie|page",
    users: "user|users|customer(s)|client(s)|member(s)",
    reports: "report(/s/ed/ing)|notice(/s/d)|noticing",
    found: "identified|found|determined|detected|discovered|established|pinpointed|located|isolated",
    finds:
      "identifie(s/d)|finds|found|determine(s/d)|discover(s/ed)|establishe(s/d)|pinpoint(s/ed)|locate(s/d)" +
      "|isolate(s/d)",
    service:
      "service(s)|traffic|functionality|access|availability|operation(s)|connectivity|api|site|system(s)" +
      "|nodes|hosts|pods|cluster(s)",
    better: "clear-|recover-|resolv-|fixed-|working-|restor-|normal-|success-",
    falling:
      "to (drop/fall/decline/decrease/recover/clear/improve/subside/come down/go down)|dropping|falling|declining" +
      "|decreasing|recovering|clearing|improving|subsiding",
    better2: "recover-|resolv-|normal-|restor-",
  },
  milestones: {
    started: {
      names:
        "[incident/outage/impact/problem/issue/trigger] start(/s/ed)/beg(in/an/un)/begins|trigger|onset" +
        "|start/beginning of [the] incident/outage/impact",
      states: "{outage} begins/beg(in/an/un)/start(/s/ed)|start/beginning/onset of [the] {outage}",
      tells: "{trouble} begin(s)/began/start(/s/ed) !{falling}|{trouble} occurs/occurred",
    },
    detected: {
      names: "[first/initial/incident/outage/impact/issue/problem] detected/detection",
      states:
        "^[first/initial(ly)] detected/detection|detect/detects the outage/incident/problem/issue/failure" +
        "|outage/incident/problem/issue/failure/loss/spike/anomaly/degradation/disruption detected/noticed/discovered",
      tells:
        "{watcher} … fire(/s/d)/firing/trigger(/s/ed)/pages/paged/alerts/alerted/raised/received" +
        "|{watcher} … went off|monitor(ing) … generat(es/ed) an/the alert/alarm" +
        "|team/on-call/oncall/engineer(s)/operator(s)/ops/sre/staff/we/support … alerted/paged" +
        "|receives/received [a/an/the/several/multiple/first] … alert(s)/alarm(s)/page/pages" +
        "|is/was/were [first] detected by|{watcher} … detects/detected !…{better2}" +
        "|pages/paged/alerts/alerted [the] on-call/oncall|on-call/oncall [engineer] [is/was] paged/alerted" +
        "|team/on-call/engineer(s)/operator(s)/ops/sre/staff/we/support … notified by" +
        "|alert(s)/alarm(s)/page/pages … post(/s/ed)/arrive(s/d)/sounds/sounded/sent" +
        "|alert(s)/alarm(s)/page/pages … goes off|alert(s)/alarm(s)/page/pages … comes/came in" +
        "|first [customer/user/internal] alert(s)/page/report(s)/complaint(s) !that" +
        "|^discovered/discovery !…cause/reason/why|^… {users} {reports} !…{better}",
    },
    acknowledged: {
      names: "[incident/outage/impact/issue/alert/page] acknowledged/acknowledgement/acknowledgment/acked/ack",
      states: "acknowledge(s/d)/acked/acks !that",
      tells: "",
    },
    identified: {
      names:
        "[root/issue/problem/cause/incident/outage/impact] identified/identification/diagnos(ed/is)" +
        "|root/issue/problem cause identified/identification/diagnos(ed/is)",
      states:
        "cause/culprit/reason [of/for …] [is/was] [has/had been] {found}|{finds} … cause/culprit" +
        "|{found} to be the [root] cause|found [out] the [root] cause/culprit/reason|identified … as the [root] cause",
      tells:
        "^identified|problem/issue/bug/fault/misconfiguration identified|{finds} … bug/defect/fault/misconfiguration" +
        "|we/they/engineers identify/find/discover/determine/pinpoint/isolate the/a [root] cause/culprit/reason/problem",
    },
    mitigated: {
      names: "[incident/outage/impact/issue] mitigated/mitigation/repair(ed)",
      states: "mitigated|mitigation … applied/complete(d)/deployed|mitigation … in place",
      tells: "workaround … applied/deployed|workaround … in place|as a workaround|^repaired",
    },
    resolved: {
      names:
        "[incident/outage/impact/issue/problem] resolved/resolution/recover(ed/y)/restored/over/end(/s/ed)" +
        "|[incident/outage/issue/problem] all clear|service restored|end of [the] incident/outage/impact",
      states:
        "^resolved !a/an/some/several/multiple/various|problem(s)/issue(s) goes/go/went away" +
        "|end of [the] outage/incident/impact/disruption|to an end|{outage} resolved/over/end(/s/ed)" +
        "|problem/issue/alert(s) resolved/over/ends/ended",
      tells:
        "{service} restored/recover(s/ed)/operational|{service} back online|{service} healthy again" +
        "|restores/restored/restore [the/all] {service} !from" +
        "|restores/restored/restore [the/all] server(s)/database(s)/website/node !from" +
        "|is/are/was/were/came/comes back online/up|back to normal|return/returns/returned to normal" +
        "|all clear|fully recovered/operational/restored",
    },
  },
  fillers:
    "is|are|was|were|has|have|had|been|being|now|first|finally|fully|successfully|confirmed|declared" +
    "|marked (as)|considered|initially|officially|also",
  doubt:
    "not|no|never|cannot|yet|without|until|before|unless|if|when|once|after|while|since|to|will|would|should" +
    "|could|may|might|can|possibl(e/y)|potential(ly)|suspected|likely|probable|partial(ly)|trying" +
    "|attempt(/s/ed)|waiting|expect(/ed/s)|another|second|again|similar|previous|earlier|unrelated|believed" +
    "|thought|hoped|assumed|appears|seems|false|-n't",
  doubtBehind: "later|afterwards|subsequently|the next day",
  change:
    "deploy(/s/ed/ing)|deployment(s)|release(/d/s)|roll-out|rollout|rolled out|config|configuration" +
    "|change(/d/s)|migration|migrated|upgrade(/d/s)|update(/d/s)|merge(/d/s)|push|pushed|expire(s/d)" +
    "|restart(ed)|fail(/s/ed)|failover|crash(/es/ed)",
  effect:
    "causes|caused|causing|results in|resulted in|resulting in|led to|leads to|leading to|trigger(s/ed)" +
    "|triggering|remove(s/d)|removing|broke|breaks|breaking|introduce(s/d)|introducing|exhaust(s/ed)" +
    "|exhausting",
  outageBegins: "outage (begins/began/starts/started)",
  outageEnds: "outage (ends/ended/over/is over)",
  alert: "alert|alarm|page",
  began: "began|begun|started|starting|beginning",
  ended: "ended|ending|over|resolved|restored|finished|stopped|recovered",
  shouted: "mitigated|resolved|detected|acknowledged|identified",
  until: "until it",
  then: "and|then|but",
  clause: "after|before|when|while|once|because|since|until|from|which|who|that",
  dormant: "introduced|merged|committed|created|landed",
  declared: "declared",
};
