import { counting } from "../../../base";
import type { PictureWords } from "../../../write";
import { germanInsights } from "./insights";
import { germanWords } from "./words";

const counted = counting("de");

const incidents = { one: "# Vorfall", other: "# Vorfälle" };
const ofIncidents = { one: "# Vorfall", other: "# Vorfällen" };
const ends = { detect: "zur Erkennung", acknowledge: "zur Reaktion", resolve: "zur Behebung" };
const units = { month: "Monat", quarter: "Quartal", year: "Jahr" };

export const germanPictures = (): PictureWords => ({
  incidents: "Vorfälle",
  number: (number) => counted(number),
  without: { quarter: "Ohne Datum", severity: germanInsights().noSeverity, service: germanInsights().noService },
  period: units,
  incidentsPer: (unit) => `Vorfälle je ${units[unit]}`,
  incidentIn: (period) => `1 Vorfall, in ${period}.`,
  incidentsCounted: (total) => `${counted(total, incidents)}.`,
  incidentsMostIn: (total, period, most) =>
    `${counted(total, incidents)}, die meisten in ${period} (${counted(most)}).`,
  timesPerQuarter: {
    detect: "Zeit bis zur Erkennung je Quartal",
    acknowledge: "Zeit bis zur Reaktion je Quartal",
    resolve: "Zeit bis zur Behebung je Quartal",
  },
  timesBy: { severity: "Zeit bis zur Behebung nach Schweregrad", service: "Zeit bis zur Behebung nach Dienst" },
  timesTold: (metric, median, n) => `Vom Beginn bis ${ends[metric]}: Median ${median} bei ${counted(n, ofIncidents)}.`,
  timesToldWithMiddle: (metric, median, n, middle) =>
    `Vom Beginn bis ${ends[metric]}: Median ${median} bei ${counted(n, ofIncidents)}; die mittlere Hälfte dauerte ${middle}.`,
  forEachService: "Ein Vorfall zählt bei jedem seiner Dienste.",
  drawnOf: (drawn, all) => `Gezeichnet sind ${counted(drawn)} von ${counted(all)}; die Tabelle hat alle.`,
  logarithmic: "Die Skala ist logarithmisch.",
  dashed: (few) => `Gestrichelt: weniger als ${counted(few, incidents)}; das sagt wenig über den nächsten.`,
  group: { quarter: "Quartal", severity: "Schweregrad", service: "Dienst" },
  median: "Median",
  quartiles: "Mittlere Hälfte",
  extremes: "Kürzeste bis längste",
  range: (from, to) => `${from} bis ${to}`,
  medianOf: (median, n) => `Median ${median}, n = ${counted(n)}`,
  spread: (lower, upper, least, most) => `mittlere Hälfte ${lower} bis ${upper}, alle ${least} bis ${most}`,
  factor: "Faktor",
  factors: { quarter: "Beitragende Faktoren je Quartal", service: "Beitragende Faktoren nach Dienst" },
  forEachFactor: "Ein Vorfall zählt bei jedem Faktor, den er nennt.",
  namingNoFactor: (n) => counted(n, { one: "# Vorfall nennt keinen.", other: "# Vorfälle nennen keinen." }),
  itemsPer: (unit) => `Maßnahmen je ${units[unit]}`,
  opened: "Begonnen",
  closed: "Geschlossen",
  itemsCounted: (opened, closed) => `${counted(opened)} begonnen, ${counted(closed)} erledigt oder aufgegeben.`,
  closedInTime: (due, inTime) => `Von ${counted(due)} fälligen rechtzeitig geschlossen: ${counted(inTime)}.`,
  closedWithin: (days) =>
    counted(days, {
      one: "Die Hälfte der geschlossenen brauchte höchstens # Tag.",
      other: "Die Hälfte der geschlossenen brauchte höchstens # Tage.",
    }),
  closedWithoutDay: (items) =>
    counted(items, {
      one: "Von allen geschlossenen nennt # keinen Tag und zählt am Tag des Beginns.",
      other: "Von allen geschlossenen nennen # keinen Tag und zählen am Tag des Beginns.",
    }),
  openByAge: "Offene Maßnahmen nach Alter",
  ageInDays: "Alter in Tagen",
  open: "Offen",
  overdue: "Überfällig",
  notOverdue: "Nicht überfällig",
  nothingOpen: "Nichts ist offen.",
  openCounted: (open, overdue) =>
    `${counted(open)} heute offen, ${counted(overdue)} überfällig; in Tagen seit dem Beginn.`,
  ageUnknown: (items) => `Alter unbekannt bei ${counted(items)}: weder die Maßnahme noch ihr Vorfall hat ein Datum.`,
  headlines: {
    incidents: "Vorfälle",
    "time-to-resolve": "Zeit bis zur Behebung (Median)",
    "open-actions": "Offene Maßnahmen",
    "closed-in-time": "Rechtzeitig geschlossen",
  },
  share: (percent) => `${counted(percent)} %`,
  asBefore: "Wie zuvor",
  moreThanBefore: (count) => `${counted(count)} mehr als zuvor`,
  fewerThanBefore: (count) => `${counted(count)} weniger als zuvor`,
  changed: {
    "time-to-resolve": { up: (before) => `Länger als ${before}`, down: (before) => `Kürzer als ${before}` },
    "closed-in-time": { up: (before) => `Mehr als ${before}`, down: (before) => `Weniger als ${before}` },
  },
  inTime: "Vorfälle im Zeitverlauf",
  inTimeTold: (n, first, last) => `${counted(n, incidents)}, ${first} bis ${last}.`,
  timeline: {
    ofIncident: (title) => `Zeitleiste: ${title}`,
    untitled: "Zeitleiste des Vorfalls",
    turns: germanWords().milestones,
    sinceStart: "seit dem Beginn",
    asWritten: "Zeiten wie geschrieben",
    later: (length) => `${length} später`,
    silence: (length) => `${length} ohne Eintrag`,
    clocksGo: (before, after) => `Die Uhren gehen von ${before} auf ${after}`,
    beforeStart: (length) => `${length} vor dem Beginn`,
    afterStart: (length) => `${length} nach dem Beginn`,
    noEvent: "Kein Ereignis hat eine bekannte Zeit.",
    events: (events, first, last) =>
      `${counted(events, { one: "# Ereignis", other: "# Ereignisse" })} von ${first} bis ${last}`,
    turnAt: (turn, clock) => `${turn} um ${clock}`,
    nothingFor: (length, from) => `${length} nichts ab ${from}`,
    unplaced: (events) => `${counted(events)} weitere ohne bekannten Tag.`,
  },
});
