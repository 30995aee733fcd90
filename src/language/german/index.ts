import type { Language } from "../written";

export const german: Language = {
  id: "de",
  name: "German",
  common:
    "der|das|und|ist|wurde(n)|nicht|für|auf|den|dem|ein|eine|von|durch|im|zu|uhr|mit|sind|keine|wir|nach|bei" +
    "|wieder",
  sections: {
    "what-happened":
      "Zusammenfassung|Kurzfassung|Kurzzusammenfassung|Übersicht|Überblick" +
      "|Was (ist passiert/passiert ist/war passiert/passierte/ist geschehen/geschah/war los)|Störungsbeschreibung|Problembeschreibung|Was ist da passiert|Beschreibung (des Vorfalls)|Kurzbeschreibung" +
      "|Vorfallbeschreibung|Symptom(e)|Befund|Worum es ging|In Kürze|Management Summary|Sachverhalt",
    timeline:
      "Zeitleiste|Zeitlinie|Zeitlicher (Ablauf/Verlauf)|Zeitverlauf|Zeitachse|Ereignisverlauf|Ablauf|Chronologie (der Ereignisse)|Chronologischer Ablauf" +
      "|Verlauf|Hergang|Zeitablauf|Chronik|Zeitstrahl|Wie (es ablief/der Tag lief)|Was wann geschah|Minutenprotokoll|Ablauf im Detail|Ereignisse|Wichtige Ereignisse",
    "root-cause":
      "Ursache(n)|Grundursache(n)|Gründe|Hauptursache|Eigentliche Ursache|Ursachenanalyse|Ursachenkette|Wurzel" +
      "|Wurzelursache|Warum (/ist es passiert/ist das passiert)|Woran (lag es/es lag/hat es gelegen)|Wie (kam es dazu/konnte das passieren)|Auslöser (und Ursache)|Ursache und Auslöser" +
      "|Beitragende Faktoren|Analyse|Technische Analyse|Fehlerursache|Fehleranalyse|(5/Fünf) Warum|Warum (es passiert ist/es dazu kam)",
    impact:
      "Auswirkungen|Auswirkung (auf Kunden)|Auswirkungen (/auf Kunden/auf Nutzer/für Kunden)|Geschäftsauswirkung(en)" +
      "|Betroffene (/Dienste/Systeme/Komponenten/Bereiche/Nutzer/Kunden)" +
      "|Wen hat es (getroffen/betroffen)|Wen es (traf/betraf)" +
      "|Folgen (/für Kunden/für Nutzer)|Folge|Schaden|(Wer/Was) war betroffen|Kundenauswirkungen|Umfang|Ausmaß|Beeinträchtigung",
    "action-items":
      "Maßnahmen" +
      "|(Korrektive/Präventive/Vorbeugende/Weitere/Abgeleitete/Dauerhafte/Langfristige/Kurzfristige/Empfohlene/Geplante/Getroffene/Ergriffene) Maßnahmen" +
      "|Korrekturmaßnahmen|Sofortmaßnahmen|Folgemaßnahmen|Gegenmaßnahmen|Offene Punkte|Nächste Schritte" +
      "|Weiteres Vorgehen|Beschlüsse|Abstellmaßnahmen|Vereinbarungen|Was (ändern wir/wir ändern/wir anders machen/wir jetzt anders machen/wir jetzt tun)|Wie (es weitergeht/geht es weiter)|Permanente Fixes|Maßnahmenplan|Vorbeugung|Prävention|Aufgaben|To-dos" +
      "|Verbesserungen|Verbesserungsmaßnahmen|Aktionspunkte|Handlungspunkte|Folgeaufgaben|Folgearbeit(en)|Konsequenzen" +
      "|(/Handlungs)Empfehlungen|Was wir (ändern/tun/jetzt ändern/jetzt tun)",
    "went-well": "Was (lief gut/gut lief/ist gut gelaufen/hat gut funktioniert/hat geholfen)|Gut (gelaufen/lief)",
    "went-wrong":
      "Was (lief schlecht/schlecht lief/lief schief/schief lief/lief nicht gut/nicht gut lief/schiefging/ist schlecht gelaufen/besser laufen kann/besser werden muss)|Schlecht gelaufen|Verbesserungspotenzial",
    "got-lucky": "Wo wir Glück hatten|Glück (gehabt)|Glückliche (Umstände/Zufälle)",
  },
  sectionWords: {
    "what-happened":
      "Zusammenfassung|Überblick|Übersicht|Kurzfassung|Kurzbericht|Sachverhalt|Hergang|Lagebild|passierte|geschah|vorgefallen",
    timeline:
      "Ablauf|Chronologie|Chronik|chronologisch(e/er/es)|Zeitleiste|Zeitverlauf|Verlauf|Ereignisse|Protokoll|Logbuch|zeitlich(e/er)",
    "root-cause":
      "Ursache(n)|Ursachenanalyse|Hintergrund|Hintergründe|Grund|Gründe|Auslöser|warum|wieso|weshalb|Fehleranalyse",
    impact:
      "Auswirkung(en)|betroffen(e/en)|Folge(n)|Schaden|Schäden|Ausmaß|Umfang|Tragweite|Beeinträchtigung(en)|Einschränkungen",
    "action-items":
      "Maßnahme(n)|Aufgaben|Schritte|Korrekturen|Nacharbeiten|Verbesserungen|Konsequenzen|to-dos|todo(s)|Vorbeugung|Prävention|Vorkehrungen|Beschlüsse|Nächstes",
    "went-well": "gut|bewährt",
    "went-wrong": "schlecht|schief",
    "got-lucky": "Glück",
  },
  sectionFillers: "der|die|das|des|dem|den|Vorfall(s)|Störung|Ausfall(s)|Angriff(s)",
  sectionJoints: "und",
  calendar: {
    months: [
      "Januar|Jänner",
      "Februar|Feber",
      "März|Mrz",
      "",
      "Mai",
      "Juni",
      "Juli",
      "",
      "",
      "Oktober|Okt",
      "",
      "Dezember|Dez",
    ],
    weekdays: [
      "Montag|Mo",
      "Dienstag|Di",
      "Mittwoch|Mi",
      "Donnerstag|Do",
      "Freitag|Fr",
      "Samstag|Sonnabend|Sa",
      "Sonntag|So",
    ],
    joints: "den|der|dem|am",
    nth: "Tag",
    nextDay: "am nächsten (Tag/Morgen)|nächster Tag|am Folgetag|Folgetag",
    dayBefore: "am Vortag|Vortag|am Vorabend",
    partOfDay: "früh|frühmorgens|morgens|vormittag(s)|mittags|nachmittag(s)|abend(s)|nachts|in der Nacht",
    first: "day",
  },
  clock: {
    hour: "Uhr",
    at: "um|am|kurz|bereits|den",
    from: "von|ab|seit",
    between: "zwischen",
    vague: "nach|vor|kurz nach|kurz vor",
    to: "bis (/ca./etwa/gegen)",
    and: "und",
    or: "oder|bzw.",
  },
  zones: {
    abbreviations: {
      MEZ: [60, "Europe/Berlin"],
      MESZ: [120, "Europe/Berlin"],
      OEZ: [120, "Europe/Helsinki"],
      OESZ: [180, "Europe/Helsinki"],
      WEZ: [0, "Europe/London"],
    },
    lowerCase: "mez|mesz",
    names: {
      MEZ: "mitteleuropäische zeit|mitteleuropäischer zeit",
      MESZ: "(mitteleuropäische/mitteleuropäischer) sommerzeit",
      "Europe/Berlin": "(deutsche/deutscher/berliner) zeit|ortszeit berlin",
      "Europe/Zurich": "schweizer zeit|zürcher zeit|ortszeit zürich",
      "Europe/Vienna": "(österreichische/österreichischer/wiener) zeit|ortszeit wien",
      "Etc/UTC": "koordinierte weltzeit",
    },
    cues: "Zeiten|Uhrzeit(en)|Zeit|Zeitangaben|Zeitzone|Zeitstempel",
    all: "alle (Zeiten/Uhrzeiten/Zeitangaben/Angaben/Zeitstempel)|(Angaben/Uhrzeiten/Zeitangaben) in|sämtliche Zeiten|Zeiten sind|Zeitzone",
    joints: "sind|der|ist|unten|oben|angegeben",
  },
  lengths: {
    units: {
      second: "Sekunde(n)|Sek.|Sek",
      minute: "Minuten|Min.",
      hour: "Stunde(n)|Std.|Std",
      day: "Tag(/en/e)",
      week: "Woche(n)",
    },
    numbers: {
      1: "ein(/e/er/en)",
      2: "zwei",
      3: "drei",
      4: "vier",
      5: "fünf",
      6: "sechs",
      7: "sieben",
      8: "acht",
      9: "neun",
      10: "zehn",
      11: "elf",
      12: "zwölf",
      15: "fünfzehn",
      20: "zwanzig",
      30: "dreißig",
      40: "vierzig",
      50: "fünfzig",
      60: "sechzig",
      90: "neunzig",
      1.5: "anderthalb|eineinhalb",
      2.5: "zweieinhalb",
      0.5: "halbe(n)",
    },
    and: "und",
    to: "bis|oder",
    cues: "dauer(/te/t)|nach|innerhalb von|seit|lang",
    labels: {
      "time-to-detect": "Zeit bis zur Erkennung|Erkennungszeit",
      "time-to-acknowledge": "Reaktionszeit|Zeit bis zur Reaktion",
      "time-to-identify": "Zeit bis zur Ursache|Diagnosezeit",
      "time-to-mitigate": "Zeit bis zur Eindämmung",
      "time-to-resolve": "Zeit bis zur (Behebung/Wiederherstellung)|Wiederherstellungszeit|Behebungsdauer",
      "time-to-repair": "Reparaturzeit",
      "full-outage": "Totalausfall|Vollausfall|vollständiger Ausfall",
      "partial-outage": "Teilausfall|teilweiser Ausfall",
      outage: "Ausfall|Ausfalldauer|Ausfallzeit|Stillstandsdauer|Stillstandszeit|Nichtverfügbarkeit",
      incident: "Dauer (des Vorfalls/der Störung)|Vorfalldauer|Störungsdauer",
      duration: "Dauer|Gesamtdauer",
    },
    outage: "Ausfall(s)|Stillstand|Totalausfall",
    incident: "Störung|Vorfall|Beeinträchtigung|Unterbrechung",
    down: "ausgefallen|nicht (erreichbar/verfügbar)|gestört",
    been: "war(en)|ist|sind",
    lasted: "dauerte (an)|dauert|gedauert|hielt (an)|anhielt|andauerte",
    during: "für|über",
    within: "innerhalb von|binnen|innerhalb der ersten|in weniger als",
    after: "nach [nur]",
    later: "später|danach",
    counting: "des|der",
    origin: "beginn-|störung-|ausfall-|vorfall-|auswirkung-|meldung-|fehler-|auslös-|behebung-|erkenn-",
  },
  measures: {
    about: "zirka|etwa|ungefähr|gegen|rund|knapp|fast|schätzungsweise|geschätzt|um die|in etwa",
    atLeast: "über|mehr als|mindestens|länger als",
    atMost: "unter|weniger als|höchstens|maximal|bis zu|innerhalb von",
    thousands: ".",
    decimals: ",",
  },
  story: {
    lists: {
      trouble: "Störung|Ausfall|Vorfall|Fehler|Beeinträchtigung|Totalausfall|Teilausfall",
      falling: "zu (sinken/fallen)|abzunehmen|abzuklingen|zurückzugehen|sich zu (erholen/normalisieren)",
      fault: "Fehlerrate(n)|Anomalie|Störung|Ausfall|Vorfall|Incident|Problem|Fehler|Issue|Fehlerbild",
      service: "Dienst(e)|Systeme|Seite|Plattform|Portal|Server|Zugriff|Betrieb|Anmeldung|Login",
    },
    milestones: {
      started: {
        names:
          "Beginn (der Auswirkungen)|Start|Anfang|Störungsbeginn|Vorfallsbeginn|Ausfallbeginn|Störung beginnt" +
          "|Beginn der/des Störung/Ausfalls/Vorfalls|Auslöser|Eintritt|Eingetreten",
        states:
          "{trouble} begann/beginnt/startet !{falling}|{trouble} tritt auf|{trouble} … aufgetreten" +
          "|Beginn der/des Störung/Ausfalls/Vorfalls/Beeinträchtigung/Incidents|Störung liegt vor",
        tells:
          "nicht (erreichbar/verfügbar)|nicht mehr erreichbar/verfügbar|kommt/kam es zu|gestört|begann zu !sinken/fallen" +
          "|{service} fällt/fiel … aus|{service} … ausgefallen|erste Fehler/Störungen/Ausfälle/Symptome/Timeouts|stürzt/stürzen … ab|abgestürzt|^Stromausfall/Totalausfall" +
          "|fällt aus|fiel aus|ausgefallen|nicht mehr möglich/nutzbar|steht still|hält an|startet/starten/antwortet/antworten/reagiert/reagieren nicht mehr|zeigt nur noch|erste(n) … schlagen/schlugen fehl" +
          "|Anmeldung/Zugriff des Angreifers",
      },
      detected: {
        names:
          "Erkannt (/am/um)|Erkennung|Entdeckt|Entdeckung|Bemerkt|Festgestellt|Gemeldet|Erstmals erkannt" +
          "|Erste Meldung|Störung/Vorfall/Incident/Problem erkannt/entdeckt/bemerkt|Detektion|Detektiert",
        states: "{fault} … erkannt/entdeckt/bemerkt/festgestellt/gemeldet|erkannt/entdeckt durch/vom/von|^Erkennung",
        tells:
          "-alarm/Alarm/Alert(ing)/Monitoring … schlägt/schlug an" +
          "|-alarm/Alarm/Alert/Monitoring … ausgelöst/feuert/alarmiert/meldet/gemeldet" +
          "|Monitoring/Überwachung … meldet(e)/schlägt/alarmiert/erkennt" +
          "|erste Meldung(en)/Beschwerden/Tickets/Alarme/Anrufe/Nutzermeldungen/Kundenmeldungen" +
          "|Benutzer/Nutzer/User/Kund(en/e/in)/Anwender/Kollegen … melde(/n/t/ten)/berichten/bemerk(en/t)" +
          "|erhalten … Alarm/Alert/Meldung(en)|Meldung angelegt|Alarm (geht ein/ausgelöst)|fällt auf|fiel auf|aufgefallen|Alert/Alarm geht ein" +
          "|erster Alarm/Alert/Hinweis/Anruf|Alarm/Alert kommt … an/rein|ruft/rufen beim/im/den/die Helpdesk/Support/Service/Servicedesk/Hotline/Bereitschaft",
      },
      acknowledged: {
        names:
          "Bestätigt|Quittiert|Quittierung|Übernommen|Alarm/Alert/Störung quittiert/bestätigt/übernommen" +
          "|Reaktion|Bearbeitung begonnen|Bearbeitungsbeginn",
        states:
          "Alarm/Alert/Pager/Page/Incident/Ticket … quittiert/bestätigt/übernommen/angenommen" +
          "|Bereitschaft/Rufbereitschaft/On-Call/Bereitschaftsdienst … übernimmt/übernommen/quittiert/bestätigt/reagiert" +
          "|quittiert den/die/das|nimmt/nehmen den/die/das Alarm/Alert/Meldung/Störung/Ticket an",
        tells:
          "Untersuchung/Analyse/Fehlersuche/Bearbeitung … begonnen/beginnt/gestartet/aufgenommen" +
          "|beginn(en/t) mit der Analyse/Untersuchung/Fehlersuche|wir arbeiten an|wir untersuchen|setzt/setzen sich dran|untersucht/untersuchen die/den/das Störung/Vorfall/Problem/Fehler|Beginn der Analyse/Untersuchung/Fehlersuche",
      },
      identified: {
        names:
          "Identifiziert|Ursache identifiziert/gefunden/erkannt/bestätigt/ermittelt" +
          "|Root Cause identifiziert/gefunden|Ursache (bekannt)|Diagnose",
        states:
          "Ursache/Grund/Auslöser/Fehlerquelle/Root-Cause/Fehlerursache … identifiziert/gefunden/ermittelt/erkannt/bestätigt/lokalisiert/eingegrenzt" +
          "|Root Cause … identifiziert/gefunden/bestätigt" +
          "|als Ursache … identifiziert/erkannt/ermittelt/ausgemacht/bestätigt|als Ursache wurde(n)/konnte" +
          "|identifiziert/findet/finden/fanden/erkennt/ermittelt … Ursache/Auslöser",
        tells:
          "eingegrenzt auf|Ursache war/ist/gefunden/bekannt|Ursache/Fehler konnte … gefunden/identifiziert/ermittelt werden|Grund … war|ist/war schuld" +
          "|Plugin/Problem/Fehler/Commit … identifiziert/lokalisiert/gefunden",
      },
      mitigated: {
        names:
          "Mitigiert|Mitigation|Eingedämmt|Eindämmung|Entschärft|Workaround|Sofortmaßnahme|Notfallmaßnahme" +
          "|Abgemildert",
        states:
          "mitigiert|eingedämmt|Eindämmung … abgeschlossen/erfolgt" +
          "|Auswirkungen … begrenzt/eingedämmt/abgemildert" +
          "|Mitigation … aktiv/abgeschlossen/angewendet/eingespielt",
        tells:
          "Workaround … aktiv/aktiviert/eingerichtet/angewendet/eingespielt/umgesetzt/bereitgestellt" +
          "|Rollback … durchgeführt/abgeschlossen/eingeleitet/gestartet/erfolgt/ausgeführt|zurückgerollt|rollen … zurück" +
          "|Hotfix/Fix/Korrektur … eingespielt/ausgerollt/deployt/deployed/implementiert|Umschaltung/Failover … erfolgt/abgeschlossen/durchgeführt|Änderung/Konfiguration/Deployment … zurückgenommen/zurückgesetzt" +
          "|umgeschaltet auf|rollen/rollt auf Version/die|Konto/Konten/Zugang/Schlüssel/Token gesperrt/widerrufen|vom Netz getrennt/genommen",
      },
      resolved: {
        names:
          "Behoben (am)|Behebung|Gelöst (am)|Ende|Störungsende|Wiederhergestellt|Wiederherstellung|Entwarnung" +
          "|Ende der/des Störung/Ausfalls/Vorfalls" +
          "|Störung/Vorfall/Problem/Incident/Ausfall behoben/beendet/gelöst/geschlossen|Abgeschlossen" +
          "|Erledigt|Service/Dienst/Betrieb wiederhergestellt|Normalbetrieb|Geschlossen",
        states:
          "{fault} … behoben/beendet/gelöst/geschlossen/beseitigt" +
          "|Ende der/des Störung/Ausfalls/Vorfalls/Incidents|^behoben|{service} … wiederhergestellt" +
          "|Entwarnung|konnte(n) … behoben/gelöst/beseitigt/wiederhergestellt werden",
        tells:
          "wieder erreichbar/verfügbar/online/stabil/normal/möglich/gesund/grün/nutzbar/funktionsfähig" +
          "|funktionier(t/en)/läuft/laufen/arbeitet/geht/gehen … wieder|steht/stehen wieder … zur Verfügung|wieder da|wieder (in Betrieb/im Normalbetrieb)" +
          "|im Normalbereich|Normalbetrieb|wiederhergestellt|alle Systeme/Dienste … grün/normal/stabil|alles wieder",
      },
    },
    fillers:
      "ist|sind|war|waren|wurde(n)|worden|nun|jetzt|vollständig|erfolgreich|endgültig|offiziell|somit|damit" +
      "|inzwischen|bereits|auch",
    doubt:
      "nicht|niemand|noch|kein(/e/en)|weiterhin|nach wie vor|wird|werden|soll|sollte|sobald|bis|hoffen" +
      "|voraussichtlich|teilweise|teils|vermutlich|vermutet(e)|gilt als|mögliche|möglicherweise" +
      "|wahrscheinlich(e)|Versuch|versucht|koennte|meisten|Teil|Großteil|erneut|ohne|wenn|falls|nachdem|bevor|warten|erwartet" +
      "|geplant|prüfen|Vermutung|scheinbar|angeblich|weitere(r)|zu",
    doubtBehind: "noch nicht|werden (soll)|später|schlägt fehl|fehlgeschlagen|erwartet|geplant|vermutet",
    change: "Änderung|Konfiguration|Konfigurationsänderung|Neustart",
    effect: "führte zu|verursacht(e)|löste|bewirkte|überlastete",
    outageBegins: "Ausfall (beginnt/begann)|Störung (beginnt/begann)|Beginn (des Ausfalls/der Störung)",
    outageEnds:
      "Ausfall (endet/endete/beendet/vorbei)|Störung (endet/endete/beendet/vorbei)|Ende (des Ausfalls/der Störung)",
    alert: "Alarm|Alarmierung",
    began: "begann|begonnen|beginnend|startete|gestartet",
    ended: "endete|beendet|behoben|vorbei|vorüber|wiederhergestellt",
    shouted: "behoben|erkannt|mitigiert|quittiert|identifiziert",
    until: "bis (sie/er/es)",
  },
  labels: {
    date: "Zeitraum|Wann|Vorfallzeitpunkt",
    incidentDate: "Datum (/des Vorfalls/der Störung)|Vorfallsdatum|Tag|Vorfall vom|Störung vom",
    reportDate:
      "Stand|Aktualisierung|Aktualisiert|Letzte Aktualisierung|Zuletzt aktualisiert|Erstellt (am)" +
      "|Datum der (Besprechung/Sitzung/Nachbesprechung)|Nächste(r) (Termin/Besprechung/Sitzung)|Berichtsdatum|Datum des Berichts|Nächste Prüfung|Veröffentlicht|Version",
    byline: "Von|(Geschrieben/Verfasst) von",
    time: "Uhrzeit|Zeit|Zeitpunkt|Datum|Wann",
    event: "Ereignis(se)|Was|Beschreibung|Aktion|Vorgang|Meldung|Geschehen|Vorkommnis",
    unlike: "Nächste(/r/s)|Datum der (Besprechung/Sitzung)",
    end: "Ende|bis",
    elapsed: "seit Beginn|vergangen",
    window: "Zeitraum|Dauer|Zeitfenster|Ausfallzeitraum|Störungszeitraum",
    update: "Update vom|Stand|Aktualisierung",
  },
  actions: {
    columns: {
      text: "Maßnahme(n)|Beschluss|Punkt|Aufgabe(n)|Aktion|Was|Beschreibung|Thema|Empfehlung|To-do|Tätigkeit|Schritt",
      owner: "Verantw|Verantwortliche r|Eigentümer|Zuständigkeit|Verantwortung",
      due: "Bis wann|Deadline|Fälligkeit|Zieldatum|Zieltermin",
      status: "Stand|Zustand|Erledigt|Erl",
      priority: "Priorität",
      ticket: "Vorgang|Referenz|Verweis",
      type: "Typ|Art|Kategorie",
      remark: "Bemerkung(en)|Anmerkung(en)|Notiz|Kommentar|Ergebnis|Hinweis",
    },
    done:
      "erledigt|umgesetzt|behoben|abgeschlossen|fertig|implementiert|bereits (implementiert/umgesetzt)" +
      "|geschlossen|deployed|ausgerollt|eingeführt|durchgeführt|gefixt",
    open:
      "offen|in Arbeit|in Bearbeitung|geplant|empfohlen|ausstehend|nicht (begonnen/gestartet)|laufend|läuft" +
      "|zu erledigen|blockiert|noch offen|in Planung|in Umsetzung|begonnen|teilweise (erledigt/umgesetzt)",
    yes: "ja",
    cancelled: "verworfen|abgelehnt|entfällt|abgebrochen|(nicht/wird nicht) umgesetzt|hinfällig|zurückgezogen",
    because: "weil|da|wegen|ersetzt|doppelt|nicht mehr|stattdessen",
    owner: "Verantwortlich(/e/er)|Zuständig|Wer|Bearbeiter",
    nobody: "niemand|offen|unbekannt|noch offen|nicht zugewiesen|keiner|n. n.|unklar|alle",
    due: "fällig (/am/bis)|bis|bis zum|Frist|Termin|spätestens",
  },
  placeholders: {
    filler:
      "folgt|offen lassen|(noch/bitte) ausfüllen|ausfüllen|bitte anpassen|(noch zu/zu) ergänzen|wird ergänzt" +
      "|wird nachgereicht|ergänzen",
    pointers: "dies(/e/er/es)",
    request: "hier|Beschreibung|Kurzbeschreibung|Datum|Titel|Maßnahme|Name|Uhrzeit|OFFEN|bitte",
    asked: "Kurzbeschreibung|Beschreibung|Datum|Titel|Uhrzeit|Verantwortlicher|Maßnahme|Dienst|Ursache|Dauer",
    date: "JJJJ-MM-TT|TT.MM.JJJJ|SS:MM|TT.MM.JJ",
    instruction:
      "beschreibe(n)|(beschreiben/erklären/erläutern/fassen/schildern) Sie|erkläre|erläutere|fasse|schildere" +
      "|bitte",
    slot: "hier (einfügen/eintragen/beschreiben)",
    nothing: "kein(/e/en)|nicht(s)|niemand|unbekannt",
    withheld: "geschwärzt|entfernt|anonymisiert|vertraulich",
  },
  judgements: {
    blame:
      "menschliches/menschlicher/menschlichen Versagen(s)/Fehler(s)|versehentlich" +
      "|fahrlässig(/e/er)/grob-fahrlässig|schlampig/schlampige/schlampiger" +
      "|unvorsichtig(e)/unachtsam/unachtsamkeit/leichtsinnig|inkompetent/inkompetenz" +
      "|Kolleg(e/in)/Mitarbeiter(in)/Entwickler/Techniker/Administrator/Admin [hat/hatte] … vergessen/übersehen/versäumt" +
      "|nicht konsequent eingehalten|selbst schuld|schuld war/ist/hat|hätte es wissen müssen",
    hindsight:
      "hätte(n) … können/müssen/sollen/dürfen" +
      "|wäre(n) … gewesen/aufgefallen/worden/verhindert/vermeidbar" +
      "|hätte(n) … verhindert/vermieden/erkannt/bemerkt/gezeigt/gemacht/geholfen",
    people: "wir|man|er|sie|jemand|niemand|Entwickler",
    regret: "hätten wir|hätte jemand/man|wenn wir nur|im Nachhinein",
  },
  figures: {
    scales: {
      1000: "tausend",
      1000000: "mio|mio.|millionen",
      1000000000: "mrd|mrd.|milliarden",
    },
    percent: "Prozent",
    light: "ein|eine|einen|den|die|nur",
    naming: "Schritt|Zeile|Seite|Abschnitt|Kapitel|KW",
    counted: {
      user: "Nutzer(n)|Nutzerinnen|Benutzer(n)|Anwender(n)",
      customer: "Kunden|Kundinnen",
      request: "Anfragen|Requests|Abfragen",
      order: "Bestellungen|Aufträge(n)",
      error: "Fehler(n)",
      ticket: "Tickets|Meldungen",
      file: "Dateien",
      server: "Server(n)",
      payment: "Zahlungen",
      transaction: "Transaktionen",
    },
  },
  newNote: {
    ask: {
      "what-happened": "zusammenfassen, was geschah, wie es bemerkt wurde und wie es endete",
      timeline: "Zeitleiste einbetten oder auflisten, was wann geschah",
      "root-cause": "erklären, was das möglich machte",
      impact: "",
      "action-items": "erste Maßnahme eintragen, mit Verantwortlichen und Frist",
      lessons: "festhalten, was beim nächsten Vorfall wieder so oder anders sein soll",
      other: "ausfüllen",
    },
    services: "Betroffene Dienste",
    customers: "Auswirkung auf Kunden",
    related: "Verwandtes",
    links: "Handbücher und andere Notizen verlinken",
  },
  imports: {
    time: "Zeitpunkt|Zeitstempel|Zeit|Uhrzeit|Datum|Wann",
    day: "Datum|Tag",
    text: "Was|Ereignis|Beschreibung|Nachricht|Meldung|Inhalt|Vorgang|Aktion|Notiz",
    person: "Wer|Autor(/in)|Benutzer|Nutzer|Absender|von",
    url: "Verweis",
    id: "Kennung|Schlüssel",
    telling:
      "Deployment|deployt|ausgerollt|Neustart|neu gestartet|neugestartet|zurückgerollt|zurückgesetzt|umgeschaltet|behoben|Störung|Ausfall|Vorfall|Ursache|Statusseite|eskaliert|hochskaliert|wieder normal",
    taken: "(ich übernehme/übernehme/übernommen)|bin dran",
    raised: "ausgelöst",
  },
  abbreviations: "z.|z.B.|d.|bzw.|ggf.|u.|usw.|inkl.|Std.|Min.|Sek.|Nr.|vgl.|s.",
};
