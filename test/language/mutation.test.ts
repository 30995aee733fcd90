import process from "node:process";
import fc from "fast-check";
import { DateTime } from "luxon";
import { describe, expect, it } from "vitest";
import { checkNotes, rules } from "../../src/check";
import { readSettings } from "../../src/settings";
import { exampleNow, factRules, libraryOf } from "../check/replay";

/** How a language tells the incident; `#` stands for a number with its thousands parted. */
interface Telling {
  readonly sections: readonly [summary: string, timeline: string, cause: string, impact: string, actions: string];
  readonly zone: string;
  readonly summary: string;
  readonly duration: string;
  readonly minutes: string;
  readonly customers: string;
  readonly thousands: string;
  /** Started, detected, acknowledged, identified, mitigated, resolved. */
  readonly events: readonly string[];
  /** Instead of a timeline. */
  readonly prose: string;
  /** What took `#` minutes. */
  readonly acknowledged: string;
  /** A label. */
  readonly timeToDetect: string;
  /** At `<` one thing, `#` minutes later, at `>`, another. */
  readonly later: string;
  /** On the day `#`. */
  readonly onDay: string;
  /** With a weekday, for luxon. */
  readonly longDate: string;
  readonly title: string;
  /** What the title speaks of, and something else. */
  readonly subject: readonly [own: string, other: string];
}

const tellings: Readonly<Record<string, Telling>> = {
  de: {
    sections: ["Zusammenfassung", "Zeitleiste", "Ursache", "Auswirkungen", "Maßnahmen"],
    zone: "Alle Zeiten in UTC.",
    summary: "Eine Änderung störte den Dienst. Betroffen waren # Kunden.",
    duration: "Dauer",
    minutes: "Minuten",
    customers: "# Kunden ohne Zugriff",
    thousands: ".",
    events: [
      "Störung beginnt",
      "Alarm ausgelöst",
      "Alarm quittiert",
      "Ursache gefunden",
      "Störung eingedämmt",
      "Störung behoben",
    ],
    prose: "Siehe Chat.",
    acknowledged: "Der Alarm wurde innerhalb von # Minuten quittiert.",
    timeToDetect: "Zeit bis zur Erkennung",
    later: "Um < fiel die Datenbank aus. # Minuten später, um >, war die Platte voll.",
    onDay: "Am # fiel die API aus.",
    longDate: "cccc, d. MMMM yyyy",
    title: "Ausfall der Datenbank",
    subject: ["Datenbank", "Abrechnung"],
  },
  fr: {
    sections: ["Résumé", "Chronologie", "Cause racine", "Impact", "Actions correctives"],
    zone: "Toutes les heures sont en UTC.",
    summary: "Une modification a perturbé le service. # clients ont été touchés.",
    duration: "Durée",
    minutes: "minutes",
    customers: "# clients sans accès",
    thousands: " ",
    events: [
      "Début de l'incident",
      "Alerte déclenchée",
      "Alerte acquittée",
      "Cause identifiée",
      "Incident atténué",
      "Incident résolu",
    ],
    prose: "Voir le fil de discussion.",
    acknowledged: "L'alerte a été acquittée en moins de # minutes.",
    timeToDetect: "Délai de détection",
    later: "À <, la base est tombée. # minutes plus tard, à >, le disque était plein.",
    onDay: "Le #, l'API est tombée.",
    longDate: "cccc d MMMM yyyy",
    title: "Panne de la facturation",
    subject: ["facturation", "recherche"],
  },
  es: {
    sections: ["Resumen", "Línea de tiempo", "Causa raíz", "Impacto", "Acciones correctivas"],
    zone: "Todas las horas en UTC.",
    summary: "Un cambio afectó el servicio. Hubo # clientes afectados.",
    duration: "Duración",
    minutes: "minutos",
    customers: "# clientes sin acceso",
    thousands: ".",
    events: [
      "Inicio del incidente",
      "Alerta disparada",
      "Alerta reconocida",
      "Causa identificada",
      "Incidente mitigado",
      "Incidente resuelto",
    ],
    prose: "Ver el hilo.",
    acknowledged: "La alerta fue reconocida en menos de # minutos.",
    timeToDetect: "Tiempo de detección",
    later: "A las < cayó la base de datos. # minutos después, a las >, el disco estaba lleno.",
    onDay: "El # falló la API.",
    longDate: "cccc d 'de' MMMM 'de' yyyy",
    title: "Caída de la facturación",
    subject: ["facturación", "búsqueda"],
  },
  pt: {
    sections: ["Resumo", "Linha do tempo", "Causa raiz", "Impacto", "Ações corretivas"],
    zone: "Todos os horários em UTC.",
    summary: "Uma mudança afetou o serviço. Houve # clientes afetados.",
    duration: "Duração",
    minutes: "minutos",
    customers: "# clientes sem acesso",
    thousands: ".",
    events: [
      "Início do incidente",
      "Alerta disparado",
      "Alerta reconhecido",
      "Causa identificada",
      "Incidente mitigado",
      "Incidente resolvido",
    ],
    prose: "Ver a conversa.",
    acknowledged: "O alerta foi reconhecido em menos de # minutos.",
    timeToDetect: "Tempo de detecção",
    later: "Às < o banco caiu. # minutos depois, às >, o disco estava cheio.",
    onDay: "Em # a API falhou.",
    longDate: "cccc, d 'de' MMMM 'de' yyyy",
    title: "Queda do faturamento",
    subject: ["faturamento", "busca"],
  },
  ja: {
    sections: ["概要", "タイムライン", "根本原因", "影響", "再発防止策"],
    zone: "時刻はすべて UTC。",
    summary: "変更によりサービスが不安定になった。影響を受けたのは # 社。",
    duration: "影響時間",
    minutes: "分間",
    customers: "# 社がアクセス不可",
    thousands: ",",
    events: ["障害発生", "アラート検知", "対応開始", "原因特定", "暫定対応完了", "障害復旧"],
    prose: "チャットを参照。",
    acknowledged: "# 分以内にアラートの対応を開始した。",
    timeToDetect: "検知までの時間",
    later: "<にデータベースが停止した。#分後の>にディスクが満杯になった。",
    onDay: "#にAPIが停止した。",
    longDate: "yyyy年M月d日(ccc)",
    title: "決済システム障害",
    subject: ["決済", "検索"],
  },
  zh: {
    sections: ["概述", "时间线", "根本原因", "影响", "改进措施"],
    zone: "所有时间均为 UTC。",
    summary: "一次变更影响了服务。受影响的有 # 个客户。",
    duration: "故障时长",
    minutes: "分钟",
    customers: "# 个客户无法访问",
    thousands: ",",
    events: ["故障开始", "收到告警", "开始处理", "定位原因", "止血完成", "故障恢复"],
    prose: "见聊天记录。",
    acknowledged: "# 分钟内开始处理告警。",
    timeToDetect: "检测时间",
    later: "<数据库宕机。#分钟后，>磁盘写满。",
    onDay: "#，API 不可用。",
    longDate: "yyyy年M月d日 cccc",
    title: "支付系统故障",
    subject: ["支付", "搜索"],
  },
};

