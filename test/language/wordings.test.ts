import { describe, expect, it } from "vitest";
import { wordedMilestones, type MilestoneId } from "../../src/incident";
import { english, languageNamed } from "../../src/language";

/** What people write of each milestone, in whole sentences. */
const told: Readonly<Record<string, Partial<Record<MilestoneId, readonly string[]>>>> = {
  en: {
    detected: ["The monitoring system generated an alarm"],
    identified: [
      "An expired token was found to be the cause",
      "Found the reason: a full disk",
      "The new driver was identified by Mia as the cause",
      "We identify the cause as a full disk",
      "The vendor identifies a known firmware defect",
    ],
    mitigated: ["Manual upload was opened as a workaround"],
    resolved: ["Second node drained. Service restored.", "Not sure why. Service is fully restored."],
  },
  es: {
    resolved: [
      "El incidente se resolvió",
      "El problema quedó resuelto",
      "Se resolvió el problema",
      "El servicio se restableció",
      "Se restauró el servicio",
      "El servicio volvió a la normalidad",
      "Todo vuelve a funcionar con normalidad",
      "Se confirma la recuperación completa",
      "Incidente cerrado",
      "El servicio se recuperó",
      "Se dio por resuelta la incidencia",
    ],
    detected: [
      "Se detectó el problema",
      "Salta la alerta",
      "Saltó la alerta",
      "Recibimos una alerta",
      "Los usuarios empiezan a reportar errores",
      "PagerDuty avisa al equipo",
      "Detectamos un aumento de errores",
      "Soporte recibe los primeros avisos",
    ],
    acknowledged: [
      "El equipo de guardia reconoce la alerta",
      "El ingeniero de guardia empieza a investigar",
      "Comenzamos a investigar",
      "Se inicia la investigación",
    ],
    identified: ["Se identificó la causa", "Encontramos la causa raíz", "Se determina que la causa es la migración"],
    mitigated: ["Se aplicó una mitigación", "Se hizo rollback", "Revertimos el despliegue", "Se revirtió el cambio"],
    started: [
      "Comienza el incidente",
      "Empieza la caída",
      "El servicio deja de responder",
      "Se produce la interrupción",
      "Comenzó la caída del servicio",
    ],
  },
  pt: {
    resolved: [
      "O incidente foi resolvido",
      "O problema foi resolvido",
      "O serviço foi restabelecido",
      "O serviço voltou ao normal",
      "Serviço normalizado",
      "Tudo voltou a funcionar",
      "Incidente encerrado",
      "Confirmada a recuperação total",
    ],
    detected: [
      "O problema foi detectado",
      "Alerta disparado",
      "Recebemos um alerta",
      "Usuários começam a reportar erros",
      "Detectamos um aumento de erros",
    ],
    acknowledged: ["Plantonista reconhece o alerta", "Começamos a investigar", "Início da investigação"],
    identified: ["Causa raiz identificada", "Identificamos a causa", "A causa foi encontrada"],
    mitigated: ["Rollback realizado", "Fizemos o rollback", "Mitigação aplicada", "Revertemos o deploy"],
    started: [
      "Início do incidente",
      "Começa a indisponibilidade",
      "O serviço para de responder",
      "Serviço fora do ar",
      "O incidente começou",
    ],
  },
  fr: {
    resolved: [
      "L'incident a été résolu",
      "Le problème est résolu",
      "Le service est rétabli",
      "Retour à la normale",
      "Service rétabli",
      "Tout est revenu à la normale",
      "Clôture de l'incident",
      "Fin de l'incident",
    ],
    detected: [
      "Le problème est détecté",
      "Une alerte se déclenche",
      "Nous recevons une alerte",
      "Les premiers utilisateurs signalent des erreurs",
      "Détection de l'incident",
    ],
    acknowledged: [
      "L'astreinte prend en charge l'alerte",
      "L'équipe commence à investiguer",
      "Début des investigations",
      "Prise en charge par l'astreinte",
    ],
    identified: ["La cause est identifiée", "Nous avons identifié la cause", "La cause racine a été trouvée"],
    mitigated: [
      "Rollback effectué",
      "Mitigation appliquée",
      "Retour arrière effectué",
      "Nous revenons à la version précédente",
    ],
    started: [
      "Début de l'incident",
      "Le service devient indisponible",
      "L'incident commence",
      "Début de la panne",
      "Le site ne répond plus",
    ],
  },
  de: {
    resolved: [
      "Die Störung wurde behoben",
      "Das Problem ist behoben",
      "Störung behoben",
      "Der Dienst läuft wieder",
      "Alle Systeme laufen wieder normal",
      "Der Dienst ist wiederhergestellt",
      "Vorfall geschlossen",
      "Entwarnung",
    ],
    detected: [
      "Das Problem wurde entdeckt",
      "Der Alarm schlug an",
      "Alarm ausgelöst",
      "Wir erhalten einen Alarm",
      "Erste Kunden melden Fehler",
      "Das Monitoring meldet Fehler",
    ],
    acknowledged: [
      "Bereitschaft quittiert den Alarm",
      "Wir beginnen mit der Analyse",
      "Beginn der Fehlersuche",
      "Der Bereitschaftsdienst übernimmt",
    ],
    identified: [
      "Ursache gefunden",
      "Die Ursache wurde gefunden",
      "Wir haben die Ursache identifiziert",
      "Die Ursache ist bekannt",
    ],
    mitigated: [
      "Rollback durchgeführt",
      "Workaround aktiv",
      "Die Störung ist eingedämmt",
      "Wir rollen die Änderung zurück",
    ],
    started: [
      "Beginn der Störung",
      "Die Störung beginnt",
      "Der Dienst fällt aus",
      "Ausfall beginnt",
      "Die Website ist nicht mehr erreichbar",
    ],
  },
  ja: {
    resolved: [
      "復旧を確認",
      "サービスが復旧した",
      "復旧完了",
      "障害が解消した",
      "正常に戻った",
      "サービス復旧",
      "完全復旧を確認",
    ],
    detected: [
      "アラートを検知",
      "アラートが発報",
      "監視アラートが鳴る",
      "ユーザーから報告を受ける",
      "お客様からの問い合わせで発覚",
      "障害を検知",
      "モニターが発火",
      "チャットにアラートが飛んできた",
      "店舗から電話で連絡を受ける",
      "当番が気づきました",
    ],
    acknowledged: ["担当者が調査を開始", "調査開始", "当番が対応を開始", "調査を始めました", "当番が ACK"],
    identified: ["原因を特定", "原因が判明", "原因特定", "電源の故障と特定", "設定が古いことがわかりました"],
    mitigated: ["ロールバックを実施", "切り戻しを実施", "暫定対応を実施", "切り戻し完了"],
    started: [
      "障害発生",
      "障害が発生",
      "サービスが停止",
      "エラーが発生し始める",
      "タイムアウトが増え始めました",
      "通信が断となる",
    ],
  },
  zh: {
    resolved: ["服务恢复正常", "故障恢复", "问题解决", "服务已恢复", "确认恢复", "全部恢复", "业务恢复"],
    detected: [
      "收到告警",
      "监控告警",
      "发现问题",
      "用户反馈无法访问",
      "告警触发",
      "登录失败率告警",
      "群里有人反馈打不开",
      "学生反映无法上网",
    ],
    acknowledged: ["值班人员开始排查", "开始处理", "值班响应", "研发介入排查", "ACK，建群", "小李开始查"],
    identified: ["定位到原因", "找到根因", "确认原因", "确认问题由磁盘写满引起", "查出来是证书过期"],
    mitigated: ["回滚完成", "执行回滚", "止损完成", "回退新版本"],
    started: [
      "故障发生",
      "故障开始",
      "服务不可用",
      "出现大量超时",
      "开始出现错误",
      "登录成功率开始下跌",
      "支付失败率升高",
    ],
  },
};

