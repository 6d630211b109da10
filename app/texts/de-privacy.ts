import type { enPrivacy } from "./en-privacy.ts";
import { plural } from "./plural.ts";

export const dePrivacy: typeof enPrivacy = {
  title: "Daten und Datenschutz",
  back: "Einstellungen",
  about:
    "Was die App über Ihre Kunden und Mitarbeiter speichert, wie lange, und wie jemand es bekommt oder löschen lässt.",
  saved: "Gespeichert",
  requests: {
    title: "Auskunftsersuchen",
    help: "Fragt ein Kunde in Ihrem Shop, was über ihn gespeichert ist, wird es hier zusammengestellt. Geben Sie ihm die Datei innerhalb der gesetzlichen Frist.",
    none: "Noch hat niemand gefragt. Ein Ersuchen beginnt auf der Seite des Kunden in Shopify.",
    asked: (date) => `Gefragt am ${date}.`,
    goes: (date) => `Die Datei wird am ${date} gelöscht.`,
    download: "Datei herunterladen",
    failed: "Die Datei konnte nicht heruntergeladen werden. Versuchen Sie es in einer Minute noch einmal.",
  },
  consents: {
    title: "Einwilligungen",
    help: "Worin Mitglieder eingewilligt haben, Zweck für Zweck. Wer nie etwas gesagt hat, hat in nichts eingewilligt. Empfohlene Produkte werden gezeigt, bis jemand Nein sagt.",
    none: "Noch hat niemand etwas gesagt. Mitglieder werden auf ihrer eigenen Seite gefragt.",
    purpose: (purpose) =>
      purpose === "messages"
        ? "Nachrichten zum Programm"
        : purpose === "recommendations"
          ? "Empfohlene Produkte"
          : purpose,
    given: "Zugestimmt",
    refused: "Abgelehnt",
    latest: "Zuletzt",
    yes: "Zugestimmt",
    no: "Abgelehnt",
  },
  erasures: {
    title: "Löschungen",
    help: "Lässt Shopify einen Kunden löschen, verschwinden Name, Adresse und Nummer überall. Die Punkte bleiben unter einer Zufallszahl im Punktebuch.",
    none: "Noch wurde niemand gelöscht.",
    all: (count, shown) => plural(count, "Eine Person wurde gelöscht.", `${shown} Personen wurden gelöscht.`),
  },
  retention: {
    title: "Wie lange Daten bleiben",
    help: "Was älter ist, wird binnen eines Tages von selbst gelöscht und lässt sich nicht zurückholen.",
    days: (shown) => `${shown} Tage`,
    always: "Solange die App installiert ist",
    fields: {
      requests: {
        label: "Dateien für Kunden, die gefragt haben",
        help: "Jede enthält alles über eine Person.",
      },
      feedback: {
        label: "Was Ihre Kundschaft geschrieben hat (Rückmeldungen)",
        help: "Wird auch gelöscht, wenn die Person gelöscht wird, die es schrieb.",
      },
      deadLetters: {
        label: "Inhalt von Nachrichten, die nicht verstanden wurden",
        help: "Ohne ihren Inhalt lassen sie sich nicht erneut versuchen.",
      },
      activity: {
        label: "Protokoll der Mitarbeiter",
        help: "Darin stehen die Namen Ihrer Mitarbeiter.",
      },
    },
  },
  kept: {
    title: "Was über Personen gespeichert ist",
    help: "Alles liegt in der eigenen Datenbank der App. Wird die App deinstalliert, verlangt Shopify nach 48 Stunden die Löschung, und sie geschieht.",
    columns: { what: "Was", why: "Wofür", until: "Bis wann" },
    rows: [
      {
        what: "Name, E-Mail-Adresse und Sprache von Kunden",
        why: "Damit Sie Mitglieder finden und sie in ihrer Sprache angesprochen werden",
        until: "Löschung",
      },
      {
        what: "Was sie Ihnen geschrieben haben, Stimmung und Themen davon, und Notizen Ihres Teams dazu",
        why: "Damit es rechtzeitig beantwortet wird",
        until: "Löschung, oder die Frist oben",
      },
      {
        what: "Was Kunden zu einer Bestellung schreiben, wenn Sie das unter „Rückmeldungen“ eingeschaltet haben",
        why: "Damit Unzufriedene eine Antwort bekommen",
        until: "Löschung, oder die Frist oben",
      },
      {
        what: "Bewertungen und Aktivitäten, die andere Apps mit einem Schlüssel von Ihnen melden",
        why: "Damit Bewertungen beantwortet werden und Aktivitäten nach Ihren Regeln Punkte bringen",
        until: "Löschung, oder die Frist oben",
      },
      {
        what: "Kundennummer, Punkte, Stufe und jeder Eintrag im Punktebuch",
        why: "Das Programm selbst",
        until: "Die Nummer bis zur Löschung, die Einträge ohne sie auf Dauer",
      },
      {
        what: "Bestellungen: Positionen, Beträge und Codes, ohne Namen und Anschriften",
        why: "Daraus werden Punkte berechnet, auch nach einer Erstattung",
        until: "Löschung",
      },
      { what: "Geburtstage, die Mitglieder genannt haben", why: "Geburtstagspunkte", until: "Löschung" },
      { what: "Einwilligungen", why: "Nachweis, worin eingewilligt wurde", until: "Löschung" },
      {
        what: "Prämiencodes und was wem gegeben wurde",
        why: "Damit Codes gelten und keiner zweimal vergeben wird",
        until: "Löschung",
      },
      {
        what: "Dateien anderer Bonus-Apps",
        why: "Umzug",
        until: "30 Tage nach Übernahme oder Hochladen; frühere Einträge bis zur Löschung",
      },
      {
        what: "Dateien für Kunden, die gefragt haben",
        why: "Zum Weitergeben",
        until: "Wie auf dieser Seite eingestellt, höchstens bis zur Löschung",
      },
      {
        what: "Nachrichten des Shops, die nicht verstanden wurden",
        why: "Damit sie erneut versucht werden können",
        until: "Wie auf dieser Seite eingestellt, höchstens bis zur Löschung",
      },
      {
        what: "Namen und Nummern Ihrer Mitarbeiter und was sie hier getan haben",
        why: "Rollen und Protokoll",
        until: "Das Protokoll wie eingestellt, die Namen, solange die App installiert ist",
      },
      {
        what: "Verschlüsselte Prüfsummen gelöschter Kunden und Bestellungen",
        why: "Damit späte Nachrichten über sie erkannt und übergangen werden",
        until: "Solange die App installiert ist",
      },
    ],
  },
};
