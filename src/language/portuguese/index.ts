import type { Language } from "../written";

export const portuguese: Language = {
  id: "pt",
  name: "Portuguese",
  common: "o|os|não|uma|com|foi|do|da|em|ao|no|na|dos|das|pelo|pela|são|às|e|para|até|sem|mais",
  sections: {
    "what-happened":
      "Resumo (executivo)|Sumário (executivo)|Sintoma|O que (aconteceu/ocorreu/houve)|Síntese" +
      "|Descrição|Visão geral|Contexto",
    timeline:
      "Linha (do tempo/temporal)|Passo a passo|Como (se desenrolou/aconteceu)|Minuto a minuto|Timeline (estimada/detalhada/completa)" +
      "|Cronologia (dos fatos)|Sequência (de eventos/dos fatos/dos acontecimentos)|Histórico (dos fatos)|Evolução|Eventos",
    "root-cause":
      "Causa raiz|Causa (/raiz/imediata/provável/suspeita/sistêmica/principal)" +
      "|Origem (provável)|Fatores contribuintes|(5/Cinco) porquês" +
      "|Análise (/da causa raiz/técnica)|Gatilho|Raiz do problema|Por quê|Por que (/aconteceu/ocorreu/isso aconteceu)",
    impact:
      "Impacto (/no cliente/nos usuários/inicial/no negócio/operacional/financeiro)" +
      "|(Recursos/Serviços/Componentes/Sistemas/Usuários/Dados) afetados|Prejuízos|Escopo|Abrangência|Consequências",
    "action-items":
      "Ações corretivas|Ações (/corretivas/preventivas/de acompanhamento/imediatas/futuras)" +
      "|Melhorias (preventivas)|Prevenção (de recorrência)|(Plano/Itens) de ação|Pendências|Recomendação" +
      "|Recomendações|Próximos passos|Próximas ações|Providências|Medidas (/preventivas/corretivas/adotadas/tomadas)|Deliberações|E agora|Plano de melhorias|O que (falta/faremos/muda agora)|Acompanhamento" +
      "|O que (estamos fazendo/vamos fazer/vamos mudar)",
    "went-well": "O que (deu certo/funcionou/funcionou bem/foi bem/correu bem/fizemos bem)",
    "went-wrong":
      "O que (deu errado/não funcionou/não foi bem/foi mal/correu mal/pode melhorar/falhou/poderia ter sido melhor)|Pontos (de melhoria/a melhorar)",
    "got-lucky": "Onde (tivemos/demos) sorte|Tivemos sorte|Sorte",
  },
  sectionWords: {
    "what-happened": "resumo|descrição|síntese|aconteceu|ocorrido|ocorreu|sumário|contexto",
    timeline: "cronologia|cronológico|cronológica|linha do tempo|sequência|eventos|diário|andamento|registro",
    "root-cause": "causa(s)|origem|motivo(s)|por que|porquê|razão|razões|análise|fatores|diagnóstico|gatilho",
    impact: "impacto(s)|afetado(s)|afetada(s)|afetou|consequências|efeitos|alcance|prejuízo(s)|danos|abrangência",
    "action-items":
      "ação|ações|medida(s)|tarefas|melhorias|compromissos|passos|pendências|recomendações|prevenção|providências|encaminhamentos",
    "went-well": "bem|positivo(s)",
    "went-wrong": "mal|negativo(s)",
    "got-lucky": "sorte",
  },
  sectionFillers: "o|a|os|as|do|da|dos|das|de|incidente|ocorrido|ocorrência|queda|ataque|evento",
  sectionJoints: "e",
  calendar: {
    months: [
      "janeiro",
      "fevereiro|fev",
      "março",
      "abril|abr",
      "maio|mai",
      "junho",
      "julho",
      "agosto|ago",
      "setembro|set",
      "outubro|out",
      "novembro",
      "dezembro|dez",
    ],
    weekdays: [
      "segunda-feira|seg",
      "terça-feira|ter",
      "quarta-feira|qua",
      "quinta-feira|qui",
      "sexta-feira|sex",
      "sábado|sáb",
      "domingo|dom",
    ],
    ordinals: "º|o",
    joints: "de|do|dia",
    nextDay: "(no dia/dia/na manhã) seguinte",
    dayBefore: "(no dia/dia) anterior|na véspera|véspera",
    partOfDay: "de manhã|manhã|meio-dia|à tarde|tarde|à noite|noite|madrugada",
    first: "day",
  },
  clock: {
    am: "da manhã|da madrugada",
    pm: "da tarde|da noite",
    maybeHour: "horas|hrs|h",
    idle: "horas",
    at: "às|à|no dia|dia|em|no|pelas",
    from: "das|de|desde (as)|a partir (das/de)|da",
    between: "entre (as)",
    vague: "após (as)|(antes/depois/pouco antes/pouco depois) das|logo após",
    to: "às|a|até|até as",
    and: "e|e as",
    or: "ou",
  },
  zones: {
    abbreviations: {
      BRT: [-180, "America/Sao_Paulo"],
      BRST: [-120, "America/Sao_Paulo"],
      AMT: [-240, "America/Manaus"],
      FNT: [-120, "America/Noronha"],
      ACT: [-300, "America/Rio_Branco"],
    },
    lowerCase: "brt",
    names: {
      "America/Sao_Paulo": "(horário/hora/horário oficial/fuso) de brasília|(horário/hora) de são paulo",
      "Europe/Lisbon": "horário de lisboa|hora (de lisboa/de portugal/portuguesa)",
      "America/Manaus": "horário de manaus",
      "America/Los_Angeles": "horário do pacífico",
    },
    cues: "horário(s)|horas|hora|fuso|fuso horário|tempos",
    all: "(todos os/os) horários|todas as horas|horários (em/no/estão)|fuso horário|fuso|todos os tempos",
    joints: "são|estão|em|no|é|indicados",
  },
  lengths: {
    units: {
      second: "segundo(s)|seg",
      minute: "minuto(s)",
      hour: "horas|hora",
      day: "dias|dia",
      week: "semana(s)",
    },
    numbers: {
      1: "um|uma",
      2: "dois|duas",
      3: "três",
      4: "quatro",
      5: "cinco",
      6: "seis",
      7: "sete",
      8: "oito",
      9: "nove",
      10: "dez",
      11: "onze",
      12: "doze",
      15: "quinze",
      20: "vinte",
      30: "trinta",
      40: "quarenta",
      50: "cinquenta",
      60: "sessenta",
      0.5: "meia|meio",
    },
    andHalf: "e meia|e meio",
    and: "e",
    to: "a|ou",
    cues: "dura(/nte/ção)|durou|por|há|em|total|tempo|após|depois de|cada|uptime|mais de|menos de|cerca de",
    labels: {
      "time-to-detect": "(Tempo até/Tempo até a/Tempo de) detecção",
      "time-to-acknowledge": "Tempo de (resposta/reconhecimento)",
      "time-to-identify": "Tempo de diagnóstico",
      "time-to-mitigate": "(Tempo de/Tempo até) mitigação",
      "time-to-resolve": "Tempo (de resolução/até resolução/de recuperação)",
      "time-to-repair": "Tempo de reparo",
      "full-outage": "(Indisponibilidade/Queda) total",
      "partial-outage": "(Indisponibilidade/Queda) parcial",
      outage: "Indisponibilidade|Tempo (fora do ar/de indisponibilidade/de inatividade)|Queda",
      incident: "Duração do (incidente/impacto)",
      duration: "Duração (total)",
    },
    outage: "indisponibilidade|queda|inatividade",
    incident: "incidente|interrupção|degradação",
    down: "fora do ar|indisponíve(l/is)|inacessíve(l/is)|sem serviço|caíd(o/a)|inoperante",
    been: "esteve|est(iveram/á/ava/avam)|fic(ou/aram)|foi|permaneceu",
    lasted: "durou|dura|que durou|se estendeu|persistiu",
    during: "por|durante",
    within: "em menos de|dentro de|nos primeiros",
    after: "após [apenas]|depois de",
    later: "depois|mais tarde",
    counting: "do|da",
    origin: "início|começo|queda-|detec-|erro-|falh-",
  },
  measures: {
    about:
      "aprox.|aprox|aproximadamente|cerca de|(cerca/por volta/em torno/perto) das|por volta de|em torno de" +
      "|quase|uns|umas|mais ou menos|estimado",
    aboutBehind: "aprox|aprox.",
    atLeast: "mais de|(pelo/ao) menos",
    atMost: "menos de|no máximo|até",
    thousands: ".",
    decimals: ",",
  },
  story: {
    lists: {
      trouble: "incidente|queda|falha(s)|problema(s)|indisponibilidade|impacto|degradação|interrupção|erros|erro",
      falling: "a (cair/diminuir/baixar/desaparecer)",
      service: "serviço(s)|tráfego|sistema(s)|portal|plataforma|acesso|operação|produção|aplicação|ambiente",
    },
    milestones: {
      started: {
        names:
          "Início (estimado)|Início do incidente/impacto/problema|Início da falha/queda/indisponibilidade/ocorrência" +
          "|Começo|Primeiro visto|(Data/Hora/Horário) de início|Abertura|Data/Hora de abertura",
        states:
          "início do incidente/impacto/problema|início da falha/queda/indisponibilidade/degradação" +
          "|início dos erros|{trouble} começa(/m/ram)/começou/inicia(/do/da)/iniciou !{falling}",
        tells:
          "começou/começa(/ram/m) a falhar|começou/começa(/ram/m) [a/o/as/os/um/uma] {trouble}|queda total/geral|fica/ficou sem memória/espaço/conexão/serviço|primeir(o/a/os/as) erro/erros/falha(s)/sintomas" +
          "|(fora/saiu) do ar|serviço/site/sistema/api/banco/servidor/cluster … caiu/cai/fora" +
          "|para de responder/funcionar/carregar/abrir/processar|parou/param/pararam/deixa(m)/deixou/deixaram de -r|não responde(m)/carrega(m)/abre(m)|começa(/m/ram)/começou a ser/dar/retornar/pipocar/aparecer" +
          "|trava/travou/travaram|inacessíve(l/is)|indisponíve(l/is)|acesso inicial|primeiro acesso/uso",
      },
      detected: {
        names:
          "Detecção|Deteção|Detectado (por)|Detectada|Incidente/Problema detectado|Reportado" +
          "|Primeiro (alerta/reporte)|(Data/Hora) de detecção|Alerta|Percebido",
        states:
          "incidente/problema/erro/falha/anomalia/queda … detectad(o/a)/reportad(o/a)/percebid(o/a)" +
          "|identificado pelo" +
          "|^detecção/deteção|^detectad(o/a)" +
          "|detectad(o/a)/reportad(o/a)/notado/percebido pel(o/a/os)/por",
        tells:
          "alerta(s)/alarme(s)/monitoramento/monitor(ia) … aciona(/m)/acionou/dispara(/do/da/m)/disparou/recebido/acionado/detect(a/ou)/notifica" +
          "|primeir(o/a/os/as) alerta(s)/reclamação/reclamações/chamado(s)/ticket(s)/reporte(s)/relato(s)" +
          "|usuário(s)/cliente(s)/suporte/equipe/time/área/setor … avisa(m)/avisou/reporta(/m/r/ram)/reportou/relata(/m/ram)/relatou/nota/notou/reclama(/m/r/ram)/reclamou" +
          "|abre/abrem/abriu/aberto chamado/ticket" +
          "|grafana/zabbix/datadog/pagerduty/opsgenie … apita/alerta/avisa/notifica|liga(m)/ligou para o suporte|relata(m/ram)/relatou {trouble}|comunica(m)/comunicou o/a/um/uma vazamento/falha/problema|recebe(mos/u) … alerta(s)/aviso(s)/relatos/reclamações|recebid(o/os) alerta(s)|percebemos|notamos|^… percebe(/m/u)|observ(amos/ou/ado/ados) … {trouble}|detectad(os/as) {trouble}|^… detecta(m)/detectou|detectamos/detectaram",
      },
      acknowledged: {
        names: "Reconhecido|Reconhecimento|Alerta reconhecido|Acionado|Resposta|Acionamento",
        states:
          "reconhece(u)/reconhecid(o/a)" +
          "|plantão/plantonista/equipe/time/SRE … acionad(o/a)/assume/assumiu/responde/confirma/atende/reconhece",
        tells:
          "investigação/diagnóstico/análise … iniciad(a/o)/começ(a/ou)|início da investigação/análise" +
          "|inici(a/amos/ou) a investigação/análise|começ(a/amos/ou) a investigar/analisar|estamos investigando|investigamos" +
          "|assume/assumiu o/a caso/chamado/incidente/atendimento|^… assume/assumiu/atende/atendeu|inicia(m)/iniciou o atendimento|início à/da apuração|acionad(o/a) … sobreaviso/plantão/equipe/time" +
          "|início do diagnóstico",
      },
      identified: {
        names:
          "Identificad(o/a)|Identificação" +
          "|Causa (identificada/raiz identificada/encontrada/confirmada/raiz confirmada)|Diagnóstico",
        states:
          "causa(s)/origem/raiz/culpado … identificad(a/o)/encontrada/confirmada/determinada/localizada/isolada/descoberta" +
          "|identific(a/amos/ou)/encontr(a/amos/ou)/ach(a/amos/ou)/confirm(a/ou)/descobr(e/iu)/determina … causa/origem",
        tells:
          "^identificad(o/a)|descobrimos que|descoberta/encontrada/identificada/localizada a causa|constatado que|problema/erro/bug/falha/commit … identificad(o/a)/localizado/isolado",
      },
      mitigated: {
        names: "Mitigad(o/a)|Mitigação (aplicada)|Contido|Contenção|Contornado|Incidente/Impacto mitigado",
        states:
          "mitigad(o/a)|mitigação/contenção … aplicada/concluída/efetiva/completa" +
          "|incidente/impacto/problema … contido/mitigado/contornado",
        tells:
          "rollback/revert/hotfix/fix/correção/workaround/patch … aplicad(o/a)/concluído/executad(o/a)/realizado/feito/completo" +
          "|desativad(o/a)|revertid(o/a)|feito/realizado/aplicad(o/a) [o/a] rollback/hotfix/correção/solução/patch|tráfego desviado|revertemos|fizemos [o] rollback|contornado|voltamos/voltou/volta para/à [a] versão" +
          "|aplicamos/aplicou … correção/patch/fix/hotfix/mitigação|conta(s)/acesso(s) bloquead(a/o/as/os)|chave(s)/token(s)/sessões revogad(a/o/as/os)|servidor/máquina isolad(o/a)",
      },
      resolved: {
        names:
          "Resolvid(o/a)|Resolução|Fim|Fim do incidente/impacto|Encerramento|Encerrado|Fechado" +
          "|Incidente/Problema resolvido/encerrado/fechado|Serviço restaurado/restabelecido/normalizado" +
          "|Recuperado|Recuperação|Restaurado|Restabelecido|Normalizado|Normalização|Data/Hora de resolução" +
          "|Data de encerramento|(Hora/Horário) de (fim/término)|Término (/do incidente/da ocorrência)",
        states:
          "incidente/problema/falha/queda/erro/chamado … resolvid(o/a)/encerrad(o/a)/fechad(o/a)/corrigid(o/a)/solucionad(o/a)/resolveu" +
          "|corrigid(o/a) e validad(o/a)|fim do incidente/impacto/problema|fim da falha/queda/indisponibilidade|^resolvid(o/a)/resolveu",
        tells:
          "{service} … operacional" +
          "|estáve(l/is)/recuperad(os/as/o/a)/restaurad(os/as/o/a)/restabelecid(os/o/a)/normalizad(o/a)" +
          "|voltou/volta(/ram/m) ao normal/ar" +
          "|voltou/volta(/ram/m) a funcionar/responder/operar/processar/ficar|{service} voltou/voltaram !a|no ar novamente" +
          "|operando/funcionando normalmente|normalização do/da/confirmada|confirmada a normalização|reestabelecid(o/a)|tudo normal/operacional/verde|erros cessaram/pararam|operação normal/normalizada" +
          "|totalmente operacional|recuperação completa/total",
      },
    },
    fillers: "é|está|estão|foi|foram|tem|sido|já|agora|totalmente|completamente|oficialmente|finalmente|também|enfim",
    doubt:
      "não|nunca|ninguém|ainda|continua(m)|sem|nenhum(a)|tentativa(s)|tenta|hipótese|suspeita|provável|provavelmente" +
      "|possível|possivelmente|parcial|parcialmente|pendente|será|serão|deve|deveria|pode|poderia|quando|se" +
      "|antes|até|para|aguardando|previst(o/a)|previsão|a confirmar|em observação|insuficiente|novamente|outro|outra" +
      "|por que|vai|início da resolução",
    doubtBehind: "pendente|parcialmente|parcial|mais tarde|prevista|falhou|não|insuficiente|de dados",
    change: "implantação|mudança|alteração|atualização|migração|configuração|reinício",
    effect: "causou|causa|provoc(ou/a)|gerou|introduziu|derrubou|disparou",
    outageBegins: "(início/começo) da (interrupção/queda/indisponibilidade)",
    outageEnds: "(fim/término) da (interrupção/queda/indisponibilidade)",
    alert: "alerta|alarme",
    began: "começou|iniciou|teve início|iniciado|começando",
    ended: "terminou|encerrou|acabou|resolvid(o/a)|restabelecid(o/a)|normalizad(o/a)",
    shouted: "resolvido|detectado|mitigado|reconhecido|identificado",
    until: "até que|até (ser/se)",
  },
  labels: {
    date: "Data|Datas|Quando|Período|Data e hora|Data/hora",
    incidentDate: "(Data/Dia) do incidente|Data da ocorrência|Incidente de|Data de início|Data/Hora de abertura",
    reportDate:
      "Data (do postmortem/do post-mortem/do relatório/da reunião/de emissão/deste documento/de criação)|Última atualização|Próxima reunião" +
      "|Atualizado (em)|Criado em|Publicado em|Versão",
    byline: "Por|(Escrito/Redigido) por",
    time: "Horário|Hora|Horas|Quando|Data|Data/hora|Momento|Data e hora",
    event: "Evento(s)|O que aconteceu|Descrição|Ação|Ocorrência|Erro|Acontecimento|Fato",
    unlike: "próxim(o/a)|data da reunião",
    end: "fim|até|término",
    elapsed: "decorrido",
    window: "Duração|Janela (de impacto)|Período (do incidente)",
    update: "Atualização|Confirmação",
  },
  actions: {
    columns: {
      text:
        "Ação (/corretiva/preventiva/derivada)|Deliberação|Decisão|Ações|Tarefa(s)|Descrição|O que|Medida|Melhoria|Atividade" +
        "|Pendência",
      owner: "Equipe|Time|Encarregado",
      due: "Data (/alvo/prevista/de vencimento/de entrega)|Quando|Previsão|Deadline",
      status: "Estado|Situação|Andamento",
      priority: "Prioridade",
      ticket: "Referência|Chamado",
      type: "Tipo|Categoria",
      remark: "Nota|Notas|Comentário(s)|Observação|Observações|Resultado",
    },
    done:
      "feit(o/a)|executad(o/a)|concluíd(o/a)|complet(o/a)|implementad(o/a)|resolvid(o/a)|fechad(o/a)" +
      "|aplicad(o/a)|finalizad(o/a)|entregue|realizad(o/a)|corrigid(o/a)",
    open:
      "pendente|abert(o/a)|em andamento|em progresso|a fazer" +
      "|não (executado/executada/iniciado/iniciada/feito)|planejad(o/a)|a definir|bloqueado|em análise" +
      "|parcial",
    yes: "sim",
    cancelled: "cancelad(o/a)|descartad(o/a)|rejeitad(o/a)|não se aplica|não será feito|abandonado",
    because: "porque|pois|devido a|por|substituíd(o/a)|duplicad(o/a)|já",
    owner: "Responsáve(l/is)|Dono|Dona|Atribuído a|Quem",
    nobody: "ninguém|a definir|não definido|sem responsável|desconhecido|nenhum|todos",
    due: "prazo|até|para|até o dia|data limite|vencimento|vence em",
  },
  placeholders: {
    filler: "a definir|a preencher|a completar|preencher|a confirmar|a documentar|completar|em construção",
    common: "todo",
    pointers: "est(e/a/es/as)",
    request: "Nome|Título|Descrev(a/er)|Inserir|Insira|Preencher|Hora|Data|Indicar|Descrição|Escreva",
    asked: "nome|título|descrição|data|hora|responsável|equipe|serviço|causa|duração",
    date: "DD/MM/AAAA|AAAA-MM-DD",
    instruction: "descrev(a/er)|explique|explicar|resuma|resumir|indique|indicar|informe|detalhe",
    slot: "vai aqui|aqui",
    nothing: "nenhum(a)|não|nada|ninguém|desconhecido",
    withheld: "removido|omitido|anonimizado|confidencial",
  },
  judgements: {
    blame:
      "erro/erros humano/humanos|falha/falhas humana/humanas|negligência/negligente|descuido/descuidad(o/a)" +
      "|incompetência/incompetente|irresponsável/irresponsabilidade|por culpa de/do/da|culpa do/da/de" +
      "|deveria saber|esqueceu/esqueceram/por esquecimento|imprudência/imprudente|a equipe não executou" +
      "|desatenção|desleixo/desleixado",
    hindsight:
      "deveria(m)/deveríamos ter|poderia(m)/poderíamos ter|teria(m)/teríamos -ado/-ido/-to/-to|bastava" +
      "|se tivesse(m)/tivéssemos",
    people: "nós|alguém|ninguém|equipe|time|ele|ela|eles|desenvolvedor(es)",
    regret: "se ao menos|se tivéssemos|em retrospecto|olhando para trás",
  },
  figures: {
    scales: {
      1000: "mil",
      1000000: "mi|milhão|milhões",
      1000000000: "bilhão|bilhões",
    },
    percent: "por cento",
    light: "um|uma|o|os|apenas",
    naming: "versão|passo|linha|página|fase|seção|chamado|porta|código|nº",
    counted: {
      user: "usuários|utilizadores",
      customer: "clientes",
      request: "requisições|solicitações",
      order: "encomendas|ordens|pedidos",
      error: "erros",
      ticket: "tickets|chamados",
      file: "arquivos|ficheiros",
      server: "servidores",
      payment: "pagamentos",
      transaction: "transações",
    },
  },
  newNote: {
    ask: {
      "what-happened": "resumir o que aconteceu, como foi notado e como terminou",
      timeline: "incorporar a linha do tempo, ou listar o que aconteceu e quando",
      "root-cause": "explicar o que tornou isso possível",
      impact: "",
      "action-items": "adicionar uma primeira ação, com responsável e prazo",
      lessons: "dizer o que deve se repetir ou mudar no próximo incidente",
      other: "preencher",
    },
    services: "Serviços afetados",
    customers: "Impacto no cliente",
    related: "Relacionado",
    links: "vincular procedimentos e outras notas",
  },
  imports: {
    time: "Hora|Horário|Data e hora|Data|Quando",
    day: "Data|Dia",
    text: "Evento|Descrição|O que|Mensagem|Detalhe(s)|Conteúdo",
    person: "Quem|Autor|Usuário|Pessoa|Remetente",
    url: "Endereço",
    id: "Identificador|Chave",
    telling:
      "implantação|implantado|deploy feito|reiniciado|reinício|revertido|reversão|resolvido|restabelecido|queda|incidente|causa raiz|página de status|escalado|volta ao normal",
    taken: "assumindo|(estou vendo/vou ver)",
    raised: "disparad(o/a)",
  },
  abbreviations: "p.|ex.|aprox.|min.|hrs.|nº.",
};
