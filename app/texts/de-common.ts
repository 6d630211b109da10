import type { enCommon } from "./en-common.ts";
import { plural } from "./plural.ts";

export const deCommon: typeof enCommon = {
  nav: {
    home: "Startseite",
    members: "Mitglieder",
    programme: "Programm",
    rewards: "Prämien",
    analytics: "Analysen",
    insight: "Einblicke",
    operations: "Betrieb",
    stores: "Shops",
    settings: "Einstellungen",
  },
  points: (count, shown) => plural(count, `${shown} Punkt`, `${shown} Punkte`),
  common: {
    cancel: "Abbrechen",
    none: "Keine",
    newer: "Neuere",
    older: "Ältere",
    next: "Nächste Seite",
    previous: "Vorherige Seite",
    loading: "Wird geladen",
    customer: (id) => `Kunde ${id}`,
    erasedCustomer: "Gelöschter Kunde",
    staff: (id) => `Mitarbeiter ${id}`,
  },
  errors: {
    notFound: {
      title: "Nicht gefunden",
      member:
        "In Ihrem Shop gibt es kein Mitglied mit dieser Nummer. Vielleicht wurde es gelöscht, oder die Adresse enthält einen Tippfehler.",
      delivery:
        "Es gibt keine Nachricht mit dieser Nummer. Wird jemand auf Wunsch gelöscht, verschwinden auch seine Nachrichten.",
      programme:
        "Dieser Shop hat noch kein Programm. Schließen und öffnen Sie die App: Beim Start legt sie eines an.",
      feedback:
        "Unter dieser Adresse gibt es keine Nachricht. Vielleicht wurde sie gelöscht, auch auf Wunsch der Person, die sie schrieb.",
      draft:
        "Unter dieser Adresse gibt es keinen Entwurf. Vielleicht wurde er veröffentlicht oder verworfen.",
      version: "Es gibt keine Version mit dieser Nummer.",
      page: "Unter dieser Adresse gibt es keine Seite.",
      back: "Zur Startseite",
    },
    noShop: {
      title: "Die App ist für diesen Shop nicht eingerichtet",
      text: "Bei der Installation konnten die Angaben Ihres Shops nicht gelesen werden. Schließen und öffnen Sie die App. Bleibt diese Meldung, deinstallieren Sie die App und installieren Sie sie neu: Dabei geht nichts verloren.",
    },
    failed: {
      title: "Diese Seite konnte nicht angezeigt werden",
      text: "Bei uns ist etwas schiefgegangen. Ihre Punkte und Einstellungen sind, wie sie waren. Versuchen Sie es in einer Minute noch einmal.",
      retry: "Erneut versuchen",
    },
    outside: {
      open: {
        title: "Öffnen Sie Perennial in der Shopify-Verwaltung",
        text: "Hier ist nicht zu erkennen, welchen Shop Sie betreuen.",
        help: "Gehen Sie in der Verwaltung Ihres Shops zu Apps und wählen Sie Perennial.",
      },
      nowhere: {
        title: "Unter dieser Adresse gibt es keine Seite",
        text: "Sie ist vielleicht umgezogen, oder die Adresse enthält einen Tippfehler.",
        help: "Perennial öffnet sich in der Verwaltung Ihres Shops: Gehen Sie dort zu Apps und wählen Sie Perennial.",
      },
      failed: {
        title: "Diese Seite konnte nicht angezeigt werden",
        text: "Bei uns ist etwas schiefgegangen. Dadurch wurde nichts geändert.",
        help: "Versuchen Sie es in einer Minute noch einmal. Perennial öffnet sich in der Verwaltung Ihres Shops: Gehen Sie dort zu Apps und wählen Sie Perennial.",
      },
    },
    offline:
      "Die App ist gerade nicht zu erreichen. Ihre Eingaben sind noch da, und was Sie abgeschickt haben, wird von selbst noch einmal gesendet.",
  },
};
