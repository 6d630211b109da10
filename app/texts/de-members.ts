import type { enMembers } from "./en-members.ts";
import { plural } from "./plural.ts";

export const deMembers: typeof enMembers = {
  list: {
    title: "Mitglieder",
    all: "Alle",
    columns: {
      member: "Mitglied",
      tier: "Stufe",
      available: "Verfügbar",
      pending: "Ausstehend",
      changed: "Letzte Änderung",
    },
    resource: { singular: "Mitglied", plural: "Mitglieder" },
    alsoPending: (shown) => `${shown} ausstehend`,
    owes: (shown) => `Schuldet ${shown}`,
    empty: {
      heading: "Noch keine Mitglieder",
      text: "Wer sich in Ihrem Shop anmeldet oder eine Bestellung bezahlt, wird ohne weiteren Schritt Mitglied.",
    },
  },
  page: {
    title: "Mitglied",
    back: "Mitglieder",
    inStore: "In Shopify anzeigen",
    receipt: "Beleg",
    receiptFailed: "Der Beleg konnte nicht erstellt werden. Versuchen Sie es in einer Minute noch einmal.",
    adjust: "Punkte anpassen",
    erased: (date) =>
      `Die Daten dieses Kunden wurden am ${date} auf Wunsch gelöscht. Die Einträge im Punktebuch bleiben, aber ohne Bezug zur Person.`,
    figures: {
      title: "Punktestand",
      available: "Verfügbar",
      pending: "Ausstehend",
      held: "Für Prämien zurückgelegt",
      owed: "Geschuldet",
      earned: "Insgesamt gesammelt",
      redeemed: "Eingelöst",
      expired: "Verfallen",
    },
    owedHelp: "Spätere Punkte gleichen das zuerst aus.",
    pending: {
      title: "Ausstehend",
      none: "Nichts steht aus.",
      line: (order) => `Bestellung ${order}`,
      on: (date) => `verfügbar am ${date}`,
    },
    lots: {
      title: "Offene Posten",
      help: "Ausgegeben wird zuerst, was zuerst verfällt.",
      none: "Keine verfügbaren Punkte.",
      held: (shown) => `${shown} zurückgelegt`,
      since: (date) => `seit ${date}`,
      expires: (date) => `verfällt am ${date}`,
      awaitsNotice: (date) => `verfällt am ${date}, sobald das Mitglied benachrichtigt ist`,
      never: "verfällt nicht",
      sources: {
        order: (order) => (order === null ? "Bestellung" : `Bestellung ${order}`),
        activity: () => "Aktivität",
        signup: () => "Anmeldung",
        adjustment: () => "Von Hand gegeben",
        birthday: () => "Geburtstagsbonus",
        import: () => "Übernommen",
        "come-back": (order) => (order === null ? "Zurückgekommen" : `Zurückgekommen, Bestellung ${order}`),
      },
    },
    orders: {
      whyNothing: "Warum sie keine Punkte brachte",
      whyNoMore: "Warum sie nicht mehr brachte",
    },
  },
  adjust: {
    title: "Punkte anpassen",
    points: "Punkte",
    pointsHelp: "Eine ganze Zahl: 50 gibt, −50 nimmt.",
    reason: "Grund",
    reasonHelp: "Der Kunde liest ihn in seinem Verlauf.",
    review: "Prüfen",
    back: "Zurück",
    give: (count, shown) => `${shown} ${plural(count, "Punkt", "Punkte")} geben`,
    take: (count, shown) => `${shown} ${plural(count, "Punkt", "Punkte")} abziehen`,
    giveSentence: (points, name) => `${name} erhält **${points}**, sofort verfügbar.`,
    takeSentence: (points, name) => `${name} verliert **${points}**.`,
    short: (shown) =>
      `Nur ${shown} sind verfügbar. Der Rest wird geschuldet oder erlassen, wie es Ihr Programm vorsieht.`,
    paysDebt: (paid, left) => `${paid} davon begleichen, was geschuldet ist, ${left} bleiben.`,
    forGood:
      "Eine Buchung im Punktebuch wird nie geändert. Ein Fehler wird durch eine weitere Anpassung berichtigt.",
    faults: {
      points: "Geben Sie eine ganze Zahl von Punkten außer 0 ein, mit höchstens 14 Ziffern.",
      reason: "Nennen Sie den Grund mit höchstens 200 Zeichen.",
      key: "Dieses Formular ist veraltet. Schließen und öffnen Sie es erneut.",
    },
    unknownMember: "Dieses Mitglied gibt es in Ihrem Shop nicht mehr, deshalb wurde nichts geändert.",
    done: "Punkte angepasst",
    repeated: "Diese Punkte wurden schon angepasst",
  },
};
