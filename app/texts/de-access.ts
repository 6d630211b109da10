import type { enAccess } from "./en-access.ts";

export const deAccess: typeof enAccess = {
  title: "Schlüssel für andere Apps",
  back: "Einstellungen",
  about:
    "Mit einem Schlüssel meldet eine andere App, etwa eine für Bewertungen, an Perennial, was bewertet wurde und was Mitglieder getan haben. Bewertungen kommen zu den Rückmeldungen; Aktivitäten bringen nach den Regeln Ihres Programms Punkte, jede einmal.",
  make: "Schlüssel anlegen",
  name: "App",
  nameHelp:
    "Wie Sie sie hier nennen. Unter diesem Namen werden die Nummern geführt, die eine App sendet: Ein neuer Schlüssel derselben App bekommt denselben Namen.",
  mayTitle: "Sie darf melden",
  may: { reviews: "Bewertungen", activities: "Aktivitäten" },
  mayHelp: {
    reviews: "Sie stehen mit Stimmung und Themen bei den Rückmeldungen.",
    activities: "Sie bringen Punkte, wo eine Regel Ihres Programms es vorsieht.",
  },
  makeIt: "Schlüssel anlegen",
  faults: {
    name: "Schreiben Sie, wie die App heißt, mit höchstens 60 Zeichen.",
    may: "Wählen Sie mindestens eines.",
  },
  tooMany: "Es gibt schon 20 Schlüssel. Ziehen Sie einen zurück, der nicht gebraucht wird.",
  madeBefore:
    "Dieser Schlüssel wurde eben angelegt und lässt sich nicht noch einmal zeigen. Ziehen Sie ihn zurück und legen Sie einen neuen an.",
  madeTitle: (name) => `Der Schlüssel von ${name}`,
  madeText:
    "Kopieren Sie ihn jetzt und geben Sie ihn der App. Er wird hier nicht gespeichert, deshalb kann ihn niemand mehr zeigen.",
  key: "Schlüssel",
  ending: (ending) => `Endet auf ${ending}`,
  made: (date, name) => `Angelegt am ${date} von ${name}`,
  used: (ago) => `zuletzt benutzt ${ago}`,
  unused: "noch nicht benutzt",
  withdrawn: (date) => `Zurückgezogen am ${date}`,
  withdraw: "Zurückziehen",
  withdrawTitle: (name) => `Schlüssel von ${name} zurückziehen?`,
  withdrawText:
    "Von da an kann die App nichts mehr damit melden. Was sie gemeldet hat, bleibt. Das lässt sich nicht rückgängig machen; ein neuer Schlüssel lässt sich anlegen.",
  withdrawnNow: "Schlüssel zurückgezogen",
  none: {
    heading: "Noch meldet keine andere App etwas",
    text: "Legen Sie einen Schlüssel an und geben Sie ihn der App, mit der Adresse aus dem Handbuch. Dann beantworten Sie ihre Bewertungen neben allem anderen, was Kunden schreiben.",
  },
};
