import type { enInsight } from "./en-insight.ts";
import { plural } from "./plural.ts";

export const deInsight: typeof enInsight = {
  title: "Einblicke",
  back: "Einblicke",
  about:
    "Was die Bestellungen Ihres eigenen Shops darüber sagen, wie es weitergeht. Bei jeder Zahl steht, worauf sie beruht, und wo es für eine Aussage zu wenig gibt, steht auch das.",
  parts: {
    predictions: {
      title: "Vorhersagen",
      about:
        "Wer wahrscheinlich wieder kauft, was er ausgeben wird, und wer gerade abwandert, mit den Gründen.",
      some: (count, shown) => plural(count, `${shown} Vorhersage`, `${shown} Vorhersagen`),
    },
    models: {
      title: "Modelle",
      about: "Was jedes Modell vorhersagt, woraus, und wie gut es in Ihren letzten Monaten war.",
      some: (count, shown) => plural(count, `${shown} Modell`, `${shown} Modelle`),
    },
    recommendations: {
      title: "Empfehlungen",
      about: "Was zusammenpasst und was jeder Kunde als Nächstes wollen könnte, mit den Belegen.",
      some: (count, shown) =>
        plural(count, `Empfehlungen für ${shown} Produkt`, `Empfehlungen für ${shown} Produkte`),
    },
    segments: {
      title: "Segmente",
      about: "Kundengruppen nach ihrem Kaufverhalten und Ihre eigenen, immer aktuell.",
      some: (count, shown) => plural(count, `${shown} Segment`, `${shown} Segmente`),
    },
    feedback: {
      title: "Rückmeldungen",
      about: "Was Kunden schreiben, nach Themen und danach, wie sie dazu stehen.",
      some: (count, shown) => plural(count, `${shown} Nachricht`, `${shown} Nachrichten`),
    },
    experiments: {
      title: "Experimente",
      about: "Was eine Änderung wirklich bringt, gemessen an einer Kontrollgruppe.",
      some: (count, shown) => plural(count, `${shown} Experiment`, `${shown} Experimente`),
    },
    offers: {
      title: "Persönliche Angebote",
      about: "Für jeden Kunden das richtige Angebot im Rahmen Ihres Budgets, erklärt und nie versteckt.",
      some: (count, shown) => plural(count, `${shown} Angebot`, `${shown} Angebote`),
    },
  },
  states: {
    learned: (count, shown, ago) =>
      plural(count, `Aus ${shown} Bestellung gelernt, ${ago}.`, `Aus ${shown} Bestellungen gelernt, ${ago}.`),
    notEnough: (needed, have) =>
      `Noch nicht genug Daten: Es braucht ${needed} Käufer, und Ihr Shop hat ${have}.`,
    tooYoung: (needed, have) =>
      `Noch nicht genug Daten: Es braucht Bestellungen aus ${needed} Tagen, und Ihr Shop hat welche aus ${have}.`,
    nothing: "Noch nichts.",
  },
  training: {
    title: "Lernen",
    help: "Alle Modelle werden jede Nacht neu aus den Bestellungen Ihres Shops gelernt. Das dauert ein, zwei Minuten und bremst nichts aus.",
    begin: "Jetzt lernen",
    begun: "Das Lernen hat begonnen",
    waiting: "Wartet auf den Beginn",
    learning: (what) => `Wird gelernt: ${what}`,
    steps: (done, steps) => `${done} von ${steps} erledigt`,
    askedBy: (name, ago) => `Angefordert von ${name}, ${ago}`,
    byNight: (ago) => `Von selbst begonnen, ${ago}`,
    never: "Es wurde noch nichts gelernt. Das geschieht nachts von selbst, sobald Ihr Shop Bestellungen hat.",
    done: (ago) => `Zuletzt gelernt: ${ago}.`,
    failed: (what, ago) =>
      `Nicht alles konnte gelernt werden (${ago}): ${what}. Die letzte Version bleibt in Gebrauch, und heute Nacht wird es wieder versucht.`,
    stepNames: {
      buyers: "wer wieder kauft und wer abwandert",
      recommend: "was zusammenpasst",
      clusters: "Kundengruppen",
    },
  },
};
