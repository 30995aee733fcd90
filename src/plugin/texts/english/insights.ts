import { counting } from "../../../base";
import { pictureWords } from "../../../write";

const counted = counting("en");

export const insightsTexts = () => ({
  panel: "Insights",
  show: "Show insights",
  asTable: "Show as table",
  search: "Search incidents",
  searchBy: "Title, service or factor",
  showAll: "Show all incidents",
  only: (name: string) => `Only ${name}: show all`,
  some: (shown: number, all: number) =>
    `${counted(shown)} of ${counted(all, { one: "# incidents", other: "# incidents" })}`,
  listAll: "List all incidents",
  allSeverities: "All severities",
  noSeverity: pictureWords.without.severity,
  allServices: "All services",
  noService: pictureWords.without.service,
  allStates: "All states",
  noStatus: "No status",
  noneYet: "No postmortems yet. Figures appear here with the first one.",
  noneOf: (known: number) =>
    counted(known, {
      one: "None of # incident matches the filters.",
      other: "None of # incidents matches the filters.",
    }),
  all: (count: number) => counted(count, { one: "# incident", other: "# incidents" }),
  nothing: "Nothing to show",
  showPicked: (count: string, name: string) => `${count}: show ${name}`,
  leftOut: (count: number) => counted(count, { one: "# incident is left out", other: "# incidents are left out" }),
  open: (note: string) => `Open ${note}`,
  bases: { name: "Incidents in time", none: "No incident with a date" },
  report: {
    title: "Export report",
    only: (names: string) => `Only ${names}`,
    format: "Format",
    formats: {
      html: "Page with pictures (HTML)",
      markdown: "Note (Markdown)",
      csv: "Numbers for a spreadsheet (CSV)",
      svg: "Picture of all figures (SVG)",
    },
    action: "Export",
    unchanged: (path: string) => `Nothing has changed in ${path} since it was written.`,
  },
});
