import type { enHome } from "./en-home.ts";
import { plural } from "./plural.ts";

export const deHome: typeof enHome = {
  title: "Startseite",
  empty: {
    heading: "Punkte gibt es ab der ersten bezahlten Bestellung",
    text: "Sobald ein Kunde eine Bestellung bezahlt, wird er Mitglied, und Sie sehen hier, was er gesammelt hat und warum. Sehen Sie sich bis dahin an, womit Ihr Programm belohnt, und fügen Sie die Punkteblöcke in Ihr Theme ein.",
    action: "Programm ansehen",
  },
  members: { title: "Mitglieder", all: "Alle Mitglieder" },
  out: {
    title: "Punkte im Umlauf",
    help: "Alles, was Ihre Mitglieder haben: verfügbar, ausstehend und für Prämien zurückgelegt.",
    available: "Verfügbar",
    pending: "Ausstehend",
    held: "Für Prämien zurückgelegt",
    owed: "Von Mitgliedern geschuldet",
    owedHelp:
      "Punkte, die ausgegeben wurden, bevor die Bestellung dazu erstattet wurde. Spätere Punkte gleichen sie zuerst aus.",
    erased: (count, shown) =>
      `${shown} davon ${plural(count, "gehört", "gehören")} Kunden, deren Daten gelöscht wurden.`,
  },
  programme: { title: "Ihr Programm", change: "Ändern", none: "Noch ist kein Programm in Kraft." },
  line: {
    title: "Nachrichten aus Ihrem Shop",
    allDone: "Alle Nachrichten aus Ihrem Shop sind verarbeitet.",
    restDone: "Alles andere ist verarbeitet.",
    waiting: (count, shown, since) =>
      `${shown} ${plural(count, "Nachricht wartet", "Nachrichten warten")} auf Verarbeitung, die älteste seit ${since}.`,
    dead: (count, shown) =>
      `${shown} ${plural(count, "Nachricht konnte", "Nachrichten konnten")} nicht verarbeitet werden.`,
    look: "Grund ansehen",
    none: "Aus Ihrem Shop ist noch keine Nachricht gekommen.",
    today: "Heute empfangen",
    waitingLabel: "Wartend",
    oldest: "Älteste wartende",
    deadLabel: "Nicht verarbeitet",
    last: "Zuletzt empfangen",
    compared: "Mit Ihrem Shop abgeglichen",
    comparisons: "Abgleiche",
  },
  proof: {
    title: "Nachweis des Punktebuchs",
    none: "Das Punktebuch wird einmal am Tag durchgelesen und signiert, zum ersten Mal kurz nach den ersten Punkten.",
    whole: (count, shown) =>
      `Jede Prüfsumme und jede Summe von ${shown} ${plural(count, "Buchung", "Buchungen")} stimmt.`,
    fault: "Das Punktebuch ist nicht mehr so, wie es geschrieben wurde:",
    faultHelp:
      "Die Punkte funktionieren weiter. Jemand oder etwas hat die Datenbank an der App vorbei geändert: Lassen Sie das prüfen, und vergleichen Sie mit einer Sicherung.",
    verified: "Zuletzt durchgelesen",
    signed: "Zuletzt signiert",
    never: "noch nicht",
    broken: "Bitte prüfen",
  },
  latest: { title: "Letzte Aktivität", none: "Noch ist nichts geschehen." },
};
