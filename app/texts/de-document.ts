import type { enDocument } from "./en-document.ts";
import { plural } from "./plural.ts";

const times = (count: string, shown: string) => (count === "1" ? "einmal" : `${shown}-mal`);

export const deDocument: typeof enDocument = {
  units: {
    points: "Punkte",
    days: (count, shown) => `${shown} ${plural(count, "Tag", "Tage")}`,
    months: (count, shown) => `${shown} ${plural(count, "Monat", "Monate")}`,
    orders: (count, shown) => `${shown} ${plural(count, "Bestellung", "Bestellungen")}`,
    percent: (shown) => `${shown} %`,
    suffix: {
      points: "Punkte",
      days: "Tage",
      months: "Monate",
      orders: "Bestellungen",
      times: "Mal",
      percent: "%",
    },
  },
  rules: {
    rate: {
      name: "Punkte auf den Umsatz",
      about: "Eine Anzahl Punkte je Euro, Franken oder Pfund einer Bestellung.",
      sentence: "Kunden sammeln {ratePoints} je {ratePer} Umsatz",
    },
    multiply: {
      name: "Mehr Punkte auf bestimmte Produkte",
      about: "Doppelte oder dreifache Punkte, auf alles oder auf bestimmte Produkte, befristet oder immer.",
      sentence: "Kunden sammeln {factor}-mal so viele Punkte",
    },
    "order-bonus": {
      name: "Bonus für eine Bestellung",
      about: "Zusätzliche Punkte, einmal je Bestellung, zum Beispiel für eine große.",
      sentence: "Eine Bestellung bringt {bonus} zusätzlich",
    },
    "first-order": {
      name: "Bonus für die erste Bestellung",
      about: "Zusätzliche Punkte für die erste Bestellung eines Kunden.",
      sentence: "Die erste Bestellung eines Kunden bringt {bonus} zusätzlich",
    },
    signup: {
      name: "Anmeldung",
      about: "Punkte, wenn jemand ein Kundenkonto anlegt, einmalig.",
      sentence: "Kunden bekommen {bonus} für die Anmeldung",
    },
    birthday: {
      name: "Geburtstag",
      about: "Punkte am Tag selbst, einmal im Jahr, für Mitglieder, die ihren Geburtstag genannt haben.",
      sentence: "Kunden bekommen {bonus} zum Geburtstag",
    },
    activity: {
      name: "Etwas anderes, das sie tun",
      about: "Punkte für eine Bewertung, ein Foto oder anderes, das uns eine App meldet.",
      sentence: "Kunden bekommen {bonus} für {activity}",
    },
  },
  rewards: {
    amount: {
      name: "Rabatt als Betrag",
      about: "Ein Code, der einen Betrag von der Bestellung abzieht.",
      sentence: "{value} Rabatt auf die Bestellung für {cost}",
    },
    percent: {
      name: "Rabatt in Prozent",
      about: "Ein Code, der einen Prozentsatz von der Bestellung abzieht.",
      sentence: "{percentValue} Rabatt auf die Bestellung für {cost}",
    },
    "free-shipping": {
      name: "Kostenloser Versand",
      about: "Ein Code, mit dem der Versand nichts kostet.",
      sentence: "Kostenloser Versand für {cost}",
    },
    "free-product": {
      name: "Kostenloses Produkt",
      about: "Ein Code, mit dem ein Produkt nichts kostet.",
      sentence: "Einmal {product} für {cost}",
    },
    "gift-with-purchase": {
      name: "Geschenk zur Bestellung",
      about: "Ein Code, mit dem ein Produkt kostenlos zur Bestellung kommt.",
      sentence: "{product} zu einer Bestellung, für {cost}",
    },
    "store-credit": {
      name: "Guthaben",
      about: "Geld auf dem Konto des Kunden in Ihrem Shop.",
      sentence: "{value} Guthaben für {cost}",
    },
    "gift-card": {
      name: "Geschenkgutschein",
      about: "Ein eigener Geschenkgutschein.",
      sentence: "Ein Geschenkgutschein über {value} für {cost}",
    },
    exclusive: {
      name: "Zugang",
      about: "Ein Tag am Kunden, der etwas öffnet: Produkte, eine Seite, einen Preis.",
      sentence: "Zugang zu {grants} für {cost}",
    },
    donation: {
      name: "Spende",
      about: "Sie spenden im Namen des Mitglieds.",
      sentence: "Eine Spende ({cause}) für {cost}",
    },
    custom: {
      name: "Etwas von Hand",
      about: "Ihr Team übergibt es und bestätigt das auf der Seite des Mitglieds.",
      sentence: "{instructions} für {cost}",
    },
  },
  perks: {
    "member-price": {
      name: "Mitgliederpreis",
      about: "Bestimmte Mitglieder zahlen weniger, ohne Code.",
      sentence: "{percent} Rabatt auf {match}, für {who}",
    },
    gift: {
      name: "Geschenk zu Bestellungen",
      about: "Ein Produkt, das bestimmte Mitglieder zu ihren Bestellungen nichts kostet.",
      sentence: "{product} kostenlos zu Bestellungen ab {minimum}, für {who}",
    },
    exclusive: {
      name: "Produkte nur für Mitglieder",
      about: "Niemand sonst kann sie kaufen.",
      sentence: "{match}: nur für {who} zu kaufen",
    },
    "early-access": {
      name: "Früher Zugang",
      about: "Bestimmte Mitglieder können vor allen anderen kaufen.",
      sentence: "{match}: bis {publicAt} nur für {who} zu kaufen",
    },
  },
  levels: {
    spend: "ab {atSpend} sammelt ein Mitglied {multiplier}-mal so viele Punkte",
    points: "ab {atPoints} sammelt ein Mitglied {multiplier}-mal so viele Punkte",
    orders: "ab {atOrders} sammelt ein Mitglied {multiplier}-mal so viele Punkte",
  },
  clauses: {
    named: (reward, cost) => `**${reward}** für ${cost}`,
    onLines: (products) => ` auf ${products}`,
    ifContains: (products) => `, wenn sie ${products} enthält`,
    minimum: (money) => `, wenn sie mindestens ${money} wert ist`,
    from: (from) => `, ab ${from}`,
    to: (to) => `, bis ${to}`,
    limit: (count, shown, period) => `, höchstens ${times(count, shown)} ${period}`,
    sliding: (points, unit) => `, oder ${points} je ${unit}`,
    slidingOnly: (points, unit) => `${points} je ${unit}`,
    upTo: (value) => `, bis zu ${value}`,
    onOrders: (money) => `, bei Bestellungen ab ${money}`,
    codeDays: (days) => `, einzulösen innerhalb von: ${days}`,
    tiers: (tiers) => `, nur für ${tiers}`,
    perMember: (count, shown) => `, ${times(count, shown)} je Mitglied`,
    total: (count, shown) => `, ${times(count, shown)} insgesamt`,
    stock: (shown) => `, ${shown} vorrätig`,
  },
  periods: { day: "am Tag", month: "im Monat", year: "im Jahr", lifetime: "überhaupt" },
  match: {
    everything: "alles",
    products: (which) => `Produkte ${which.join(", ")}`,
    productTags: (tags) => `mit dem Tag ${tags}`,
    collections: (handles) => `der Kollektion ${handles}`,
    productTypes: (types) => `vom Typ ${types}`,
    vendors: (vendors) => `von ${vendors}`,
    productIds: (ids) => `mit der Nummer ${ids}`,
    variantIds: (ids) => `mit der Variante ${ids}`,
  },
  who: {
    levels: (levels) => `Mitglieder der Stufe ${levels}`,
    tags: (tags) => `Kunden mit dem Tag ${tags}`,
    nobody: "niemanden",
  },
  excluded: (what) => `Keine Punkte gibt es auf ${what}`,
  nothingExcluded: "Alles bringt Punkte",
  points: {
    pending: (days) => `Punkte einer Bestellung werden verfügbar: ${days} danach`,
    atOnce: "Punkte einer Bestellung sind **sofort** verfügbar",
    never: "Punkte **verfallen nie**",
    lots: (months) => `Punkte verfallen ${months}, nachdem sie verfügbar wurden`,
    inactivity: (months) =>
      `Alle Punkte verfallen, wenn ${months} lang nichts gesammelt oder eingelöst wurde`,
    notice: (days) => `Mitglieder erfahren es ${days} vorher`,
    noticeRequired: (days) =>
      `Mitglieder erfahren es ${days} vorher, und ohne diese Nachricht verfallen keine Punkte`,
    owe: "Werden Punkte zurückgenommen, die schon eingelöst sind, **schuldet** das Mitglied sie, und die nächsten Punkte gleichen das aus",
    forgive: "Werden Punkte zurückgenommen, die schon eingelöst sind, werden sie **erlassen**",
  },
  tiers: {
    sentence: (basis, window) => `Mitglieder steigen auf nach ${basis}, ${window}`,
    basis: {
      spend: "**ihrem Umsatz**",
      points: "**den gesammelten Punkten**",
      orders: "**der Zahl ihrer Bestellungen**",
    },
    window: {
      rolling: (months) => `innerhalb der letzten ${months}`,
      "calendar-year": "im **Kalenderjahr**",
      lifetime: "**seit ihrem Beitritt**",
    },
    guarantee: (days) => `, und behalten eine nicht mehr erreichte Stufe ${days}`,
    none: "Es gibt keine Stufen",
  },
  combine: {
    best: "Von mehreren Multiplikatoren für ein Produkt zählt **der größte**",
    stack: "Mehrere Multiplikatoren für ein Produkt werden **miteinander multipliziert**",
  },
  texts: (languages) => `Eigene Namen auf ${languages}`,
  noTexts: "Punkte, Stufen und Prämien haben keine eigenen Namen",
  unreadable: "So geschrieben, dass kein Formular es zeigt",
  end: ".",
  colon: ": ",
};
