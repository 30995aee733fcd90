import { once } from "../../../base";
import type { FieldDeclaration, SettingWords } from "../../../settings";
import { initialSettings, settingPlace, settingWords } from "../../../settings";
import type { Texts } from "../english";

/** What the form says of each setting, by its place; a placeholder shows a value, and stays as it is. */
const words = once((): Readonly<Record<string, Omit<SettingWords, "placeholder">>> => ({
  timezone: { name: "Zeitzone", hint: "Für Zeiten ohne Angabe einer Zone. Ein IANA-Name wie Europe/Berlin" },
  timezoneHolds: {
    name: "Zeiten ohne Zone sind in Ordnung",
    hint: "Sie gelten in der Zeitzone oben und werden nicht als Problem gemeldet",
  },
  postmortemFolder: {
    name: "Ordner der Postmortems",
    hint: "Jede Notiz darin ist eines; Notizen mit dem Tag postmortem sind es immer",
  },
  fileNamePatterns: {
    name: "Dateinamen von Postmortems",
    hint: "Ein Muster pro Zeile. YYYY, MM, DD und # stehen für Ziffern, * für Beliebiges",
  },
  foundBy: {
    name: "Was eine Notiz zum Postmortem macht",
    values: { either: "Ordner oder Dateiname", both: "Ordner und Dateiname" },
  },
  exclude: {
    name: "Niemals Postmortems",
    hint: "Pfade wie in .gitignore, einer pro Zeile: README.md, drafts/, **/template*",
  },
  extensions: {
    name: "Dateiendungen auf der Kommandozeile",
    hint: "Neben md, das die App liest; eine pro Zeile",
  },
  "newNote.folder": { name: "Ordner", hint: "Wohin neue Postmortems kommen; leer für die oberste Ebene des Vaults" },
  "newNote.fileName": { name: "Dateiname", hint: "Mit Variablen der Vorlage wie {{date}}, {{slug}} und {{title}}" },
  "newNote.template": { name: "Vorlage", hint: "Mit welcher Notiz es losgeht; leer für die eingebaute Vorlage" },
  "timelineNote.path": {
    name: "Notiz der Zeitleiste",
    hint: "Wo die Ereignisse eines Vorfalls gesammelt werden; leer für das Postmortem selbst",
  },
  "timelineNote.heading": {
    name: "Überschrift der Zeitleiste",
    hint: "Der Teil dieser Notiz, den ein Postmortem einbettet; mit {{date}} darin teilen sich Vorfälle eine Notiz",
  },
  severities: { name: "Schweregrade", hint: "Einer pro Zeile, der schlimmste zuerst" },
  statuses: {
    name: "Status eines Postmortems",
    hint: "Einer pro Zeile, in ihrer Reihenfolge; der letzte ist endgültig",
  },
  factors: {
    name: "Beitragende Faktoren",
    hint: "Was ein Postmortem nennen darf; einer pro Zeile, leer für beliebige Wörter",
  },
  peopleFolder: { name: "Ordner der Personen", hint: "Ein Link auf eine Notiz darin nennt eine Person" },
  embedDepth: { name: "Tiefe der Einbettungen", hint: "Wie viele Ebenen tief einer Einbettung gefolgt wird" },
  recurrenceDays: {
    name: "Tage bis zur Wiederholung",
    hint: "So lange nach einem Vorfall gelten derselbe Dienst und Faktor als Wiederholung",
  },
  doneMarks: {
    name: "Erledigte Aufgaben",
    hint: "Zeichen zwischen den Klammern, die das anzeigen, wie das x in [x]",
  },
  plainActionItems: {
    name: "Listenpunkte sind Maßnahmen",
    hint: "Ohne Kästchen, unter einer Überschrift für Maßnahmen",
  },
  cancelledMarks: {
    name: "Abgebrochene Aufgaben",
    hint: "Zeichen zwischen den Klammern, die das anzeigen: weder offen noch erledigt",
  },
  "fields[].type": {
    name: "Art",
    values: {
      text: "Text",
      number: "Zahl",
      checkbox: "Kontrollkästchen",
      date: "Datum",
      datetime: "Datum und Uhrzeit",
      list: "Liste",
      enum: "Einer von mehreren Werten",
      link: "Link",
      tags: "Tags",
      severity: "Schweregrad",
      status: "Status",
      timezone: "Zeitzone",
      factors: "Beitragende Faktoren",
    },
  },
  "fields[].required": { name: "Erforderlich" },
  "fields[].values": { name: "Werte", hint: "Was möglich ist, wenn es einer von mehreren Werten ist; einer pro Zeile" },
  "fields[].contains": { name: "Muss enthalten", hint: "Für Tags und Listen; eins pro Zeile" },
  "fields[].description": { name: "Beschreibung" },
  "sections[].heading": { name: "Überschrift", hint: "Was in einer neuen Notiz steht" },
  "sections[].synonyms": { name: "Andere Überschriften", hint: "Bedeuten dasselbe; eine pro Zeile" },
  "sections[].required": { name: "Erforderlich" },
  "export.flavor": {
    name: "Markdown für",
    hint: "Wer es anzeigen soll",
    values: { github: "GitHub", gitlab: "GitLab", commonmark: "CommonMark" },
  },
  "export.links": {
    name: "Links auf andere Notizen",
    values: { relative: "Links auf ihre Dateien", text: "Nur der Text" },
  },
  "export.properties": {
    name: "Eigenschaften",
    values: { table: "Als Tabelle", keep: "Unverändert", drop: "Weglassen" },
  },
  "export.tasks": {
    name: "Daten und Prioritäten von Aufgaben",
    values: { keep: "Unverändert", words: "In Worten" },
  },
  "export.folder": {
    name: "Ordner der exportierten Dokumente",
    hint: "Was darin liegt, wird nie für ein Postmortem gehalten",
  },
  "language.notes": {
    name: "Sprache der Notizen",
    hint: "Bei einer Notiz mit der Eigenschaft lang entscheidet diese",
    values: {
      auto: "Nach ihren Überschriften und Wörtern",
      en: "Englisch",
      de: "Deutsch",
      fr: "Französisch",
      es: "Spanisch",
      pt: "Portugiesisch",
      ja: "Japanisch",
      zh: "Chinesisch",
    },
  },
  "language.blame": { name: "Schuldzuweisende Wörter", hint: "Neben den eingebauten, eins pro Zeile" },
  "language.counterfactual": { name: "Wörter der Rückschau", hint: "Neben den eingebauten, eins pro Zeile" },
  "language.exceptions": { name: "Erlaubte Wörter", hint: "Hier in Ordnung, eingebaut oder nicht, eins pro Zeile" },
  "external.sections": {
    name: "Abschnitte, die nach außen gehen",
    hint: "Überschriften oder Kennungen, eine pro Zeile, mit allem darunter",
  },
  "external.properties": { name: "Eigenschaften, die nach außen gehen", hint: "Eine pro Zeile" },
  "external.roles": {
    name: "Rollen von Personen",
    hint: "Eine pro Zeile, etwa „Ada Lovelace: die Einsatzleitung“",
  },
  "external.otherRole": {
    name: "Rolle aller anderen",
    hint: "Bekommt eine Nummer, im ganzen Dokument dieselbe",
  },
  "external.removeWords": {
    name: "Geschwärzte Wörter",
    hint: "Hosts, Systeme, Kunden; eins pro Zeile. * steht für Buchstaben, Ziffern, Punkte, Binde- und Unterstriche",
  },
  "external.publicHosts": {
    name: "Öffentliche Hosts",
    hint: "Links auf sie und auf alles darunter bleiben; einer pro Zeile, etwa status.example.com",
  },
  "external.attachments": {
    name: "Bilder und Dateien, die nach außen gehen",
    hint: "Pfade oder Namen, einer pro Zeile",
  },
  "followUps.oldest": {
    name: "Höchstes Alter",
    hint: "Wie viele Tage eine Maßnahme offen bleiben darf, unabhängig von ihrer Fälligkeit; 0 für beliebig viele",
  },
  "followUps.verified": { name: "Erledigtes sagt, was es gezeigt hat", hint: "Als [verified-by:: …]" },
  "tickets.tracker": {
    name: "Tracker",
    hint: "Wo Tickets für Maßnahmen angelegt werden",
    values: {
      none: "Keiner",
      github: "GitHub",
      gitlab: "GitLab",
      jira: "Jira",
      linear: "Linear",
      azure: "Azure DevOps",
      own: "Eine eigene Adresse",
    },
  },
  "tickets.address": {
    name: "Adresse",
    hint: "Des Repositorys, Projekts oder der Site; eine eigene mit {{title}}, {{body}}, {{due}}, {{priority}} und {{labels}}",
  },
  "tickets.project": {
    name: "Projekt oder Team",
    hint: "Jira: die Nummer des Projekts. Linear: das Kürzel des Teams",
  },
  "tickets.type": { name: "Art des Tickets", hint: "Jira: ihre Nummer. Azure DevOps: ihr Name, etwa Task" },
  "tickets.labels": { name: "Labels", hint: "Eins pro Zeile" },
  "tickets.public": {
    name: "Andere lesen den Tracker",
    hint: "Ein Ticket sagt dann nicht mehr als eine externe Version: Rollen statt Namen, keine internen Adressen",
  },
  "import.slackWorkspace": {
    name: "Slack-Workspace",
    hint: "Was vor .slack.com steht, für Links auf die Nachrichten eines Slack-Exports; leer für keine Links",
  },
  "import.mappings[].list": {
    name: "Liste",
    hint: "Wo in JSON die Liste der Ereignisse steht; leer für eine Tabelle oder die ganze Datei",
  },
  "import.mappings[].time": { name: "Zeit" },
  "import.mappings[].text": { name: "Text", hint: "Was geschah" },
  "import.mappings[].person": { name: "Person", hint: "Wer es tat; darf leer sein" },
  "import.mappings[].url": { name: "Adresse", hint: "Wo es zu sehen ist; darf leer sein" },
  "import.mappings[].id": { name: "Kennung", hint: "Wie die Quelle es nennt; darf leer sein" },
  showStatusBar: {
    name: "Probleme in der Statusleiste anzeigen",
    hint: "Die Zahl der Probleme des Postmortems im Vordergrund. Nicht auf Mobilgeräten",
  },
  noticeOnCheck: {
    name: "Auf neue Probleme hinweisen",
    hint: "Wenn beim Speichern etwas Neues hinzukommt",
  },
  digestOnStart: { name: "Offene Maßnahmen beim Start anzeigen" },
}));

