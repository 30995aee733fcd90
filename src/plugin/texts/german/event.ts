import type { Texts } from "../english";

export const germanEvent = (): Texts["event"] => ({
  change: "Ereignis der Zeitleiste ändern",
  what: "Was ist passiert",
  whatHint: "Davor kann eine Zeit stehen: 06:45, -20m",
  whatHintNew: "Davor kann eine Zeit stehen: 06:45, -20m. Umschalt+Enter fügt es ein und fragt nach dem nächsten",
  time: "Zeit",
  timeHint: (zone) => `Etwa 09:30, now, -20m oder yesterday 21:30, in ${zone}`,
  timeInWords: "Es gilt die Zeit vor dem Text",
  mark: "Markierung",
  markHint: "Welcher Wendepunkt es ist; ohne Markierung entscheidet der Wortlaut",
  insertAndNext: "Einfügen und weiter",
  actions: { insert: "Einfügen", change: "Ändern" },
  gone: "Die Notiz hat sich geändert, und dieses Ereignis mit ihr.",
  done: {
    insert: (line) => `Eingefügt: ${line}`,
    change: (line) => `Geändert: ${line}`,
  },
  otherDay: (incidentDay, day) =>
    `Der Vorfall war am ${incidentDay}. Noch einmal Enter drücken, um dies am ${day} einzufügen.`,
  useDay: (day) => `${day} nehmen`,
  inPlace: (place) => `${place}, anstelle der Zeile aus der Vorlage`,
});
