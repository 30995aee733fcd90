import { describe, expect, it } from "vitest";
import { checkNotes } from "../../src/check";
import { examplePath, inputOf } from "./replay";

/** `severity words` of what one of the rules on wording finds. */
function found(rule: string, text: string): readonly string[] {
  return checkNotes(inputOf({ [examplePath]: text }))
    .filter((diagnostic) => diagnostic.rule === rule)
    .map(({ severity, span }) => `${severity} ${text.slice(span.start, span.end)}`);
}

describe("blame-language", () => {
  it.each([
    ["The cause was human\nerror.", "human\nerror"],
    ["A careless change.", "careless"],
    ["He forgot to page anyone.", "He forgot to"],
    ["@ada failed to look at the graph.", "@ada failed to"],
    ["The reviewers simply failed to notice.", "reviewers simply failed to"],
    ["They should've known better.", "should've known better"],
    ["> [!note] Cause\n> It was negligence.", "negligence"],
    ["| Cause |\n| --- |\n| Operator error |", "Operator error"],
  ])("hears it in %j", (text, words) => {
    expect(found("blame-language", text)).toEqual([`warning ${words}`]);
  });

  it.each([
    "Requests failed to reach the pods, and the job neglected to retry.",
    "The operator failed to reconcile the cluster.",
    "The user error rate rose.",
    'The ticket says "human error".',
    "The ticket says “human error”.",
    "> Human error, wrote the customer.",
    "> [!quote] Customer\n> Human error.",
    "`human error` and [report](https://example.com/human-error)",
    "```\nhuman error\n```",
    "%% human error %% and <!-- human error -->",
    "See [[Human error]].",
    "A human-error-free week.",
  ])("does not hear it in %j", (text) => {
    expect(found("blame-language", text)).toEqual([]);
  });
});

/** Enough German to tell the language of a note. */
const germanLead = "Der Dienst war für die Kunden nicht erreichbar, und das Team hat ihn wieder gestartet. ";

describe("counterfactual-language", () => {
  it.each([
    ["We should have tested it.", "warning should have"],
    ["The team could not have seen it.", "warning could not have"],
    ["If only we had looked.", "warning If only we"],
    ["Had someone looked, it was there.", "warning Had someone"],
    ["An alert would have fired.", "info would have"],
    ["The statuses should've been removed.", "info should've"],
    ["It could easily have been avoided, and ought to have been.", "warning ought to have"],
  ])("hears it in %j", (text, expected) => {
    expect(found("counterfactual-language", text)).toContain(expected);
  });

  it.each([
    "Every item should have an owner.",
    "You would have expected a retry.",
    "It could have been caused by the deploy.",
    "It could have gone better.",
    "## What could have been done better",
    'He said "we should have tested it".',
    "> We should have tested it.",
    "The service would have 3 replicas.",
    "It fails if only one replica is up.",
  ])("does not hear it in %j", (text) => {
    expect(found("counterfactual-language", text)).toEqual([]);
  });

  it.each([
    ["Wir hätten es testen müssen, und der Alarm hätte es gezeigt.", ["hätten es testen müssen", "hätte es gezeigt"]],
    ["Das haette man pruefen koennen. Es waere aufgefallen.", ["haette man pruefen koennen", "waere aufgefallen"]],
    [
      "HÄTTE JEMAND HINGESEHEN, und der Dienst wäre nie ausgefallen gewesen.",
      ["HÄTTE JEMAND", "wäre nie ausgefallen gewesen"],
    ],
  ])("hears it in German: %s", (text, words) => {
    expect(found("counterfactual-language", germanLead + text)).toEqual(words.map((each) => `warning ${each}`));
  });

  it.each([
    "Am Montag hatten wir einen Ausfall.",
    "Niemand hatte den Alarm bemerkt. Das Monitoring hatte den Fehler nicht erkannt.",
    "Die Einträge waren gelöscht worden. Die Platten waren seit Tagen voll gewesen.",
    "Der Cache hatte den Fehler verhindert. Jemand hatte die Platte tauschen müssen.",
  ])("takes what was for no hindsight in German: %s", (text) => {
    expect(found("counterfactual-language", germanLead + text)).toEqual([]);
  });

  it("takes what had to be done for no hindsight in French", () => {
    const text = "Il fallait dix minutes pour redémarrer le service, et les clients ont attendu dans la file.";
    expect(found("counterfactual-language", text)).toEqual([]);
    const regret = "Il aurait fallu tester la sauvegarde avant, et les clients ont attendu dans la file.";
    expect(found("counterfactual-language", regret)).toEqual(["warning aurait fallu"]);
  });
});
