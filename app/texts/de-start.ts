import type { enStart } from "./en-start.ts";

export const deStart: typeof enStart = {
  title: "Erste Schritte",
  intro:
    "Wählen Sie, wie Ihre Kunden sammeln. Sie sehen, was jede Wahl für Ihre eigenen früheren Bestellungen bedeutet hätte, bevor etwas veröffentlicht wird.",
  now: {
    title: "Was jetzt Punkte zählt",
    byInstallation: (date) =>
      `Damit keine Bestellung verloren geht, zählt seit der Installation am ${date} ein einfaches Programm Punkte. Es hat keine Prämien. Was Sie veröffentlichen, tritt für die Bestellungen danach an seine Stelle.`,
    chosen: (number, date) =>
      `Version ${number} gilt seit ${date}. Sie können jederzeit eine andere veröffentlichen.`,
    none: "Kein Programm ist in Kraft.",
    keep: "Vorerst behalten",
    kept: "Behalten. Sie können jederzeit hierher zurückkommen.",
  },
  choose: "Beginnen Sie mit einem von diesen",
  templates: {
    "simple-points": {
      title: "Einfache Punkte",
      about:
        "Punkte für das, was ausgegeben wird, und Geld zurück für Punkte. Für jeden Shop, in einem Satz erklärt.",
    },
    "fashion-tiers": {
      title: "Mode mit Stufen",
      about:
        "Drei Stufen nach dem Umsatz eines Jahres, doppelte Punkte in der Saison, und Punkte erst nach der Rückgabefrist.",
    },
    "coffee-visits": {
      title: "Kaffeekarte",
      about:
        "Gleich viele Punkte für jeden Besuch, egal was gekauft wird. Für Cafés, Bäckereien und Friseure.",
    },
  },
  past: "Gerechnet auf Ihre früheren Bestellungen. Gutgeschrieben werden sie nur, wenn Sie es nach dem Veröffentlichen sagen; sie zählen dann nach den Regeln, die seit der Installation gelten.",
  begin: "Damit beginnen",
  rewards: "Prämien",
  example: {
    label: "Beispiel",
    order: (value, points) => `Eine Bestellung über **${value}** bringt **${points}**.`,
  },
  effect: {
    title: "Was es bei Ihren früheren Bestellungen bewirkt hätte",
    wait: "Ihre früheren Bestellungen werden unter jedem Programm durchgespielt.",
    progress: (done, of) => `${done} von ${of} Bestellungen`,
    leave: "Sie können inzwischen weitermachen oder diese Seite schließen und wiederkommen.",
    store:
      "Ihr Shop hat gerade nicht geantwortet. Nichts ist verloren; in einer Minute wird er wieder gefragt.",
    failed: "Die Wirkung konnte nicht ausgerechnet werden. Nichts wurde geändert.",
    retry: "Noch einmal versuchen",
    ask: "Wirkung ausrechnen",
    none: "Ihr Shop hat aus den letzten 12 Monaten keine bezahlten Bestellungen von Kunden, es gibt also nichts durchzuspielen. Die Bestellung unten ist ein Beispiel.",
    of: (orders, from, to) => `${orders} Bestellungen, die zählen, ${from} bis ${to}.`,
    cut: (orders) =>
      `Ihr Shop hat zu viele Bestellungen, um alle abzuwarten: Die neuesten ${orders} wurden durchgespielt.`,
    monthly: "Kosten der Punkte im Monat",
    share: (percent) => `${percent} % vom Umsatz`,
    noCost: "Keine Prämie in Geld",
    inReach: "Mitglieder, die jetzt eine Prämie haben könnten",
    members: (shown) => `von ${shown} Mitgliedern`,
    liability: "Offene Punkte können kosten",
    tiers: "Mitglieder nach Stufen",
    tier: (id, members) => `${id}: ${members}`,
    chart: "Was die Punkte jedes Monats kosten können",
    chartTitle: (money) => `Punkte hätten ${money} im Monat gekostet`,
    month: "Monat",
    cost: "Kosten",
    orders: "Bestellungen",
    earned: "Gesammelte Punkte",
    formula:
      "Kosten: gesammelte Punkte mal dem, was die großzügigste Prämie für einen Punkt gibt. Durchgespielt wird ohne Einlösungen und ohne Anmeldungen, Geburtstage und Aktivitäten: Davon weiß der Shop nichts.",
  },
  bring: {
    title: "Sie kommen von einer anderen App?",
    text: "Bringen Sie Ihre Mitglieder mit ihren Punkten mit: aus einer Datei von Smile, LoyaltyLion, Yotpo oder jeder anderen App.",
    action: "Umziehen",
  },
  adjust: {
    title: "Anpassen",
    back: "Erste Schritte",
    help: "Die wenigen Werte, auf die es am meisten ankommt. Alles andere lässt sich im Editor ändern.",
    fields: {
      points: "Punkte",
      per: "Je",
      bonus: "Punkte für jede Bestellung",
      pendingDays: "Tage, bis Punkte verfügbar sind",
      cost: (reward) => `Punkte für die erste Prämie${reward === null ? "" : ` (${reward})`}`,
      value: "Was sie wert ist",
    },
    pendingHelp:
      "Wählen Sie mindestens die Tage, in denen eine Bestellung zurückgegeben werden kann. 0 heißt sofort.",
    faults: {
      points: "Geben Sie eine Zahl von Punkten über 0 ein, etwa 1 oder 1.5.",
      per: (example) => `Geben Sie einen Betrag über 0 ein, etwa ${example}.`,
      bonus: "Geben Sie eine ganze Zahl von Punkten ein, 0 oder mehr.",
      pendingDays: "Geben Sie eine ganze Zahl von Tagen von 0 bis 3650 ein.",
      cost: "Geben Sie eine ganze Zahl von Punkten ab 1 ein.",
      value: (example) => `Geben Sie einen Betrag über 0 ein, etwa ${example}.`,
    },
    others: "Der Entwurf hat weitere Fehler. Berichtigen Sie sie im Editor.",
    save: "Speichern und Plan ansehen",
    editor: "Im Editor öffnen",
    unsaved:
      "Was Sie getippt haben, ist noch nicht gespeichert. Die Wirkung unten ist die des gespeicherten Entwurfs.",
    overtaken: (by) =>
      `${by} hat diesen Entwurf gespeichert, während Sie tippten. Nichts wurde überschrieben, und was Sie getippt haben, steht noch hier. Laden Sie die Seite neu, um den anderen Stand zu sehen.`,
    gone: "Dieser Entwurf wurde inzwischen veröffentlicht oder verworfen.",
  },
  preview: {
    title: "Was Kunden sehen würden",
    guest: "Als Gast",
    member: "Als Mitglied",
    frame: "Vorschau der Prämienseite",
    help: "So zeichnet Ihr Shop die Prämienseite; Farben und Schriften kommen dort aus Ihrem Theme. Das Mitglied ist ein Beispiel.",
    faulty: "Berichtigen Sie, was markiert ist; dann folgt die Vorschau.",
  },
};
