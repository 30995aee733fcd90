/** What notes of the other languages say, by what it is read as; each text stands alone in a note. */
interface Elsewhere {
  readonly heading: string;
  readonly prose: readonly string[];
  readonly events: readonly string[];
  readonly actions: readonly string[];
}

export const elsewhere: Readonly<Record<string, Elsewhere>> = {
  de: {
    heading: "Zeitlicher Ablauf",
    prose: [
      "Der Ausfall dauerte 47 Minuten (06:12–06:59).",
      "Der Ausfall dauerte etwa anderthalb Stunden, von 6:12 bis 7:42 Uhr.",
      "Dauer: 47 Minuten (nur Kasse)",
      "Zeit bis zur Erkennung: 12 Minuten",
      "Innerhalb von 19 Minuten war es gefunden, 5 Minuten später behoben.",
      "Rund 2.300 Anfragen gingen verloren, das sind 3,4 % der Bestellungen.",
      "Mehr als 1.250 Kunden, höchstens 500 Nutzer, 12 Mio. Anfragen und 4.200 € Verlust.",
      "Um 06:12 Uhr begann die Störung und um 06:59 war sie behoben.",
      "Der Alarm wurde um 06:20 ausgelöst, die Ursache um 06:30 gefunden.",
      "Beginn: 11.4.2024 06:12",
      "Datum: 11. April 2024",
      "Ende (UTC): 06:59",
    ],
    events: [
      "- 06:12 Uhr: Störung beginnt\n- 06:20 Alarm ausgelöst\n- 06:59 Störung behoben",
      "- 11.4. 06:12 Beginn\n- 12.4. 06:59 Ende",
      "- Beginn: 06:12\n- Ende: 06:59",
      "Alle Zeiten in MEZ\n\n- 06:12 Beginn",
      "| Zeit | Ereignis |\n|---|---|\n| 06:12 | Störung beginnt |\n| 06:59 | Behoben |",
      "- gegen 06:12 Ursache nicht gefunden\n- 06:30 Ursache gefunden",
    ],
    actions: [
      "- [ ] Alarm einrichten (Verantwortlich: Ada, bis 1.5.2024)",
      "- [ ] Alarm einrichten, fällig am 1. Mai 2024",
      "- [ ] Alarm einrichten, Verantwortlich: Ada, fällig 2024-05-01",
      "- [erledigt] Alarm einrichten",
      "- [-] Alarm einrichten, weil er fehlt",
      "| Maßnahme | Verantwortlich | Fällig | Status |\n|---|---|---|---|\n| Alarm einrichten | Ada | 1.5.2024 | erledigt |\n| Plan | offen | | offen |",
    ],
  },
  fr: {
    heading: "Chronologie",
    prose: [
      "La panne a duré 47 minutes (06:12–06:59).",
      "La panne a duré environ une heure et demie, de 6h12 à 7h42.",
      "Durée : 47 minutes",
      "Délai de détection : 12 minutes",
      "Au bout de 19 minutes l'alerte est tombée, 5 minutes plus tard tout était rétabli.",
      "Environ 2 300 requêtes ont échoué, soit 3,4 % des commandes.",
      "Plus de 1 250 clients, au plus 500 utilisateurs et 4 200 € de pertes.",
      "L'incident a commencé à 6h12 et a été résolu à 6h59.",
      "Début : 11/04/2024 06:12",
      "Date : 11 avril 2024",
    ],
    events: [
      "- 6h12 : début de l'incident\n- 6h20 : alerte reçue\n- 6h59 : incident résolu",
      "- à 06:12 la panne commence\n- vers 06:59 service rétabli",
      "Toutes les heures sont en CET\n\n- 06:12 début",
      "| Heure | Événement |\n|---|---|\n| 06:12 | Début de l'incident |\n| 06:59 | Résolu |",
    ],
    actions: [
      "- [ ] Ajouter une alerte (responsable : Ada, échéance : 01/05/2024)",
      "- [ ] Ajouter une alerte, pour le 1er mai 2024",
      "- [ ] Ajouter une alerte, responsable : Ada, échéance 2024-05-01",
      "- [fait] Ajouter une alerte",
      "| Action | Responsable | Échéance | Statut |\n|---|---|---|---|\n| Ajouter une alerte | Ada | 1 mai 2024 | fait |",
    ],
  },
  es: {
    heading: "Cronología",
    prose: [
      "La caída duró 47 minutos (06:12–06:59).",
      "Duración: 47 minutos",
      "Tiempo de detección: 12 minutos",
      "Unas 2.300 solicitudes fallaron, el 3,4 % de los pedidos.",
      "El incidente comenzó a las 06:12 y se resolvió a las 06:59.",
      "Inicio: 11/04/2024 06:12",
    ],
    events: [
      "- 06:12 Comienza el incidente\n- 06:20 Se detecta el problema\n- 06:59 Incidente resuelto",
      "| Hora | Evento |\n|---|---|\n| 06:12 | Inicio del incidente |\n| 06:59 | Resuelto |",
    ],
    actions: [
      "- [ ] Añadir una alerta (responsable: Ada, fecha límite: 01/05/2024)",
      "- [ ] Añadir una alerta, a cargo de Ada, antes del 1 de mayo de 2024",
      "- [ ] Añadir una alerta, responsable: Ada",
      "| Acción | Responsable | Fecha límite | Estado |\n|---|---|---|---|\n| Añadir una alerta | Ada | 1 de mayo de 2024 | hecho |",
    ],
  },
  pt: {
    heading: "Linha do tempo",
    prose: [
      "A indisponibilidade durou 47 minutos (06:12–06:59).",
      "Duração: 47 minutos",
      "Cerca de 2.300 requisições falharam.",
      "O incidente começou às 06:12 e foi resolvido às 06:59.",
    ],
    events: ["- 06:12 Início do incidente\n- 06:20 Alerta recebido\n- 06:59 Incidente resolvido"],
    actions: ["- [ ] Criar um alerta, responsável: Ada", "- [concluído] Criar um alerta"],
  },
  ja: {
    heading: "タイムライン",
    prose: [
      "決済が停止した。1,200社が影響を受け、30分後に復旧した。",
      "12分以内に検知した。原因の特定は5分後。",
      "障害は47分間継続した（06:12〜06:59）。",
      "停止時間: 47分",
      "検知時間：12分",
      "影響ユーザー：1250人",
      "約2300件のリクエストが失敗した。",
      "発生日時：2024年4月11日 6時12分",
      "6時12分に障害が発生し、6時59分に復旧した。",
    ],
    events: [
      "- 06:12 障害発生\n- 06:20 アラート検知\n- 06:30 原因特定\n- 06:59 復旧完了",
      "- 6時12分 障害発生\n- 翌日 6時59分 復旧",
      "| 時刻 | 内容 |\n|---|---|\n| 06:12 | 障害発生 |\n| 06:59 | 復旧 |",
    ],
    actions: [
      "- [ ] 監視を追加する（担当: 田中、期限: 2024/05/01）",
      "- [ ] 監視を追加する、期限：2024年5月1日",
      "- [ ] Criar um alerta (responsável: Ada, prazo: 01/05/2024)",
      "- [ ] Criar um alerta, até 1 de maio de 2024",
      "- [ ] 監視を追加する（担当：田中、期限：2024-05-01）",
      "| 対策 | 担当 | 期限 | 状態 |\n|---|---|---|---|\n| 監視を追加 | 田中 | 2024年5月1日 | 完了 |\n| 見直し | 未定 | | 完了予定 |",
    ],
  },
  zh: {
    heading: "时间线",
    prose: [
      "支付宕机，1200个用户受影响。30分钟后，6:42恢复。",
      "12分钟内发现。5分钟后定位原因。",
      "故障持续了47分钟（06:12–06:59）。",
      "持续时间：47分钟",
      "发现耗时：12分钟",
      "约2300个请求失败。",
      "开始时间：2024年4月11日 6:12",
      "下午3:06发现故障，下午4:10恢复。",
    ],
    events: [
      "- 06:12 故障发生\n- 06:20 收到告警\n- 06:30 定位原因\n- 06:59 服务恢复",
      "| 时间 | 事件 |\n|---|---|\n| 06:12 | 故障发生 |\n| 06:59 | 恢复 |",
    ],
    actions: [
      "- [ ] 增加监控（负责人: 张三，截止日期: 2024/05/01）",
      "- [ ] 增加监控，截止2024年5月1日",
      "- [ ] 增加监控（负责人：张三，截止日期：2024-05-01）",
      "| 改进措施 | 负责人 | 截止日期 | 状态 |\n|---|---|---|---|\n| 增加监控 | 张三 | 2024年5月1日 | 已完成 |",
    ],
  },
};
