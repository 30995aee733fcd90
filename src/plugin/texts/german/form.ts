import type { Texts } from "../english";

const moment = "Etwa 09:30, now, -20m oder yesterday 21:30; leer, solange es nicht bekannt ist";

export const germanForm = (): Texts["form"] => ({
  fields: {
    title: { name: "Titel", hint: "Was kaputtging, in wenigen Worten" },
    severity: { name: "Schweregrad", hint: "" },
    started: { name: "Beginn", hint: moment },
    date: { name: "Datum", hint: "Tag, an dem es begann" },
    services: { name: "Dienste", hint: "Durch Kommas getrennt" },
    owner: { name: "Verantwortlich", hint: "Wer dafür sorgt, dass es fertig wird" },
    detected: { name: "Erkannt", hint: moment },
    timezone: { name: "Zeitzone", hint: "IANA-Name wie Europe/Berlin" },
    timelineNote: {
      name: "Notiz der Zeitleiste",
      hint: "Ihre Ereignisse werden eingebettet; leer lassen, um sie ins Postmortem zu schreiben",
    },
    timelineHeading: { name: "Überschrift der Zeitleiste", hint: "Der Teil dieser Notiz, der eingebettet wird" },
    template: { name: "Vorlage", hint: "Eine Notiz, minor oder full; leer lassen für die übliche" },
    language: { name: "Sprache der eingebauten Vorlage", hint: "" },
  },
  remarks: "Nicht alles aus dem Link ließ sich übernehmen:",
  notKnown: "Noch nicht bekannt",
  more: "Mehr",
  bySettings: "Nach den Einstellungen",
  create: "Anlegen",
  isDraft: "Die früheren Eingaben sind wieder da",
  clear: "Leeren",
  record: "Daten des Vorfalls",
  recordHint: "Was ein anderes Werkzeug über den Vorfall hat, als JSON, um dieses Formular auszufüllen",
  listHint: (description) => `${description} (durch Kommas getrennt)`,
  understood: (time) => `Verstanden als ${time}`,
  shared: (note) => `${note} zeigt diese Zeitleiste auch: ihre Ereignisse stünden dann zugleich in der neuen Notiz.`,
  creates: (path) => `Legt ${path} an`,
  createsBoth: (path, timeline) => `Legt ${path} und ${timeline} an`,
  notCreated: (fault) => `Nichts wurde angelegt. ${fault}`,
});
