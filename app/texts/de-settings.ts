import type { enSettings } from "./en-settings.ts";

export const deSettings: typeof enSettings = {
  title: "Einstellungen",
  saved: "Einstellungen gespeichert",
  overtaken: (name, when) =>
    `${name} hat ${when} andere Einstellungen gespeichert. Ihre wurden nicht gespeichert. Laden Sie die Seite neu, um den Stand zu sehen, und ändern Sie dann noch einmal.`,
  reload: "Neu laden",
  faults: {
    points: "Geben Sie eine ganze Zahl ab 0 ein oder lassen Sie das Feld leer, wenn es keine Grenze gibt.",
    money: (example) =>
      `Geben Sie einen Betrag wie ${example} ein oder lassen Sie das Feld leer, wenn nicht gewarnt werden soll.`,
  },
  shop: {
    title: "Ihr Shop",
    name: "Name",
    domain: "Adresse",
    currency: "Währung",
    timezone: "Zeitzone",
    installed: "App installiert",
    help: "Diese Angaben kommen von Shopify und werden dort geändert.",
  },
  access: {
    title: "Rollen und Grenzen",
    help: "Ein Inhaber vergibt die Rollen. Wer keine eigene hat, bekommt die Standardrolle.",
    staff: "Rollen vergeben",
    defaultRole: "Standardrolle",
    defaultHelp: "Für Mitarbeiter, die die App öffnen, bevor ihnen jemand eine Rolle gegeben hat.",
    till: "Mitarbeiter ohne eigene Rolle dürfen an der Kasse einlösen",
    tillHelp:
      "Wer eine Rolle hat, darf es mit jeder außer „Nur lesen“. Jede Einlösung steht im Protokoll der Mitarbeiter.",
    each: (role) => `${role}: Punkte je Anpassung`,
    day: (role) => `${role}: Punkte pro Tag`,
    limitHelp:
      "Gegebene und genommene Punkte zählen gleich, ebenso nach dem Verfall zurückgegebene. Ein Geschenk zählt mit den Punkten, die es gekostet hätte. Leer heißt ohne Grenze.",
  },
  liability: {
    title: "Verbindlichkeit",
    limit: "Warnen ab",
    help: "Die Startseite warnt Sie, sobald die Punkte Ihrer Mitglieder mehr wert sind. Leer heißt keine Warnung.",
  },
  notifications: {
    title: "Benachrichtigungen",
    text: "Was eine Entscheidung braucht, steht sofort auf der Startseite. Die App verschickt keine E-Mails an Sie oder Ihre Mitarbeiter.",
  },
  stores: {
    title: "Mehrere Shops",
    text: "Betreuen Sie weitere Shops von hier aus, oder lassen Sie diesen von einer Agentur betreuen.",
    open: "Shops öffnen",
  },
  apps: {
    title: "Andere Apps",
    text: "Schlüssel, mit denen andere Apps Bewertungen und Aktivitäten melden.",
    open: "Schlüssel öffnen",
  },
  privacy: {
    title: "Daten und Datenschutz",
    text: "Was über Personen gespeichert ist, wie lange, und wer worin eingewilligt hat.",
    open: "Daten und Datenschutz öffnen",
  },
  roles: {
    title: "Was jede Rolle darf",
    owner: "Alles. Wem das Shopify-Konto gehört, ist immer Inhaber.",
    manager:
      "Alles außer Rollen vergeben, Grenzen setzen, Schlüssel für andere Apps anlegen und Mitglieder löschen.",
    support: "Alles ansehen, Punkte bis zur Grenze anpassen und einzelnen Mitgliedern helfen.",
    "read-only": "Alles ansehen, nichts ändern.",
  },
  staff: {
    title: "Mitarbeiter",
    back: "Einstellungen",
    about:
      "Hier steht, wer die App schon geöffnet hat. Wer sie überhaupt öffnen darf, bestimmen Sie in Shopify unter Einstellungen, Benutzer.",
    since: "Zuerst gesehen",
    roleOf: (name) => `Rolle von ${name}`,
    byDefault: (role) => `Standard (${role})`,
    accountOwner: "Kontoinhaber",
    you: "Sie",
    givenBy: (name, when) => `Vergeben von ${name} am ${when}`,
    givenAtInstallation: "Hat die App nach der Installation als Erste geöffnet",
    noName: "Shopify hat den Namen noch nicht mitgeteilt",
    given: (name, role) => `${name} ist jetzt: ${role}`,
    refused: {
      "account-owner": "Wem das Shopify-Konto gehört, ist hier immer Inhaber.",
      yourself: "Ihre eigene Rolle können Sie nicht ändern. Ein anderer Inhaber kann es.",
      unknown: "Diese Person ist nicht mehr bekannt. Laden Sie die Seite neu.",
    },
  },
};
