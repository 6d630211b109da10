import type { enModels } from "./en-models.ts";
import { plural } from "./plural.ts";

export const deModels: typeof enModels = {
  title: "Modelle",
  about:
    "Was jedes Modell vorhersagt, woraus es gelernt hat und wie gut es in Ihren eigenen letzten Monaten gewesen wäre. Nichts verlässt Ihren Shop, und Daten anderer Shops werden nicht benutzt.",
  never: "Noch nicht gelernt.",
  notEnough: "Nicht genug Daten",
  noFigures: "Für eine Prüfung an zurückgehaltenen Bestellungen gibt es noch zu wenige.",
  trained: (ago, version) => `${ago}, Version ${version}`,
  counts: (count, orders, buyers) =>
    plural(count, `${orders} Bestellung von ${buyers} Kunden`, `${orders} Bestellungen von ${buyers} Kunden`),
  span: (counts, from, to) => `${counts}, vom ${from} bis ${to}`,
  needed: (count, what) => `${count} ${what}`,
  takes: (needed) => `Es braucht ${needed}.`,
  things: {
    buyers: "Kunden, die gekauft haben",
    days: "Tage mit Bestellungen",
    returning: "Kunden, die wieder gekauft haben",
    baskets: "Bestellungen mit mehreren Produkten",
    members: "Mitglieder, die gekauft haben",
  },
  kinds: {
    buyers: {
      title: "Wiederkaufen, Ausgeben und Abwandern",
      predicts:
        "Für jedes Mitglied: die Wahrscheinlichkeit, dass es im Zeitraum nichts kauft, wie oft es bestellt, was es ausgibt, und wann als Nächstes.",
      counted:
        "Jede Bestellung eines Mitglieds, auch wenn sie später zurückkam oder keine Punkte brachte. Stornierte fehlen.",
      by: "Ein Kaufmodell (von dreien das, das Ihre eigene Vergangenheit am besten vorhersah), Gamma-Gamma für die Ausgaben und eine Regression für das Abwandern",
    },
    recommend: {
      title: "Empfehlungen",
      predicts: "Was ein Kunde wieder kauft, was neu für ihn ist und was in einem Warenkorb zusammenpasst.",
      counted:
        "Bestellungen der letzten drei Jahre, von denen ein Produkt behalten wurde, auch die von Gästen. Geschenkgutscheine und stornierte Bestellungen fehlen.",
      by: "Eigene Gewohnheiten, EASE über gemeinsam gekaufte Produkte und eine Rangfolge, gelernt aus den letzten Besuchen Ihrer Kunden",
    },
    clusters: {
      title: "Kundengruppen",
      predicts: "Nichts Künftiges: Es findet Kunden, die ähnlich kaufen, und beschreibt jede Gruppe.",
      counted: "Bestellungen, die für Punkte zählen; mehrere eines Kunden an einem Tag gelten als eine.",
      by: "Gruppen danach, wann zuletzt, wie oft, wie regelmäßig und für wie viel gekauft wird",
    },
  },
  facts: {
    trained: "Gelernt",
    basis: "Woraus",
    counted: "Was gezählt ist",
    learnedBy: "Wie",
    model: "Kaufmodell",
  },
  figuresTitle: "Wie gut es gewesen wäre",
  heldBack: (from, to, customers) =>
    `Gelernt ohne die Tage vom ${from} bis ${to}, dann nach ihnen gefragt, für ${customers} Kunden. „Ohne Modell“ ist, was die einfachste Antwort erreicht.`,
  heldBackOther:
    "Gemessen an dem, was von Ihrer eigenen Vergangenheit zurückgehalten wurde. „Ohne Modell“ ist, was die einfachste Antwort erreicht.",
  figures: {
    "leaving-top": "Abwandern: die Gefährdetsten (Trefferquote)",
    "leaving-auc": "Abwandern: Reihenfolge der Risiken (AUC)",
    "leaving-brier": "Abwandern: Höhe der Risiken (Brier-Wert)",
    "leaving-slope": "Abwandern: Streuung der Risiken (Kalibrierung)",
    "orders-error": "Bestellungen: daneben um (mittlerer Fehler)",
    "value-error": "Ausgaben: daneben um (mittlerer Fehler)",
    "value-captured": "Ausgaben: Anteil des obersten Zehntels",
    "orders-within": "Bestellungen: in den Grenzen",
    "value-within": "Ausgaben: in den Grenzen",
    "next-order": "Nächste Bestellung: in den Grenzen",
    again: "Nächster Besuch (NDCG@10)",
    new: "Neue Produkte (NDCG@10)",
    basket: "Verborgenes Produkt (Trefferquote unter 10)",
    "clusters.stability": "Einigkeit der Hälften (Rand-Index)",
    "clusters.apart": "Abstand (Silhouette)",
  },
  said: {
    "leaving-top": (value, base) =>
      `Von 100 aktiven Kunden, die es für am meisten gefährdet hielt, blieben ${value} wirklich weg. Zufällig gewählt wären es ${base} gewesen.`,
    "leaving-auc": (value, base) =>
      `Von zwei Kunden, einem, der ging, und einem, der blieb, erkennt es in ${value} von 100 Fällen, wer wer ist. Allein nach den Tagen seit der letzten Bestellung: in ${base}; mit einer Münze: in 50.`,
    "leaving-brier": (value) =>
      `Seine Risiken kommen dem, was wirklich geschah, um ${value} näher als dasselbe Risiko für alle.`,
    "leaving-brier-none":
      "Seine Risiken kommen dem, was wirklich geschah, nicht näher als dasselbe Risiko für alle.",
    "leaving-slope": "Hohe und niedrige Risiken liegen so weit auseinander, wie sie sollten.",
    "leaving-slope-sure":
      "Es ist sich zu sicher: Lesen Sie hohe Risiken etwas niedriger und niedrige etwas höher.",
    "leaving-slope-careful":
      "Es ist zu vorsichtig: Hohe Risiken sind in Wahrheit höher und niedrige niedriger.",
    "orders-error": (value, base) =>
      `Bei der Zahl der Bestellungen eines Kunden liegt es im Mittel um ${value} daneben. Wer allen dasselbe vorhersagt: um ${base}.`,
    "value-error": (value, base) =>
      `Bei den Ausgaben eines Kunden liegt es im Mittel um ${value} daneben. Wer allen dasselbe vorhersagt: um ${base}.`,
    "value-captured": (value, base) =>
      `Das Zehntel der Kunden, von dem es am meisten erwartete, gab ${value} des gesamten Geldes aus. Das Zehntel mit den bisher höchsten Ausgaben: ${base}.`,
    "orders-within": (value) =>
      `${value} von 100 Kunden bestellten so oft, wie es gesagt hatte, zwischen „mindestens“ und „höchstens“. Es sollten 80 oder mehr sein.`,
    "value-within": (value) =>
      `${value} von 100 Kunden gaben so viel aus, wie es gesagt hatte, zwischen „mindestens“ und „höchstens“. Es sollten 80 oder mehr sein.`,
    "next-order": (value) =>
      `${value} von 100 nächsten Bestellungen kamen zwischen den genannten Tagen. Es sollten etwa 80 sein.`,
    again: (value, base) =>
      `Bei dem, was Kunden beim nächsten Besuch erneut kaufen, erreichen seine Listen ${value} dessen, was eine perfekte Liste erreichen würde. Dieselben Produkte nach Verkäufen geordnet: ${base}.`,
    new: (value, base) =>
      `Bei Produkten, die für den Kunden neu sind, erreichen seine Listen ${value} dessen, was eine perfekte Liste erreichen würde. Eine Liste der Bestseller: ${base}.`,
    basket: (value, base) =>
      `Von 100 Warenkörben, in denen ein Produkt verborgen war, fand es dieses mit zehn Versuchen in ${value}. Die Bestseller: in ${base}.`,
    "clusters.stability": (value) =>
      `Zwei Hälften Ihrer Kunden, getrennt betrachtet, führen zu Gruppen, die zu ${value} übereinstimmen.`,
    "clusters.apart": (value, base) =>
      `Die Gruppen liegen um ${value} auseinander, bei höchstens 1. Zufällig gemischte Kunden: ${base}.`,
  },
  experts: "Für Fachleute",
  technical: (name, value) => `${name}: ${value}`,
  likely: (low, high) => `wohl ${low} bis ${high}`,
  without: (base) => `ohne Modell ${base}`,
  restsOn: (rows) => `n = ${rows}`,
  groups: {
    title: "Stimmt es für alle gleich gut?",
    about: "Je Gruppe: welcher Anteil gehen sollte und welcher wirklich ging.",
    judged:
      "Als „zu niedrig“ oder „zu hoch vorhergesagt“ gilt eine Gruppe nur ab 50 Kunden, wenn sie gegen alle übrigen um drei Punkte oder mehr danebenliegt und das Intervall davon die Null ausschließt. Die Intervalle aller Gruppen zusammen stimmen in 95 von 100 Fällen, damit viele Gruppen nicht viele Fehlalarme bedeuten. „Gleich“ heißt sie nur, wenn dieses Intervall nach beiden Seiten innerhalb von zehn Punkten liegt.",
    alike:
      "In keiner Gruppe liegt die Vorhersage über den Zufall hinaus anders daneben als bei allen übrigen.",
    otherwise: (groups) =>
      `Anders als bei allen übrigen liegt die Vorhersage daneben bei: ${groups}. Seien Sie vorsichtig, diese Gruppen nach ihrem Risiko zu behandeln.`,
    open: (groups) => `Ob es ebenso gut stimmt, lässt sich bei so wenigen Kunden nicht sagen für: ${groups}.`,
    told: (told, left, _, shown) => `${told} sollten gehen, ${left} gingen, von ${shown} Kunden`,
    technical: (off, low, high, own, others) =>
      `Gegen alle übrigen daneben um ${off} (zwischen ${low} und ${high}); Brier-Wert ${own}, bei allen übrigen ${others}`,
    language: (name) => `Sprache: ${name}`,
    channel: (name) => `Erster Kauf über: ${name}`,
    newer: "Erster Kauf im letzten halben Jahr",
    older: "Erster Kauf davor",
    verdicts: {
      alike: "Gleich",
      better: "Zu niedrig vorhergesagt",
      worse: "Zu hoch vorhergesagt",
      few: "Zu wenige für eine Aussage",
      open: "Nicht zu sagen",
    },
  },
  changes: {
    title: (version) => `Was sich seit dem letzten Lernen (Version ${version}) geändert hat`,
    orders: (more) => `Bestellungen, aus denen gelernt wurde: ${more}`,
    model: (was, is) => `Kaufmodell: ${was} → ${is}`,
    figure: (name, was, is) => `${name}: ${was} → ${is}`,
    nothing: "Nichts Erkennbares.",
  },
};