/** What sounds like one and tells of none: negated, planned, supposed. */
const untold: Readonly<Record<string, readonly string[]>> = {
  en: ["The desk acknowledges at 03:21 and calls the vendor", "Not resolved. Still waiting."],
  es: [
    "El problema no se resolvió",
    "Se resolvió parcialmente",
    "El servicio aún no se recupera",
    "Se intenta un rollback",
    "Esperamos que se recupere el servicio",
    "Cuando se resolvió, avisamos",
    "Revisar por qué saltó tarde la alerta",
    "Añadir una alerta de latencia",
    "El servicio sigue sin responder con normalidad",
    "No recibimos ninguna alerta",
    "No detectamos nada anormal",
    "La causa podría ser la migración",
    "Sin mitigación por ahora",
    "Se propone revertir el cambio",
    "Nadie empezó a investigar",
  ],
  pt: [
    "O problema não foi resolvido",
    "Ainda não detectamos a causa",
    "Resolvido parcialmente",
    "Não recebemos alerta",
    "Se o serviço voltar ao normal",
    "Tentativa de rollback",
    "Não fizemos rollback",
    "Criar um alerta de latência",
    "Aguardando a recuperação total",
    "Ninguém começou a investigar",
  ],
  fr: [
    "Le problème n'est pas résolu",
    "Le service n'est pas rétabli",
    "Nous n'avons reçu aucune alerte",
    "Nous ne recevons pas d'alerte",
    "Tentative de rollback",
    "Ajouter une alerte",
    "La mitigation n'est pas en place",
    "Si le service est rétabli",
    "Personne ne commence à investiguer",
    "Nous ne revenons pas à la version précédente",
    "Avant la clôture de l'incident",
  ],
  de: [
    "Die Störung ist noch nicht behoben",
    "Wir haben keinen Alarm erhalten",
    "Wir erhalten keinen Alarm",
    "Das Problem wurde nicht behoben",
    "Ein Rollback wird geprüft",
    "Wir rollen nicht zurück",
    "Sobald der Dienst wieder läuft",
    "Die Störung war teilweise behoben",
    "Falls die Ursache gefunden wird",
    "Alarm für Latenz ergänzen",
    "Niemand beginnt mit der Analyse",
  ],
  ja: [
    "復旧していない",
    "まだ復旧していない",
    "原因は特定できていない",
    "ロールバックを検討",
    "アラートを追加する",
    "復旧を待つ",
  ],
  zh: ["尚未恢复", "服务未恢复", "没有收到告警", "增加告警", "下线一批旧机器", "原因尚未定位", "准备回滚", "等待恢复"],
};

function read(clause: string, id: string): readonly MilestoneId[] {
  return wordedMilestones(clause, languageNamed(id) ?? english).map((worded) => worded.id);
}

describe.each(Object.entries(told))("in %s, as a milestone is read", (language, sentences) => {
  it.each(Object.entries(sentences).flatMap(([id, list]) => list.map((clause) => [clause, id] as const)))(
    "%s: %s",
    (clause, id) => {
      expect(read(clause, language)).toContain(id);
    },
  );
});

describe.each(Object.entries(untold))("in %s, no milestone is read in", (language, sentences) => {
  it.each(sentences)("%s", (clause) => {
    expect(read(clause, language)).toEqual([]);
  });
});
