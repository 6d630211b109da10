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
  figures: {
    title: "Letzte 30 Tage",
    more: "Alle Analysen",
    active: "Aktive Mitglieder",
    earned: "Gesammelte Punkte",
    redeemed: "Eingelöste Punkte",
    out: "Punkte im Umlauf",
    before: (before) => `${before} in den 30 Tagen davor`,
    ago: (before) => `${before} vor 30 Tagen`,
    trend: (what) => `${what}, Tag für Tag über die letzten 30 Tage`,
    worth: (worth) => `Die Punkte im Umlauf können bis zu ${worth} kosten.`,
    pending: "Die Zahlen werden gerade ermittelt; in einer Minute stehen sie hier.",
  },
  news: {
    title: "Seit gestern",
    from: (date) => `Ab ${date}.`,
    none: "Seit gestern ist nichts geschehen.",
    earned: (count, orders, points) =>
      `**${orders} ${plural(count, "Bestellung", "Bestellungen")}** ${plural(count, "brachte", "brachten")} **${points}**.`,
    takenBack: (count, orders, points) =>
      `Durch Erstattungen und Stornierungen von **${orders} ${plural(count, "Bestellung", "Bestellungen")}** gingen **${points}** zurück.`,
    redeemed: (count, rewards, points) =>
      `Mitglieder lösten **${rewards} ${plural(count, "Prämie", "Prämien")}** für **${points}** ein.`,
    given: (count, rewards) =>
      `**${rewards} ${plural(count, "Prämie wurde", "Prämien wurden")}** ohne Punkte vergeben.`,
    expired: (count, members, points) =>
      `**${points}** von **${members} ${plural(count, "Mitglied", "Mitgliedern")}** sind verfallen.`,
    joined: (count, members) =>
      `**${members} ${plural(count, "Person ist", "Personen sind")}** Mitglied geworden.`,
    levelsUp: (count, members) =>
      `**${members} ${plural(count, "Mitglied ist", "Mitglieder sind")}** in eine höhere Stufe aufgestiegen.`,
    levelsDown: (count, members) =>
      `**${members} ${plural(count, "Mitglied ist", "Mitglieder sind")}** in eine niedrigere Stufe abgestiegen.`,
    adjusted: (count, times) =>
      `Punkte wurden **${plural(count, "einmal", `${times}-mal`)}** von Hand geändert.`,
    version: (number) => `**Version ${number}** des Programms wurde gespeichert.`,
    versions: (saved, newest) =>
      `**${saved} Versionen** des Programms wurden gespeichert, die neueste ist Version ${newest}.`,
    look: {
      earned: "Buchungen",
      "taken-back": "Buchungen",
      redeemed: "Einlösungen",
      given: "Prämien",
      expired: "Buchungen",
      joined: "Mitglieder",
      levels: "Stufen",
      adjusted: "Buchungen",
      version: "Was anders ist",
    },
  },
  decisions: {
    title: "Braucht eine Entscheidung",
    well: "Alles in Ordnung",
    wellText:
      "Die Nachrichten Ihres Shops kommen an, das Punktebuch stimmt, keine Prämie geht aus, und nichts wartet auf Sie.",
    more: (count, shown) => `Und ${shown} ${plural(count, "weiterer Punkt", "weitere Punkte")}`,
    "ledger-fault":
      "Das Punktebuch ist nicht mehr so, wie es geschrieben wurde. Die Punkte funktionieren weiter, aber lassen Sie das prüfen.",
    dead: (count, shown) =>
      `**${shown} ${plural(count, "Nachricht", "Nachrichten")}** Ihres Shops ${plural(count, "konnte", "konnten")} nicht verarbeitet werden, es fehlen also vielleicht Punkte.`,
    waiting: (count, shown, since) =>
      `**${shown} ${plural(count, "Nachricht", "Nachrichten")}** Ihres Shops ${plural(count, "wartet", "warten")}, die älteste seit **${since}**. Nichts geht verloren.`,
    "not-comparing": (since) =>
      `Der Abgleich mit Ihrem Shop, begonnen ${since}, bekommt keine Antwort. Er geht von selbst weiter, sobald der Shop antwortet.`,
    doubtful: (count, shown) =>
      `Der letzte Abgleich fand **${shown} ${plural(count, "Punkt", "Punkte")}**, die nur ein Mensch beurteilen kann.`,
    liability: (worth, limit) =>
      `Die Punkte im Umlauf können bis zu **${worth}** kosten, mehr als Ihre Grenze von ${limit}.`,
    "by-hand": (count, shown, since) =>
      `**${shown} ${plural(count, "Prämie wartet", "Prämien warten")}** darauf, dass Sie sie übergeben, die erste seit **${since}**.`,
    "rewards-stuck": (count, shown) =>
      `**${shown} ${plural(count, "Prämie", "Prämien")}** ${plural(count, "konnte", "konnten")} in Ihrem Shop noch nicht angelegt werden. Wir versuchen es von selbst wieder.`,
    "rewards-refused": (count, shown) =>
      `Ihr Shop hat in den letzten sieben Tagen **${shown} ${plural(count, "Prämie", "Prämien")}** abgelehnt; die Punkte gingen zurück.`,
    "reward-out": (reward, of) => `**${reward}** ist vergriffen: alle ${of} sind weg.`,
    "reward-low": (reward, left, of) => `**${reward}** geht aus: noch **${left}** von ${of}.`,
    "feedback-overdue": (count, shown, since) =>
      `**${shown} ${plural(count, "Nachricht", "Nachrichten")}** Ihrer Kunden ${plural(count, "sollte", "sollten")} längst beantwortet sein, die erste seit **${since}**.`,
    "no-notice": (points, isMore) =>
      `${isMore ? "Mehr als " : ""}**${points}** mit abgelaufenem Datum warten auf einen Hinweis und bleiben, bis er zugestellt ist.`,
    paused: (since) => `Das Programm ist seit ${since} **pausiert**: Bestellungen bringen nichts.`,
    archived: (since) => `Das Programm ist seit ${since} **archiviert**.`,
    "starts-soon": (version, at) => `**Version ${version}** des Programms beginnt am **${at}**.`,
    "draft-behind": (name, basedOn, newest) =>
      `Der Entwurf **${name}** wurde aus Version ${basedOn} begonnen; inzwischen wurde Version ${newest} gespeichert.`,
    act: {
      "ledger-fault": "Prüfung ansehen",
      dead: "Grund ansehen",
      waiting: "Nachrichten ansehen",
      "not-comparing": "Abgleich ansehen",
      doubtful: "Beurteilen",
      liability: "Verbindlichkeit ansehen",
      "by-hand": "Übergeben",
      "rewards-stuck": "Prämien ansehen",
      "rewards-refused": "Grund ansehen",
      "reward-out": "Prämie ändern",
      "reward-low": "Prämie ändern",
      "feedback-overdue": "Beantworten",
      "no-notice": "Regeln ansehen",
      paused: "Fortsetzen oder ändern",
      archived: "Ansehen",
      "starts-soon": "Ansehen",
      "draft-behind": "Entwurf öffnen",
    },
  },
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
