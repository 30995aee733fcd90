import type { Texts } from "../english";
import { counting } from "../../../base";
import { germanCommands } from "./commands";

const counted = counting("de");

export const germanChecking = (): Texts["checking"] => ({
  severities: { error: "Fehler", warning: "Warnung", info: "Hinweis" },
  line: (line) => `Zeile ${line}`,
  lineOf: (note, line) => `${note}, Zeile ${line}`,
  found: (note, counts) => `${note}: ${counts}.`,
  foundNew: (note, counts) => `Neu in ${note}: ${counts}.`,
  noPostmortem: "Diese Notiz ist kein Postmortem.",
  noPostmortems: `In diesem Vault gibt es keine Postmortems. Welche Notizen dafür gelten, steht in den Einstellungen; „${germanCommands().learnSettings}“ schlägt welche vor.`,
  checkedAll: (count, counts) =>
    `${counted(count, { one: "# Postmortem geprüft", other: "# Postmortems geprüft" })}: ${counts}.`,
  progress: (done, all) => `${counted(done)} von ${counted(all)} Notizen geprüft …`,
  changedMeanwhile: "Die Notiz hat sich während der Prüfung geändert; bitte noch einmal versuchen.",
  nothingToFixHere: "In dieser Zeile lässt sich von hier aus nichts beheben.",
  problem: (severity, message) => `${severity}: ${message}`,
  count: (count) => counted(count, { one: "# Problem", other: "# Probleme" }),
  countNone: "Keine Probleme",
  statusBar: (counts) => `Postmortem, ${counts}. Auswählen, um sie zu sehen`,
  ignore: "Ignorieren …",
  showRule: "Regel anzeigen",
  why: "Warum das wichtig ist",
  example: "Zum Beispiel:",
  done: (fix) => `Erledigt: ${fix}.`,
  fixed: (count) => counted(count, { one: "# Problem behoben.", other: "# Probleme behoben." }),
  nothingToFix: "Es gibt nichts, was sich automatisch beheben lässt.",
  ignoring: {
    title: "Dieses Problem ignorieren",
    description: (rule) => `In der Notiz wird stehen, dass ${rule} hier ignoriert wird, und warum`,
    action: "Ignorieren",
  },
  gone: "Die Notiz hat sich geändert, und dieses Problem mit ihr.",
  notCreated: (reason) => `Nichts wurde angelegt: ${reason}.`,
  nothingLeftOpen: "Alles ist ausgefüllt.",
});
