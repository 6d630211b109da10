import type { enOffers } from "./en-offers.ts";
import { plural } from "./plural.ts";

export const deOffers: typeof enOffers = {
  title: "Persönliche Angebote",
  about:
    "Bieten Sie Mitgliedern, die Sie verlieren könnten, so viel an, wie sie wert sind, im Rahmen Ihres Budgets. Angebote sind Geschenke obendrauf: Niemand zahlt einen anderen Preis, und jedes sagt, warum es gemacht wurde.",
  form: {
    title: "Angebote vorbereiten",
    policy: "Wem was angeboten wird",
    policies: {
      personal: "Nach dem, was auf dem Spiel steht",
      learned: "Nach dem, was gewirkt hat",
      same: "Allen das Gleiche",
    },
    policyHelp: {
      personal:
        "Je mehr Sie mit einem Mitglied verlieren könnten, desto größer das Angebot. Zuerst kommt, wer noch zu gewinnen ist, nie, wer längst weg ist. Wer auf niedrigere Preise wartet, bekommt einen Code, andere Punkte; je weniger Bestellungen ein Mitglied hat, desto mehr entscheidet darüber, was in Ihrem Shop üblich ist.",
      learned:
        "Von dem, was der Wert eines Mitglieds zulässt, wird immer öfter angeboten, was bisher die meisten Käufer zurückbrachte.",
      same: "Alle bekommen das Erste, was Sie wählen. Reicht das Budget nicht für alle, entscheidet der Zufall.",
    },
    rewards: "Prämien, die angeboten werden dürfen, jede als eigener Code",
    noPrice: {
      order:
        "Lässt sich noch nicht anbieten: Sagen Sie unter „Was Angebote kosten dürfen“, mit welcher Bestellung Sie höchstens rechnen.",
      delivery:
        "Lässt sich noch nicht anbieten: Sagen Sie unter „Was Angebote kosten dürfen“, was Sie eine Lieferung kostet.",
      product:
        "Lässt sich nicht anbieten: Ihr Shop verkauft kein solches Produkt oder nennt keinen Preis dafür.",
      "sold-out": "Lässt sich gerade nicht anbieten: Es ist ausverkauft.",
    },
    priceBy: {
      order:
        "Gerechnet mit der größten Bestellung, mit der Sie rechnen. Eine größere kostet mehr: Kein Code lässt sich auf eine Summe begrenzen.",
      delivery: "Gerechnet mit dem, was Sie eine Lieferung laut Ihrer Angabe kostet.",
      goods: "Gerechnet mit dem, was die Ware Sie kostet, wie es in Ihrem Shop steht.",
      price:
        "Gerechnet mit dem Preis, denn Ihr Shop sagt nicht, was die Ware Sie kostet. Teurere Varianten kosten mehr.",
    },
    worth: (name, cost) => `${name}, kostet ${cost}`,
    noRewards: "Ihr Programm hat noch keine Prämie mit einem Code.",
    points: "Punkte, die angeboten werden dürfen",
    pointsHelp: "Leer für keine. Sie werden sofort vergeben und verfallen, wie Ihr Programm es sagt.",
    noPointCost:
      "Punkte haben noch keinen Preis: Fügen Sie eine Prämie hinzu, die einen Geldbetrag wert ist.",
    budget: "Ihr Budget",
    budgetHelp: "Was für Angebote zurückgelegt wird, geht nie darüber hinaus.",
    budgetHelpOpen:
      "Was für Angebote zurückgelegt wird, geht nie darüber hinaus. Punkte können mehr kosten, denn einige Ihrer Prämien haben keinen Preis: Sie zählen mit der teuersten, die einen hat.",
    generosity: "Wie viel vom möglichen Verlust ein Angebot kosten darf",
    generosityHelp:
      "Ein Angebot kostet höchstens diesen Anteil des Umsatzes, den Sie mit dem Mitglied verlieren könnten: Von 50,00 sind 10 % 5,00.",
    reason: "Was Mitglieder lesen",
    audience: "Wem etwas angeboten werden darf",
    lasts: "Wie lange sie gelten",
    asRewards: "So lange wie der Code jeder Prämie",
    minutes: (count, shown) => plural(count, `${shown} Minute`, `${shown} Minuten`),
    hours: (count, shown) => plural(count, `${shown} Stunde`, `${shown} Stunden`),
    days: (count, shown) => plural(count, `${shown} Tag`, `${shown} Tage`),
    lastsHelp:
      "Ab dem Senden. Danach gelten die Codes wirklich nicht mehr, Mitglieder sehen die verbleibende Zeit, und was niemand genutzt hat, geht einen Tag später ins Budget zurück.",
    preview: "Zeigen, wem und warum",
    send: "Diese Angebote senden",
    sendTitle: "Diese Angebote senden?",
    sendText: (given, cost) =>
      `${given} Mitglieder bekommen jetzt etwas, für höchstens ${cost}. Was vergeben ist, lässt sich nicht zurücknehmen.`,
    faults: {
      choices: "Wählen Sie mindestens eine Prämie mit Preis, oder Punkte.",
      points: "Geben Sie eine ganze Zahl von 1 bis 1.000.000 ein, oder nichts.",
      budget: "Geben Sie einen Betrag über 0 ein.",
      generosity: "Geben Sie eine Zahl von 1 bis 50 ein.",
      reason: "Schreiben Sie, was Mitglieder lesen, mit bis zu 120 Zeichen.",
      lasts:
        "Punkte können nicht zu einer solchen Zeit enden. Bieten Sie nur Prämien an, oder lassen Sie Angebote so lange gelten wie ihre Codes.",
    },
    overtaken: "Inzwischen würde anderen etwas angeboten. Sehen Sie es noch einmal an.",
    nobody: "Niemandem würde etwas angeboten.",
    beyondLimit:
      "Ihre Rolle darf nicht so viele Punkte von Hand vergeben. Bitten Sie einen Inhaber, sie zu senden oder die Grenze in den Einstellungen anzuheben.",
  },
  preview: {
    title: "Wem und warum",
    given: (count, shown, cost) =>
      plural(
        count,
        `**${shown} Mitglied** bekommt ein Angebot, `,
        `**${shown} Mitglieder** bekommen ein Angebot, `,
      ) + `für höchstens **${cost}**.`,
    leftOut: (count, shown) =>
      plural(
        count,
        `${shown} weiteres lässt der Zufall aus, damit Sie sehen, was Angebote bringen.`,
        `${shown} weitere lässt der Zufall aus, damit Sie sehen, was Angebote bringen.`,
      ),
    comeAnyway: (count, shown) =>
      plural(
        count,
        `${shown} bekommt nichts: Dieses Mitglied kauft fast sicher ohnehin, das Angebot wäre verschenkt.`,
        `${shown} bekommen nichts: Sie kaufen fast sicher ohnehin, das Angebot wäre verschenkt.`,
      ),
    notWorth: (shown) => `${shown} bekommen nichts: Es steht weniger auf dem Spiel, als ein Angebot kostet.`,
    unknown: (shown) => `Über ${shown} ist nichts bekannt, was für ein Angebot spräche.`,
    longGone: (count, shown) =>
      plural(
        count,
        `${shown} bekommt nichts: Der letzte Kauf liegt so lange zurück, dass dieses Mitglied schon verloren ist.`,
        `${shown} bekommen nichts: Ihr letzter Kauf liegt so lange zurück, dass sie schon verloren sind.`,
      ),
    beyond: {
      sending: (shown) => `Für ${shown} reicht das Budget nicht, das Sie eingegeben haben.`,
      month: (shown) => `Für ${shown} reicht nicht, was in diesem Monat noch übrig ist.`,
    },
    unused: {
      "too-dear": (what) =>
        `„${what}“ bekommt niemand: Es kostet mehr, als ein Angebot bei irgendeinem Mitglied kosten darf. Ein größerer Anteil dessen, was Sie verlieren könnten, lässt es zu.`,
      "full-price": (what) =>
        `„${what}“ bekommt niemand: Für wen es nicht zu teuer ist, der gilt nach eigenen Bestellungen und dem in Ihrem Shop Üblichen als Käufer zum vollen Preis und bekommt stattdessen Punkte.`,
      "lower-prices": (what) =>
        `„${what}“ bekommt niemand: Für wen es nicht zu teuer ist, der wartet nach eigenen Bestellungen und dem in Ihrem Shop Üblichen auf niedrigere Preise und bekommt stattdessen einen Code.`,
      larger: (what) =>
        `„${what}“ bekommt niemand: Für wen es nicht zu teuer ist, der bekommt etwas, das ebenso viel oder mehr wert ist.`,
      learned: (what) =>
        `„${what}“ bekommt diesmal niemand: Nach dem, was bisher gewirkt hat, war für alle, die es bekommen könnten, etwas anderes besser.`,
      "first-only": (what) => `„${what}“ bekommt niemand: Alle bekommen das Erste, das Sie gewählt haben.`,
      budget: (what) =>
        `„${what}“ bekommt niemand: Das Budget endet vor den Mitgliedern, für die es gedacht ist.`,
      chance: (what) => `„${what}“ bekommt niemand: Für wen es gedacht ist, den lässt der Zufall aus.`,
    },
    percentOpen:
      "Prozente können mehr kosten: Eine Bestellung kann größer sein als die größte, mit der Sie rechnen.",
    tooFew: (shown, fewest) =>
      `Was diese Angebote bringen, wird sich nicht sagen lassen: Der Zufall lässt ${shown} aus, für einen Vergleich braucht es ${fewest}.`,
    expected: (count, shown, days) =>
      plural(
        count,
        `Etwa ${shown} davon kauft voraussichtlich in ${days} Tagen, mit oder ohne Angebot.`,
        `Etwa ${shown} davon kaufen voraussichtlich in ${days} Tagen, mit oder ohne Angebot.`,
      ),
    fewBuyers: (shown, fewest, days) =>
      `Was diese Angebote bringen, wird sich kaum sagen lassen: Auf der kleineren Seite kaufen in ${days} Tagen voraussichtlich etwa ${shown}, und es braucht ${fewest}.`,
    monthLeft: (left) => `In diesem Monat sind noch ${left} für Angebote übrig.`,
    ends: (duration) => `Gültig sind sie nach dem Senden: ${duration}.`,
    noPredictions:
      "Für Ihre Mitglieder gibt es noch keine Vorhersagen, also ist nicht bekannt, was auf dem Spiel steht. „Allen das Gleiche“ geht auch ohne.",
    gets: {
      points: (points, shown) => plural(points, `${shown} Punkt`, `${shown} Punkte`),
      reward: (name) => name,
    },
    without: "Vom Zufall ausgelassen",
    atRisk: (worth, days, risk, atRisk) =>
      `Ein Kauf in den nächsten ${days} Tagen brächte etwa ${worth}. Mit ${risk} Wahrscheinlichkeit bleibt er aus: ${atRisk} stehen auf dem Spiel.`,
    sensitivity: (discounted, orders) =>
      `Nutzte bei ${discounted} von ${orders} Bestellungen einen Rabattcode.`,
    takenOtherwise: {
      full: (discounted, orders) =>
        `Nutzte bei ${discounted} von ${orders} Bestellungen einen Rabattcode: zu wenig, um anzunehmen, dass das Mitglied auf niedrigere Preise wartet, denn die meisten Bestellungen in Ihrem Shop sind zum vollen Preis.`,
      lower: (discounted, orders) =>
        `Nutzte bei ${discounted} von ${orders} Bestellungen einen Rabattcode: zu wenig, um anzunehmen, dass das Mitglied zum vollen Preis kauft, denn die meisten Bestellungen in Ihrem Shop liegen darunter.`,
    },
    noOrders: "Hat noch nichts bestellt und wird deshalb wie der Durchschnitt behandelt.",
    same: "Für alle das Gleiche.",
    first: (shown) => `Gezeigt sind die ersten ${shown}.`,
    more: "Weiter",
  },
  runs: {
    title: "Früher gesendet",
    empty: "Noch wurde nichts gesendet.",
    line: (given, date, budget) => `${given} vergeben am ${date}, aus einem Budget von ${budget}`,
  },
  limits: {
    title: "Was Angebote kosten dürfen",
    about:
      "Alle persönlichen Angebote eines Kalendermonats zusammen, neben dem Budget jeder Sendung; und womit Sie rechnen, wo Ihr Programm keinen Preis nennt.",
    amount: "Für jeden Monat",
    amountHelp: "Leer für keine Grenze.",
    carries: "Was von einem Monat übrig ist, kommt zum nächsten hinzu",
    set: (month, amount) => `Für Angebote im ${month} sind ${amount} zurückgelegt.`,
    left: (left) => `Es bleiben ${left}.`,
    carried: (amount) => `Davon waren ${amount} von den Monaten davor übrig.`,
    largestOrder: "Größte Bestellung, mit der zu rechnen ist",
    largestOrderHelp: "Für Prozente. Leer: Sie lassen sich nicht anbieten.",
    usualOrder: (value) => `Von zwanzig Bestellungen waren neunzehn höchstens ${value} wert.`,
    delivery: "Was Sie eine Lieferung kostet",
    deliveryHelp: "Für kostenlose Lieferung. Leer: Sie lässt sich nicht anbieten.",
    save: "Speichern",
    saved: "Gespeichert",
    faulty: "Geben Sie einen Betrag über 0 ein, oder nichts.",
    below: (amount) => `In diesem Monat sind schon ${amount} zurückgelegt. Geben Sie mindestens so viel ein.`,
    overtaken:
      "Jemand hat diese Beträge inzwischen geändert. Ihre stehen hier noch; speichern Sie erneut, um die anderen zu ersetzen.",
  },
  facts: {
    tried: (policy) => `Persönliche Angebote: ${policy}`,
    budget: "Ihr Budget",
    setAside: (setAside, budget) => `${setAside} von ${budget} zurückgelegt`,
    givenBack: (amount) => `${amount}, die niemand genutzt hat, gingen zurück.`,
    ends: "Angebote gelten bis",
    ended: "Angebote endeten",
  },
};
