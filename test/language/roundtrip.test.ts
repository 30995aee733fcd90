import fc from "fast-check";
import { DateTime } from "luxon";
import { describe, expect, it } from "vitest";
import { told } from "./told";

/** How a language writes a timeline: its heading, what gives the zone, and ways to write a day with a time. */
interface Writing {
  readonly heading: string;
  /** The zone by words, with the region that they mean. */
  readonly zones: readonly (readonly [words: string, region: string])[];
  /** In the tokens of luxon; month names are those of `Intl`. */
  readonly stamps: readonly string[];
  readonly columns: readonly [time: string, event: string];
  readonly text: string;
}

const writings: Readonly<Record<string, Writing>> = {
  en: {
    heading: "Timeline",
    zones: [
      ["All times in UTC.", "UTC"],
      ["All times in Pacific time.", "America/Los_Angeles"],
    ],
    stamps: ["MMMM d, yyyy h:mm a", "d MMM yyyy HH:mm", "EEEE, MMMM d, yyyy 'at' HH:mm", "yyyy-MM-dd HH:mm"],
    columns: ["Time", "Event"],
    text: "Service restarted",
  },
  de: {
    heading: "Zeitleiste",
    zones: [
      ["Alle Zeiten in UTC.", "UTC"],
      ["Alle Zeiten in deutscher Zeit.", "Europe/Berlin"],
    ],
    stamps: [
      "dd.MM.yyyy, HH:mm 'Uhr'",
      "d. MMMM yyyy HH:mm",
      "dd.MM.yyyy HH.mm 'Uhr'",
      "dd.MM.yyyy HH.mm'Uhr'",
      "dd.MM.yy HH:mm",
      "EEEE, 'den' dd.MM.yyyy, HH:mm 'Uhr'",
      "d.M.yyyy H:mm 'Uhr'",
      "yyyy-MM-dd HH:mm",
    ],
    columns: ["Uhrzeit", "Ereignis"],
    text: "Dienst neu gestartet",
  },
  fr: {
    heading: "Chronologie",
    zones: [
      ["Toutes les heures sont en UTC.", "UTC"],
      ["Toutes les heures sont en heure de Paris.", "Europe/Paris"],
    ],
    stamps: [
      "dd/MM/yyyy HH'h'mm",
      "d MMMM yyyy, HH:mm",
      "d MMMM yyyy 'à' H 'h' mm",
      "d MMM yyyy HH:mm",
      "EEEE d MMMM yyyy, HH'h'mm",
      "'le' dd/MM/yyyy 'à' HH:mm",
      "yyyy-MM-dd HH:mm",
    ],
    columns: ["Heure", "Événement"],
    text: "Service redémarré",
  },
  es: {
    heading: "Línea de tiempo",
    zones: [
      ["Todas las horas en UTC.", "UTC"],
      ["Todas las horas en hora de Colombia.", "America/Bogota"],
    ],
    stamps: [
      "dd/MM/yyyy HH:mm",
      "d 'de' MMMM 'de' yyyy, HH:mm",
      "d 'de' MMMM yyyy HH:mm 'h'",
      "d MMMM yyyy HH:mm 'hs'",
      "dd/MM/yyyy h:mm a",
      "EEEE d 'de' MMMM 'de' yyyy, HH:mm 'hrs'",
      "yyyy-MM-dd HH:mm",
    ],
    columns: ["Hora", "Evento"],
    text: "Se reinicia el servicio",
  },
  pt: {
    heading: "Linha do tempo",
    zones: [
      ["Todos os horários em UTC.", "UTC"],
      ["Todos os horários em horário de Brasília.", "America/Sao_Paulo"],
    ],
    stamps: [
      "dd/MM/yyyy HH:mm",
      "dd/MM/yyyy HH'h'mm",
      "d 'de' MMMM 'de' yyyy, HH:mm",
      "dd/MM/yyyy 'às' HH:mm",
      "EEEE, d 'de' MMMM 'de' yyyy, HH'h'mm",
      "yyyy-MM-dd HH:mm",
    ],
    columns: ["Horário", "Evento"],
    text: "Serviço reiniciado",
  },
  ja: {
    heading: "タイムライン",
    zones: [
      ["時刻はすべて UTC。", "UTC"],
      ["時刻はすべて日本時間。", "Asia/Tokyo"],
    ],
    stamps: [
      "yyyy年M月d日 H時mm分",
      "yyyy年M月d日 HH:mm",
      "yyyy年M月d日 ah時mm分",
      "yyyy年M月d日（EEE） HH:mm",
      "yyyy年MM月dd日 H 時 mm 分",
      "yyyy年M月d日 HH：mm",
      "yyyy/MM/dd HH:mm",
      "yyyy-MM-dd HH:mm",
    ],
    columns: ["時刻", "イベント"],
    text: "サーバーを再起動した",
  },
  zh: {
    heading: "时间线",
    zones: [
      ["所有时间均为 UTC。", "UTC"],
      ["所有时间均为北京时间。", "Asia/Shanghai"],
    ],
    stamps: [
      "yyyy年M月d日 H点mm分",
      "yyyy年M月d日 HH:mm",
      "yyyy年M月d日 ah:mm",
      "yyyy年M月d日 ah时mm分",
      "yyyy 年 M 月 d 日 HH:mm",
      "yyyy年M月d日 EEEE HH:mm",
      "yyyy/MM/dd HH:mm",
      "yyyy-MM-dd HH:mm",
    ],
    columns: ["时间", "事件"],
    text: "重新部署服务",
  },
};

const minute = 60_000;
/** One to six moments, minutes to hours apart, at noon or later, when no clock changes. */
const moments = fc
  .record({
    day: fc.integer({ min: 0, max: 3300 }),
    start: fc.integer({ min: 720, max: 800 }),
    steps: fc.array(fc.integer({ min: 1, max: 90 }), { maxLength: 5 }),
  })
  .map(({ day, start, steps }) =>
    steps.reduce<readonly number[]>(
      (times, step) => [...times, (times.at(-1) ?? 0) + step * minute],
      [Date.UTC(2017, 0, 1 + day) + start * minute],
    ),
  );

/** The instants of the events that are told. */
function instants(text: string): readonly number[] {
  return told(text).flatMap((line) => {
    const [, local, offset] = /^event ~?(\S+) ([+-]\d\d:\d\d)$/.exec(line) ?? [];
    return local === undefined || offset === undefined ? [] : DateTime.fromISO(`${local}${offset}`).toMillis();
  });
}

describe.each(Object.entries(writings))(
  "a timeline that was printed in %s reads back as the same instants",
  (id, of) => {
    it.each(of.stamps)("%s", (stamp) => {
      fc.assert(
        fc.property(moments, fc.constantFrom(...of.zones), fc.boolean(), (times, [words, zone], isTable) => {
          const lines = times.map((time) => {
            const written = DateTime.fromMillis(time, { zone, locale: id }).toFormat(stamp);
            return isTable ? `| ${written} | ${of.text} |` : `- ${written} – ${of.text}`;
          });
          const head = isTable ? [`| ${of.columns.join(" | ")} |`, "| --- | --- |"] : [];
          const text = `---\nlang: ${id}\n---\n\n## ${of.heading}\n\n${words}\n\n${[...head, ...lines].join("\n")}\n`;
          expect({ text, read: instants(text) }).toEqual({ text, read: times });
        }),
        { seed: 20240411, numRuns: 8 },
      );
    });
  },
);
