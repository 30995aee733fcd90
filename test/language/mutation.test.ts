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
}

function written({ thousands }: Telling, text: string, value: number): string {
  return text.replace("#", value.toString().replace(/\B(?=(\d{3})+$)/g, thousands));
}

function note(id: string, of: Telling, { start, minutes, customers, isTable }: Story, changes: Changes = {}): string {
  const clock = (after: number): string => start.plus({ minutes: after }).toFormat("HH:mm");
  const [summary, timeline, cause, impact, actions] = of.sections;
  const whole = minutes.at(-1) ?? 0;
  const times = minutes.map(clock);
  const lines = (changes.times?.(times) ?? times).map((time, index) =>
    isTable ? `| ${time} | ${of.events[index] ?? ""} |` : `- ${time} – ${of.events[index] ?? ""}`,
  );
  return [
    [
      "---",
      `lang: ${id}`,
      `date: ${changes.date ?? start.toFormat("yyyy-MM-dd")}`,
      ...(changes.properties ?? []),
      "---",
    ].join("\n"),
    `## ${summary}\n\n${written(of, of.summary, customers)}`,
    `## ${timeline}`,
    changes.zone ?? of.zone,
    [...(isTable ? ["| Time | Event |", "| --- | --- |"] : []), ...lines].join("\n"),
    `## ${cause}\n\nx`,
    `## ${impact}\n\n- **${of.duration}:** ${changes.minutes ?? whole} ${of.minutes} (${clock(0)}–${clock(whole)})\n- ${written(of, of.customers, changes.customers ?? customers)}`,
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

/** The rule, and a change of the story that it must find. */
const kinds: readonly (readonly [rule: string, change: (story: Story, salt: number) => Changes])[] = [
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
          const clean = note(id, of, told);
          const changed = note(id, of, told, change(told, salt));
          expect({ found: found(name, clean), text: clean }).toEqual({ found: [], text: clean });
          expect({ found: found(name, changed).includes(rule), text: changed }).toEqual({ found: true, text: changed });
        }),
        { seed: 20240411, numRuns },
      );
    });
  },
);
