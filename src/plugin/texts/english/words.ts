import { counting } from "../../../base";
import { pictureWords } from "../../../write";

const counted = counting("en");

/** What is said in several places. */
export const wordTexts = () => ({
  cancel: "Cancel",
  number: (count: number) => counted(count),
  more: (next: number, left: number) => `Show ${counted(next)} more of ${counted(left)}`,
  andMore: (count: number) => counted(count, { one: "And # more.", other: "And # more." }),
  files: "Files",
  reading: "Reading…",
  none: "None",
  notStated: "Not stated",
  date: "Date",
  incident: "Incident",
  incidents: "Incidents",
  severity: "Severity",
  status: "Status",
  owner: "Owner",
  service: "Service",
  services: "Services",
  problems: "Problems",
  actionItems: "Action items",
  timezone: "Time zone",
  period: "Period",
  periods: {
    all: "All time",
    months: (months: number) => counted(months, { one: "Last # month", other: "Last # months" }),
  },
  milestones: pictureWords.timeline.turns,
});
