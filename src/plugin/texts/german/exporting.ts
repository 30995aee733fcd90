import type { Texts } from "../english";
import { counting } from "../../../base";

const counted = counting("de");

export const germanExporting = (): Texts["exporting"] => ({
  title: "Diese Notiz exportieren",
  format: "Dateiformat",
  markOrigin: "Herkunft von eingebettetem Text angeben",
  external: "Externe Fassung",
  externalHint: "Nur was nach den Einstellungen die Firma verlassen darf",
  preview: "Vorschau",
  export: "Exportieren",
  copy: "Kopieren",
  unreadable: "Die Notiz ist nicht lesbar.",
  removed: (count) => `${counted(count)} ausgelassen oder ersetzt`,
  kinds: {
    section: "Abschnitt",
    property: "Eigenschaft",
    comment: "Kommentar",
    attachment: "Anhang",
    link: "Link",
    person: "Person",
    ticket: "Ticket",
    address: "Adresse",
    word: "Wort",
  },
  leftOut: (kind, what) => `${kind} „${what}“ ausgelassen`,
  replaced: (kind, what, instead) => `${kind} „${what}“ ersetzt durch „${instead}“`,
  under: (removed, heading) => `${removed}, unter ${heading}`,
  writes: (path) => `Schreibt ${path}.`,
  writesWith: (path, attachments) =>
    `Schreibt ${path} und ${counted(attachments, { one: "# Anhang", other: "# Anhänge" })}.`,
  notIncluded: (problems) => `Nicht enthalten: ${problems}.`,
  copied: "Kopiert.",
  edited: {
    title: "Die Kopie wurde von Hand bearbeitet",
    explained: (path) =>
      `${path} blieb unverändert. Zeilen mit Minus stehen nur darin, Zeilen mit Plus nur in der Notiz, wie sie jetzt exportiert würde. Nötiges übernehmen und die Kopie löschen oder verschieben, um erneut zu exportieren.`,
    difference: "Unterschied",
    none: "Nichts außer der Zeile, die sagt, woher sie stammt.",
  },
});
