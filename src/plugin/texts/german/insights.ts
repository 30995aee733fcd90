import type { Texts } from "../english";
import { counting } from "../../../base";

const counted = counting("de");

export const germanInsights = (): Texts["insights"] => ({
  panel: "Auswertung",
  show: "Auswertung anzeigen",
  asTable: "Als Tabelle anzeigen",
  search: "Vorfälle suchen",
  searchBy: "Titel, Dienst oder Faktor",
  showAll: "Alle Vorfälle anzeigen",
  only: (name) => `Nur ${name}: alle anzeigen`,
  some: (shown, all) => `${counted(shown)} von ${counted(all, { one: "# Vorfall", other: "# Vorfällen" })}`,
  listAll: "Alle Vorfälle auflisten",
  allSeverities: "Alle Schweregrade",
  noSeverity: "Ohne Schweregrad",
  allServices: "Alle Dienste",
  noService: "Ohne Dienst",
  allStates: "Jeder Status",
  noStatus: "Ohne Status",
  noneYet: "Noch keine Postmortems. Zahlen erscheinen hier mit dem ersten.",
  noneOf: (known) =>
    counted(known, {
      one: "Von # Vorfall passt keiner zu den Filtern.",
      other: "Von # Vorfällen passt keiner zu den Filtern.",
    }),
  all: (count) => counted(count, { one: "# Vorfall", other: "# Vorfälle" }),
  nothing: "Nichts anzuzeigen",
  showPicked: (count, name) => `${count}: ${name} anzeigen`,
  leftOut: (count) => counted(count, { one: "# Vorfall bleibt außen vor", other: "# Vorfälle bleiben außen vor" }),
  open: (note) => `${note} öffnen`,
  bases: { name: "Vorfälle im Zeitverlauf", none: "Kein Vorfall mit Datum" },
  report: {
    title: "Bericht exportieren",
    only: (names) => `Nur ${names}`,
    format: "Dateiformat",
    formats: {
      html: "Seite mit Bildern (HTML)",
      markdown: "Notiz (Markdown)",
      csv: "Zahlen für eine Tabellenkalkulation (CSV)",
      svg: "Bild aller Diagramme (SVG)",
    },
    action: "Exportieren",
    unchanged: (path) => `In ${path} hat sich seit dem letzten Schreiben nichts geändert.`,
  },
});