/** What the built-in properties are for, as long as the team has not said something else. */
const meanings = once((): Readonly<Record<string, string>> => ({
  title: "Name des Postmortems",
  date: "Tag, an dem der Vorfall begann",
  tags: "Tags, darunter `postmortem`",
  aliases: "Andere Namen, unter denen die Notiz zu finden ist",
  type: "Art der Notiz; `postmortem` macht sie zu einem",
  severity: "Wie schlimm es war",
  status: "Wie weit das Postmortem ist",
  owner: "Wer dafür sorgt, dass es fertig wird",
  services: "Was betroffen war",
  factors: "Was dazu beigetragen hat; die Liste steht in den Einstellungen",
  started: "Wann die Störung begann",
  detected: "Wann sie erkannt wurde",
  acknowledged: "Wann die Arbeit daran begann",
  identified: "Wann die Ursache bekannt war",
  mitigated: "Wann niemand mehr etwas davon spürte",
  resolved: "Wann alles war wie zuvor",
  timezone: "Zone der Zeiten ohne eigene Angabe",
  reviewer: "Wer das Postmortem durchsieht",
  reviewed: "Tag der Durchsicht",
  published: "Tag der Veröffentlichung",
  related: "Notizen, die dazugehören",
  "time-to-detect": "Minuten vom Beginn bis zur Erkennung",
  "time-to-acknowledge": "Minuten vom Beginn bis zur Quittierung",
  "time-to-identify": "Minuten vom Beginn bis zur bekannten Ursache",
  "time-to-mitigate": "Minuten vom Beginn bis zur Eindämmung",
  "time-to-resolve": "Minuten vom Beginn bis zur Behebung",
  lang: "Sprache der Notiz, etwa `en` oder `pt-BR`",
  cssclasses: "CSS-Klassen der Notiz in der App",
  publish: "Ob Obsidian Publish die Notiz zeigt",
}));

