import type { enRecommend } from "./en-recommend.ts";
import { plural } from "./plural.ts";

export const deRecommend: typeof enRecommend = {
  title: "Empfehlungen",
  about:
    "Was zusammenpasst und was jede Kundin und jeder Kunde als Nächstes kaufen könnte, gelernt aus Ihren eigenen Bestellungen. Jede Empfehlung sagt, warum sie dort steht, in Zahlen, die Sie nachprüfen können.",
  empty: {
    heading: "Noch nichts zu empfehlen",
    text: "Sobald Ihre Produkte gelesen und die ersten Bestellungen da sind, sehen Sie hier, was zusammenpasst. Ähnliche Produkte werden vom ersten Tag an gezeigt. Lassen Sie jetzt lernen, um zu beginnen.",
  },
  preview: {
    title: "Mit den Augen eines Kunden",
    customer: "Ein Kunde",
    customerHelp: "E-Mail-Adresse, Kundennummer oder die Adresse der Kundenseite in Shopify",
    show: "Anzeigen",
    product: "Eine Produktseite",
    choose: "Produkt auswählen",
    off: "Empfehlungen sind ausgeschaltet: Kunden sehen keine.",
    nothing: "Es gibt noch kein Produkt, das man ansehen könnte.",
    unknown: (who: string) =>
      `Unter „${who}“ ist niemand und nichts bekannt. Prüfen Sie die Schreibweise oder wählen Sie aus der Liste.`,
    beside: (name: string) => `Neben ${name}`,
    forMember: (name: string) => `Für ${name}`,
    without: "Sieht nichts davon",
    withoutHelp:
      "Diese Person ist in der Kontrollgruppe oder auf der Seite eines Experiments, die darauf verzichtet, und sieht in Ihrem Shop nichts Persönliches. Das hier würde sie sehen.",
    noneBeside:
      "Neben diesem Produkt gibt es nichts zu zeigen: Nichts, das gekauft werden kann, passt dazu oder ähnelt ihm.",
    noneForMember: "Für diese Person gibt es noch nichts zu zeigen.",
    lists: {
      beside: "Passt dazu",
      due: "Wieder fällig",
      again: "Erneut kaufen",
      fresh: "Noch nie gekauft",
      reachable: "Mit Punkten zu haben",
    },
  },
  evidence: {
    people: (both: string, of: string, title: string) =>
      `${both} der ${of} Personen, die ${title} gekauft haben, kauften auch dies`,
    orders: (both: string, of: string, title: string) =>
      `${both} der ${of} Bestellungen mit ${title} enthielten auch dies`,
    again: (count: string, times: string, day: string) =>
      plural(
        count,
        `An ${times} Tag gekauft, zuletzt am ${day}`,
        `An ${times} Tagen gekauft, zuletzt am ${day}`,
      ),
    due: (days: string, last: string, due: string) =>
      `Etwa alle ${days} Tage: zuletzt am ${last}, fällig am ${due}`,
    popular: (count: string, buyers: string, days: string) =>
      plural(
        count,
        `${buyers} Person hat es in den letzten ${days} Tagen gekauft`,
        `${buyers} Personen haben es in den letzten ${days} Tagen gekauft`,
      ),
    similar: (title: string, shares: string) =>
      shares === "" ? `Ähnlich wie ${title}` : `Ähnlich wie ${title}, gemeinsam: ${shares}`,
    shares: {
      type: "Produkttyp",
      vendor: "Anbieter",
      words: "Wörter im Namen",
      collection: "Kollektion",
      price: "Preislage",
    },
    reachable: (points: string, available: string, reward: string) =>
      `${points} Punkte bezahlen es mit der Prämie „${reward}“; verfügbar sind ${available}`,
    newHere: (day: string) => `Neu im Shop seit ${day}`,
    pinned: "Von Ihnen angeheftet",
  },
  rules: {
    title: "Ihre Regeln",
    help: "Sie gehen allem Gelernten vor. Was ausverkauft oder nicht veröffentlicht ist, und Geschenkgutscheine werden nie empfohlen.",
    saved: "Regeln gespeichert. Was Kunden sehen, wird neu berechnet.",
    on: "Produkte empfehlen",
    onHelp: "Ausgeschaltet wird nirgends etwas empfohlen.",
    choose: "Produkte auswählen",
    pinned: "Immer zuerst",
    pinnedHelp:
      "Sie stehen neben jedem Produkt und bei dem, was jemandem neu ist, in dieser Reihenfolge zuerst.",
    excluded: "Niemals",
    excludedHelp:
      "Lassen Sie ein Produkt weg oder alles eines Typs, Tags, einer Kollektion oder eines Anbieters.",
    exclude: "Weglassen",
    boosted: "Öfter oder seltener",
    boostedHelp: "Heben Sie an, was Sie öfter zeigen möchten, oder senken Sie, was seltener erscheinen soll.",
    factor: "Wie stark",
    times: (factor: string) => `${factor}-faches Gewicht`,
    weigh: "Hinzufügen",
    what: "Was",
    which: "Welche",
    by: {
      product: "Produkt",
      tag: "Tag",
      collection: "Kollektion",
      type: "Produkttyp",
      vendor: "Anbieter",
    },
    namingNothing: (list: string) =>
      `Kein Produkt Ihres Shops hat das, deshalb bewirkt es nichts: ${list}. Prüfen Sie die Schreibweise.`,
    subject: (by: string, value: string) => `${by}: ${value}`,
    boost: (subject: string, factor: string) => `${subject} × ${factor}`,
    diversity: "Von einem Produkttyp höchstens",
    diversityHelp:
      "Damit eine Liste nicht fünfmal dasselbe zeigt. Bleibt nichts anderes übrig, werden es mehr.",
    anyNumber: "Beliebig viele",
    mostOf: (count: string, shown: string) => plural(count, `${shown} je Liste`, `${shown} je Liste`),
    margin: "Gewicht Ihrer Marge",
    marginHelp: (known: string, all: string) =>
      `Bei 0 % zählt nur, was Kunden kaufen möchten. Die Kosten sind für ${known} von ${all} Produkten bekannt; die übrigen zählen wie der Durchschnitt.`,
    noCost:
      "Noch hat kein Produkt Kosten in Shopify (Produktseite, „Kosten pro Artikel“), deshalb kann die Marge nicht zählen.",
  },
  figures: {
    title: "Wie gut es in Ihrem Shop ist",
    never: "Es wurde noch nichts gelernt.",
    basis: (orders: string, buyers: string, products: string) =>
      `Gelernt aus ${orders} Bestellungen von ${buyers} Kunden über ${products} Produkte.`,
    notEnough: "Noch zu wenig Daten, um eine Reihenfolge zu lernen",
    notEnoughHelp: (returning: string, baskets: string) =>
      `Dafür braucht es ${returning} Kunden, die wiedergekommen sind, oder ${baskets} Bestellungen mit zwei oder mehr Produkten. Bis dahin wird gezeigt, was zusammen gekauft wurde, was sich ähnelt und was sich verkauft, mit denselben Belegen.`,
    names: {
      again: "Was sie erneut kauften",
      new: "Was neu für sie war",
      basket: "Was im Warenkorb fehlte",
    },
    noBetter: {
      again:
        "Bisher nicht besser, als dieselben Produkte nach Verkäufen zu ordnen. Nur ihre Reihenfolge ist eine andere: Es sind immer die eigenen des Kunden.",
      new: "Bisher nicht besser als Ihre meistverkauften Produkte. Wo diese mehr vorhersehen, werden sie stattdessen gezeigt.",
      basket:
        "Bisher nicht besser als Ihre meistverkauften Produkte. Wo diese deutlich besser sind, werden sie stattdessen gezeigt; neben einem einzelnen Produkt bleibt es bei dem, was dazu passt.",
    },
    means: {
      again:
        "Zurückgehalten: der letzte Einkauf aller. 100 % heißt, dass das erneut Gekaufte immer zuerst stand, 0 %, dass es nie unter den ersten zehn war.",
      new: "Dasselbe bei Produkten, die sie noch nie gekauft hatten; zehn davon gezeigt.",
      basket:
        "Zurückgehalten: ein Produkt aus jeder der letzten Bestellungen. 100 % heißt, dass es immer unter den zehn gezeigten war.",
    },
    catalogue: (shown: string, sold: string) =>
      `${shown} von ${sold} Produkten dürfen gerade empfohlen werden.`,
  },
  outcome: {
    title: "Was Kunden daraus gemacht haben",
    nothing:
      "In den letzten 90 Tagen wurde in Ihrem Shop nichts gezeigt. Fügen Sie die Empfehlungsblöcke Ihrem Theme hinzu.",
    notCounted:
      "Die Blöcke sind in Ihrem Theme, aber in den letzten 90 Tagen wurde nichts gezählt. Gezeigt und angeklickt zählt das Pixel der App, und nur bei Kunden, die Analysen erlauben: Prüfen Sie, ob das Pixel verbunden ist (in Shopify unter Einstellungen → Kundenereignisse) und ob Ihr Cookie-Banner danach fragt. Gekauftes wird auch ohne gezählt.",
    shown: "Gezeigt",
    clicked: "Angeklickt",
    bought: "Gekauft",
    notForMe: "„Nichts für mich“",
    lowered: "Herabgesetzt, weil sie gezeigt und übergangen wurden",
    loweredBy: (title: string, shown: string, bought: string) =>
      `${title}: ${shown}-mal gezeigt, ${bought}-mal gekauft`,
    help: "Zahlen der letzten 90 Tage. Übergangen zu werden setzt ein Produkt herab; hier gekauft zu werden hebt es nie, denn die Bestellung zählt schon unter Ihren Bestellungen.",
  },
};
