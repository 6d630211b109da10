import type { enExperiments } from "./en-experiments.ts";
import { plural } from "./plural.ts";

export const deExperiments: typeof enExperiments = {
  title: "Experimente",
  back: "Experimente",
  about:
    "Probieren Sie etwas mit der Hälfte Ihrer Mitglieder aus, bevor Sie es mit allen tun. Nur der Zufall entscheidet, wer es bekommt; der Unterschied ist also die Wirkung. Preise und Regeln des Programms sind immer für alle gleich.",
  plan: "Experiment planen",
  empty: {
    heading: "Finden Sie heraus, was wirkt",
    text: "Stellen Sie eine Frage, etwa ob 100 Bonuspunkte Mitglieder zurückbringen. Bevor etwas beginnt, erfahren Sie, wie viele Mitglieder und Tage die Antwort braucht.",
  },
  list: {
    heading: "Ihre Experimente",
    resource: { singular: "Experiment", plural: "Experimente" },
    columns: {
      question: "Frage",
      tried: "Erprobt wird",
      state: "Status",
      known: "Was bekannt ist",
      since: "Seit",
    },
  },
  states: { draft: "Geplant", running: "Läuft", stopped: "Beendet" },
  kinds: {
    points: "Bonuspunkte",
    reward: "Eine Prämie",
    recommendations: "Empfehlungen",
    offers: "Persönliche Angebote",
    "control-group": "Kontrollgruppe",
  },
  verdicts: {
    few: "Noch zu wenig",
    better: "Es hilft",
    worse: "Es schadet",
    alike: "Kaum ein Unterschied",
    open: "Noch offen",
  },
  verdictsOver: { few: "Bleibt unbekannt: zu wenige", open: "Offen geblieben" },
  verdictsUnpaid: { open: "Mehr; Ertrag unbekannt", less: "Mehr; weniger Ertrag" },
  control: {
    title: "Kontrollgruppe",
    about:
      "Einige wenige, zufällig bestimmte Mitglieder bekommen keine persönlichen Empfehlungen, Angebote und Nachrichten. Was diese bringen, ist der Unterschied zwischen ihnen und allen anderen. Punkte, Stufen, Prämien und alles Versprochene behalten sie.",
    costs:
      "Sie kostet Sie, was persönlicher Service bei diesen Mitgliedern gebracht hätte. Dafür bekommen Sie eine Zahl, auf die Verlass ist. Den meisten Shops genügen 5 %.",
    label: "Mitglieder in der Kontrollgruppe",
    off: "Keine",
    option: (share, members) => `${share}, ${members} Ihrer Mitglieder`,
    save: "Speichern",
    saved: "Kontrollgruppe gespeichert",
    overtaken: "Inzwischen hat jemand die Kontrollgruppe geändert. Diese Seite zeigt, was jetzt gilt.",
    confirmTitle: "Kontrollgruppe ändern?",
    confirm:
      "Wer in der Gruppe ist, bekommt ab jetzt nichts Persönliches mehr. Der Vergleich beginnt neu; die ersten Zahlen kommen, wenn seine Tage um sind.",
    confirmOff:
      "Alle Mitglieder bekommen wieder, was für sie gemacht ist. Die bisherigen Zahlen bleiben erhalten.",
    first: (date, days) => `Der erste Vergleich umfasst ${days} Tage. Er steht am ${date} fest.`,
    read: (date, control, others) =>
      `Im letzten vollen Zeitraum, bis ${date}, waren ${control} Mitglieder in der Kontrollgruppe und ${others} nicht.`,
  },
  form: {
    title: "Experiment planen",
    editTitle: "Plan ändern",
    another: (label, number) => `${label} (${number})`,
    morePoints: "Mit einer anderen Zahl von Punkten vergleichen",
    moreRewards: "Mit einer anderen Prämie vergleichen",
    nothing: "Keine",
    overtaken:
      "Jemand hat diesen Plan inzwischen geändert. Was Sie ausgefüllt haben, steht noch hier; behalten Sie es erneut, um den anderen zu ersetzen.",
    begun:
      "Dieses Experiment hat inzwischen begonnen, sein Plan bleibt also, wie er ist. Was Sie ausgefüllt haben, steht noch hier, lässt sich aber nicht speichern.",
    gone: "Dieser Plan wurde inzwischen verworfen. Was Sie ausgefüllt haben, steht noch hier; planen Sie ein neues Experiment, um es zu verwenden.",
    lookAt: "Ansehen, was jetzt gilt",
    question: "Ihre Frage",
    questionHelp: "In Ihren eigenen Worten. Sie lesen sie wieder, wenn die Antwort da ist.",
    kind: "Was erprobt wird",
    points: "Bonuspunkte",
    pointsHelp:
      "Sie werden sofort vergeben, nach den Regeln Ihres Programms. Die Mitglieder behalten sie, was immer sich zeigt.",
    pointsLabel: "Punkte für jedes Mitglied",
    reason: "Was Mitglieder dazu lesen",
    reward: "Eine Prämie aus Ihrem Programm",
    rewardHelp: "Jedes Mitglied bekommt einen eigenen Code, ohne Punkte zu bezahlen.",
    rewardLabel: "Prämie",
    noRewards: "Ihr Programm hat noch keine Prämie mit einem Code.",
    recommendations: "Eigene Empfehlungen",
    recommendationsHelp: "Die Hälfte der Mitglieder sieht sie, die anderen nicht.",
    audience: "Wer teilnimmt",
    everybody: "Alle Mitglieder",
    segment: (name, members) => `${name} (${members})`,
    share: "Wie viele davon",
    armShare: "Wie viele von diesen es bekommen",
    spread: "Mitglieder werden erreicht",
    spreads: {
      1: "alle am ersten Tag",
      7: "über eine Woche",
      14: "über zwei Wochen",
      28: "über vier Wochen",
    },
    spreadHelp: "Über mehrere Tage sehen Sie einen Schaden, bevor alle erreicht sind.",
    measure: "Was verglichen wird",
    window: "Gezählt wird bei jedem Mitglied",
    days: (days) => `${days} Tage`,
    smallest: "Kleinste Wirkung, die zu wissen lohnt",
    smallestHelp: "In Prozent dessen, was Mitglieder ohnehin tun. Kleinere brauchen viel mehr Mitglieder.",
    margin: "Ihre Marge: was vom Umsatz bleibt, wenn die Ware bezahlt ist",
    marginHelp: "Freiwillig. Damit wird abgezogen, was ein Geschenk wirklich kostet.",
    overlaps: "Mitglieder anderer Experimente dürfen teilnehmen",
    overlapsHelp: "Sonst ist niemand in zwei Experimenten zugleich, und jede Antwort steht für sich.",
    work: "Berechnen",
    keep: "Plan behalten",
    faults: {
      same: "Zwei davon sind gleich. Ändern Sie eines, oder lassen Sie es leer.",
      question: "Schreiben Sie Ihre Frage, mit bis zu 200 Zeichen.",
      points: "Geben Sie eine ganze Zahl von 1 bis 1.000.000 ein.",
      reward: "Wählen Sie eine Prämie.",
      reason: "Schreiben Sie, was Mitglieder lesen, mit bis zu 120 Zeichen.",
      segment: "Dieses Segment gibt es nicht mehr. Wählen Sie ein anderes.",
      smallest: "Geben Sie eine Zahl von 1 bis 500 ein.",
      margin: "Geben Sie eine Zahl von 1 bis 100 ein, oder nichts.",
    },
  },
  measures: {
    bought: "Mitglieder, die gekauft haben",
    orders: "Bestellungen je Mitglied",
    revenue: "Nettoumsatz je Mitglied",
    margin: "Was je Mitglied bleibt",
  },
  measureHelp: {
    bought: "Der Anteil der Mitglieder, die irgendetwas gekauft haben.",
    orders: "Wie oft Mitglieder gekauft haben.",
    revenue: "Was Mitglieder bezahlt haben, ohne Erstattungen und Rabatte.",
    margin:
      "Nettoumsatz ohne die Punkte und Geschenke, die er gekostet hat, und ohne die Ware, wenn Sie angegeben haben, was sie kostet.",
  },
  forecast: {
    title: "Was es braucht",
    none: "Klicken Sie auf „Berechnen“, um zu sehen, wie viele Mitglieder und Tage die Antwort braucht.",
    members: (count, shown, given) =>
      plural(count, `${shown} Mitglied nimmt teil, `, `${shown} Mitglieder nehmen teil, `) +
      `etwa ${given} davon bekommen etwas.`,
    cost: (amount, most) =>
      `Es kostet höchstens ${amount}. Wer etwas bekommt, entscheidet der Zufall; bei ${most} Mitgliedern ist in jedem Fall Schluss.`,
    costOpen:
      "Punkte können mehr kosten: Einige Ihrer Prämien haben keinen Preis, und Mitglieder können sie mit Punkten bekommen.",
    noCost: "Was es kostet, lässt sich nicht sagen: Das Programm nennt keinen Wert dafür.",
    free: "Es kostet keine Punkte und keine Geschenke.",
    base: (measure, value, members, days) =>
      `${measure}: ${value} in den letzten ${days} Tagen, gezählt über ${members} Mitglieder.`,
    needed: (members, share) =>
      `Um eine Wirkung von ${share} in vier von fünf Fällen zu finden, braucht es **${members} Mitglieder**. Sie dürfen jeden Tag nachsehen.`,
    oneLook: (members) => `Mit einem einzigen Blick am Ende wären es ${members}.`,
    tooFew: (members, fewest, buyers) =>
      `Mit ${members} Mitgliedern lässt sich das nicht beantworten: Jede Seite braucht mindestens ${fewest} Mitglieder, und ${buyers} davon, die in der gezählten Zeit kaufen.`,
    enough: "Sie haben genug Mitglieder.",
    short: (share) => `Mit Ihren Mitgliedern lässt sich nur eine Wirkung ab ${share} finden.`,
    unknown:
      "Ihre Mitglieder haben in einem solchen Zeitraum zu wenig gekauft, um zu berechnen, wie viele es braucht.",
    days: (days) => `${days} Tage nach dem Beginn sind alle gezählt.`,
  },
  page: {
    edit: "Plan ändern",
    start: "Starten",
    startTitle: "Dieses Experiment starten?",
    startText: (given) =>
      `Etwa ${given} Mitglieder bekommen es, ab heute. Was vergeben ist, behalten sie, auch wenn Sie es beenden.`,
    stop: "Beenden",
    stopTitle: "Dieses Experiment beenden?",
    stopText:
      "Niemand sonst wird erreicht. Wer schon erreicht ist, zählt, bis seine Tage um sind; bis dahin bleiben beide Seiten, wie sie sind, und kein anderes Experiment bekommt diese Mitglieder. Was vergeben ist, behalten die Mitglieder.",
    discard: "Plan verwerfen",
    discardTitle: "Diesen Plan verwerfen?",
    discardText: "Er lief nie, es gehen also keine Zahlen verloren.",
    started: "Experiment gestartet",
    stopped: "Experiment beendet",
    decided: "Entscheidung festgehalten",
    overtaken: "Inzwischen hat jemand dieses Experiment geändert. Diese Seite zeigt, wie es jetzt steht.",
    gone: "Dieser Plan wurde inzwischen verworfen.",
    noRoom: (free) =>
      `Andere Experimente haben die Mitglieder. ${free} davon sind frei: Lassen Sie weniger teilnehmen, lassen Sie Mitglieder anderer Experimente zu, oder warten Sie, bis eines endet.`,
    beyondLimit:
      "Ihre Rolle darf nicht so viele Punkte von Hand vergeben. Bitten Sie einen Inhaber, es zu starten oder die Grenze in den Einstellungen anzuheben.",
    planned: (date, who) => `Geplant am ${date} von ${who}.`,
    counted: (date) => `Am ${date} sind alle gezählt; dann endet es von selbst.`,
    countedAfterStop: (date) => `Wer erreicht wurde, zählt noch bis ${date}.`,
  },
  facts: {
    several: (list) => `${list}, verglichen mit nichts`,
    tried: "Erprobt wird",
    points: (points, shown) => plural(points, `${shown} Bonuspunkt`, `${shown} Bonuspunkte`),
    reward: (name) => `Die Prämie „${name}“, als Code`,
    recommendations: "Eigene Empfehlungen",
    who: "Wer teilnimmt",
    whoShare: (who, share) => `${share} von: ${who}`,
    get: "Bekommen es",
    getShare: (share) => `${share} davon, vom Zufall bestimmt`,
    compared: "Verglichen wird",
    comparedDays: (measure, days) => `${measure}, in den ${days} Tagen, nachdem ein Mitglied erreicht ist`,
    reached: "Bisher erreicht",
    reachedArms: (tried, without) => `${tried} mit, ${without} ohne`,
    given: "Bisher vergeben",
    refused: (given, refused) => `${given}; ${refused} konnten nichts bekommen`,
    others: "Andere Experimente",
    alone: "Haben kein Mitglied mit diesem gemeinsam",
    overlap: "Dürfen Mitglieder mit diesem gemeinsam haben",
  },
  reading: {
    named: (name, verdict) => `${name}: ${verdict}.`,
    someBetter:
      "Mindestens eines davon hilft. Zufall allein erklärt den Unterschied nicht, wie oft Sie auch nachgesehen haben.",
    risen: {
      bought: "Mehr Mitglieder haben gekauft, und Zufall allein erklärt das nicht.",
      orders: "Mitglieder haben mehr bestellt, und Zufall allein erklärt das nicht.",
      revenue: "Mitglieder haben mehr ausgegeben, und Zufall allein erklärt das nicht.",
    },
    someRisen: {
      bought:
        "Mit mindestens einem davon haben mehr Mitglieder gekauft, und Zufall allein erklärt das nicht.",
      orders:
        "Mit mindestens einem davon haben Mitglieder mehr bestellt, und Zufall allein erklärt das nicht.",
      revenue:
        "Mit mindestens einem davon haben Mitglieder mehr ausgegeben, und Zufall allein erklärt das nicht.",
    },
    unpaid: {
      open: (risen) => `${risen} Ob es sich lohnt, ist noch nicht bekannt.`,
      openOver: (risen) => `${risen} Ob es sich lohnt, ist offen geblieben.`,
      less: (risen) => `${risen} Es lohnt sich nicht: Es bleibt weniger übrig.`,
    },
    notAmong: "Welches von mehreren besser ist, wo sich ihre Intervalle überschneiden.",
    several:
      "Mehreres wird zugleich erprobt, deshalb ist jedes Intervall breiter: In 95 von 100 Experimenten gelten alle zusammen.",
    headlines: {
      few: "Es ist zu früh, um etwas zu sagen.",
      better: "Es hilft. Zufall allein erklärt den Unterschied nicht, wie oft Sie auch nachgesehen haben.",
      worse: "Es schadet. Zufall allein erklärt den Unterschied nicht, wie oft Sie auch nachgesehen haben.",
      alike:
        "Es macht kaum einen Unterschied: Was es auch bewirkt, ist kleiner als die Wirkung, nach der Sie gefragt haben.",
      open: "Noch lässt sich nichts sagen: Es kann helfen, schaden oder nichts bewirken.",
    },
    headlinesOver: {
      few: "Es bleibt unbekannt: Zu wenige waren dabei, oder zu wenige davon haben gekauft.",
      open: "Es ist offen geblieben: Nach diesen Mitgliedern kann es helfen, schaden oder nichts bewirken.",
    },
    controlHeadlines: {
      few: "Zu wenige Mitglieder haben gekauft, um beide zu vergleichen.",
      better: "Persönlicher Service bringt etwas: Wer ihn bekommt, tut mehr.",
      worse: "Wer persönlichen Service bekommt, tut weniger als die anderen.",
      alike: "Persönlicher Service macht keinen Unterschied, der zählt.",
      open: "In dieser Zeit ist kein Unterschied zu sehen, der über den Zufall hinausgeht.",
    },
    controlUnpaid: {
      open: "Wer persönlichen Service bekommt, tut mehr. Ob es sich lohnt, ist nicht bekannt.",
      less: "Wer persönlichen Service bekommt, tut mehr, aber es bleibt weniger übrig.",
    },
    few: (members, hits) =>
      `Auf jeder Seite müssen mindestens ${members} Mitglieder, und ${hits}, die gekauft haben, alle ihre Tage gehabt haben.`,
    fewOver: (members, hits, least) =>
      `Es braucht mindestens ${members} Mitglieder auf jeder Seite, und auf jeder Seite ${hits}, die gekauft haben. Alle sind gezählt: Die kleinste Seite hatte ${least.members} Mitglieder, und die Seite mit den wenigsten Käufern ${least.bought}. Fragen Sie noch einmal mit mehr Mitgliedern oder über mehr Tage.`,
    line: (tried, without) => `**${tried}** mit, **${without}** ohne.`,
    difference: (difference, low, high) =>
      `Der Unterschied ist **${difference}**; er liegt zwischen ${low} und ${high}.`,
    differenceEvened: (difference, low, high) =>
      `Gleicht man aus, was sie vorher getan haben, beträgt der Unterschied **${difference}**; er liegt zwischen ${low} und ${high}.`,
    noInterval: "Zu wenige für eine Spanne.",
    rests: (members) => `Das beruht auf ${members} Mitgliedern.`,
    saved: (share) =>
      `Was diese Mitglieder vorher taten, erklärt ${share} der Streuung und wurde herausgerechnet.`,
    percentagePoints: (number) => `${number} Prozentpunkte`,
    percentagePointsShort: (number) => `${number} Pp.`,
    ratioOff:
      "Die beiden Seiten haben nicht so viele Mitglieder, wie sie haben müssten. Beim Erreichen der Mitglieder ging etwas schief: Glauben Sie diesen Zahlen nicht.",
    fallen: (measures) => `Achtung, das ist über den Zufall hinaus gefallen: ${measures}.`,
    unknownTitle: "Was nicht bekannt ist",
    waiting: (members, shown) =>
      plural(
        members,
        `${shown} Mitglied ist erreicht, dessen Tage noch nicht um sind; es zählt noch nicht.`,
        `${shown} Mitglieder sind erreicht, deren Tage noch nicht um sind; sie zählen noch nicht.`,
      ),
    after: (days) => `Was später als ${days} Tage geschieht, nachdem ein Mitglied erreicht wurde.`,
    noMargin: "Was Ihre Ware kostet: „Was bleibt“ zieht nur Punkte und Geschenke ab.",
    noCost: "Was das Geschenk kostet: Das Programm nennt keinen Wert dafür.",
    guests: "Bestellungen ohne Kunden stehen in keiner Zahl.",
    asOf: (when) => `Stand: ${when}.`,
  },
  chart: {
    title: (count, shown) => plural(count, "An einem Tag nachgesehen", `Was an ${shown} Tagen zu sehen war`),
    label: "Der Unterschied und seine Spanne, Tag für Tag",
    series: "Unterschied",
    caption: "Was Tag für Tag zu sehen war",
    columns: {
      tried: "Was erprobt wird",
      day: "Tag",
      members: "Gezählte Mitglieder",
      difference: "Unterschied",
      low: "Mindestens",
      high: "Höchstens",
    },
    formula: [
      "Der Unterschied ist der Mittelwert der Mitglieder mit, weniger den der Mitglieder ohne.",
      "Die Spanne gilt für alle Tage zusammen: In 95 von 100 Experimenten enthält sie die Wahrheit an jedem Tag, an dem jemand nachsieht. Sie ist weiter als eine für einen einzigen Blick.",
      "Gezählt werden nur Mitglieder, deren Tage ganz um sind, jedes mit gleich vielen Tagen.",
    ],
  },
  decision: {
    title: "Was Sie daraus machen",
    label: "Entscheidung",
    keep: "Für alle einführen",
    drop: "Nicht einführen",
    unclear: "Noch offen",
    note: "Warum",
    save: "Entscheidung festhalten",
    by: (who, when) => `Festgehalten von ${who}, ${when}.`,
  },
};
