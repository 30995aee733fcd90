import type { Texts } from "../english";
import { counting } from "../../../base";

const counted = counting("de");

export const germanWords = (): Texts["words"] => ({
  cancel: "Abbrechen",
  number: (count) => counted(count),
  more: (next, left) => `${counted(next)} weitere von ${counted(left)} anzeigen`,
  andMore: (count) => counted(count, { one: "Und # weiteres.", other: "Und # weitere." }),
  files: "Dateien",
  reading: "Wird gelesen …",
  none: "Keine",
  notStated: "Nicht angegeben",
  date: "Datum",
  incident: "Vorfall",
  incidents: "Vorfälle",
  severity: "Schweregrad",
  status: "Status",
  owner: "Verantwortlich",
  service: "Dienst",
  services: "Dienste",
  problems: "Probleme",
  actionItems: "Maßnahmen",
  timezone: "Zeitzone",
  period: "Zeitraum",
  periods: {
    all: "Gesamter Zeitraum",
    months: (months) => counted(months, { one: "Seit # Monat", other: "Letzte # Monate" }),
  },
  milestones: {
    started: "begonnen",
    detected: "erkannt",
    acknowledged: "quittiert",
    identified: "Ursache gefunden",
    mitigated: "eingedämmt",
    resolved: "behoben",
  },
});
