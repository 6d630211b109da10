import type { enPastOrders } from "./en-past-orders.ts";
import { plural } from "./plural.ts";

const orders = (count: number, shown: string) =>
  `${shown} ${plural(String(count), "Bestellung", "Bestellungen")}`;
const members = (count: number, shown: string) =>
  `${shown} ${plural(String(count), "Mitglied", "Mitglieder")}`;

export const dePastOrders: typeof enPastOrders = {
  title: "Frühere Bestellungen",
  subtitle: "Bestellungen aus der Zeit vor Ihrem Programm bringen nichts, bis Sie sie gutschreiben.",
  back: "Umzug",
  published: {
    title: "Frühere Bestellungen sind noch nicht gutgeschrieben",
    text: "Ihr Programm zählt Bestellungen von seinem Beginn an. Was Kunden vorher gekauft haben, bringt nur Punkte, wenn Sie es sagen; zuerst sehen Sie, was dabei herauskäme.",
    action: "Frühere Bestellungen ansehen",
  },
  card: {
    title: "Frühere Bestellungen gutschreiben",
    text: "Geben Sie Kunden Punkte für das, was sie vor Beginn Ihres Programms gekauft haben. Sie sehen, was es bringt und kostet, bevor etwas gutgeschrieben wird.",
    action: "Frühere Bestellungen ansehen",
  },
  noProgramme: {
    heading: "Wählen Sie zuerst ein Programm",
    text: "Frühere Bestellungen können gutgeschrieben werden, sobald Sie ein Programm veröffentlicht oder das der Installation behalten haben.",
    action: "Programm wählen",
  },
  choose: {
    title: "Frühere Bestellungen gutschreiben seit",
    date: "Tag",
    zone: (zone) => `Er beginnt um Mitternacht in der Zeit Ihres Shops (${zone}).`,
    fault: "Wählen Sie einen Tag ab 2000, der schon begonnen hat.",
    show: "Vorschau zeigen",
    counted: (date) =>
      `Bestellungen seit dem ${date} zählen bereits. Gutgeschrieben wird nur, was noch nicht zählt, und nichts zweimal.`,
    rules: (version) => `Frühere Bestellungen zählen nach Version ${version}, der ersten Ihres Programms:`,
    later: (current) =>
      `Version ${current}, die in Kraft ist, gilt für Bestellungen seit ihrem Beginn. Prämien und Stufen sind die von Version ${current}.`,
    reads:
      "Ihr Shop lässt eine App die Bestellungen der letzten 60 Tage lesen, alle nur mit der Berechtigung read_all_orders, die Shopify erteilt.",
  },
  work: {
    preview: "Die Vorschau wird berechnet",
    crediting: "Frühere Bestellungen werden aus Ihrem Shop gelesen",
    settling: "Punkte werden gebucht",
    beginning: "Ihr Shop wird nach seinen Bestellungen gefragt.",
    progress: (done, of) => `${done} von ${of} Bestellungen`,
    left: (count, shown) => `Noch zu buchen: ${orders(count, shown)}.`,
    leave: "Sie können diese Seite schließen und wiederkommen: Die Arbeit geht weiter.",
    store:
      "Ihr Shop hat gerade nicht geantwortet. Nichts geht verloren; er wird in einer Minute wieder gefragt.",
  },
  preview: {
    title: (date) => `Seit dem ${date}: Noch ist nichts gutgeschrieben`,
    orders: "Bestellungen",
    members: "Mitglieder",
    points: "Punkte",
    cost: "Punkte können kosten",
    share: (percent) => `${percent} % des Verkauften`,
    noCost: "Keine Prämie in Geld",
    inReach: "Mitglieder, die jetzt eine Prämie haben könnten",
    of: (shown) => `von ${shown} Mitgliedern`,
    tiers: "Mitglieder nach Stufen",
    tier: (name, shown) => `${name}: ${shown}`,
    left: (count, shown) =>
      `${orders(count, shown)} aus dieser Zeit ${plural(String(count), "bringt", "bringen")} nichts: von Gästen, Testbestellungen, storniert oder nicht bezahlt.`,
    counting: (count, shown) =>
      `${orders(count, shown)} aus dieser Zeit ${plural(String(count), "zählt", "zählen")} bereits und ${plural(String(count), "ist", "sind")} nicht dabei.`,
    alone: "Berechnet für diese Bestellungen allein: Was Mitglieder schon haben, ist nicht enthalten.",
    short:
      "Es wurde keine Bestellung gefunden, die älter als 60 Tage ist. Hat Ihr Shop ältere, so fehlt dieser App read_all_orders.",
    none: {
      heading: "Es gibt nichts gutzuschreiben",
      text: "Ihr Shop hat seit diesem Tag keine Bestellung, die zählen würde und es noch nicht tut. Wählen Sie einen früheren Tag oder machen Sie weiter: Neue Bestellungen zählen von selbst.",
    },
    credit: (count, shown) => `${orders(count, shown)} gutschreiben`,
    confirmTitle: "Frühere Bestellungen gutschreiben?",
    confirm: (points, count, shown) =>
      `${members(count, shown)} ${plural(String(count), "bekommt", "bekommen")} zusammen ${points}. Das lässt sich nicht für alle auf einmal zurücknehmen.`,
    again: "Noch einmal berechnen",
  },
  failed: {
    preview: "Die Vorschau konnte nicht berechnet werden. Nichts wurde geändert.",
    run: "Das Gutschreiben wurde unterbrochen. Was gutgeschrieben ist, bleibt, und nichts wird zweimal gutgeschrieben.",
    retry: "Noch einmal versuchen",
    goOn: "Weitermachen",
  },
  done: {
    title: (count, shown) => `${orders(count, shown)} gutgeschrieben`,
    text: (points, count, shown, since) =>
      `${members(count, shown)} ${plural(String(count), "hat", "haben")} ${points} für Bestellungen seit dem ${since}.`,
    none: (since) => `Seit dem ${since} war keine Bestellung mehr gutzuschreiben.`,
    dead: (count, shown) =>
      `${orders(count, shown)} ${plural(String(count), "konnte", "konnten")} nicht gutgeschrieben werden. Sie stehen bei den Nachrichten und können dort noch einmal versucht werden.`,
    members: "Mitglieder ansehen",
    deliveries: "Nachrichten ansehen",
  },
  answers: {
    busy: "Frühere Bestellungen werden bereits gutgeschrieben.",
    overtaken:
      "Das ist nicht mehr die Vorschau, die Sie gesehen haben. Nichts wurde begonnen. Sehen Sie sich die neue an.",
    "no-day": "Wählen Sie einen Tag ab 2000, der schon begonnen hat.",
    "no-programme": "Wählen Sie zuerst ein Programm.",
  },
};
