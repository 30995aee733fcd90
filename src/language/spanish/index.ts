import type { Language } from "../written";

export const spanish: Language = {
  id: "es",
  name: "Spanish",
  common: "el|los|las|se|del|con|una|por|y|fue|para|en|que|al|lo|no|como|está|desde|hasta|más|sin",
  sections: {
    "what-happened":
      "Resumen (/ejecutivo)" +
      "|Descripción (general)|Qué (sucedió/pasó/ocurrió)" +
      "|¿Qué (sucedió?/pasó?/ocurrió?)|El incidente|Contexto|Antecedentes|Síntoma|Visión general",
    timeline:
      "Línea (de tiempo/temporal)|Cronología (/de los hechos)" +
      "|Secuencia de (eventos/hechos)|Minuto a minuto|Paso a paso|Relato (/cronológico/de los hechos)|Evolución|Timeline forense|Eventos (clave)",
    "root-cause":
      "Causa raíz|Causa (/raíz/inmediata/principal)|(5/Cinco) porqués" +
      "|Análisis (/de causa raíz/causal/técnico/de causa)|Por qué (/pasó/ocurrió/sucedió)|¿Por qué pasó?" +
      "|Factores (contribuyentes/agravantes)|Origen|Desencadenante",
    impact:
      "Impacto (/detallado/en clientes/en usuarios/al cliente/en el negocio/en el servicio/operativo/operacional/financiero)|Datos perdidos|Qué se perdió" +
      "|Evaluación del impacto|Alcance|Afectación|(Servicios/Sistemas/Componentes/Usuarios/Trámites) afectados|A (quién/quiénes/cuántos) afectó|Consecuencias|Daños",
    "action-items":
      "Acciones correctivas|Acciones (/preventivas/correctivas/tomadas/a tomar/de seguimiento/de mejora/pendientes/inmediatas/de blindaje)" +
      "|Medidas (/correctivas/preventivas/tomadas)|(Plan/Elementos) de acción|Plan de mejora|Y ahora qué|Siguientes pasos|Qué sigue|Acuerdos|Pendientes (abiertos)" +
      "|Mejoras (pendientes)|Próximos pasos|Prevención" +
      "|Recomendaciones|Remediación|Seguimiento|Qué (vamos a hacer/estamos haciendo/vamos a cambiar)",
    "went-well": "(Qué/Lo que) (salió/funcionó/fue/hicimos) bien|¿Qué (salió/funcionó) bien?",
    "went-wrong":
      "(Qué/Lo que) (salió/funcionó/fue/hicimos) mal|Oportunidades de mejora|(Qué/Lo que) podemos mejorar|¿Qué salió mal?|(Qué/Lo que) (no funcionó/no salió bien/podría mejorar)|Áreas de mejora",
    "got-lucky": "(Dónde/En qué) tuvimos suerte|Tuvimos suerte|Suerte",
  },
  sectionWords: {
    "what-happened": "resumen|descripción|síntesis|ocurrido|sucedido|pasó|sucedió|ocurrió|hechos|contexto",
    timeline:
      "cronología|cronológico|cronológica|secuencia|línea de tiempo|bitácora|eventos|acontecimientos|desarrollo",
    "root-cause": "causa(s)|origen|motivo(s)|por qué|porqué|razón|razones|análisis|factores|diagnóstico|desencadenante",
    impact: "impacto(s)|afectación|afectado(s)|afectada(s)|consecuencias|efectos|alcance|daños|perjuicio(s)",
    "action-items": "acción|acciones|medida(s)|tareas|compromisos|mejoras|pasos|pendientes|recomendaciones|prevención",
    "went-well": "bien|positivo(s)",
    "went-wrong": "mal|negativo(s)",
    "got-lucky": "suerte",
  },
  sectionFillers: "el|la|los|las|de|del|incidente|incidencia|caída|ataque|evento|suceso",
  sectionJoints: "y|e",
  calendar: {
    months: [
      "enero|ene",
      "febrero",
      "marzo",
      "abril|abr",
      "mayo",
      "junio",
      "julio",
      "agosto|ago",
      "septiembre|setiembre|set",
      "octubre",
      "noviembre",
      "diciembre|dic",
    ],
    weekdays: ["lunes|lun", "martes|mar", "miércoles|mié", "jueves|jue", "viernes|vie", "sábado|sáb", "domingo|dom"],
    ordinals: "º|o",
    joints: "de|del|el",
    nextDay: "(al día/el día/día) siguiente",
    dayBefore: "(el día/día/la noche) anterior",
    partOfDay: "por la (mañana/tarde/noche)|mañana|mediodía|tarde|noche|madrugada",
    first: "day",
  },
  clock: {
    am: "a. m.|a. m|de la (mañana/madrugada)",
    pm: "p. m.|p. m|de la (tarde/noche)",
    maybeHour: "horas|hrs|hs|h",
    idle: "horas|hrs.|hs.|hs|h.",
    at: "a las|a la|el|el día|hacia|las",
    from: "desde|de|(desde/de/a partir de) las|del",
    between: "entre (las)",
    vague: "(después/antes/poco después/poco antes) de las|tras las",
    to: "a|a las|hasta (las)|al",
    and: "y|y las",
    or: "o",
  },
  zones: {
    abbreviations: {
      COT: [-300, "America/Bogota"],
      PET: [-300, "America/Lima"],
      CLT: [-240, "America/Santiago"],
      CLST: [-180, "America/Santiago"],
      VET: [-240, "America/Caracas"],
      UYT: [-180, "America/Montevideo"],
      ECT: [-300, "America/Guayaquil"],
      BOT: [-240, "America/La_Paz"],
      PYT: [-180, "America/Asuncion"],
      CST: [-360, "America/Mexico_City"],
    },
    lowerCase: "cot|clt",
    names: {
      "America/Bogota": "hora (de colombia/colombiana/colombia/de bogotá)",
      "America/Mexico_City":
        "(hora/hora del centro/horas del centro/hora de ciudad) de méxico|hora del centro|hora cdmx",
      "America/Lima": "hora (de perú/peruana/de lima)",
      "America/Santiago": "hora de chile|hora chilena",
      "America/Argentina/Buenos_Aires": "hora(/rio) (de argentina/argentina/de buenos aires)|horario argentino",
      "Europe/Madrid": "hora (de españa/española/peninsular/de madrid)",
      "America/Montevideo": "hora de uruguay",
      "America/Guayaquil": "hora de ecuador",
      "America/Caracas": "hora de venezuela",
      "America/Santo_Domingo": "(hora de república/hora) dominicana",
      "America/Costa_Rica": "hora de costa rica",
      "America/Guatemala": "hora de guatemala",
      "America/Panama": "hora de panamá",
      "America/New_York": "hora del este",
      CET: "hora central europea",
    },
    cues: "hora(/s/rio)|horarios|zona horaria|husos|huso horario|marcas de tiempo|tiempos",
    all:
      "todas las (horas/marcas de tiempo)|todos los (horarios/tiempos)|las horas (son/están)|horas en" +
      "|horarios en|zona horaria|huso horario",
    joints: "son|están|en|es|indicadas",
  },
  lengths: {
    units: {
      second: "segundo(s)|seg",
      minute: "minuto(s)",
      hour: "horas|hora|hs",
      day: "días|día",
      week: "semana(s)",
    },
    numbers: {
      1: "un|una|uno",
      2: "dos",
      3: "tres",
      4: "cuatro",
      5: "cinco",
      6: "seis",
      7: "siete",
      8: "ocho",
      9: "nueve",
      10: "diez",
      11: "once",
      12: "doce",
      15: "quince",
      20: "veinte",
      30: "treinta",
      40: "cuarenta",
      50: "cincuenta",
      60: "sesenta",
      0.5: "media|medio",
    },
    andHalf: "y medi(a/o)",
    and: "y|con",
    to: "a|o",
    cues: "durante|duración|duró|dura|por|en|total|tras|después de|cada|hace|fuera|unas|menos de|más de",
    labels: {
      "time-to-detect": "(Tiempo de/Tiempo hasta la) detección",
      "time-to-acknowledge": "Tiempo de (respuesta/reconocimiento)",
      "time-to-identify": "Tiempo de diagnóstico",
      "time-to-mitigate": "Tiempo de mitigación",
      "time-to-resolve": "Tiempo de (resolución/recuperación/restablecimiento)",
      "time-to-repair": "Tiempo de reparación",
      "full-outage": "(Caída/Interrupción) total",
      "partial-outage": "(Caída/Interrupción) parcial",
      outage: "Caída|Tiempo (fuera/total fuera/de inactividad/de caída)|Indisponibilidad|Duración de la caída",
      incident: "Duración del (incidente/impacto)",
      duration: "Duración (total)",
    },
    outage: "caída|indisponibilidad|inactividad",
    incident: "incidente|interrupción|degradación",
    down: "caíd(o/a/os/as)|no disponible(s)|inaccesible(s)|fuera de (servicio/línea)|sin servicio|inoperativ(o/a)",
    been: "estuvo|est(uvieron/á/aba/aban)|fue|quedó|permaneció",
    lasted: "duró|dura|ha durado|que duró|se prolongó",
    during: "durante|por",
    within: "en menos de|dentro de los|en los primeros",
    after: "tras|después de [solo]|a los",
    later: "después|más tarde",
    counting: "del|de la",
    origin: "inicio|comienzo|caída-|detec-|fall-|desplieg-",
  },
  measures: {
    about:
      "aprox.|aprox|aproximadamente|alrededor de|(alrededor de/cerca de/hacia/sobre/a eso de) las|cerca de" +
      "|unos|unas|casi|más o menos|estimado|en torno a|a las aproximadamente",
    aboutBehind: "aprox|aprox.",
    atLeast: "más de|(al/por lo) menos",
    atMost: "menos de|como máximo|hasta|máximo",
    thousands: ".",
    decimals: ",",
  },
  story: {
    lists: {
      trouble:
        "incidente|incidencia|caída|fall(a/as/o/os)|problema(s)|interrupción|indisponibilidad|impacto|degradación" +
        "|errores|corte|timeouts",
      falling: "a (bajar/disminuir/descender/remitir/desaparecer)",
      service: "servicio(s)|tráfico|sistema(s)|portal|plataforma|acceso|operación|sitio|conexión|producción",
    },
    milestones: {
      started: {
        names:
          "Inicio|Inicio del (incidente/impacto/problema)|Inicio de la falla/caída/interrupción|Comienzo" +
          "|Fecha/Hora de inicio|Primeros síntomas",
        states:
          "inicio del incidente/problema/impacto/fallo|inicio de la falla/caída/interrupción/afectación/degradación" +
          "|{trouble} comienza(n)/comenzó/empieza/empezó/inicia/inició !{falling}",
        tells:
          "empezó/empezaron/empieza(n)/comenzó/comenzaron/comienza(n) a fallar" +
          "|comienza(n)/comenzó/comenzaron/empieza(n)/empezó/empezaron/produce/produjo [el/la/los/las/un/una] {trouble}" +
          "|portal/servicio/sistema/sitio/api/plataforma/base … caído/caída/cae/cayó/cayeron/dejó" +
          "|deja/dejó/dejan/dejaron de -r|no responde(n)/carga(n)/abre(n)|empieza(n)/empezó/empezaron/comienza(n)/comenzó/comenzaron a devolver/dar|no puede(n)/pudieron entrar/acceder/ingresar/conectarse|acceso inicial|primeros/primeras errores/síntomas/fallos/fallas" +
          "|caíd(o/a/os/as)|se cae(n)/cayó/cayeron|se queda/quedó sin memoria/espacio/conexión/servicio|se introduce|expira/expiró",
      },
      detected: {
        names:
          "Detección (del incidente)|Detectad(o/a)|Incidente/Problema detectado|Descubrimiento|Reportado" +
          "|Primer reporte|Alerta|Fecha/Hora de detección",
        states:
          "incidente/problema/error/falla/fallo/anomalía/caída … detectad(o/a)/reportad(o/a)/descubierto/notado" +
          "|^detección|^detectad(o/a)|se detecta/detectó/detectan",
        tells:
          "alerta(s)/alarma(s)/monitor(eo)/monitorización … salta(n)/dispara(da)/disparó/automática/recibida/activa(da)/suena/detect(a/ó)/avisa/notifica" +
          "|dispara(n)/disparó/salta(n)/saltó/saltaron la(s)/una alerta(s)/alarma(s)|observa(n)/observó/observaron/observamos/reporta(n)/reportó/reportaron … {trouble}|nos damos/dimos cuenta|recib(e/imos/ió/ieron) … alerta(s)/aviso(s)/alarma" +
          "|^… detecta(n)/detectó|detectamos/detectaron|pagerduty/opsgenie/grafana/nagios/zabbix … avisa/alerta/notifica" +
          "|primer(/a/os/as) reporte(s)/ticket(s)/alerta(s)/queja(s)/aviso(s)/llamada(s)" +
          "|usuario(s)/cliente(s)/equipo/soporte/operador(a)/ciudadanía/emplead(o/os/a/as) … reporta(/n/r/ron)/reportó/nota/notan/avisa(n)/informa(n)/comunica(n)/comunicó|da/dan/dio aviso" +
          "|reporta(n)/reportó la/el/falta/lentitud|emite/emitió una/la alerta|llama(n)/llamó al soporte|el equipo se entera|aparecen errores",
      },
      acknowledged: {
        names: "Reconocido|Reconocimiento|Alerta reconocida|Atendido|Respuesta|Acuse",
        states:
          "reconoce/reconoci(ó/da/do)" +
          "|guardia/on-call/ingeniero/operador/equipo … reconoce/atiende/responde/toma/acepta/coge/asume|acepta/toma/coge el/la page/caso/aviso/alerta/ticket",
        tells:
          "guardia/equipo entra/inicia|se abre INC/incidente/investigación/ticket/sala/puente" +
          "|inicia(mos)/comienza/empieza la investigación/diagnóstico/análisis|recibe alerta|asume" +
          "|empieza/empezamos/comienza/comenzamos/inicia a investigar/analizar/diagnosticar/trabajar|se pone(n) a mirar/investigar/revisar|se convoca/activa … comité/sala" +
          "|estamos investigando|investigamos|se asigna el caso/ticket",
      },
      identified: {
        names:
          "Identificado|Identificación" +
          "|Causa (identificada/raíz identificada/confirmada/raíz confirmada/encontrada)" +
          "|Diagnóstico (confirmado)",
        states:
          "causa(s)/origen/culpable/raíz … identificad(a/o)/confirmada/encontrada/determinada/localizada/aislada/hallada" +
          "|identific(a/amos/ó)/encuentra/encontr(amos/ó)/confirm(a/ó)/descubre/determina/localiza/halla … causa/origen" +
          "|se identifica/confirma/encuentra/determina … causa/origen",
        tells:
          "se identifica/identificó|identificamos el|identificada/encontrada/localizada la causa|se descubre/descubrió que|se detecta/detectó como causa|da/damos/dan/dimos con la/el causa/origen/problema|se localiza/localizó … avería/fallo/falla/problema|se confirma el vector|descubrimiento crítico|diagnóstico confirma/confirmado|revela/reveló" +
          "|^identificad(o/a)",
      },
      mitigated: {
        names: "Mitigación|Mitigad(o/a)|Contención|Contenid(o/a)|Incidente/Impacto mitigado|Solución temporal",
        states:
          "mitigad(o/a)|mitigación/contención … aplicada/completada/lista/efectiva" +
          "|impacto/incidente … contenid(o/a)/mitigado",
        tells:
          "workaround/rollback/parche/fix/hotfix … aplicad(o/a)/ejecutado/completado/desplegado/realizado/deployado/completo" +
          "|se aplic(a/ó) … workaround/rollback/parche/fix/hotfix/mitigación/solución|desvía/desvió/desviamos [el] tráfico|se revierte/revirtió/conmuta" +
          "|hace/hizo/hicimos/hacemos/realizó [el/un] rollback|revertimos|deshacemos|deshicimos|volvemos/volvimos/vuelta a la versión|aplicamos/aplicaron … corrección/parche/fix/hotfix/solución" +
          "|cuenta(s)/acceso(s) bloquead(o/a/os/as)|clave(s)/token(s)/sesiones revocad(a/o/as/os)|servidor/equipo aislado" +
          "|se ejecuta rollback",
      },
      resolved: {
        names:
          "Resuelt(o/a)|Resolución|Fin|Fin del incidente/impacto|Cierre (del incidente)" +
          "|Incidente/Problema resuelto/cerrado|Servicio restablecido/restaurado/recuperado|Recuperado" +
          "|Restablecimiento|Recuperación|Restaurado|Restablecido|Normalizado|Fecha/Hora de resolución" +
          "|Hora de (fin/término)",
        states:
          "incidente/incidencia/problema/falla/fallo/caída/error … resuelt(o/a)/cerrad(o/a)/solucionad(o/a)/corregid(o/a)/superado" +
          "|fin del incidente/impacto/problema|fin de la falla/caída/interrupción|^resuelt(o/a)" +
          "|se declara/confirma restablecimiento/resuelto/recuperación|cierre validado" +
          "|cierre del incidente",
        tells:
          "{service} … operativ(o/a)/estable" +
          "|restablecid(o/a/os/as)/recuperad(os/as/o/a)/restaurad(os/as/o/a)/normalizad(o/a)" +
          "|vuelve(n)/volvió/volvieron a funcionar/normalidad/responder/operar/estar" +
          "|vuelve/volvió/retorno a la normalidad|recuperación completa/total/finalizada/completada|funciona(n) de nuevo|funciona(n) [de nuevo] con normalidad|de nuevo operativ(o/a)/disponible|se da/dio por resuelt(o/a)/cerrad(o/a)|se cierra/cerró el/la incidente/incidencia|queda/quedó solucionad(o/a)/resuelt(o/a)|todo vuelve/normal/operativo/funciona|operación normal|fix deployado" +
          "|se restablec(e/ió)/restaur(a/ó)/recuper(a/ó)/normaliz(a/ó)/resuelve/resolvió/solucion(a/ó)",
      },
    },
    fillers:
      "es|está(n)|fue|fueron|ha|han|sido|ya|ahora|totalmente|completamente|oficialmente|finalmente|también" +
      "|por fin|queda|quedó",
    doubt:
      "nunca|nadie|sigue(n)|todavía|aún|sin|ningun(o/a)|ningún|intent(o/os/a)|hipótesis|se descarta|parcial" +
      "|parcialmente|posiblemente|posible|probablemente|será(n)|debería|podría|puede|pendiente|propuesta|programa" +
      "|propone|cuando|si|antes|hasta|para|espera(ndo)|previst(o/a)|estimado|supuesto|sospecha|otra|otro" +
      "|vuelve a caer|va a|tras|después|inicio de la|trata|se cree|no se",
    doubtBehind: "no|parcialmente|más tarde|pendiente|la fecha|la promesa|sesión|propuesta|prevista|falla|fallida",
    change: "despliegue|cambio|actualización|migración|configuración|reinicio",
    effect: "causó|causa|provoc(ó/a)|ocasionó|generó|introdu(jo/ce)|disparó",
    outageBegins: "(inicio de/comienza/empieza) la (interrupción/caída)",
    outageEnds: "(fin de/termina/finaliza) la (interrupción/caída)",
    alert: "alerta|alarma",
    began: "comenzó|empezó|inició|se inició|comenzando",
    ended: "terminó|finalizó|acabó|resuelt(o/a)|restablecid(o/a)|se resolvió",
    shouted: "resuelto|detectado|mitigado|reconocido|identificado",
    until: "hasta que (/se)",
  },
  labels: {
    date: "Fecha(s)|Cuándo|Fecha/hora|Período|Fecha y hora",
    incidentDate:
      "(Fecha del/Fecha/Fecha de/Día del) incidente|(Fecha/Día) del (evento/suceso)|Incidente del|Fecha de inicio",
    reportDate:
      "Última (actualización/edición)|Actualizad(o/a)|Próxima reunión" +
      "|Fecha (de este documento/del documento/del reporte/del informe/de la reunión/de emisión/de publicación/de elaboración/del postmortem)" +
      "|Versión|Estado al|Creado|Publicado",
    byline: "Por|(Escrito/Redactado) por",
    time: "Hora(/s/rio)|Fecha/hora|Momento|Cuándo|Fecha (y hora)|Tiempo",
    event: "Evento(s)|Hecho|Qué (pasó/pasaba por dentro/ocurrió)|Descripción|Suceso|Acción|Detalle",
    unlike: "próxim(o/a)|fecha de la reunión",
    end: "fin|hasta",
    elapsed: "transcurrido",
    window: "Duración|Ventana (de impacto)|Período",
    update: "Actualización",
  },
  actions: {
    columns: {
      text:
        "Acción (/correctiva/preventiva)|Acciones|Acuerdo|Tarea(s)|Descripción|Qué|Medida|Mejora|Actividad|Pendiente" +
        "|Compromiso",
      owner: "Dueño/a|Dueño a|Asignado|Quién|Equipo|Propietario",
      due: "Fecha (/objetivo/de entrega/de vencimiento/estimada/fin/tope)|Cuándo|Target|Deadline",
      status: "Estado|Estatus|Situación|Avance|Hecho",
      priority: "Prioridad",
      ticket: "Enlace|Referencia|Seguimiento",
      type: "Tipo|Categoría",
      remark: "Nota|Notas|Comentario(s)|Observación|Observaciones|Resultado",
    },
    done:
      "hecho|hecha|cumplid(o/a)|completad(o/a)|concluid(a/o)|implementad(o/a)|aplicad(o/a)|resuelt(o/a)|cerrad(o/a)" +
      "|terminad(o/a)|listo|lista|finalizad(o/a)|realizad(o/a)|ejecutad(o/a)|desplegad(o/a)|corregid(o/a)",
    open:
      "pendiente|no iniciad(a/o)|en curso|en progreso|en proceso|propuest(o/a)|deferido|diferido|por hacer" +
      "|abiert(o/a)|planificad(o/a)|programado|bloqueado|sin (iniciar/empezar)|en (marcha/ejecución)|por definir|no completado|en revisión",
    yes: "sí",
    cancelled: "cancelad(o/a)|descartad(o/a)|rechazad(o/a)|no aplica|no se hará|anulado",
    because: "porque|debido a|por|reemplazad(o/a)|duplicad(o/a)|ya",
    owner: "Responsable(s)|A cargo de|Dueño|Dueña|Asignado a|Encargado",
    nobody: "nadie|por definir|(por/sin) asignar|desconocido|ninguno|pendiente|todos",
    due: "para el|antes del|hasta el|fecha (límite/compromiso)|vence (el)|vencimiento|plazo",
  },
  placeholders: {
    filler:
      "por (definir/completar/confirmar/determinar/llenar/documentar)|a definir|completar" + "|pendiente de completar",
    common: "todo",
    pointers: "est(e/a/os/as)",
    request: "Hora|Evento|Marcar|Describ(ir/a)|Insertar|Título|Nombre|Indicar|Completar|Escribir|Fecha",
    asked: "descripción|título (corto)|nombre|fecha|hora|responsable|equipo|servicio|causa|duración",
    date: "AAAA-MM-DD|DD/MM/AAAA|DD-MM-AAAA",
    instruction: "describ(a/ir)|explique|explicar|resuma|resumir|indique|indicar|detall(e/ar)",
    slot: "va aquí|aquí",
    nothing: "ningún|ningun(a/o)|nada|nadie|desconocido",
    withheld: "eliminado|omitido|anonimizado|confidencial",
  },
  judgements: {
    blame:
      "error/errores humano/humanos|negligencia/negligente|culpable/culpables|por descuido" +
      "|descuido/descuidad(o/a)|incompetencia/incompetente|irresponsable/irresponsabilidad|culpa de" +
      "|debió/debería haber sabido" +
      "|desarrollador(a)/ingenier(o/a)/técnico/operador(a)/alguien/compañero … olvidó/olvidaron/ignoró" +
      "|se le olvidó|imprudencia/imprudente",
    hindsight:
      "hubiera(n)/hubiese(n)/habría(n) -ado/-ido/-to/-cho/-sto|debería/deberíamos/deberían haber" +
      "|debió/debieron/debimos haber|podría/podríamos/podrían haber|se podía ver venir|100 evitable",
    people: "nosotros|alguien|nadie|equipo|él|ella|ellos|desarrollador(es)",
    regret: "si tan solo|si hubiéramos|si alguien hubiera|en retrospectiva",
  },
  figures: {
    scales: {
      1000: "mil",
      1000000: "millón|millones",
    },
    percent: "por ciento",
    light: "un|una|el|la|los|solo",
    naming: "paso|línea|página|fase|sección|puerto|código|estado|n°",
    counted: {
      user: "usuari(os/as)",
      customer: "clientes",
      request: "solicitudes|peticiones",
      order: "pedidos|órdenes",
      error: "errores",
      ticket: "tickets",
      file: "archivos|ficheros",
      server: "servidores",
      payment: "pagos",
      transaction: "transacciones",
    },
  },
  newNote: {
    ask: {
      "what-happened": "resumir qué pasó, cómo se notó y cómo terminó",
      timeline: "insertar la línea de tiempo, o listar qué pasó y cuándo",
      "root-cause": "explicar qué lo hizo posible",
      impact: "",
      "action-items": "añadir una primera acción, con responsable y fecha límite",
      lessons: "decir qué debe repetirse o cambiar en el próximo incidente",
      other: "completar",
    },
    services: "Servicios afectados",
    customers: "Impacto en clientes",
    related: "Relacionado",
    links: "enlazar procedimientos y otras notas",
  },
  imports: {
    time: "Hora|Fecha y hora|Fecha|Cuándo|Marca de tiempo",
    day: "Fecha|Día",
    text: "Evento|Descripción|Qué|Mensaje|Detalle(s)|Contenido",
    person: "Quién|Autor|Usuario|Persona|Remitente",
    url: "Enlace",
    id: "Identificador|Clave",
    telling:
      "despliegue|desplegado|reiniciado|reinicio|revertido|reversión|conmutado|resuelto|restablecido|caída|incidente|causa raíz|página de estado|escalado|vuelta a la normalidad",
    taken: "lo (tomo/reviso)|estoy en ello",
    raised: "disparad(o/a)",
  },
  abbreviations: "p.|ej.|aprox.|min.|hrs.|a.|m.|núm.",
};
