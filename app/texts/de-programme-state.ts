import type { enProgrammeState } from "./en-programme-state.ts";
import { plural } from "./plural.ts";

const codes = (count: string, shown: string) =>
  count === "0"
    ? ""
    : plural(
        count,
        " Eine Prämie, die schon ausgegeben ist, bleibt gültig.",
        ` ${shown} Prämien, die schon ausgegeben sind, bleiben gültig.`,
      );

export const deProgrammeState: typeof enProgrammeState = {
  badge: { running: "Läuft", paused: "Pausiert", archived: "Archiviert" },
  sentence: {
    running: "Bestellungen bringen Punkte, und Mitglieder können sie einlösen.",
    paused: (since) =>
      `Pausiert seit ${since}: Bestellungen bringen nichts, und nichts lässt sich einlösen. Mitglieder behalten, was sie haben, und nichts verfällt.`,
    archived: (since) =>
      `Archiviert seit ${since}: Ihr Shop zeigt nichts mehr davon. Die Mitglieder und ihr Punktebuch bleiben erhalten und lassen sich exportieren.`,
  },
  scheduled: (start) =>
    `Die Version, die am ${start} beginnen soll, behält ihr Datum und steht dann ebenfalls still, bis Sie fortsetzen.`,
  pause: {
    action: "Pausieren",
    title: "Programm pausieren?",
    text: (count, shown) =>
      `Ab jetzt bringen Bestellungen nichts, und nichts lässt sich einlösen. Was Mitglieder haben, bleibt, ausstehende Punkte werden weiterhin verfügbar, keine Punkte verfallen, und keine Stufe geht verloren.${codes(count, shown)} Ihr Shop sagt, dass das Programm ruht. Sie können jederzeit fortsetzen.`,
    confirm: "Jetzt pausieren",
    done: "Das Programm ist pausiert",
  },
  resume: {
    action: "Fortsetzen",
    title: "Programm fortsetzen?",
    text: (since) =>
      `Ab jetzt bringen Bestellungen wieder Punkte, und Prämien lassen sich einlösen. Bestellungen seit ${since} bleiben ohne Punkte. Jedes Verfallsdatum rückt um die Dauer der Pause weiter, und die Stufen werden um Mitternacht neu bestimmt.`,
    confirm: "Jetzt fortsetzen",
    done: "Das Programm läuft wieder",
  },
  archive: {
    action: "Archivieren",
    title: "Programm archivieren?",
    text: (count, shown) =>
      `Das Programm endet: Bestellungen bringen nichts, nichts lässt sich einlösen, und Vorteile und Punkte verschwinden aus Ihrem Shop.${codes(count, shown)} Die Mitglieder, ihre Punkte und das ganze Punktebuch bleiben erhalten und lassen sich exportieren. Sie können es zurückholen, indem Sie es fortsetzen oder eine Version wiederherstellen.`,
    confirm: "Jetzt archivieren",
    done: "Das Programm ist archiviert",
  },
  ends: {
    paused:
      "Das Programm ist **pausiert**, und mit der Veröffentlichung läuft es wieder: Ab dem Beginn bringen Bestellungen Punkte, und Prämien lassen sich einlösen.",
    archived:
      "Das Programm ist **archiviert**, und mit der Veröffentlichung kommt es zurück: Ab dem Beginn bringen Bestellungen Punkte, und Prämien lassen sich einlösen.",
  },
  unchanged: "Das ist schon so.",
  overtaken:
    "Inzwischen hat jemand eine neuere Version des Programms gespeichert, darum wurde nichts geändert. Sehen Sie sich an, was jetzt gilt, und versuchen Sie es noch einmal.",
  noProgramme: "Noch ist kein Programm in Kraft, also gibt es nichts zu pausieren.",
  failed:
    "Ihr Programm war gerade nicht erreichbar. Es wurde nichts geändert; versuchen Sie es in einer Minute noch einmal.",
};
