import type { Texts } from "../english";
import { counting } from "../../../base";

const counted = counting("de");

export const germanDialogs = (): Texts["dialogs"] => ({
  find: { none: "Kein passender Vorfall", placeholder: "Wörter, Dienste, Faktoren oder Namen von Fehlern" },
  begin: {
    title: "Mit Postmortems beginnen",
    ways: {
      new: { button: "Beginnen", text: "Fragt, was bekannt ist, und schreibt die Notiz." },
      "learn-settings": {
        button: "Lernen",
        text: "Für schon vorhandene Notizen: schlägt passende Einstellungen vor. Ohne Zustimmung wird nichts geschrieben.",
      },
      "check-all": { button: "Prüfen", text: "Führt auf, was fehlt oder sich widerspricht. Ändert nichts." },
    },
    before: "Vorab",
  },
  learned: {
    write: (path) => `${path} schreiben`,
    found: (notes) =>
      counted(notes, {
        one: "# Notiz sieht wie ein Postmortem aus. Diese Einstellungen passen dazu; noch ist nichts geschrieben.",
        other: "# Notizen sehen wie ein Postmortem aus. Diese Einstellungen passen dazu; noch ist nichts geschrieben.",
      }),
  },
  metrics: {
    replace: "Ersetzen",
    differs: "In der Notiz steht anderes, als ihre Zeiten ergeben. Das würde ersetzt:",
    replaced: (name, before, after) =>
      `\`${name}\`: aus ${before} ${counted(after, { one: "wird # Minute", other: "werden # Minuten" })}`,
  },
  rule: {
    severity: (severity) => `${severity}, sofern Einstellungen oder Fund nichts anderes sagen`,
    right: "Richtig",
  },
});
