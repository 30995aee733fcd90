import type { Texts } from "../english";
import { counting } from "../../../base";

const counted = counting("de");

const events = (count: number): string => counted(count, { one: "# Ereignis", other: "# Ereignisse" });

export const germanImporting = (): Texts["importing"] => ({
  filesHint: "Exporte und Antworten von Chats, Pagern, Alarmen, Deployments; JSON, CSV oder Text. Auch mehrere.",
  text: "Text",
  orText: "Oder Text",
  textHint: "Kopiertes hier einfügen; Zeiten in seinen Links bleiben erhalten.",
  readText: "Text lesen",
  theText: "Der Text",
  failed: (name, reason) => `${name}: ${reason}.`,
  failedAt: (name, line, reason) => `${name}, Zeile ${line}: ${reason}.`,
  from: (formats, count) => `${formats}: ${events(count)}`,
  zone: "Zone dieser Zeiten",
  zoneHint: "Die Quelle nennt sie nicht: die Zone der Person, die sie kopiert hat.",
  zoneOfTimes: "Zone der Zeiten",
  converted: "Umgerechnete Zeiten",
  proof: (here, utc, there) => `${here} ist ${utc} UTC, ${there} in der Zeitleiste`,
  show: "Anzeigen",
  filterBy: "Wörter oder eine Person",
  filter: "Ereignisse filtern",
  suggestedOnly: "nur vorgeschlagene",
  events: "Ereignisse",
  more: (count) =>
    counted(count, { one: "# weiteres: per Filter zu sehen.", other: "# weitere: per Filter zu sehen." }),
  isThere: "Schon vorhanden",
  add: (count) => counted(count, { one: "# Ereignis hinzufügen", other: "# Ereignisse hinzufügen" }),
  areThere: (count) => `${counted(count)} schon vorhanden.`,
  added: (count) => counted(count, { one: "# Ereignis hinzugefügt.", other: "# Ereignisse hinzugefügt." }),
  line: (line) => `Zeile ${line}`,
  leftOut: (count) => `${counted(count)} ausgelassen`,
  andMore: (count) => counted(count, { one: "# weitere", other: "# weitere" }),
});
