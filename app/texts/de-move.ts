import type { enMove } from "./en-move.ts";
import { plural } from "./plural.ts";

const rows = (count: number, shown: string) => `${shown} ${plural(String(count), "Zeile", "Zeilen")}`;
const members = (count: number, shown: string) =>
  `${shown} ${plural(String(count), "Mitglied", "Mitglieder")}`;

export const deMove: typeof enMove = {
  title: "Umzug",
  upload: {
    title: "Aus einer anderen App umziehen",
    help: "Exportieren Sie Ihre Kunden aus der App, die Sie heute nutzen, als CSV-Datei, und wählen Sie sie hier aus. Nichts wird übernommen, bevor Sie eine Vorschau gesehen haben.",
    known: (apps) => `Dateien von ${apps} werden erkannt; jede andere CSV-Datei geht auch.`,
    choose: "CSV-Datei auswählen",
    limits:
      "Bis 20 MB und 1.000.000 Zeilen. Größere Dateien und viele Shops auf einmal gehen mit dem Befehl, den docs/moving-in.md beschreibt.",
    reading: "Die Datei wird gelesen",
    tooLarge: "Diese Datei ist größer als 20 MB. Teilen Sie sie, oder übernehmen Sie sie mit dem Befehl.",
    failed: "Die Datei ist nicht angekommen. Nichts ist verloren; wählen Sie sie noch einmal aus.",
  },
  list: {
    title: "Dateien",
    none: "Noch wurde keine Datei übernommen.",
    line: (count, shown, when) => `${rows(count, shown)}, ${when}`,
  },
  states: {
    reading: "Wird gelesen",
    read: "Braucht Ihre Angaben",
    checking: "Zeilen werden geprüft",
    checked: "Vorschau bereit",
    applying: "Wird übernommen",
    applied: "Übernommen",
    flagged: "Bitte ansehen",
    undoing: "Wird zurückgenommen",
    undone: "Zurückgenommen",
  },
  out: {
    title: "Ausziehen",
    help: "Alles gehört Ihnen. Der ganze Shop geht als eine offene Datei, die ein anderes Perennial ohne Verlust übernimmt; Ihre Mitglieder gehen als CSV, die andere Apps übernehmen.",
    whole: "Alles",
    nameless: "Namen, Adressen und Empfehlungscodes weglassen",
    members: "Mitglieder",
    format: "Für",
    formats: {
      csv: "Jede App (jeder Posten mit seinen Daten)",
      smile: "Smile",
      loyaltylion: "LoyaltyLion",
      yotpo: "Yotpo",
    },
    downloadWhole: "Alles herunterladen",
    downloadMembers: "Mitglieder herunterladen",
    failed: "Die Datei konnte gerade nicht erstellt werden. Versuchen Sie es in einer Minute noch einmal.",
  },
  page: {
    back: "Umzug",
    meaning: "Was die Spalten bedeuten",
    source: (app) => `Die Spalten sind die von ${app}.`,
    anyApp:
      "Die Spalten gehören zu keiner bekannten App. Bitte sehen Sie bei jeder genau hin, was sie bedeutet.",
    kind: "Enthalten sind",
    kinds: {
      members: "Mitglieder und ihre Punktestände",
      history: "Frühere Aktivitäten, die gezeigt und nie gezählt werden",
    },
    notThere: "Nicht in der Datei",
    columns: {
      customerId: "Shopify-Kundennummer",
      email: "E-Mail-Adresse",
      points: "Punktestand",
      expiresAt: "Punkte verfallen am",
      earnedAt: "Punkte gesammelt am",
      tier: "Stufe",
      tierUntil: "Stufe gilt bis",
      referralCode: "Empfehlungscode oder -link",
      birthday: "Geburtstag",
      historyAt: "Wann es geschah",
      historyPoints: "Punkte gewonnen oder verloren",
      historyReason: "Was geschah",
    },
    decimals: "Dezimalstellen sind geschrieben",
    decimalMarks: { ".": "mit Punkt: 1,234.50", ",": "mit Komma: 1.234,50" },
    dates: "Ein Datum wie 03/04/2026 ist der",
    dateOrders: { dmy: "3. April", mdy: "4. März" },
    expiry: "Punkte verfallen",
    expiries: {
      file: "an den Tagen der Datei; ohne Angabe nach Ihrem Programm",
      programme: "nach Ihrem Programm, gezählt ab dem Sammeln",
      never: "nie",
    },
    again: "Auch Mitglieder, die schon eine andere Datei mitgebracht hat",
    look: "Vorschau anzeigen",
    lookAgain: "Vorschau aktualisieren",
    discard: "Diese Datei verwerfen",
    discardTitle: "Diese Datei verwerfen?",
    discardText:
      "Ihre Angaben zu den Spalten gehen verloren. Übernommen wurde noch nichts, und Sie können die Datei jederzeit wieder auswählen.",
    preview: "Vorschau: noch ist nichts übernommen",
    moved: "Was übernommen wurde",
    figures: {
      members: "Mitglieder",
      fresh: "Neue Mitglieder",
      points: "Punkte",
      owed: "Geschuldet",
      liability: "Kostet höchstens",
      refused: "Abgelehnte Zeilen",
    },
    rounded: (count, shown) =>
      `${rows(count, shown)} hatten Punkte mit Dezimalstellen. Sie werden auf ganze Punkte abgerundet.`,
    birthdays: (count, shown) => `${members(count, shown)} mit Geburtstag`,
    referralCodes: (count, shown) =>
      `${shown} ${plural(String(count), "Empfehlungscode", "Empfehlungscodes")}`,
    tiers: "Stufen",
    tiersLeft:
      "Die Datei nennt Stufen, Ihr Programm hat keine: Sie bleiben zurück. Veröffentlichen Sie zuerst ein Programm mit Stufen, wenn Mitglieder ihre behalten sollen.",
    tiersHelp: "Wählen Sie, was aus jeder Stufe der alten App wird.",
    noLevel: "Keine Stufe",
    tierLine: (tier, count, shown) => `${tier}: ${members(count, shown)}`,
    lots: "Wann diese Punkte verfallen",
    byProgramme: "Nach Ihrem Programm",
    faults: "Zeilen, die nicht übernommen werden können",
    faultsHelp:
      "Alle anderen Zeilen werden übernommen. Laden Sie diese mit ihren Gründen herunter, berichtigen Sie sie, und wählen Sie danach die berichtigte Datei aus.",
    fault: (column, problem) => `**${column}** ${problem}`,
    faultRows: (count, shown, first) =>
      plural(String(count), `Zeile ${first}`, `${rows(count, shown)}, die erste ist Zeile ${first}`),
    downloadFaults: "Abgelehnte Zeilen herunterladen",
    apply: (count, shown) => `${members(count, shown)} übernehmen`,
    applyTitle: "Diese Mitglieder übernehmen?",
    applyText:
      "Die Punktestände werden ins Punktebuch geschrieben. Sie können alles zurücknehmen, solange niemand einen Punkt davon genutzt hat.",
    nothing:
      "Keine Zeile dieser Datei kann so übernommen werden. Ändern Sie, was die Spalten bedeuten, oder berichtigen Sie die Datei.",
    progress: (done, of) => `${done} von ${of} Zeilen`,
    leave: "Sie können diese Seite verlassen. Es geht ohne Sie weiter.",
    receipt: "Beleg",
    agrees: "Im Punktebuch steht genau, was die Datei sagt, auf den Punkt.",
    differs:
      "Im Punktebuch steht nicht, was die Datei sagt. Bitte wenden Sie sich an den Betreiber dieser App.",
    downloadReceipt: "Beleg herunterladen",
    receiptFacts: {
      sha256: "SHA-256",
      rows: "Zeilen",
      posted: "Punkte im Punktebuch",
      transactions: "Buchungen",
      difference: "Unterschied",
      finished: "Beendet",
    },
    undo: "Zurücknehmen",
    undoTitle: "Diesen Umzug zurücknehmen?",
    undoText:
      "Jeder mitgebrachte Punktestand wird durch eine eigene Buchung zurückgenommen. Aus dem Punktebuch wird nichts gelöscht.",
    used: (count, shown) =>
      `${members(count, shown)} ${plural(String(count), "hat", "haben")} schon etwas davon genutzt, deshalb bleibt alles.`,
    tooLate: "Das ist inzwischen weitergegangen. Die Seite zeigt den jetzigen Stand.",
    busy: "Gerade wird eine andere Datei übernommen. Übernehmen Sie diese, wenn jene fertig ist.",
    faultsIn: {
      "no-customer": "Wählen Sie die Spalte mit der E-Mail-Adresse oder der Shopify-Nummer des Kunden.",
      "no-points": "Wählen Sie die Spalte mit den Punkten.",
      "no-date": "Wählen Sie die Spalte, die sagt, wann es geschah.",
      "column-twice": (heading) => `Die Spalte „${heading}“ ist zweimal gewählt.`,
      "no-column": "Eine gewählte Spalte ist nicht in der Datei.",
    },
  },
};
