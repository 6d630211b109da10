import type { enDeliveries } from "./en-deliveries.ts";
import { plural } from "./plural.ts";

export const deDeliveries: typeof enDeliveries = {
  title: "Nachrichten",
  about:
    "Ihr Shop meldet der App jede Bestellung, jede Erstattung und jeden Kunden. Jede Nachricht wird aufbewahrt, bis sie verarbeitet ist.",
  tabs: {
    all: "Alle",
    waiting: (count) => `Wartend (${count})`,
    dead: (count) => `Nicht verarbeitet (${count})`,
  },
  resource: { singular: "Nachricht", plural: "Nachrichten" },
  columns: {
    topic: "Thema",
    received: "Empfangen",
    state: "Status",
    attempts: "Versuche",
    repeats: "Erneut gekommen",
    reason: "Grund",
  },
  topics: {
    "orders/create": "Neue Bestellung",
    "orders/paid": "Bestellung bezahlt",
    "orders/updated": "Bestellung geändert",
    "orders/cancelled": "Bestellung storniert",
    "orders/delete": "Bestellung gelöscht",
    "refunds/create": "Erstattung",
    "customers/create": "Neuer Kunde",
    "customers/update": "Kunde geändert",
    "customer.tags_added": "Kunde mit Tag versehen",
    "customer.tags_removed": "Tag von Kunde entfernt",
    "customers/delete": "Kunde gelöscht",
    "customers/merge": "Kunden zusammengeführt",
    "products/create": "Neues Produkt",
    "products/update": "Produkt geändert",
    "products/delete": "Produkt gelöscht",
    "collections/update": "Kollektion geändert",
    "collections/delete": "Kollektion gelöscht",
    "shop/update": "Shop-Einstellungen geändert",
    "app/scopes_update": "Berechtigungen geändert",
    "app/uninstalled": "App deinstalliert",
    "customers/data_request": "Auskunftsersuchen",
    "customers/redact": "Löschung eines Kunden verlangt",
    "shop/redact": "Löschung des Shops verlangt",
    "reconcile/order": "Bestellung, beim Abgleich gefunden",
    "reconcile/customer": "Kunde, beim Abgleich gefunden",
  },
  states: { waiting: "Wartet", done: "Verarbeitet", dead: "Nicht verarbeitet" },
  repeats: (count) => (count === 0 ? "" : count === 1 ? "einmal" : `${count}-mal`),
  empty: {
    all: {
      heading: "Noch keine Nachrichten",
      text: "Sie kommen, sobald in Ihrem Shop etwas geschieht: eine Bestellung, ein neuer Kunde, eine Erstattung.",
    },
    waiting: { heading: "Nichts wartet", text: "Alle Nachrichten aus Ihrem Shop sind verarbeitet." },
    dead: {
      heading: "Alles verarbeitet",
      text: "Was Ihr Shop gesendet hat, konnte alles verstanden und verarbeitet werden.",
    },
  },
  retryAll: (count, shown) => `${shown} ${plural(count, "Nachricht", "Nachrichten")} erneut versuchen`,
  retryAllTitle: "Alle nicht verarbeiteten Nachrichten erneut versuchen?",
  retryAllText:
    "Jede wird aus dem Gesendeten neu gelesen und reiht sich wieder ein. Punkte werden nur einmal gebucht, sooft eine Nachricht auch versucht wird.",
  retry: "Erneut versuchen",
  retryTitle: "Diese Nachricht erneut versuchen?",
  retryText:
    "Sie wird aus dem Gesendeten neu gelesen und reiht sich wieder ein. Punkte werden nur einmal gebucht, sooft eine Nachricht auch versucht wird.",
  retried: (waiting) =>
    waiting === 1 ? "Wieder eingereiht" : `${waiting} Nachrichten sind wieder eingereiht`,
  stillDead: (count) =>
    count === 1
      ? "Sie kann noch immer nicht verstanden werden. Eine neuere Version der App kann helfen; das Gesendete bleibt aufbewahrt."
      : `${count} davon können noch immer nicht verstanden werden. Eine neuere Version der App kann helfen; das Gesendete bleibt aufbewahrt.`,
  forgotten: (count) =>
    count === 1
      ? "Sie kann nicht erneut versucht werden: Das Gesendete wurde so lange aufbewahrt, wie es Ihre Einstellungen sagen, und ist gelöscht. Ändern Sie die Bestellung oder den Kunden in Ihrem Shop, etwa durch eine Notiz, dann meldet er sie neu, wie sie jetzt sind. Punkte können Sie auch von Hand geben."
      : `${count} davon können nicht erneut versucht werden: Das Gesendete wurde so lange aufbewahrt, wie es Ihre Einstellungen sagen, und ist gelöscht. Ändern Sie die Bestellungen oder Kunden in Ihrem Shop, etwa durch eine Notiz, dann meldet er sie neu, wie sie jetzt sind. Punkte können Sie auch von Hand geben.`,
  gone: "Hier gibt es nichts mehr zu versuchen: Inzwischen wurde alles verarbeitet.",
  page: {
    back: "Nachrichten",
    deadBanner: "Diese Nachricht konnte nicht verarbeitet werden",
    waitingBanner: (when) => `Der letzte Versuch ist fehlgeschlagen. Der nächste folgt ${when}.`,
    facts: "Angaben",
    webhookId: "Nummer der Nachricht",
    eventId: "Nummer des Ereignisses",
    triggered: "Vom Shop gesendet",
    received: "Empfangen",
    done: "Verarbeitet",
    attempts: "Versuche",
    repeats: "Erneut gekommen",
    never: "nie",
    body: "Was gesendet wurde",
    noBody: "Der Text einer Nachricht wird nur aufbewahrt, wenn sie nicht verstanden werden konnte.",
  },
};
