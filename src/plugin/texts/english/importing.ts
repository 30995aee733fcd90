import { counting } from "../../../base";

const counted = counting("en");

const events = (count: number): string => counted(count, { one: "# event", other: "# events" });

export const importingTexts = () => ({
  filesHint: "Exports and answers of chat, pagers, alerts, deployments; JSON, CSV or text. Several at once.",
  text: "Text",
  orText: "Or text",
  textHint: "Paste what you copied; times in its links are kept.",
  readText: "Read text",
  theText: "The text",
  failed: (name: string, reason: string) => `${name} ${reason}.`,
  failedAt: (name: string, line: number, reason: string) => `${name}, line ${line}: ${reason}.`,
  from: (formats: string, count: number) => `${formats}: ${events(count)}`,
  zone: "These times are in",
  zoneHint: "The source does not say: the zone of whoever copied it.",
  zoneOfTimes: "Zone of the times",
  converted: "Converted times",
  proof: (here: string, utc: string, there: string) => `${here} is ${utc} UTC, ${there} in the timeline`,
  show: "Show",
  filterBy: "Words or a person",
  filter: "Filter events",
  suggestedOnly: "suggested only",
  events: "Events",
  more: (count: number) => `${counted(count)} more: filter to see them.`,
  isThere: "Already there",
  add: (count: number) => counted(count, { one: "Add # event", other: "Add # events" }),
  areThere: (count: number) => `${counted(count)} already there.`,
  added: (count: number) => counted(count, { one: "# event added.", other: "# events added." }),
  line: (line: number) => `Line ${line}`,
  leftOut: (count: number) => `${counted(count)} left out`,
  andMore: (count: number) => `${counted(count)} more`,
});
