import type { Texts } from "../english";
import { counting } from "../../../base";

const counted = counting("de");

export const germanWriting = (): Texts["writing"] => ({
  base: {
    isThere: (path) => `${path} gibt es schon und blieb unverändert.`,
    unwritten: (reason) => `Die Base ließ sich nicht schreiben: ${reason}.`,
    needsPlugin: (path) => `${path} ist eine Base. Um sie zu sehen, die Obsidian-Erweiterung Bases einschalten.`,
  },
  embeds: {
    none: "Es gibt nichts zu ersetzen.",
    replaced: (count) => counted(count, { one: "# Einbettung ersetzt.", other: "# Einbettungen ersetzt." }),
    copied: "Mit aufgelösten Einbettungen kopiert.",
    unresolved: (problems) => `Nicht aufgelöst:\n${problems}`,
  },
  copies: {
    created: (path) => `In ${path} geschrieben.`,
    updated: (path, source) => `Aktualisiert: ${path}, aus ${source}.`,
    unchanged: (path, source) => `In ${path} hat sich nichts geändert, seit es aus ${source} entstand.`,
    notIncluded: (problems) => `Nicht enthalten:\n${problems}`,
    unreadable: (source, path) => `\`${source}\`, woraus \`${path}\` exportiert wurde, ist nicht lesbar`,
  },
  learning: {
    isThere: (path) => `\`${path}\` enthält die Einstellungen schon und blieb unverändert.`,
    unread: (paths) => `Nicht gelesen und ausgelassen: ${paths}.`,
    none: "Noch sieht nichts in diesem Vault nach einem Postmortem aus.",
    written: (path) => `\`${path}\` geschrieben; es gilt von jetzt an.`,
  },
  summary: "Block mit Fakten und Zeitleiste eingefügt.",
  finding: { none: "Es gibt noch keine Postmortems." },
  importing: { asText: "Als Text einfügen" },
  form: { isOpen: "Erst das offene Formular abschließen oder schließen." },
  timeline: {
    sorted: "Zeitleiste sortiert.",
    unsorted: (count, times) =>
      `${counted(count, { one: "Eine Zeile bleibt", other: "# Zeilen bleiben" })} unter der Zeile darüber; nicht lesbar: ${times}.`,
    metrics: "Kennzahlen in die Eigenschaften geschrieben.",
    chart: "Diagramm der Zeitleiste eingefügt.",
    noEvent: "Es gibt kein Ereignis, dessen Tag und Uhrzeit bekannt sind.",
  },
  files: {
    missing: (path) => `\`${path}\` gibt es nicht`,
    notText: (path) => `\`${path}\` ist kein Text`,
    unreadable: (path, reason) => `\`${path}\` ist nicht lesbar: ${reason}`,
    unwritable: (path, reason) => `\`${path}\` ist nicht beschreibbar: ${reason}`,
    exists: (path) => `\`${path}\` gibt es schon`,
    outside: (path) => `\`${path}\` liegt außerhalb der Notizen dieses Vaults`,
    changedMeanwhile: "die Notiz wurde inzwischen geändert",
    unsaved: "ein Fenster hält Text der Notiz, der noch nicht gespeichert ist; bitte gleich noch einmal versuchen",
    refused: "der Editor hat die Änderung nicht angenommen",
    overlapping: "die Änderungen überschneiden sich oder liegen außerhalb des Textes",
  },
});
