import type { Texts } from "../english";
import { counting } from "../../../base";

const counted = counting("de");

export const germanChanges = (): Texts["changes"] => ({
  write: "Schreiben",
  reason: "Begründung",
  undo: "Rückgängig",
  open: "Öffnen",
  showInFolder: "Im Ordner anzeigen",
  created: (path) => `\`${path}\` angelegt.`,
  createdBoth: (path, other) => `\`${path}\` und \`${other}\` angelegt.`,
  unchanged: (reason) => `Nichts wurde geändert: ${reason}.`,
  unchangedIn: (path, reason) => `In ${path} wurde nichts geändert: ${reason}.`,
  unwritten: (reason) => `Nichts wurde geschrieben: ${reason}.`,
  leftAsItIs: (path, reason) => `${path} blieb unverändert: ${reason}.`,
  unreadable: "nicht lesbar",
  hasChanged: "inzwischen geändert",
  gone: (path) => `${path} ist nicht mehr da.`,
  notListed: (path) => `${path} wurde geschrieben, aber die App führt die Notiz noch nicht auf.`,
  emptyAnswer: "Hier etwas angeben oder dieses Fenster schließen.",
  clipboard: "Die Zwischenablage ist nicht beschreibbar.",
  fileTooLong: (name, megabytes) =>
    `${name} ist länger als ${counted(megabytes)} MB: bitte den wichtigen Teil auswählen.`,
  fact: {
    changedMeanwhile: (name) => `${name} blieb unverändert: die Notiz wurde inzwischen geändert.`,
    takenOut: (name) => `${name} entfernt.`,
    set: (name, value) => `${name} ist ${value}.`,
  },
  actions: {
    count: (count) => counted(count, { one: "# Maßnahme", other: "# Maßnahmen" }),
    done: (what, items) => `${what}: ${items}`,
    leftAsBefore: (count, reasons) =>
      `${counted(count, { one: "# Maßnahme blieb", other: "# Maßnahmen blieben" })} wie zuvor: ${reasons}.`,
    addOwner: "Verantwortliche hinzufügen",
    reassign: "Neu zuweisen",
    reassigned: "Neu zugewiesen",
    addDue: "Fälligkeit hinzufügen",
    reschedule: "Verschieben",
    due: "Fällig am",
    rescheduled: "Verschoben",
    postponements: { day: "+1 Tag", week: "+1 Woche", monday: "Nächster Montag" },
    addReason: "Begründung hinzufügen",
    reasonGiven: "Begründet",
    addEvidence: "Hinzufügen, was es gezeigt hat",
    evidence: "Nachgewiesen durch",
    verified: "Nachgewiesen",
    noBrackets: "Bitte ohne eckige Klammern.",
    withoutDue: "Ohne Fälligkeit",
    putOff: "Aufgeschoben",
    keepsChanging: "die Notiz ändert sich immer wieder",
    itemChanged: "die Notiz hat sich geändert, und diese Maßnahme mit ihr",
    byHand: "diese ist von Hand zu ändern",
  },
});
