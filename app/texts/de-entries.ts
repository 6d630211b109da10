import type { EarningWords } from "../loyalty/explain-earning.ts";
import type { EntryKind } from "../loyalty/summary.ts";
import type { enEntries } from "./en-entries.ts";

const titles: Record<EntryKind, string> = {
  earn: "Gesammelt",
  refund: "Nach Erstattung zurückgenommen",
  cancel: "Zurückgenommen",
  edit: "Nach Bearbeitung zurückgenommen",
  vest: "Verfügbar geworden",
  signup: "Anmeldebonus",
  birthday: "Geburtstagsbonus",
  activity: "Für eine Aktivität",
  adjust: "Von Hand angepasst",
  import: "Übernommen",
  expire: "Verfallen",
  redeem: "Für eine Prämie zurückgelegt",
  take: "Eingelöst",
  release: "Freigegeben",
  return: "Zurückgekommen",
  owe: "Geschuldet",
  drop: "Erlassen",
  merge: "Zusammengeführt",
};

const comma = (decimal: string) => decimal.replace(".", ",");

const arithmetic: EarningWords = {
  money: comma,
  number: comma,
  factor: (times, from) => `${times} (${from})`,
  product: (factors, earned) => `${factors.join(" × ")} = ${earned}`,
  bonus: (points, rule) => `+ ${points} (${rule})`,
  join: (parts) => parts.join("; "),
  points: (count) => (count === "1" ? "1 Punkt" : `${comma(count)} Punkte`),
  per: (rate, money) => `${rate} je ${money}`,
  roundedDown: (sum, points) => `${sum}, abgerundet ${points}`,
  together: (points) => `zusammen ${points}`,
  inAll: (points) => `insgesamt ${points}`,
  nothing: "nichts in dieser Bestellung bringt Punkte",
};

export const deEntries: typeof enEntries = {
  titles,
  arithmetic,
  order: (name) => `Bestellung ${name}`,
  sentence: (words) => (/[.!?]$/.test(words) ? words : `${words}.`),
  workedOut: (because, sum) => `${because}: ${sum}`,
  because: {
    worth: (points) => `Die Bestellung bringt ${points}`,
    first: (points) =>
      `Die Bestellung bringt ${points}, mit dem Bonus für die erste Bestellung des Mitglieds`,
    worthNow: (now, before) => `Die Bestellung brachte vorher ${before} und bringt jetzt ${now}`,
    firstMoved: (now, before) =>
      `Der Bonus für die erste Bestellung ist weitergerückt: Diese brachte vorher ${before} und bringt jetzt ${now}`,
    leftCustomer:
      "Die Bestellung gehört jetzt einem anderen Kunden, deshalb wurden ihre Punkte zurückgenommen",
    waits: "Die Bestellung wartet auf Geld: Bis dahin behält sie höchstens, was sie gebracht hatte",
    doesNotCount:
      "Die Bestellung zählt nicht mehr: Sie wurde storniert, annulliert oder gelöscht, oder sie hat keinen Kunden",
  },
  vest: (days, count) =>
    count === 0
      ? "Die Punkte waren sofort verfügbar"
      : count === 1
        ? "Seit der Bestellung ist ein Tag vergangen"
        : `Seit der Bestellung sind ${days} Tage vergangen`,
  activity: (name) => `Aktivität: ${name}`,
  signup: "Im Shop angemeldet",
  birthday: "Geburtstag",
  import: (source) => `Punktestand in ${source}, als das Mitglied hierher umzog`,
  bonus: (rule, points) => `${points} (${rule})`,
  adjust: (reason) => `Grund: ${reason}`,
  reinstate: (date, reason) =>
    `Punkte, die am ${date} verfallen waren, wurden zurückgegeben. Grund: ${reason}`,
  expire: (date) => `Diese Punkte galten bis ${date}`,
  expireNoticed: (date, notice) =>
    `Diese Punkte galten bis ${date}; das Mitglied wurde am ${notice} benachrichtigt`,
  hold: (reward) => `Für die Prämie ${reward}`,
  holdUntil: (reward, date) => `Für die Prämie ${reward}; ihr Code gilt bis ${date}`,
  release: {
    cancelled: (reward) => `Die Prämie ${reward} wurde storniert`,
    "not-made": (reward) => `Der Shop konnte die Prämie ${reward} nicht erstellen`,
    "code-ended": (reward) => `Der Code der Prämie ${reward} ist abgelaufen`,
  },
  take: (reward, order) => `Die Prämie ${reward} wurde in Bestellung ${order} genutzt`,
  takeStore: (reward) => `Die Prämie ${reward} wurde gewährt`,
  takeLate: (reward, order) =>
    `Bestellung ${order} nutzte den Code der Prämie ${reward}, nachdem die Punkte schon freigegeben waren`,
  comeBack: (reward, order) =>
    `Bestellung ${order} wurde rückgängig gemacht, deshalb kamen die Punkte der Prämie ${reward} zurück`,
  mergeOut: "Dieser Kunde wurde mit einem anderen zusammengeführt",
  mergeIn: "Ein anderer Kunde wurde mit diesem zusammengeführt",
  owed: (points) => `${points} davon waren nicht mehr da und werden geschuldet`,
  dropped: (points) => `${points} weitere waren nicht mehr da und wurden erlassen`,
  details: {
    show: "Einzelheiten",
    counted: (rules) => `gezählt hat ${rules}`,
    outdone: (rules) => `${rules} würde auch passen, aber eine andere Regel geht vor`,
    noRule: "keine Regel vergibt dafür Punkte",
    nothing: {
      tip: "Trinkgeld",
      "gift-card": "ein Geschenkgutschein",
      refunded: "zurückgegeben",
      free: "kostenlos abgegeben",
      excluded: (key, value) => `ausgeschlossen durch ${key}: ${value}`,
    },
    keys: {
      productTags: "Tag",
      productIds: "Produkt",
      variantIds: "Variante",
      vendors: "Anbieter",
      productTypes: "Typ",
      collections: "Kollektion",
    },
    recorded: "Eingetragen",
    version: "Programmversion",
    actor: "Durch",
    actors: { store: "Nachricht des Shops", shopper: "Der Kunde", clock: "Der Kalender" },
    event: "Ereignis",
    key: "Idempotenzschlüssel",
    hash: "Prüfsumme",
    postings: "Buchungssätze",
    place: "Platz in der Kette",
  },
};
