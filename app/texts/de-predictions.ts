import type { enPredictions } from "./en-predictions.ts";
import { plural } from "./plural.ts";

const days = (count: string, shown: string) => plural(count, `${shown} Tag`, `${shown} Tagen`);

export const dePredictions: typeof enPredictions = {
  title: "Vorhersagen",
  about:
    "Wer wieder kauft, was er ausgibt und wer gerade abwandert: aus Ihren eigenen Bestellungen gelernt, und wie sicher das ist.",
  range: (low, high) => `${low} bis ${high}`,
  empty: {
    heading: "Noch nicht genug Daten",
    never:
      "Vorhersagen werden jede Nacht gelernt, sobald Ihr Shop Bestellungen hat. Mit „Jetzt lernen“ geschieht es sofort.",
    notEnough: ({ buyers, neededBuyers, days: have, neededDays }) =>
      `Es braucht ${neededBuyers} Mitglieder, die gekauft haben, und Bestellungen aus ${neededDays} Tagen. Ihr Shop hat ${buyers} Mitglieder mit Käufen und ${have} Tage. Darunter wäre eine Vorhersage Zufall, daher wird keine gezeigt.`,
  },
  outlook: {
    title: (shown) => `Die nächsten ${shown} Tage`,
    basis: (count, orders, members, ago) =>
      plural(
        count,
        `Aus ${orders} Bestellung von ${members} Mitgliedern gelernt, ${ago}.`,
        `Aus ${orders} Bestellungen von ${members} Mitgliedern gelernt, ${ago}.`,
      ),
    untested: (shown) =>
      `Wie gut das ist, lässt sich noch nicht sagen: Es braucht 100 Mitglieder, die vor ${shown} Tagen schon gekauft hatten, und genug, die seither gegangen und geblieben sind. Lesen Sie es mit Vorsicht.`,
    noBetter: "In Ihren letzten Monaten war das nicht besser als geraten",
    noBetterText: (shown) =>
      `In den letzten ${shown} Tagen konnte das Modell nicht besser sagen, wer abwandert, als wenn man für alle den Durchschnitt annimmt. Nutzen Sie die Liste zum Hinschauen, aber geben Sie ihretwegen kein Geld aus.`,
    members: "Mitglieder mit Käufen",
    orders: "Erwartete Bestellungen",
    value: "Erwartete Ausgaben",
    leaving: "Aktiv und im Blick",
  },
  risks: {
    title: (high, members) =>
      `Bei ${high} von ${members} Mitgliedern liegt das Risiko, nichts zu kaufen, bei 80 % oder mehr`,
    axes: "Mitglieder nach dem Risiko, nicht zu kaufen, in %",
    risk: "Risiko, nicht zu kaufen",
    members: "Mitglieder",
    between: (from, to) => `${from}–${to}`,
    formula: (shown) =>
      `Das Risiko ist die Wahrscheinlichkeit, dass ein Mitglied in den nächsten ${shown} Tagen nichts kauft.`,
    formulaModel:
      "Eine Regression darüber, wann zuletzt, wie oft, wie regelmäßig und für wie viel gekauft wird, was zurückkam und wie das Programm genutzt wird, gelernt aus dem, was Mitglieder Ihres Shops nach vergangenen Tagen taten.",
  },
  calibration: {
    nothing:
      "In Ihren letzten Monaten sind zu wenige Mitglieder gegangen oder geblieben, um zu sagen, wie gut die Vorhersagen sind. Es braucht 100 Mitglieder, davon mindestens 20, die gingen, und 20, die blieben.",
    title: (told, left) =>
      `Im Mittel vorhergesagt: ${told} kaufen nichts. In Ihren letzten Monaten waren es ${left}.`,
    told: "Vorhergesagt",
    left: "Kauften nichts",
    between: "Der wahre Anteil liegt zwischen",
    customers: "Mitglieder",
    range: (low, high) => `${low} und ${high}`,
    point: (told, left, members) =>
      `Vorhergesagt ${told}, und ${left} von ${members} Mitgliedern kauften nichts`,
    formula: (from, to, members) =>
      `Dasselbe Modell wurde noch einmal ohne die Tage vom ${from} bis ${to} gelernt und dann nach ihnen gefragt, für ${members} Mitglieder in Zehnteln gleicher Größe.`,
    formulaLine:
      "Auf der gestrichelten Linie kam, was vorhergesagt war. Darunter gingen weniger als vorhergesagt.",
    formulaSeason:
      "Das Modell kennt keinen Kalender: Von einer Saison, in der viel mehr gekauft wird, etwa den Wochen vor Weihnachten, sieht es weder den Beginn noch das Ende kommen.",
  },
  list: {
    views: {
      leaving: "Aktive, größtes Risiko zuerst",
      value: "Am meisten wert",
      next: "Als Nächste erwartet",
      all: "Alle",
    },
    help: {
      leaving:
        "Mitglieder, die mehr als einmal und im letzten halben Jahr gekauft haben, die gefährdetsten zuerst. Wer schon länger weg ist, steht unter „Alle“.",
      value: "Alle nach dem, was sie voraussichtlich ausgeben.",
      next: "Mitglieder, deren nächste Bestellung sich datieren lässt, die früheste zuerst.",
      all: "Alle, die gefährdetsten zuerst.",
    },
    dates:
      "Unter „Nächste Bestellung“ steht, um welchen Tag sie erwartet wird und zwischen welchen Tagen sie in vier von fünf Fällen kommt. Bei weniger als vier Bestellungen, sehr ungleichen Abständen oder wo jemand schon weg sein kann, steht dort kein Tag.",
    download: "CSV herunterladen",
    resource: { singular: "Mitglied", plural: "Mitglieder" },
    columns: {
      customer: "Mitglied",
      risk: "Abwanderungsrisiko",
      reasons: "Warum",
      expected: "Erwartet",
      next: "Nächste Bestellung",
    },
    nobody: "Niemand hier",
    nobodyText: "Zurzeit passt kein Mitglied in diese Liste. Sie wird jede Nacht neu berechnet.",
    orders: (orders, low, high) => `Bestellungen: ${orders} (${low} bis ${high})`,
    about: (day) => `Etwa ${day}`,
    last: (date) => `Zuletzt: ${date}`,
  },
  reasons: {
    none: "Es ist zu wenig bekannt, um zu sagen, warum.",
    raises: (reason) => `↑ ${reason}`,
    lowers: (reason) => `↓ ${reason}`,
    silence: (count, shown) => `Letzte Bestellung vor ${days(count, shown)}`,
    silenceAgainst: (count, shown, usual) =>
      `Keine Bestellung seit ${days(count, shown)}; bis dahin etwa alle ${usual}`,
    silenceWithin: (count, shown, usual) =>
      `Letzte Bestellung vor ${days(count, shown)}; sonst etwa alle ${usual}`,
    frequency: (count, shown) => `Hat an ${days(count, shown)} bestellt`,
    pace: (count, shown) => `Bestellt etwa alle ${days(count, shown)}`,
    spends: (amount) => `Gibt ${amount} je Bestellung aus`,
    returnsMore: "Schickt mehr zurück als andere",
    returnsLess: "Schickt weniger zurück als andere",
    loyalLess: "Nutzt das Programm weniger als andere",
    loyalMore: "Nutzt das Programm mehr als andere",
  },
  card: {
    title: "Vorhersagen",
    risk: (shown) => `Kauft in ${shown} Tagen nichts`,
    orders: "Erwartete Bestellungen",
    value: "Erwartete Ausgaben",
    next: "Nächste Bestellung etwa",
    nextBetween: (on, early, late) => `${on} (${early} bis ${late})`,
    group: "Gruppe",
    likelyNone: (value) => `${value} im Mittel, höchstwahrscheinlich keine`,
    withRange: (value, low, high) => `${value} (${low} bis ${high})`,
    made: (ago) => `Berechnet ${ago}. In vier von fünf Fällen liegt das Ergebnis innerhalb der Spanne.`,
  },
};
