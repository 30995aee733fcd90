import type { Language } from "../written";

export const french: Language = {
  id: "fr",
  name: "French",
  common: "le|les|des|du|et|est|une|dans|pour|pas|sur|par|au|aux|été|cette|avec|nous|qui|sont|ont|l|d",
  sections: {
    "what-happened":
      "Résumé (/exécutif/de l'incident)|Synthèse|Sommaire (exécutif)" +
      "|(Que s'est-il/Ce qui s'est/Ce qu'il s'est) passé|Contexte|Symptômes|Description (de l'incident)|En bref|Constat(s)" +
      "|Vue d'ensemble|(Les/Rappel des) faits",
    timeline:
      "Chronologie (/détaillée/des événements/des faits)|(Déroulement/Frise) chronologique|Déroulement (/des faits)" +
      "|Déroulé (/des faits/des événements)|Fil (rouge/des événements)|Récit|Film (/des événements)|(Minute/Heure) par (minute/heure)|Ligne (de temps/du temps)|Historique|Événements",
    "root-cause":
      "Cause racine|Cause (/racine/profonde/principale)|Causes (/racines/profondes/identifiées)" +
      "|Analyse (/de la cause racine/des causes/des causes racines/technique)|Origine (de l'incident)" +
      "|Élément déclencheur|Déclencheur|Facteurs contributifs|Pourquoi (/est-ce arrivé/c'est arrivé)|(5/Cinq) pourquoi",
    impact:
      "Impact (/client/utilisateur/sur les utilisateurs/sur les clients/métier)|Impacts (métier)|Incidence|Étendue" +
      "|(/Quelles) conséquences|Conséquences pour (vous/les clients/les utilisateurs)|Périmètre (/impacté/concerné)|Évaluation de l'impact" +
      "|(Services/Composants) (impactés/affectés/touchés/concernés)|Qui a été (touché/concerné/gêné)|Dégâts|Impact business",
    "action-items":
      "Actions correctives|Actions (/correctives/préventives/correctives et préventives/à mener/de suivi/immédiates)" +
      "|Plan d'action(s)|Prévention|Mesures (/correctives/préventives)|Prochaines (étapes/actions)" +
      "|Dette / points ouverts|Points ouverts|Protection ajoutée|Suites (à donner)|La suite|Et (maintenant/après)|Mesures (prises/engagées)|Actions (menées/engagées/prises/décidées/prévues)|Décisions|Ce qu'on (change/va faire/va changer)|Améliorations" +
      "|Recommandations|À faire|Tâches|Suivi|Remédiation|Ce que nous (changeons/allons faire/allons changer)",
    "went-well": "Ce qui a (bien/) (fonctionné/marché)|Ce qui s'est bien passé|Points (positifs/forts)",
    "went-wrong":
      "Ce qui s'est mal passé|Ce qui (n'a pas/a mal/a moins bien) (fonctionné/marché)|Ce qui s'est moins bien passé|Ce qui (peut/doit/pourrait) être amélioré|Ce qu'on a raté|Points (à améliorer/d'amélioration)|Axes d'amélioration|Ce qui n'a pas bien fonctionné|Points (négatifs/faibles)",
    "got-lucky": "Où nous avons eu de la chance|(Coups/Coup/Facteurs) de chance|Chance",
  },
  sectionWords: {
    "what-happened": "résumé|synthèse|aperçu|faits|description|circonstances|contexte",
    timeline: "chronologie|chronologique|déroulement|déroulé|frise|journal|événements|évènements|séquence",
    "root-cause": "cause(s)|origine(s)|pourquoi|raison(s)|explication(s)|analyse|facteurs|diagnostic|déclencheur",
    impact: "impact(s)|conséquence(s)|effets|dégâts|ampleur|perturbation(s)|affecté(/s/e/es)|touché(/s/e/es)|préjudice",
    "action-items":
      "action(s)|mesure(s)|étapes|tâches|améliorations|corrective(s)|recommandations|engagements|remédiation|prévention",
    "went-well": "bien|positif(s)",
    "went-wrong": "mal|négatif(s)",
    "got-lucky": "chance",
  },
  sectionFillers: "le|la|les|l|de|du|des|d|incident|panne|attaque|événement|futur(s/e/es)",
  sectionJoints: "et",
  calendar: {
    months: [
      "janvier|janv",
      "févr(ier)|fév",
      "mars",
      "avril|avr",
      "mai",
      "juin",
      "juillet|juil",
      "août",
      "septembre",
      "octobre",
      "novembre",
      "décembre",
    ],
    weekdays: ["lundi|lun", "mardi|mar", "mercredi|mer", "jeudi|jeu", "vendredi|ven", "samedi|sam", "dimanche|dim"],
    ordinals: "er|e",
    joints: "le|de|du",
    nth: "jour",
    nextDay: "le lendemain (matin)|lendemain|le jour suivant",
    dayBefore: "la veille (au soir)|veille",
    partOfDay: "matin|au matin|midi|après-midi|soir|au soir|nuit|dans la nuit",
    first: "day",
  },
  clock: {
    maybeHour: "heure(s)|h",
    at: "à|le|dès|vers les",
    from: "de|depuis|à partir de|du",
    between: "entre",
    vague: "après|avant|(peu/juste) après|(peu/juste) avant",
    to: "à|jusqu'à|au",
    and: "et",
    or: "ou|soit",
  },
  zones: {
    abbreviations: {
      HNE: [-300, "America/Toronto"],
      HAE: [-240, "America/Toronto"],
      HNC: [-360, "America/Winnipeg"],
      HAC: [-300, "America/Winnipeg"],
      HNP: [-480, "America/Vancouver"],
      HAP: [-420, "America/Vancouver"],
      HNR: [-420, "America/Edmonton"],
      HAR: [-360, "America/Edmonton"],
      HNEC: [60, "Europe/Paris"],
      HAEC: [120, "Europe/Paris"],
    },
    lowerCase: "hnec|haec",
    names: {
      "Europe/Paris": "(heure/heures) de paris|heure française",
      "Europe/Brussels": "heure (de bruxelles/belge)",
      "Europe/Zurich": "heure (suisse/de genève)",
      "America/Toronto": "heure (de montréal/de québec/du québec/de l'est)",
      HNE: "heure normale de l'est",
      HAE: "heure avancée de l'est",
      HNEC: "heure d'europe centrale",
      HAEC: "heure d'été d'europe centrale",
      "Etc/UTC": "temps universel",
    },
    cues: "heure(s)|horaires|fuseau (horaire)|horodatages",
    all:
      "toutes les heures|tous les horaires|les heures sont|heures (en/exprimées/indiquées)|fuseau (horaire)" +
      "|horaires en",
    joints: "sont|en|à|est|ci-dessous|indiquées",
  },
  lengths: {
    units: {
      second: "seconde(s)",
      minute: "mn",
      hour: "heure(s)",
      day: "jours|jour|j",
      week: "semaine(s)",
    },
    letters: "j",
    numbers: {
      1: "un|une",
      2: "deux",
      3: "trois",
      4: "quatre",
      5: "cinq",
      7: "sept",
      8: "huit",
      9: "neuf",
      10: "dix",
      11: "onze",
      12: "douze",
      15: "quinze",
      20: "vingt",
      30: "trente",
      40: "quarante",
      50: "cinquante",
      60: "soixante",
      0.5: "demi|demie",
    },
    andHalf: "et demi(e)",
    and: "et",
    to: "à|ou",
    cues:
      "pendant|durant|duré(e)|en|après|au bout de|sous|total|d'indisponibilité de|toutes les|délai" +
      "|indisponibilité de",
    labels: {
      "time-to-detect": "(Délai/Temps) de détection",
      "time-to-acknowledge": "(Délai/Temps) de prise en charge",
      "time-to-identify": "(Délai/Temps) de diagnostic",
      "time-to-mitigate": "Délai de (confinement/mitigation)",
      "time-to-resolve": "(Délai/Temps) de résolution|(Temps/Délai) de rétablissement",
      "time-to-repair": "Temps de réparation",
      "full-outage": "(Indisponibilité/Panne) totale",
      "partial-outage": "(Indisponibilité/Panne) partielle",
      outage: "Indisponibilité|Durée (d'indisponibilité/de l'indisponibilité/de la panne)|Panne|Coupure",
      incident: "Durée de (l'incident/l'impact)",
      duration: "Durée (totale)",
    },
    outage: "indisponibilité|panne|coupure",
    incident: "perturbation",
    down: "indisponible(s)|inaccessible(s)|hors (service/ligne)|en panne|coupé(e/s)|à l'arrêt",
    been: "était|étaient|est|a été|ont été|resté(e/s)|sont",
    lasted: "a duré|dur(a/e)|(o/aya)nt duré",
    during: "pendant|durant|sur",
    within: "en moins de|dans les|en",
    after: "après [seulement]|au bout de",
    later: "plus tard|après",
    counting: "du|de la|de l'",
    origin: "début-|panne-|coupure-|signal-|erreur-|déploi-",
  },
  measures: {
    about:
      "environ|vers|env.|env|autour de|aux alentours de|approximativement|à peu près|près de|presque|quelque" +
      "|estimé à|aux environs de",
    atLeast: "plus de|au moins|au-delà de",
    atMost: "moins de|au plus|jusqu'à|au maximum|maximum|sous",
    decimals: ",",
  },
  story: {
    lists: {
      trouble: "panne|indisponibilité|perturbation|coupure|problème(s)|erreurs",
      service: "trafic|système(s)|plateforme|accès|application|production|fonctionnement",
    },
    milestones: {
      started: {
        names:
          "Début (/de l'incident/de l'impact/de la panne/estimé)|Début de [l'] incident/impact/panne" +
          "|Déclenchement|Premiers symptômes|Date de début (estimée)|Heure de début|Démarrage",
        states:
          "début de l'incident/l'impact/l'indisponibilité|début de la panne/coupure/dégradation/perturbation" +
          "|début des erreurs/symptômes/problèmes/perturbations|{trouble} démarre(nt)/commence(nt)/débute(nt)" +
          "|{trouble} … commencé/débuté/démarré",
        tells:
          "premiers/premières symptômes/erreurs/échecs/lenteurs|a commencé|ne répond/répondent/fonctionne(nt)/marche(nt)/part(ent)/passe(nt)/charge(nt)/démarre(nt) plus" +
          "|devient/deviennent indisponible(s)/inaccessible(s)|connexion de l'attaquant|accès initial|se fige(nt)/bloque(nt)|plante(nt)|tombe(nt) [en panne]|ne répond/répondent pas" +
          "|service/site/api/application/base … tomb(e/ée/é)/indisponible|^panne/coupure" +
          "|déploiement de la version cassée",
      },
      detected: {
        names:
          "Détection (de l'incident)|Détecté(e)|Incident/Problème/Panne détecté/détectée" +
          "|(Date/Heure) de détection|Découverte|Signalé|Signalement|Alerte|Première alerte" +
          "|Premier (signalement/ticket)",
        states:
          "incident/problème/panne/anomalie/dégradation/coupure/interruption … détecté(e)/découvert(e)/signalé(e)/constaté(e)" +
          "|^détection|^détecté/détectée",
        tells:
          "alerte(s)/alarme(s)/monitoring/supervision/sonde(s) … détecte(nt)/déclench(e/ée/ées/é)/reçue(s)/remont(e/ée)/levée/sonne/déclenchent" +
          "|^alerte !de|premier(s)/première(s)/1er ticket(s)/alerte(s)/signalement(s)/plainte(s)/remontée(s)/appel(s)" +
          "|utilisateur(s)/client(s)/équipe/support/collègue … signale(nt)/signalé/remonte(nt)/constate(nt)/remarque/rapporte(nt)" +
          "|recevons/reçoit … alerte(s)|signalé(/e/s/es)/détecté(/e/s/es)" +
          "|astreinte/équipe(s)/support … alerté(e)/alertées/notifiée/réveillée/appelée/prévenue(s)|découvert en|appelle(nt) l'astreinte|appelle(nt) le support",
      },
      acknowledged: {
        names:
          "Acquitté(e)|Acquittement|(Prise/Date de prise) en charge|Prise en compte|Alerte acquittée" +
          "|Incident acquitté",
        states: "acquitt(e/é/ée)/acquittement|prise/pris en charge/compte|prend en charge",
        tells:
          "début de l'investigation/analyse/l'analyse|début des investigations|commence(nt) à investiguer/analyser" +
          "|investigation/analyse/diagnostic … commence/démarr(e/ée)/lancée/débute" +
          "|astreinte/équipe(s) … intervient/mobilisée(s)/répond/prend/connecte|prend … en main|ouverture/activation d'une cellule de crise|cellule de crise ouverte/activée|ouvre l'enquête/une enquête|qualifie l'incident|décroche|nous enquêtons/analysons/investiguons|déclare l'incident|incident déclaré",
      },
      identified: {
        names:
          "Identifié|Identification (de la cause)|Cause (identifiée/racine identifiée/trouvée/confirmée)" +
          "|Diagnostic",
        states:
          "cause(s)/origine/coupable … identifié(/e/es)/trouvée/connue/confirmée/établie/localisée/déterminée/isolée" +
          "|identifie/trouve/confirme/découvre … cause/origine|identification de la cause (racine)",
        tells: "^diagnostic [:]|problème/bug/défaut/commit … identifié/localisé/isolé|révèle que/un/une/la/le/des",
      },
      mitigated: {
        names:
          "Mitigation|Mitigé(e)|Atténuation|Atténué|Contournement (appliqué)|Confinement|Confiné|Contenu" +
          "|Solution de contournement",
        states:
          "mitigé/mitigée|mitigation … appliquée/effective/terminée|mitigation en place" +
          "|incident/impact … contenu/confiné/atténué/limité|^confinement",
        tells:
          "contournement … appliqué/en/mis/activé/déployé" +
          "|rollback … effect(ué/if)/terminé/appliqué/déployé/exécuté/lancé/déclenché/complet" +
          "|retour arrière … effectué/terminé/appliqué|correctif/fix/patch … appliqué(e)/déployé|déploiement/application du correctif/fix" +
          "|revenons/revient/retour à/en la version|retour/revenons en version|compte(s)/accès bloqué(s)/désactivé(s)/suspendu(s)|session(s)/clé(s)/jeton(s)/mot de passe révoqué(e/es/s)|récupération partielle|bascule … effectuée/terminée",
      },
      resolved: {
        names:
          "Résolu(e)|Résolution|Fin|Fin de (l'incident/l'impact/la panne)" +
          "|Incident/Problème résolu/clos/terminé|Service rétabli|Rétablissement (du service)|Rétabli" +
          "|Retour à la normale|Clôture|(Date/Heure) de résolution|Incident clos|(Date/Heure) de fin",
        states:
          "incident/panne/problème/indisponibilité/impact … résolu(e)/clos/close/terminé(e)/clôturé" +
          "|fin de l'incident/l'impact/l'indisponibilité|fin de la panne/coupure/perturbation|^résolu/résolue" +
          "|retour (à la normale/complet)|clôture de l'incident",
        tells:
          "{service} … rétabli(/e/s)/restauré(/e/s)/opérationnel(le)/stabilisé/disponible/fonctionnel" +
          "|rétabli(/e/s/es)/restauré(/e/s/es)|rétablissement du service/trafic|rétablissement complet" +
          "|à/de nouveau disponible(s)/accessible(s)/opérationnel(s)/fonctionnel/en|répond(ent)/fonctionne(nt)/marche(nt) à/de nouveau|tout est rétabli/revenu" +
          "|rentré(e/s)/rentre dans l'ordre|revenu(e)/reviennent/revient à la normale|validation complète",
      },
    },
    fillers:
      "est|sont|a|ont|été|était|maintenant|désormais|entièrement|complètement|totalement|officiellement|enfin" +
      "|bien|également|définitivement",
    doubt:
      "pas|ne|n'est|n'a|n'ont|jamais|non|toujours|encore|échoue|échec|tentative(s)|tente|sera|seront|devrait" +
      "|doit|partiel(le)|partiellement|plupart|partie|prévu(e)|probablement|hypothèse|suspecté(e)|supposée|attente" +
      "|en attente|si|quand|avant|sans|aucun(e)|nouvelle|nouveau|peut|pourrait|semble|afin|pour|début",
    doubtBehind: "échoue|a échoué|partiellement|prévu(e)|en attente|plus tard|insuffisant|sans effet|dns",
    change: "déploiement|déployé|mise à jour|changement|modification|redémarrage|livraison",
    effect: "a provoqué|provoque|a causé|cause|entraîne|a entraîné|a déclenché|déclenche",
    outageBegins: "début de (la panne/l'interruption/l'indisponibilité)",
    outageEnds: "fin de (la panne/l'interruption/l'indisponibilité)",
    alert: "alerte|alarme",
    began: "a commencé|commen(cé/çant)|(a )débuté|démarré",
    ended: "terminé(e)|s'est terminé(e)|fini(e)|résolu(e)|rétabli(e)|pris fin",
    shouted: "résolu|détecté|atténué|acquitté|identifié",
    until: "jusqu'à ce qu'(il/elle)",
  },
  labels: {
    date: "Dates|Quand|Période",
    incidentDate: "Date (de l'incident/de l'événement/des faits/de début)|Incident du|Panne du|Jour",
    reportDate:
      "Date du (post-mortem/postmortem/rapport)|Rapport créé|Créé (le)|(Dernière mise/Mis/Mise) à jour" +
      "|Date (de la réunion/du retex/du comité)|Prochain(/e) (réunion/comité/point)|Mis à jour le|Version|État au|Rédigé le|Publié (le)",
    byline: "Par|(Écrit/Rédigé) par",
    time: "Heure(s)|Horodatage|Horaire|Quand|Date|Heure approximative|Moment",
    event: "Événement(s)|Ce qui s'est passé|Description|Fait|Détails",
    unlike: "prochain(e)|date de la réunion",
    end: "fin|jusqu'à",
    elapsed: "écoulé",
    window: "Durée|Fenêtre (d'impact)|Période (d'impact)|Plage",
    update: "Mise à jour|Point de situation",
  },
  actions: {
    columns: {
      text: "Action (/corrective/préventive/à mener)|Décision|Tâche(s)|Mesure (/à prendre)|Quoi|Recommandation|Amélioration|Sujet",
      owner: "Équipe|Assigné|En charge",
      due: "Délai|Date cible|Quand|Date|Échéances",
      status: "Statut|État (/d'avancement)|Avancement|Fait",
      priority: "Priorité",
      ticket: "Lien|Suivi",
      type: "Catégorie",
      remark: "Remarque(s)|Commentaire(s)|Résultat",
    },
    done:
      "fait|faite|terminé(e)|livré(e)|corrigé(e)|appliqué(e)|résolu(e)|(déjà en/en) place|clos|close|achevé" +
      "|réalisé(/e/s/es)|déployé(e)|effectué(e)|soldé(e)|clôturé(e)|finalisé(e)",
    open:
      "(à/reste à) faire|en cours|en attente|prévu(e)|ouvert(e)|non implémenté(e)|à réévaluer|à surveiller" +
      "|planifié(e)|à planifier|non (commencé/démarré/fait)|bloqué|à venir",
    yes: "oui",
    cancelled: "annulé(e)|abandonné(e)|rejeté(e)|sans objet|écarté(e)|ne sera pas fait",
    because: "car|parce que|en raison|à cause|remplacé(e)|doublon",
    owner: "Responsable(s)|Porteur|Propriétaire|Assigné à|Pilote|Qui",
    nobody: "personne|à définir|inconnu|à déterminer|aucun|non assigné|à désigner|tous|néant",
    due: "échéance|pour le|avant le|d'ici (/le/au)|date limite|pour",
  },
  placeholders: {
    filler:
      "à compléter|à documenter|à définir|à remplir|à venir|à préciser|à renseigner|à rédiger|à déterminer" +
      "|à créer|compléter",
    pointers: "ce(/t/tte/s)",
    request: "Titre|Nom|Décrire|Décrivez|Insérer|Description|Indiquer|Renseigner|DATE|HEURE|NUMÉRO|Votre|Compléter",
    asked: "nom|titre|heure|numéro|responsable|équipe|durée",
    date: "JJ/MM/AAAA|JJ-MM-AAAA|AAAA-MM-JJ|JJ MM AAAA|HHhMM",
    instruction: "décrivez|décrire|explique(z/r)|résume(z/r)|indique(z/r)|renseigne(z/r)|précise(z/r)",
    slot: "à compléter ici|à renseigner",
    nothing: "aucun(e)|pas|rien|personne|inconnu",
    withheld: "supprimé|masqué|anonymisé|confidentiel",
  },
  judgements: {
    blame:
      "erreur/erreurs humaine/humaines|par inadvertance|négligence/négligent/négligente" +
      "|manqué/manque de prudence|incompétence/incompétent/incompétente|décision incorrecte" +
      "|par sa/leur/ma faute|imprudence/imprudent|aurait dû savoir" +
      "|développeu(r/se)/ingénieur/technicien/opérateur/administrateur/collègue [a/avait] oublié" +
      "|fautif/fautive/fautifs|irresponsable|coupable/coupables|accidentellement|bâclé/bâclée",
    hindsight: "aurait/auraient/aurions dû/pu/fallu/permis/évité/attrapé/détecté/empêché/suffi",
    people: "nous|on|il|elle|ils|elles|équipe|quelqu'un|développeur(s)",
    regret: "si seulement|si nous avions|si on avait|avec le recul",
  },
  figures: {
    scales: {
      1000: "millier(s)|mille",
      1000000: "millions",
      1000000000: "milliard(s)",
    },
    percent: "pour cent",
    light: "un|une|le|la|les|seulement",
    naming: "étape|ligne|statut|n°",
    counted: {
      user: "utilisateurs|utilisatrices|usagers",
      customer: "client(s/es)",
      request: "requêtes|demandes",
      order: "commandes",
      error: "erreurs",
      ticket: "tickets",
      file: "fichiers",
      server: "serveurs",
      payment: "paiements",
      transaction: "transactions",
    },
  },
  newNote: {
    ask: {
      "what-happened": "résumer ce qui s'est passé, comment on l'a su et comment cela s'est terminé",
      timeline: "intégrer la chronologie, ou lister ce qui s'est passé et quand",
      "root-cause": "expliquer ce qui a rendu cela possible",
      impact: "",
      "action-items": "ajouter une première action, avec un responsable et une échéance",
      lessons: "dire ce que le prochain incident devra retrouver, ou trouver autrement",
      other: "à compléter",
    },
    services: "Services affectés",
    customers: "Impact client",
    related: "Voir aussi",
    links: "lier les procédures et d'autres notes",
  },
  imports: {
    time: "Heure|Horodatage|Date et heure|Quand",
    day: "Jour|Date",
    text: "Événement|Description (de l'événement)|Quoi|Message|Détails|Contenu",
    person: "Qui|Auteur|Utilisateur|Personne|Expéditeur",
    url: "Lien",
    id: "Identifiant|Clé",
    telling:
      "déploiement|déployé|redémarré|redémarrage|retour arrière|annulé|basculé|bascule|résolu|rétabli|panne|incident|cause|page de statut|escaladé|retour à la normale",
    taken: "je (prends/regarde)|pris en charge",
    raised: "déclenché(/e)",
  },
  abbreviations: "p.|ex.|env.|c.-à-d.|cf.|min.|n°.",
};
