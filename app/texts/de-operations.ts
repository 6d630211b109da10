import type { enOperations } from "./en-operations.ts";
import { plural } from "./plural.ts";

export const deOperations: typeof enOperations = {
  title: "Betrieb",
  about:
    "Wie die App mit Ihrem Shop Schritt hält, und der Nachweis, dass die Punkte Ihrer Mitglieder stimmen.",
  line: {
    title: "Nachrichten aus Ihrem Shop",
    good: "Alle Nachrichten aus Ihrem Shop sind verarbeitet.",
    waiting: (count, shown, since) =>
      plural(
        count,
        `Eine Nachricht wartet seit ${since}.`,
        `${shown} Nachrichten warten, die älteste seit ${since}.`,
      ),
    dead: (count, shown) =>
      plural(
        count,
        "Eine Nachricht konnte nicht verarbeitet werden:",
        `${shown} Nachrichten konnten nicht verarbeitet werden:`,
      ),
    noReason: "kein Grund vermerkt",
    open: "Alle Nachrichten",
    retry: "Ansehen und erneut versuchen",
    none: "In den letzten sieben Tagen ist nichts gekommen.",
    day: "Tag",
    received: "Empfangen",
    done: "Verarbeitet",
    caption: "Nachrichten der letzten sieben Tage",
    last: (ago) => `Zuletzt empfangen: ${ago}.`,
  },
  store: {
    title: "Ihr Shop",
    reachable: "Der Shop antwortet.",
    paused: (count, ahead) =>
      `Der Shop hat ${count}-mal hintereinander nicht geantwortet. Nichts ist verloren: Der nächste Versuch ist ${ahead}.`,
    benefits: "Prämien unterwegs",
    due: "Warten auf den Shop",
    byHand: "Von Ihnen zu übergeben",
    refused: "Vom Shop abgelehnt",
    codes: "Codes in Arbeit",
    open: "Prämien öffnen",
  },
  reconciliation: {
    title: "Abgleich mit Ihrem Shop",
    never: "Noch nicht abgeglichen.",
    last: (ago) => `Abgeglichen ${ago}.`,
    missed: (count, shown) =>
      count === "0"
        ? "Es hat nichts gefehlt."
        : plural(
            count,
            "Eine Änderung hatte uns nicht erreicht und ist nachgeholt.",
            `${shown} Änderungen hatten uns nicht erreicht und sind nachgeholt.`,
          ),
    underWay: "Ein Abgleich läuft.",
    open: "Abgleiche öffnen",
  },
  ledger: {
    title: "Das Punktebuch",
    help: "Liest jeden Eintrag noch einmal und rechnet jede Prüfsumme, jeden Stand und jeden Posten nach.",
    verify: "Jetzt prüfen",
    begun: "Die Prüfung hat begonnen",
    never: "Noch nicht geprüft.",
    underWay: "Das Punktebuch wird geprüft",
    steps: (done, all) => `Schritt ${done} von ${all}`,
    askedBy: (name, ago) => `Angefordert von ${name} ${ago}.`,
    right: (count, shown) => plural(count, "Der eine Eintrag stimmt.", `Alle ${shown} Einträge stimmen.`),
    wrong: "Das Punktebuch ist nicht so, wie es geschrieben wurde",
    wrongHelp:
      "Die Punkte funktionieren weiter. Etwas hat die Datenbank an der App vorbei geändert: Lassen Sie das untersuchen und mit einer Sicherung vergleichen.",
    when: (ago) => `Geprüft ${ago}`,
    head: "Ende der Kette",
  },
  heads: {
    title: "Signierte Stände",
    help: "Einmal am Tag wird das Ende der Kette signiert und veröffentlicht. Wer eine Erklärung aufbewahrt, kann später nachweisen, dass davor nichts geändert wurde.",
    none: "Noch ist nichts signiert. Der erste Stand wird binnen eines Tages nach Ihren ersten Punkten signiert.",
    number: (number) => `Stand ${number}`,
    statement: "Erklärung",
    key: "Öffentlicher Schlüssel",
    signature: "Signatur",
    download: "Herunterladen",
    published: "Für alle veröffentlicht",
    checker: "Seite, die einen Beleg prüft",
    show: "Erklärung und Schlüssel zeigen",
  },
  exports: {
    title: "Ihre Daten mitnehmen",
    help: "Alles, was die App über Ihren Shop weiß, in einem offenen Format, das sie auch wieder einlesen kann.",
    whole: "Alles herunterladen",
    nameless: "Ohne Namen herunterladen",
    failed: "Die Datei konnte nicht erstellt werden. Versuchen Sie es in einer Minute noch einmal.",
    move: "Umziehen und Mitgliederlisten",
  },
  moving: (count, shown) =>
    plural(count, "Eine Datei wird gerade übernommen.", `${shown} Dateien werden gerade übernommen.`),
  activity: {
    title: "Aktivität der Mitarbeiter",
    text: "Wer wann was geändert hat.",
    open: "Protokoll öffnen",
  },
};
