import type { enPlan } from "./en-plan.ts";
import { plural } from "./plural.ts";

export const dePlan: typeof enPlan = {
  title: "Plan",
  back: "Zurück zum Entwurf",
  intro: "Noch ist nichts geändert. Hier steht, was die Veröffentlichung des Entwurfs bewirken würde.",
  faults: {
    title: "Dieser Entwurf kann noch nicht veröffentlicht werden",
    action: "Im Editor berichtigen",
  },
  behind: (basedOn, latest) =>
    `Dieser Entwurf geht von Version ${basedOn} aus, und inzwischen wurde Version ${latest} veröffentlicht. Unten steht alles, was der Entwurf anders sagt als das, was jetzt gilt, auch was andere inzwischen geändert haben.`,
  start: {
    title: "Beginn",
    atOnce: "Sobald er veröffentlicht ist",
    later: "Zu einem Datum mit Uhrzeit",
    date: "Datum",
    time: "Uhrzeit",
    zone: (zone) => `In der Zeit Ihres Shops (${zone}).`,
    apply: "Für diesen Beginn planen",
    faults: {
      unreadable: "Wählen Sie ein Datum und eine Uhrzeit.",
      past: "Dieser Zeitpunkt ist vorbei. Wählen Sie einen späteren oder beginnen Sie mit der Veröffentlichung.",
    },
  },
  changes: {
    title: "Was sich ändert",
    none: "Der Entwurf sagt, was schon gilt: Es gibt nichts zu veröffentlichen.",
    first: "Das ist das erste Programm Ihres Shops.",
    against: (number) => `Verglichen mit Version ${number}, die jetzt gilt.`,
  },
  work: {
    title: "Der Plan wird ausgearbeitet",
    beginning: "Jedes Mitglied wird zweimal betrachtet: mit dem Entwurf und ohne ihn.",
    progress: (done, of) => `${done} von ${of} Mitgliedern`,
    leave: "Sie können diese Seite schließen und wiederkommen: Die Arbeit geht weiter.",
    store:
      "Ihr Shop hat gerade nicht geantwortet. Nichts ist verloren; in einer Minute wird er wieder gefragt.",
    none: "Dieser Entwurf wurde noch nicht geplant.",
    noneMay: "Dieser Entwurf wurde noch nicht geplant. Inhaber und Manager können ihn planen lassen.",
    begin: "Plan ausarbeiten",
    stop: "Anhalten",
    stopped: "Der Plan wurde angehalten. Nichts wurde geändert.",
    again: "Neu ausarbeiten",
    finished: (when) => `Ausgearbeitet ${when}`,
    failed: {
      title: "Der Plan konnte nicht ausgearbeitet werden",
      failed:
        "Bei uns ist etwas schiefgegangen. Ihre Punkte und Einstellungen sind, wie sie waren. Versuchen Sie es noch einmal.",
      overtaken: "Das Programm hat sich geändert, während der Plan entstand. Versuchen Sie es noch einmal.",
      action: "Noch einmal versuchen",
    },
  },
  tiers: {
    title: "Wer die Stufe wechselt",
    none: "Niemand wechselt wegen dieses Entwurfs die Stufe.",
    noTiers: "Dieses Programm hat keine Stufen.",
    from: (date) =>
      `Ab ${date}, der ersten Mitternacht unter dem Entwurf. Wer ohnehin gewechselt hätte, ist nicht mitgezählt.`,
    up: "Steigen auf",
    down: "Steigen ab",
  },
  lists: {
    open: "Mitglieder zeigen",
    close: "Ausblenden",
    titles: {
      up: "Mitglieder, die aufsteigen",
      down: "Mitglieder, die absteigen",
      gain: "Mitglieder, deren Bestellungen mehr gebracht hätten",
      lose: "Mitglieder, deren Bestellungen weniger gebracht hätten",
    },
    member: "Mitglied",
    before: "Vorher",
    after: "Nachher",
    noTier: "keine Stufe",
    empty: "Niemand",
  },
  liability: {
    title: "Was Punkte Sie kosten können",
    out: "Offene Punkte",
    before: "Können jetzt kosten",
    after: "Können dann kosten",
    help: "Die Punkte der Mitglieder mal dem, was die großzügigste Prämie für einen Punkt gibt. Ein neues Programm bewegt keine Punkte.",
    none: "keine Prämie in Geld",
  },
  rewards: {
    title: "Prämien in Reichweite",
    help: "Mitglieder, die die Prämie mit ihren Punkten haben könnten.",
    reward: "Prämie",
    cost: "Punkte",
    members: "Mitglieder",
    becomes: (before, after) => `${before} → ${after}`,
    states: { new: "Neu", gone: "Entfällt", changed: "Geändert", same: "" },
    none: "Der Entwurf hat keine Prämien.",
    reachable: (count, shown) =>
      `${shown} ${plural(String(count), "Mitglied mehr kann", "Mitglieder mehr können")} sie haben`,
    unreachable: (count, shown) =>
      `${shown} ${plural(String(count), "Mitglied verliert", "Mitglieder verlieren")} sie`,
  },
  perks: {
    title: "Vorteile",
    perk: "Vorteil",
    members: "Mitglieder",
    tags: (tags) => `und wer den Tag ${tags} hat`,
  },
  earning: {
    title: "Was die letzten Bestellungen gebracht hätten",
    none: "Noch zählt keine Bestellung: Die aus der Zeit vor der Installation werden hier nicht verglichen. Nach dem Veröffentlichen können Sie sie gutschreiben, mit eigener Vorschau.",
    orders: (count, shown, from, to) =>
      `${plural(String(count), "Die letzte Bestellung", `Die letzten ${shown} Bestellungen`)}, ${from} bis ${to}, wie jede gezählt hätte. Boni für erste Bestellungen sind weggelassen.`,
    before: "Bringen jetzt",
    after: "Brächten dann",
    gain: "Mitglieder gewinnen",
    lose: "Mitglieder verlieren",
    by: (points) => `insgesamt ${points}`,
  },
  fairness: {
    title: "Ist die Änderung zu allen fair?",
    help: (orders) =>
      `Punkte für das, was ausgegeben wird, aus ${orders} neueren Bestellungen: wie sich das für eine Gruppe ändert und für alle übrigen. Wer mehr ausgibt, ist dadurch nicht im Vorteil.`,
    floor: (orders, members, points) =>
      `Gruppen mit weniger als ${orders} Bestellungen oder ${members} Mitgliedern werden nicht beurteilt: Dort sagt der Zufall mehr als Ihre Regeln. Änderungen, die weniger als ${points} Prozentpunkte auseinanderliegen, gelten als gleich.`,
    none: "Für eine Aussage gibt es noch nicht genug Bestellungen.",
    alike: "Allen Gruppen, die groß genug sind, ergeht es gleich.",
    differs: (count) =>
      plural(
        String(count),
        "Einer Gruppe ergeht es anders als den übrigen.",
        `${count} Gruppen ergeht es anders als den übrigen.`,
      ),
    group: "Gruppe",
    orders: "Bestellungen",
    change: "Änderung",
    others: "Alle übrigen",
    verdict: "Kurz gesagt",
    verdicts: {
      alike: "Gleich",
      better: "Besser als die übrigen",
      worse: "Schlechter als die übrigen",
      few: "Zu wenig Daten",
    },
    begins: "beginnt zu sammeln",
    nothing: "sammelt nichts",
    dimensions: {
      tenure: "Neue und alte Mitglieder",
      language: "Sprache",
      channel: "Kanal",
      size: "Größe der Bestellung",
    },
    groups: {
      "tenure new": "Erste Bestellung in den letzten 90 Tagen",
      "tenure old": "Länger Mitglied",
      "channel web": "Onlineshop",
      "channel pos": "An der Kasse",
    },
    small: (money) => `Unter ${money}`,
    medium: (from, to) => `${from} bis ${to}`,
    large: (money) => `${money} und mehr`,
  },
  notes: {
    title: "Vor der Veröffentlichung zu wissen",
    replaced: (version, date) =>
      `Version ${version} ist geplant und tritt am ${date} an die Stelle von dieser.`,
    pendingStays: (count, shown, points, shownPoints) => {
      const pending = plural(points, "ausstehenden Punkt", "ausstehenden Punkten");
      const stays = plural(
        String(count),
        `Bestellung mit ${shownPoints} ${pending} bleibt bei der Version, unter der sie aufgegeben wurde`,
        `Bestellungen mit ${shownPoints} ${pending} bleiben bei der Version, unter der sie aufgegeben wurden`,
      );
      return `${shown} ${stays}, ebenso Erstattungen aller früheren Bestellungen.`;
    },
    levelGone: (level, count, shown) =>
      plural(
        String(count),
        `${shown} Mitglied hat **${level}**, das keine Stufe mehr ist. Ab der ersten Mitternacht hat es die höchste, die es erreicht.`,
        `${shown} Mitglieder haben **${level}**, das keine Stufe mehr ist. Ab der ersten Mitternacht haben sie die höchste, die sie erreichen.`,
      ),
    rewardGone: (reward, count, shown) =>
      plural(
        String(count),
        `${shown} Einlösung von **${reward}** ist offen. Sie bleibt, wie sie gemacht wurde, obwohl die Prämie entfällt.`,
        `${shown} Einlösungen von **${reward}** sind offen. Sie bleiben, wie sie gemacht wurden, obwohl die Prämie entfällt.`,
      ),
    expiryKept:
      "Punkte, die schon verfügbar sind, behalten ihren Verfall. Der neue gilt für Punkte, die unter dem Entwurf verfügbar werden.",
    otherZone: (before, after) => `Tage beginnen dann um Mitternacht in ${after}, nicht mehr in ${before}.`,
    productsUnknown:
      "Von den Tags, Kollektionen und Typen Ihrer Produkte ist noch nichts bekannt. Was Bestellungen gebracht hätten, ist deshalb gerechnet, als hätte kein Produkt welche.",
  },
  publish: {
    action: "Veröffentlichen",
    scheduleAction: "Einplanen",
    title: (version) => `Als Version ${version} veröffentlichen?`,
    waits: "Sie können veröffentlichen, sobald der Plan ausgearbeitet ist.",
    nothing: "Es gibt nichts zu veröffentlichen.",
    try: "Im Simulator ausprobieren",
    keeps: "Frühere Bestellungen behalten die Version, unter der sie aufgegeben wurden.",
    starts: (date) => `Sie beginnt am ${date}.`,
    startsNow: "Sie beginnt sofort.",
    moves: (up, shownUp, down, shownDown) =>
      `${shownUp} ${plural(String(up), "Mitglied steigt", "Mitglieder steigen")} eine Stufe auf, ${shownDown} ${plural(String(down), "steigt", "steigen")} ab.`,
    earns: (gain, shownGain, shownLose) =>
      `Bei Bestellungen wie den letzten ${plural(String(gain), `bekäme ${shownGain} Mitglied`, `bekämen ${shownGain} Mitglieder`)} mehr Punkte und ${shownLose} weniger.`,
    costs: (before, after) => `Offene Punkte können ${after} kosten; jetzt sind es ${before}.`,
    done: (version) => `Version ${version} ist in Kraft`,
    scheduled: (version, date) => `Version ${version} beginnt am ${date}`,
  },
  answers: {
    gone: {
      title: "Diesen Entwurf gibt es nicht mehr",
      text: "Jemand hat ihn veröffentlicht oder verworfen, während Sie den Plan ansahen. Von Ihnen wurde nichts geändert.",
      action: "Versionen ansehen",
    },
    overtaken: (number) => ({
      title: `Inzwischen wurde Version ${number} veröffentlicht`,
      text: "Sie haben einen Plan auf Grundlage einer älteren Version gesehen. Nichts wurde veröffentlicht. Hier ist der Plan auf Grundlage der neuen: Sehen Sie ihn an, bevor Sie veröffentlichen.",
    }),
    "another-plan": {
      title: "Der Entwurf hat sich seit diesem Plan geändert",
      text: "Jemand hat den Entwurf gespeichert, nachdem Sie ihn angesehen hatten. Nichts wurde veröffentlicht. Sehen Sie den neuen Plan an, bevor Sie veröffentlichen.",
    },
    unchanged: {
      title: "Das gilt schon",
      text: "Die neueste Version sagt, was der Entwurf sagt. Nichts wurde veröffentlicht.",
    },
    "no-start": {
      title: "Der Beginn ist vorbei",
      text: "Der gewählte Zeitpunkt ist verstrichen. Nichts wurde veröffentlicht. Wählen Sie einen anderen und sehen Sie den Plan dafür an.",
    },
    refused: {
      title: "Der Entwurf wurde abgelehnt",
      text: "Er ist kein gültiges Programm mehr. Nichts wurde veröffentlicht. Berichtigen Sie ihn im Editor.",
    },
  },
};
