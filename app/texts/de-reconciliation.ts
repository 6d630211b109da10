import type { enReconciliation } from "./en-reconciliation.ts";
import { plural } from "./plural.ts";

export const deReconciliation: typeof enReconciliation = {
  title: "Abgleich",
  about:
    "Nachrichten aus Ihrem Shop können unterwegs verloren gehen. Jede Stunde vergleichen wir, was wir wissen, mit dem, was in Ihrem Shop steht, und holen einmal nach, was uns nicht erreicht hat.",
  run: "Jetzt abgleichen",
  begun: "Der Abgleich hat begonnen",
  failedToBegin:
    "Der Abgleich konnte nicht begonnen werden. Nichts ist verloren; versuchen Sie es in einer Minute noch einmal.",
  status: {
    never: "Noch nicht abgeglichen",
    neverText:
      "Der erste Abgleich beginnt innerhalb einer Minute von selbst. Sie können ihn auch jetzt beginnen: Er liest nur in Ihrem Shop.",
    underWay: "Abgleich mit Ihrem Shop läuft",
    progress: (done, all) => `Schritt ${done} von ${all}`,
    stuck:
      "Ihr Shop hat gerade nicht geantwortet. Nichts ist verloren: Der Abgleich geht von selbst dort weiter, wo er war.",
    good: "Alles ist wie in Ihrem Shop",
    mended: (count, shown) =>
      plural(
        count,
        "Eine Änderung hatte uns nicht erreicht und ist nachgeholt",
        `${shown} Änderungen hatten uns nicht erreicht und sind nachgeholt`,
      ),
    doubtful: "Vieles aus Ihrem Shop war nicht zu finden",
    when: (ago) => `Abgeglichen ${ago}`,
  },
  figures: {
    orders: "Geänderte Bestellungen",
    customers: "Neue Kunden",
    members: "Gesuchte Mitglieder",
    products: "Erfragte Produkte",
    codes: "Prämiencodes",
    missed: "Verpasst",
  },
  findings: {
    title: (when) => `Was der Abgleich von ${when} ergab`,
    window: (from, to) => `Was sich in Ihrem Shop von ${from} bis ${to} geändert hat.`,
    failures: (count, shown, last) =>
      plural(
        count,
        `Ein Versuch schlug fehl und wurde wiederholt: ${last}.`,
        `${shown} Versuche schlugen fehl und wurden wiederholt, der letzte mit: ${last}.`,
      ),
    none: "In keinem der letzten Abgleiche wurde etwas verpasst.",
    noneHere: "In diesem Abgleich wurde nichts verpasst.",
    columns: { what: "Was", member: "Mitglied", points: "Punkte", state: "Status" },
    resource: { singular: "Ergebnis", plural: "Ergebnisse" },
  },
  kinds: {
    order: (name, isNew) =>
      isNew === "new" ? `Bestellung ${name} war nicht bekannt` : `Bestellung ${name} hatte sich geändert`,
    "order-deleted": (name) => `Bestellung ${name} wurde gelöscht`,
    customer: () => "Beigetreten",
    "customer-merged": () => "Ein anderer Kunde wurde mit diesem zusammengeführt",
    "customer-deleted": () => "Ist in Ihrem Shop nicht mehr vorhanden",
    "orders-not-found": (_name, gone, looked) =>
      `${gone} von ${looked} Bestellungen waren in Ihrem Shop nicht zu finden. Niemandem wurde etwas abgezogen: Prüfen Sie, ob die App Ihre Bestellungen noch lesen darf.`,
    "codes-not-found": (_name, gone, looked) =>
      `${gone} von ${looked} Prämiencodes waren in Ihrem Shop nicht zu finden. Es wurden keine Punkte zurückgegeben: Prüfen Sie, ob die App Ihre Rabatte noch lesen darf.`,
    "code-cancelled": () =>
      "Der Code einer Prämie gilt in Ihrem Shop nicht mehr: Ihre Punkte wurden zurückgegeben",
    "code-alive": () => "Der Code einer aufgegebenen Prämie galt noch: Er wird deaktiviert",
    "benefit-unknown": () => "Ihr Shop hat nicht gesagt, was aus einer Prämie wurde: Es wird nachgesehen",
    "members-not-found": (_name, gone, looked) =>
      `${gone} von ${looked} Mitgliedern waren in Ihrem Shop nicht zu finden. Es wurde nichts geändert: Prüfen Sie, ob die App Ihre Kunden noch lesen darf.`,
  },
  runs: {
    title: "Bisherige Abgleiche",
    causes: { schedule: "stündlich", installation: "nach der Installation", staff: "auf Wunsch" },
    line: (when, cause) => `${when}, ${cause}`,
    looked: (count, shown) => `${shown} ${plural(count, "geänderte Bestellung", "geänderte Bestellungen")}`,
    missed: (count, shown) => (count === "0" ? "nichts verpasst" : `${shown} verpasst`),
    stopped: "durch eine Deinstallation beendet",
  },
};