interface Story {
  readonly start: DateTime;
  /** Minutes from the start of each event. */
  readonly minutes: readonly number[];
  readonly customers: number;
  readonly isTable: boolean;
}

const story: fc.Arbitrary<Story> = fc
  .record({
    day: fc.integer({ min: 0, max: 3300 }),
    minute: fc.integer({ min: 240, max: 980 }),
    steps: fc.array(fc.integer({ min: 2, max: 45 }), { minLength: 5, maxLength: 5 }),
    customers: fc.integer({ min: 1100, max: 98_765 }),
    isTable: fc.boolean(),
  })
  .map(({ day, minute, steps, ...rest }) => ({
    ...rest,
    start: DateTime.utc(2018, 1, 3).plus({ days: day, minutes: minute }),
    minutes: steps.reduce<readonly number[]>((sums, step) => [...sums, (sums.at(-1) ?? 0) + step], [0]),
  }));

/** What a mutation changes of a note. */
interface Changes {
  readonly date?: string;
  readonly properties?: readonly string[];
  readonly zone?: string;
  readonly minutes?: number;
  readonly customers?: number;
  readonly times?: (times: readonly string[]) => readonly string[];
  readonly events?: (events: readonly string[]) => readonly string[];
  /** Instead of the timeline. */
  readonly prose?: string;
  readonly heading?: string;
  /** Behind the summary, and behind the impact. */
  readonly summary?: string;
  readonly impact?: string;
}

function written({ thousands }: Telling, text: string, value: number): string {
  return text.replace("#", value.toString().replace(/\B(?=(\d{3})+$)/g, thousands));
}

