import type { Texts } from "../english";
import { counting } from "../../../base";

const counted = counting("de");

export const germanProblems = (): Texts["problems"] => ({
  counts: {
    error: (count) => counted(count, { one: "# Fehler", other: "# Fehler" }),
    warning: (count) => counted(count, { one: "# Warnung", other: "# Warnungen" }),
    info: (count) => counted(count, { one: "# Hinweis", other: "# Hinweise" }),
    none: "keine Probleme",
  },
  panel: "Postmortem-Probleme",
  showPanel: "Probleme anzeigen",
  notes: "Notizen",
  coverages: { note: "Diese Notiz", all: "Alle Postmortems" },
  order: "Reihenfolge",
  orders: { severity: "Schwerste zuerst", place: "Nach Zeile", rule: "Nach Regel" },
  ofSeverity: {
    error: (count) => `Fehler: ${counted(count)}`,
    warning: (count) => `Warnungen: ${counted(count)}`,
    info: (count) => `Hinweise: ${counted(count)}`,
  },
  filter: "Probleme filtern",
  filterBy: "Nach Regel oder Wörtern filtern",
  fixAll: "Alle beheben",
  showIgnored: "Ignoriertes anzeigen",
  showAll: "Alle Probleme anzeigen",
  inNotes: (counts, notes) => `${counts} in ${counted(notes, { one: "# Notiz", other: "# Notizen" })}`,
  noneOf: (found) =>
    counted(found, {
      one: "Von # Problem passt keines zu den Filtern.",
      other: "Von # Problemen passt keines zu den Filtern.",
    }),
  noPostmortem: "Ein Postmortem öffnen, um seine Probleme zu sehen.",
  noneAtAll: "Keine Probleme in den Postmortems.",
  noneHere: "Keine Probleme in dieser Notiz.",
  ignored: "Ignoriert",
  noReason: "Ohne Begründung",
  reportAgain: "Wieder melden",
  noteChanged: "Die Notiz hat sich inzwischen geändert.",
  fixWays: (ways) => counted(ways, { one: "Beheben: # Weg", other: "Beheben: # Wege" }),
  ignore: "Mit Begründung ignorieren",
  ignoreHere: "Hier ignorieren …",
  goTo: "Zur Stelle",
  openRule: "Regel öffnen",
  copy: "Kopieren",
  copyAll: (count) => counted(count, { one: "# kopieren", other: "Alle # kopieren" }),
  copied: (count) =>
    counted(count, {
      one: "Das Problem ist in der Zwischenablage.",
      other: "# Probleme sind in der Zwischenablage.",
    }),
});