function meaningOf({ description, name }: FieldDeclaration): string {
  const builtIn = initialSettings().fields.find((field) => field.name === name);
  return (builtIn?.description === description ? meanings()[name] : undefined) ?? description;
}

export const germanSettings = (): Texts["settings"] => ({
  words: (path) => ({ ...settingWords(path), ...words()[settingPlace(path)] }),
  meaning: meaningOf,
  unusable: "Einige gespeicherte Einstellungen sind unbrauchbar",
  unusableNotice: (problems) => `Einige gespeicherte Einstellungen sind unbrauchbar:\n${problems}`,
  teamFileFault: (fault) => `Die Einstellungen: ${fault}`,
  inTeamFile: "Einige Einstellungen stehen in einer Datei des Teams",
  heldByTeam: (names) => `${names}: zu ändern in postmortem.config auf der obersten Ebene des Vaults`,
  groups: {
    newPostmortems: "Neue Postmortems",
    checked: "Was geprüft wird",
    import: "Import",
    export: "Export",
  },
  pages: {
    notes: { name: "Welche Notizen geprüft werden", desc: "Nach Ordner, Dateiname, Tag oder Art" },
    vocabulary: {
      name: "Wortschatz",
      desc: "Schweregrade, Status, Faktoren, Personen, erledigte und abgebrochene Aufgaben, schuldzuweisende Wörter",
    },
    drafts: { name: "Zeit bis zur Veröffentlichung", desc: "Wie lange ein Postmortem Entwurf bleiben darf" },
    language: { name: "Sprache", desc: "Schuldzuweisende Wörter und Wörter der Rückschau" },
    fields: { name: "Eigenschaften", desc: "Welche Eigenschaften ein Postmortem haben darf und muss" },
    sections: { name: "Abschnitte", desc: "Was ein Postmortem erzählen muss, und unter welchen Überschriften" },
    rules: { name: "Regeln", desc: "Wonach gesucht wird, und wie viel es wiegt" },
    mappings: { name: "Eigene Formate", desc: "JSON und Tabellen aus eigenen Werkzeugen" },
    followUps: { name: "Regeln für Maßnahmen", desc: "Bis wann Maßnahmen fällig sind, und was sie sagen müssen" },
    tickets: { name: "Tickets", desc: "Wo Tickets für Maßnahmen angelegt werden, und was darin steht" },
    external: {
      name: "Externe Version",
      desc: "Was von einem Postmortem nach außen gehen darf, und was für den Rest steht",
    },
  },
  mapping: "Schlüssel mit einem Punkt zwischen den Ebenen, etwa payload.at, oder Namen von Spalten",
  add: "Hinzufügen",
  addField: { title: "Eigenschaft hinzufügen", label: "Name" },
  addSection: { title: "Abschnitt hinzufügen", label: "Überschrift" },
  addMapping: { title: "Format hinzufügen", label: "Name" },
  example: {
    name: "Zum Beispiel",
    title: "Bezahlen ist langsam",
    none: "So lässt sich keine Notiz anlegen",
    path: (title, path) => `Ein Vorfall „${title}“ von heute käme nach ${path}`,
    withEvents: (title, path, events) =>
      `Ein Vorfall „${title}“ von heute käme nach ${path}, mit seinen Ereignissen in ${events}`,
  },
  days: "Arbeitstage",
  otherSeverity: "Jeder andere Schweregrad",
  until: (status) => `Bis ${status}`,
  untilHint: "Arbeitstage nach dem Vorfall; nichts: kein solcher Schritt",
  dueHint: "Arbeitstage bis zur Fälligkeit",
  ofPriority: (priority) => `Priorität ${priority}`,
  ofSeverity: (severity) => `Vorfall mit ${severity}`,
  other: "Alle anderen",
  requirements: { never: "Nein", always: "Immer", from: (status) => `Ab „${status}“` },
  requirement: { optional: "freiwillig", required: "erforderlich", from: (status) => `ab ${status}` },
  rules: {
    filter: "Regeln filtern",
    some: (on, all) => `${on} von ${all}`,
    standard: (weight) => `Standard (${weight})`,
    off: "Aus",
    weights: { off: "aus", error: "Fehler", warning: "Warnung", info: "Hinweis" },
    lines: "Eins pro Zeile",
  },
  unknownVariable: (written, names) => `${written} ist keine Variable. Es gibt ${names}.`,
  unknownVariableMeant: (written, meant, names) =>
    `${written} ist keine Variable; ist {{${meant}}} gemeint? Es gibt ${names}.`,
  noTemplate: (name) => `In diesem Vault gibt es keine Notiz ${name}.`,
});
