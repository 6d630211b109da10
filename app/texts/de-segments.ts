import { deSegmentConditions } from "./de-segment-conditions.ts";
import type { enSegments } from "./en-segments.ts";
import { plural } from "./plural.ts";

const members = (count: string, shown: string) => `${shown} ${plural(count, "Mitglied", "Mitglieder")}`;
const toDays = (count: string, shown: string) => `${shown} ${plural(count, "Tag", "Tagen")}`;

export const deSegments: typeof enSegments = {
  title: "Segmente",
  new: "Neues Segment",
  about:
    "Ihre eigenen Segmente folgen Ihren Kunden von selbst. Sie finden sie in der Mitgliederliste, sehen ihre Zahlen in den Berichten, nutzen sie in Experimenten und Angeboten, und Ihr Shop kann markieren, wer dazugehört.",
  empty: {
    heading: "Fassen Sie Kunden zusammen, die etwas gemeinsam haben",
    text: "Zum Beispiel alle, die dreimal gekauft haben und seit 60 Tagen nicht mehr. Sie sehen sofort, wie viele das sind und warum jemand dazukommt oder geht.",
    action: "Segment anlegen",
  },
  building: {
    title: "Die Vergangenheit Ihres Shops wird noch gelesen",
    text: "Bis das fertig ist, sind die Zahlen zu niedrig. Diese Seite zeigt von selbst mehr.",
  },
  list: {
    heading: "Ihre Segmente",
    resource: { singular: "Segment", plural: "Segmente" },
    columns: { name: "Segment", members: "Mitglieder", change: "30 Tage", store: "In Ihrem Shop" },
    counting: "Wird gezählt",
    young: "—",
  },
  syncs: { off: "Nicht markiert", on: "Markiert", paused: "Angehalten", removing: "Tags werden entfernt" },
  groups: {
    heading: "Gruppen danach, wann zuletzt, wie oft und für wie viel gekauft wird",
    about: (count, shown) =>
      `${shown} ${plural(count, "Mitglied hat", "Mitglieder haben")} gekauft. Jede Nacht wird jedes mit allen anderen Ihres Shops verglichen: Aktualität, Häufigkeit und Umsatz, von 1 bis 5.`,
    none: "Sobald Mitglieder gekauft haben, sehen Sie hier, wer treu ist, wer neu ist und wer bald geht. Es wird jede Nacht berechnet.",
    names: {
      champions: "Spitzenkunden",
      loyal: "Treu",
      "potential-loyalists": "Vielleicht bald treu",
      new: "Neu",
      promising: "Vielversprechend",
      "need-attention": "Brauchen Aufmerksamkeit",
      "about-to-sleep": "Schlafen bald ein",
      "at-risk": "Gefährdet",
      "cannot-lose": "Nicht zu verlieren",
      hibernating: "Im Winterschlaf",
      lost: "Verloren",
    },
    meanings: {
      champions: "Kürzlich, oft und für viel gekauft",
      loyal: "Kaufen oft und für viel",
      "potential-loyalists": "Kürzlich gekauft, mehr als einmal",
      new: "Kürzlich zum ersten Mal gekauft",
      promising: "Vor nicht langer Zeit gekauft, bisher wenig",
      "need-attention": "In allem in der Mitte",
      "about-to-sleep": "Länger nicht und nie viel",
      "at-risk": "Oft gekauft, aber lange nicht mehr",
      "cannot-lose": "Am meisten gekauft, aber lange nicht mehr",
      hibernating: "Wenig und vor langer Zeit",
      lost: "Am wenigsten und vor der längsten Zeit",
    },
    map: "Gruppen: nach rechts der letzte Kauf, nach oben Häufigkeit und Umsatz",
    columns: {
      group: "Gruppe",
      members: "Mitglieder",
      share: "Anteil",
      purchases: "Käufe",
      spent: "Umsatz",
      last: "Letzter Kauf",
    },
    median: "Käufe, Umsatz und letzter Kauf sind die des Mitglieds in der Mitte jeder Gruppe.",
    ago: (count, shown) => `vor ${toDays(count, shown)}`,
    use: (group) => `Segment anlegen aus: ${group}`,
    flows: "Wechsel der letzten 30 Tage",
    flow: (from, to, count, shown) => `${members(count, shown)} von **${from}** nach **${to}**`,
    noFlows: "In den letzten 30 Tagen hat niemand die Gruppe gewechselt.",
    moves: "Wer zuletzt gewechselt hat",
    move: (from, to, date) => `Von **${from}** nach **${to}** am ${date}`,
    left: (from, date) => `**${from}** verlassen am ${date}`,
  },
  reasons: {
    first: "Zum ersten Mal gekauft.",
    bought: (count, shown) =>
      plural(count, "Gekauft: bisher ein Kauf.", `Wieder gekauft: bisher ${shown} Käufe.`),
    quiet: (count, shown, usual) =>
      `Keine Bestellung seit ${toDays(count, shown)}, sonst etwa alle ${usual}.`,
    quietFor: (count, shown) => `Keine Bestellung seit ${toDays(count, shown)}.`,
    returned: "Bestellungen wurden storniert oder zurückgegeben.",
    others: "Hat selbst nichts getan; was andere seither gekauft haben, hat die Reihenfolge verschoben.",
    gone: "Hat keine Bestellungen mehr, oder wurde zusammengeführt oder gelöscht.",
  },
  clusters: {
    heading: "Kundentypen",
    about: "Gefunden darin, wie Ihre Kunden kaufen, ohne dass jemand sagt, wonach zu suchen ist.",
    never: "Jede Nacht wird danach gesucht.",
    notEnough: (needed, have) => `Noch nicht genug Daten: Es braucht ${needed} Käufer, Ihr Shop hat ${have}.`,
    alike: (buyers) =>
      `Ihre ${buyers} Käufer zerfallen nicht in Typen: Keine Einteilung fand sich in jeder Hälfte wieder.`,
    type: (number) => `Typ ${number}`,
    members,
    plain: "In allem in der Mitte",
    traits: {
      recency: {
        more: (value, others) => `zuletzt vor langer Zeit (${value} Tage; andere ${others})`,
        less: (value, others) => `zuletzt vor Kurzem (vor ${value} Tagen; andere ${others})`,
      },
      orders: {
        more: (value, others) => `kaufen oft (${value}-mal; andere ${others})`,
        less: (value, others) => `kaufen selten (${value}-mal; andere ${others})`,
      },
      basket: {
        more: (value, others) => `geben auf einmal viel aus (${value}; andere ${others})`,
        less: (value, others) => `geben auf einmal wenig aus (${value}; andere ${others})`,
      },
      gap: {
        more: (value, others) => `lassen sich Zeit (alle ${value} Tage; andere ${others})`,
        less: (value, others) => `kommen bald wieder (alle ${value} Tage; andere ${others})`,
      },
      pieces: {
        more: (value, others) => `viele Produkte auf einmal (${value}; andere ${others})`,
        less: (value, others) => `wenige Produkte auf einmal (${value}; andere ${others})`,
      },
      repeats: {
        more: (value, others) => `nehmen dasselbe wieder (${value} ihrer Produkte; andere ${others})`,
        less: (value, others) => `nehmen Neues (${value} ihrer Produkte wieder; andere ${others})`,
      },
      till: {
        more: (value, others) => `mehr an der Kasse (${value} der Bestellungen; andere ${others})`,
        less: (value, others) => `weniger an der Kasse (${value} der Bestellungen; andere ${others})`,
      },
      returns: {
        more: (value, others) => `geben mehr zurück (${value} ihres Umsatzes; andere ${others})`,
        less: (value, others) => `geben weniger zurück (${value} ihres Umsatzes; andere ${others})`,
      },
      rewards: {
        more: (value, others) => `nutzen Prämien (${value} bei zehn Käufen; andere ${others})`,
        less: (value, others) => `lassen Prämien liegen (${value} bei zehn Käufen; andere ${others})`,
      },
    },
    quality: (stability, apart, chance, buyers) =>
      `Aus ${buyers} Käufern. Hälften von ihnen stimmen zu ${stability} überein, wer zusammengehört. Sie heben sich um ${apart} voneinander ab, auf einer Skala bis 1; dieselben Zahlen zufällig gemischt erreichen ${chance}.`,
  },
  page: {
    back: "Segmente",
    name: "Name des Segments",
    nameHelp: "Nur Sie und Ihr Team lesen ihn.",
    saved: "Segment gespeichert",
    faults: {
      name: "Geben Sie einen Namen mit 1 bis 60 Zeichen ein.",
      definition:
        "Etwas in den Bedingungen lässt sich nicht lesen. Suchen Sie nach leeren oder markierten Feldern.",
      many: "Ein Shop kann 100 Segmente haben. Löschen Sie eines, das Sie nicht mehr brauchen.",
    },
    who: "Wer dazugehört",
    everybody: "Ohne Bedingungen gehören alle dazu.",
    count: members,
    counting: "Wird gezählt …",
    cannotCount: "Füllen Sie die Felder aus, um zu sehen, wie viele das sind.",
    of: "in diesem Moment",
    show: "In der Mitgliederliste zeigen",
    figures: "Zahlen dazu ansehen",
    afterSaving: "Speichern Sie das Segment, um seine Mitglieder zu sehen.",
    delete: "Löschen",
    deleteTitle: "Dieses Segment löschen?",
    deleteText:
      "Niemand verliert dadurch Punkte oder Prämien. Markiert Ihr Shop die Mitglieder, werden die Tags entfernt. Sie können das Segment zurückholen.",
    deleted: "Dieses Segment wurde gelöscht.",
    restore: "Zurückholen",
    overTime: (count, shown, date) => `${members(count, shown)} am ${date}`,
    days: "Mitglieder nach Tagen",
    dayColumns: { day: "Tag", members: "Mitglieder", entered: "Gekommen", departed: "Gegangen" },
    noDays: "Von nun an sehen Sie hier Tag für Tag, wie viele Mitglieder es hat.",
    showTable: "Zahlen zeigen",
    hideTable: "Zahlen verbergen",
    moves: "Wer gekommen und gegangen ist",
    noMoves: "Seit das Segment angelegt wurde, ist niemand gekommen oder gegangen.",
    moreMoves: "Mehr zeigen",
    fewerMoves: "Weniger zeigen",
    entered: (name, date) => `**${name}** kam am ${date} dazu`,
    departed: (name, date) => `**${name}** ging am ${date}`,
    nowTrue: (condition) => `Trifft zu: ${condition}`,
    nowFalse: (condition) => `Trifft nicht zu: ${condition}`,
    redefined: "Das Segment wurde geändert.",
    gone: "Mit jemandem zusammengeführt oder gelöscht.",
  },
  sync: {
    heading: "In Ihrem Shop",
    text: "Die Kunden Ihres Shops können einen Tag bekommen, solange sie zu diesem Segment gehören. Themes, Flows, Rabatte und die eigenen Segmente Ihres Shops richten sich danach.",
    tag: "Kunden-Tag",
    start: "Im Shop markieren",
    resume: "Fortfahren",
    stop: "Anhalten",
    undo: "Tags entfernen",
    undoTitle: "Den Tag von allen Kunden entfernen?",
    undoText: "Was sich in Ihrem Shop danach richtet, etwa ein Rabatt, findet sie dann nicht mehr.",
    off: "Ihr Shop weiß nichts von diesem Segment.",
    on: (count, shown) => plural(count, "Ein Kunde hat den Tag.", `${shown} Kunden haben den Tag.`),
    left: (count, shown) =>
      `${plural(count, "Einer ist", `${shown} sind`)} noch zu ändern. Es geht so schnell, wie Shopify uns lässt.`,
    paused: "Angehalten. Tags bleiben, wie sie sind, und neue Mitglieder bekommen keine.",
    removing: "Die Tags werden entfernt.",
    refused: (count, shown) =>
      plural(
        count,
        `${shown} Kunde konnte nicht markiert werden.`,
        `${shown} Kunden konnten nicht markiert werden.`,
      ),
    failure: (said) => `Ihr Shop meldete: ${said}`,
    segment: "In Shopify gibt es dazu auch ein Kundensegment mit diesem Tag.",
    later: "Sobald das Segment gespeichert ist, können Sie die Kunden markieren lassen.",
  },
  ...deSegmentConditions,
};
