import type { RewardTexts } from "./reward-texts.ts";

export const de: RewardTexts = {
  benefit: {
    amount: (value) =>
      value === null ? "Rabatt auf deine Bestellung" : `${value} Rabatt auf deine Bestellung`,
    percent: (value) =>
      value === null ? "Rabatt auf deine Bestellung" : `${value} Rabatt auf deine Bestellung`,
    "free-shipping": () => "Kostenloser Versand",
    "free-product": () => "Ein Produkt geschenkt",
    "gift-with-purchase": () => "Ein Geschenk zu deiner Bestellung",
    "store-credit": (value) => (value === null ? "Guthaben im Shop" : `${value} Guthaben im Shop`),
    "gift-card": (value) => (value === null ? "Ein Gutschein" : `Ein Gutschein über ${value}`),
    exclusive: () => "Exklusiver Zugang",
    donation: () => "Eine Spende",
    custom: () => "Eine Prämie vom Shop",
  },
  from: (benefit, minimum) => `${benefit}, ab ${minimum}`,
  state: {
    ready: (code, until) =>
      until === null
        ? `Gib ${code} an der Kasse ein.`
        : `Gib ${code} an der Kasse ein. Der Code gilt einmal, bis ${until}.`,
    making: "Deine Punkte sind zurückgelegt, deine Prämie wird erstellt. Sie erscheint gleich hier.",
    waiting: "Deine Punkte sind zurückgelegt. Der Shop meldet sich wegen deiner Prämie.",
    granted: "Du hast sie bekommen.",
    grantedCard: (code) => `Dein Gutschein ist fertig. Sein Code lautet ${code}. Behalte ihn für dich.`,
    used: "Eingelöst.",
    returned: "Zurückgegeben: Die Punkte gehören wieder dir.",
    notMade: "Der Shop konnte diese Prämie nicht erstellen. Deine Punkte sind wieder da.",
  },
  why: {
    short: (missing) => `Dafür fehlen dir noch ${missing}.`,
    blocked: "Du kannst deine Punkte gerade nicht einlösen. Bitte schreib dem Shop.",
    notNow: "Diese Prämie gibt es zurzeit nicht.",
    notThisTier: "Diese Prämie ist einer anderen Stufe vorbehalten.",
    unknownReward: "Diese Prämie gibt es nicht.",
    wrongUnits: "Wähle, wie viel du von dieser Prämie möchtest.",
    beyondValue: "So weit reicht diese Prämie nicht.",
    memberLimit: "Du hattest diese Prämie schon so oft, wie es geht.",
    noneLeft: "Von dieser Prämie ist nichts mehr da.",
    paused: "Das Programm ruht, darum lässt sich zurzeit nichts einlösen. Deine Punkte bleiben dir.",
    guest: "Melde dich an, um deine Punkte einzulösen.",
    nobody: "Du hast hier keine Punkte.",
  },
  cancelled: "Deine Prämie ist zurückgegeben: Die Punkte gehören wieder dir.",
  tooLate: "Diese Prämie ist eingelöst oder schon unterwegs. Sie lässt sich nicht zurückgeben.",
  unknownRedemption: "Hier gibt es nichts zurückzugeben.",
  keyReused: "Diese Anfrage wurde schon für eine andere Prämie gesendet. Lade die Seite neu.",
  unreadable: "Diese Anfrage ist nicht zu verstehen. Lade die Seite neu.",
  forbidden: "Diese Seite war zu lange offen. Lade sie neu und versuche es noch einmal.",
  tooMany: (seconds) => `Das war viel auf einmal. Versuche es in ${seconds} Sekunden wieder.`,
  page: {
    confirmTitle: "Punkte einlösen",
    confirm: (benefit, points) => `${benefit} für ${points}.`,
    redeem: "Punkte einlösen",
    listTitle: "Deine Prämien",
    none: "Du hast noch keine Punkte eingelöst.",
    cancel: "Zurückgeben",
  },
};
