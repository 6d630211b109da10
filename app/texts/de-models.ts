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
      by: "Ein Kaufmodell (von dreien das, das Ihre eigene Vergangenheit am besten vorhersah), Gamma-Gamma für die Ausgaben und eine Regression für das Abwandern",
    },
    recommend: {
      title: "Empfehlungen",
      predicts: "Was ein Kunde wieder kauft, was neu für ihn ist und was in einem Warenkorb zusammenpasst.",
      by: "Eigene Gewohnheiten, EASE über gemeinsam gekaufte Produkte und eine Rangfolge, gelernt aus den letzten Besuchen Ihrer Kunden",
    },
    clusters: {
      title: "Kundengruppen",
      predicts: "Nichts Künftiges: Es findet Kunden, die ähnlich kaufen, und beschreibt jede Gruppe.",
      by: "Gruppen danach, wann zuletzt, wie oft, wie regelmäßig und für wie viel gekauft wird",
    },
  },
  facts: { trained: "Gelernt", basis: "Woraus", learnedBy: "Wie", model: "Kaufmodell" },
  figuresTitle: "Wie gut es gewesen wäre",
  heldBack: (from, to, customers) =>
    `Gelernt ohne die Tage vom ${from} bis ${to}, dann nach ihnen gefragt, für ${customers} Kunden. „Ohne Modell“ ist, was die einfachste Antwort erreicht.`,
  heldBackOther:
    "Gemessen an dem, was von Ihrer eigenen Vergangenheit zurückgehalten wurde. „Ohne Modell“ ist, was die einfachste Antwort erreicht.",
  columns: {
    measure: "Maß",
    value: "Erreicht",
    between: "Wohl zwischen",
    base: "Ohne Modell",
    rows: "Beruht auf",
  },
  between: (low, high) => `${low} und ${high}`,
  ofFigure: (name, text) => `${name}. ${text}`,
  figures: {
    "leaving-auc": "Abwandern: wie oft, wer ging, ein höheres Risiko hatte als wer blieb (0,5 ist Zufall)",
    "leaving-brier": "Abwandern: mittleres Quadrat des Fehlers der Risiken (0 ist am besten)",
    "leaving-slope": "Abwandern: Steigung der Kalibrierung (1 ist richtig, darunter zu sicher)",
    "orders-error": "Bestellungen: daneben um, je Kunde",
    "value-error": "Ausgaben: daneben um, je Kunde",
    "value-captured": "Ausgaben: Anteil des Zehntels, dem am meisten vorhergesagt war",
    "orders-within": "Bestellungen: lagen in den Grenzen (mindestens 80 %)",
    "value-within": "Ausgaben: lagen in den Grenzen (mindestens 80 %)",
    "next-order": "Nächste Bestellung: lag in den Grenzen (80 %)",
    again: "Nächster Besuch: gefundene Produkte, nach Rang (1 ist am besten)",
    new: "Neue Produkte: gefunden, nach Rang (1 ist am besten)",
    basket: "Verborgenes Produkt eines Warenkorbs unter zehn",
    "clusters.stability": "Gruppen: wie weit sich Hälften der Kunden über sie einig sind (1 ist gleich)",
    "clusters.apart": "Gruppen: wie weit sie auseinanderliegen (daneben durch Zufall)",
  },
  groups: {
    title: "Stimmt es für alle gleich gut?",
    alike: "In keiner Gruppe, die groß genug ist, liegt die Vorhersage anders daneben als bei allen übrigen.",
    otherwise: (groups) =>
      `Anders als bei allen übrigen liegt die Vorhersage daneben bei: ${groups}. Seien Sie vorsichtig, diese Gruppen nach ihrem Risiko zu behandeln.`,
    columns: {
      group: "Gruppe",
      customers: "Kunden",
      told: "Vorhergesagt",
      left: "Gegangen",
      off: "Daneben um",
      error: "Fehler, und der anderen",
      verdict: "Gegenüber anderen",
    },
    off: (off, low, high) => `${off} (${low} bis ${high})`,
    error: (own, others) => `${own} / ${others}`,
    language: (name) => `Sprache: ${name}`,
    channel: (name) => `Erster Kauf über: ${name}`,
    newer: "Erster Kauf im letzten halben Jahr",
    older: "Erster Kauf davor",
    verdicts: {
      alike: "Gleich",
      better: "Zu niedrig vorhergesagt",
      worse: "Zu hoch vorhergesagt",
      few: "Zu wenige für eine Aussage",
    },
  },
  changes: {
    title: (version) => `Geändert seit Version ${version}`,
    orders: (more) => `Bestellungen, aus denen gelernt wurde: ${more}`,
    model: (was, is) => `Kaufmodell: ${was} → ${is}`,
    figure: (name, was, is) => `${name}: ${was} → ${is}`,
    nothing: "Nichts Erkennbares.",
  },
};
