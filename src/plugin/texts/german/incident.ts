import type { Texts } from "../english";
import { counting } from "../../../base";

const counted = counting("de");

export const germanIncident = (): Texts["incident"] => ({
  show: "Vorfall anzeigen",
  noPostmortem: "Ein Postmortem öffnen, um seinen Vorfall zu sehen.",
  sections: {
    timeline: "Zeitleiste",
    embeds: "Einbettungen",
    similar: "Ähnliche Vorfälle",
  },
  noEvent: "Noch kein Ereignis mit bekannter Zeit.",
  noProblems: "Keine Probleme",
  filledIn: (filled, all) => `${counted(filled)} von ${counted(all)} Abschnitten ausgefüllt`,
  fillInNext: "Nächsten ausfüllen",
  inProperties: "In den Eigenschaften",
  editTitle: "Titel bearbeiten",
  moveTo: (status) => `Auf ${status} setzen`,
  fields: {
    title: "Titel",
    date: "Datum",
    aliases: "Andere Namen",
    type: "Art",
    severity: "Schweregrad",
    status: "Status",
    owner: "Verantwortlich",
    services: "Dienste",
    factors: "Faktoren",
    timezone: "Zeitzone",
    reviewer: "Durchsicht durch",
    reviewed: "Durchgesehen",
    published: "Veröffentlicht",
    related: "Zugehörige Notizen",
    lang: "Sprache",
  },
  metrics: {
    "time-to-detect": "Zeit bis zur Erkennung",
    "time-to-acknowledge": "Zeit bis zur Reaktion",
    "time-to-identify": "Zeit bis zur Ursache",
    "time-to-mitigate": "Zeit bis zur Eindämmung",
    "time-to-resolve": "Zeit bis zur Behebung",
  },
  origins: {
    stated: "in den Eigenschaften",
    marked: "in der Zeitleiste markiert",
    worded: "aus dem Wortlaut",
  },
  turns: "Wendepunkte",
  goToTurn: (name, when, note) => `${name}, ${when}. Zur Stelle in ${note}, die das sagt`,
  beforeStart: (start) => `Das liegt vor „${start}“; eines von beiden ist falsch`,
  actions: {
    none: "Noch keine",
    allDone: (all) => counted(all, { one: "# Maßnahme, erledigt", other: "Alle # erledigt" }),
    open: (open, all, overdue) => `${counted(open)} von ${counted(all)} offen, ${counted(overdue)} überfällig`,
    due: (day) => `fällig am ${day}`,
    late: (day, days) => `fällig am ${day}, ${counted(days, { one: "# Tag zu spät", other: "# Tage zu spät" })}`,
  },
  resolved: "aufgelöst",
  searching: "Wird gesucht …",
  timeline: {
    showAll: (events) =>
      counted(events, { one: "Text von # Ereignis anzeigen", other: "Text aller # Ereignisse anzeigen" }),
    silences: "Lücken",
    silence: (length, clock) => `${length} ohne Eintrag vor ${clock}`,
    unplaced: (events) =>
      counted(events, {
        one: "# Ereignis hat keinen bekannten Tag und fehlt hier.",
        other: "# Ereignisse haben keinen bekannten Tag und fehlen hier.",
      }),
    asList: "Ereignisse als Liste",
    changeThis: (event) => `Ändern: ${event}`,
    change: "Zeit, Wortlaut, Markierung oder Ort ändern",
    local: (zone) => `Ortszeit (${zone})`,
  },
  block: {
    insert: "Block mit Übersicht des Vorfalls einfügen",
    faults: "Was in diesem Block nicht stimmt",
    missing: (note) => `\`${note}\` gibt es nicht`,
    reading: "Die Notiz wird gelesen …",
    onlyKnown: (keys) => `${keys}: bekannt sind nur \`show\`, \`note\` und \`zone\``,
    parts: "erwartet wird `facts`, `timeline` oder `actions`, mehrere mit Kommas getrennt",
    link: "erwartet wird ein Link auf eine Notiz wie `[[Incident-2024-04-11-API-Outage]]`",
    line: (line) => `Zeile ${line}: erwartet wird \`Name: Wert\`; bekannt sind \`show\`, \`note\` und \`zone\``,
    twice: (line, key) => `Zeile ${line}: \`${key}\` steht zweimal da`,
  },
});