function note(id: string, of: Telling, { start, minutes, customers, isTable }: Story, changes: Changes = {}): string {
  const clock = (after: number): string => start.plus({ minutes: after }).toFormat("HH:mm");
  const [summary, timeline, cause, impact, actions] = of.sections;
  const whole = minutes.at(-1) ?? 0;
  const times = minutes.map(clock);
  const events = changes.events?.(of.events) ?? of.events;
  const lines = (changes.times?.(times) ?? times).map((time, index) =>
    isTable ? `| ${time} | ${events[index] ?? ""} |` : `- ${time} – ${events[index] ?? ""}`,
  );
  return [
    [
      "---",
      `lang: ${id}`,
      `date: ${changes.date ?? start.toFormat("yyyy-MM-dd")}`,
      ...(changes.properties ?? []),
      "---",
    ].join("\n"),
    ...(changes.heading === undefined ? [] : [`# ${changes.heading}`]),
    `## ${summary}\n\n${written(of, of.summary, customers)}\n\n${changes.summary ?? ""}`,
    `## ${timeline}`,
    changes.zone ?? of.zone,
    changes.prose ?? [...(isTable ? ["| Time | Event |", "| --- | --- |"] : []), ...lines].join("\n"),
    `## ${cause}\n\nx`,
    `## ${impact}\n\n- **${of.duration}:** ${changes.minutes ?? whole} ${of.minutes} (${clock(0)}–${clock(whole)})\n- ${written(of, of.customers, changes.customers ?? customers)}${changes.impact ?? ""}`,
    `## ${actions}\n\n- [ ] x`,
  ].join("\n\n");
}

const facts: readonly string[] = factRules;
const { settings } = readSettings({
  rules: Object.fromEntries(rules.filter(({ id }) => !facts.includes(id)).map(({ id }) => [id, { severity: "off" }])),
});

function found(name: string, text: string): readonly string[] {
  return checkNotes({
    library: libraryOf({ [name]: text }),
    settings,
    clock: { now: exampleNow, zone: "UTC" },
    paths: [name],
  }).map(({ rule }) => rule);
}

const at = (times: readonly string[], index: number, time: string): readonly string[] =>
  times.map((each, place) => (place === index ? time : each));

/** How a language with this tag tells it. */
type Told = Telling & { readonly language: string };

/** A change of the true story, which may be told in another way for it. */
type Change = Changes | { readonly before: Changes; readonly after: Changes };

/** Hours and minutes of an event, so many minutes off, on the clock of a zone. */
function clockIn(zone: string, { start, minutes }: Story, index: number, off = 0): string {
  return start
    .plus({ minutes: (minutes[index] ?? 0) + off })
    .setZone(zone)
    .toFormat("HH:mm");
}

/** The properties of the milestones, each at its time. */
function milestones({ start, minutes }: Story): readonly string[] {
  return ["started", "detected", "acknowledged", "identified", "mitigated", "resolved"].flatMap((name, index) =>
    name === "identified"
      ? []
      : `${name}: ${start.plus({ minutes: minutes[index] ?? 0 }).toFormat("yyyy-MM-dd'T'HH:mm")}`,
  );
}

/** The rule, and a change of the story that it must find. */
const kinds: readonly (readonly [rule: string, change: (story: Story, salt: number, of: Told) => Change])[] = [
  [
    "unreadable-time",
    (_, salt) => ({ times: (times) => at(times, salt % 6, `${25 + (salt % 70)}:${10 + (salt % 50)}`) }),
  ],
  [
    "timeline-out-of-order",
    (_, salt) => ({
      times: (times) => at(at(times, salt % 5, times[(salt % 5) + 1] ?? ""), (salt % 5) + 1, times[salt % 5] ?? ""),
    }),
  ],
  ["timeline-without-zone", () => ({ zone: "x" })],
  ["duration-mismatch", ({ minutes }, salt) => ({ minutes: (minutes.at(-1) ?? 0) + 3 + (salt % 50) })],
  ["figure-mismatch", ({ customers }, salt) => ({ customers: customers + 1000 + (salt % 900) })],
  [
    "milestone-order",
    ({ start, minutes }, salt) => ({
      properties: [
        `started: ${start.toFormat("yyyy-MM-dd'T'HH:mm")}`,
        `resolved: ${start.minus({ minutes: 3 + (salt % 50) + (minutes[0] ?? 0) }).toFormat("yyyy-MM-dd'T'HH:mm")}`,
      ],
    }),
  ],
  [
    "event-outside-incident",
    ({ start }, salt) => ({
      times: (times) =>
        at(times, 5, `${start.plus({ days: 30 + (salt % 300) }).toFormat("yyyy-MM-dd")} ${times[5] ?? ""}`),
    }),
  ],
  ["missing-timeline", (_, __, { prose }) => ({ prose })],
  [
    "wrong-zone",
    ({ start }, _, { zone }) => {
      const names = start.setZone("Europe/Berlin", { keepLocalTime: true }).isInDST ? ["CEST", "CET"] : ["CET", "CEST"];
      const [before = {}, after = {}] = names.map((name) => ({ zone: zone.replace("UTC", name) }));
      return { before, after };
    },
  ],
  [
    "zone-pair-mismatch",
    (story, salt) => {
      const pair = (off: number): Changes => ({
        times: (times) =>
          at(times, salt % 6, `${times[salt % 6] ?? ""} UTC (${clockIn("Asia/Tokyo", story, salt % 6, off)} JST)`),
      });
      return { before: pair(0), after: pair([-120, -60, -30, 30, 60, 90][salt % 6] ?? 60) };
    },
  ],
  [
    "permalink-time-mismatch",
    ({ start, minutes }, salt) => {
      const linked = (off: number): Changes => ({
        events: (events) => {
          const posted = start.plus({ minutes: (minutes[salt % 6] ?? 0) + off, seconds: 20 }).toMillis() * 1000;
          return at(
            events,
            salt % 6,
            `${events[salt % 6] ?? ""} ([Slack](https://example.slack.com/archives/C0123ABCD/p${String(posted)}))`,
          );
        },
      });
      return { before: linked(0), after: linked(7 + (salt % 500)) };
    },
  ],
  [
    "metric-mismatch",
    (story, salt, { timeToDetect, minutes }) => {
      const right = story.minutes[1] ?? 0;
      const told = (count: number): Changes => ({
        properties: milestones(story),
        impact: `\n- **${timeToDetect}:** ${count} ${minutes}`,
      });
      return { before: told(right), after: told(right + 3 + (salt % 40)) };
    },
  ],
  [
    "derived-time-conflict",
    (story, salt, { later, acknowledged }) => {
      const since = story.minutes[3] ?? 0;
      const twice = (count: number): Changes => ({
        summary: later
          .replace("<", clockIn("UTC", story, 0))
          .replace(">", clockIn("UTC", story, 3))
          .replace("#", String(count)),
      });
      if (salt % 2 === 0) return { before: twice(since), after: twice(since + 5 + (salt % 40)) };
      const [, detected = 0, answered = 0] = story.minutes;
      const within = (count: number): Changes => ({
        properties: milestones(story),
        summary: acknowledged.replace("#", String(count)),
      });
      return { before: within(answered), after: within(Math.max(0, answered - detected - 2)) };
    },
  ],
  [
    "date-mismatch",
    ({ start }, salt, { language, onDay, longDate }) => {
      if (salt % 2 === 0) return { date: start.plus({ days: 1 + (salt % 300) }).toFormat("yyyy-MM-dd") };
      const day = start.setLocale(language);
      const named = (weekday: DateTime): Changes => ({
        summary: onDay.replace("#", day.toFormat(longDate.replace(/c+/, (form) => `'${weekday.toFormat(form)}'`))),
      });
      return { before: named(day), after: named(day.plus({ days: 1 + (salt % 6) })) };
    },
  ],
  [
    "title-mismatch",
    (_, __, { title, subject: [own, other] }) => ({
      before: { heading: title, properties: [`title: ${title}`] },
      after: { heading: title.replace(own, other), properties: [`title: ${title}`] },
    }),
  ],
];

/** So many changed facts of each kind; 200 tell how often a rule misses. */
const numRuns = Number(process.env["MUTATIONS"] ?? 2);

describe.each(Object.entries(tellings))(
  "in %s a changed fact is caught, and the true story is not accused, by",
  (id, of) => {
    it.each(kinds)("%s", (rule, change) => {
      fc.assert(
        fc.property(story, fc.nat({ max: 9999 }), (told, salt) => {
          const name = `Incident-${told.start.toFormat("yyyy-MM-dd")}-Api.md`;
          const varied = change(told, salt, { ...of, language: id });
          const { before, after } = "after" in varied ? varied : { before: {}, after: varied };
          const [clean, changed] = [note(id, of, told, before), note(id, of, told, after)];
          expect({ found: found(name, clean), text: clean }).toEqual({ found: [], text: clean });
          expect({ found: found(name, changed).includes(rule), text: changed }).toEqual({ found: true, text: changed });
        }),
        { seed: 20240411, numRuns },
      );
    });
  },
);
