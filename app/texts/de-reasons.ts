import type { enReasons } from "./en-reasons.ts";

export const deReasons: typeof enReasons = {
  // Rows of a file: what is wrong with a cell, read behind the name of its column.
  "is empty": "ist leer",
  "is not a number of points": "ist keine Punktzahl",
  "is not a date": "ist kein Datum",
  "is not a birthday": "ist kein Geburtstag",
  "is not an e-mail address": "ist keine E-Mail-Adresse",
  "is not a Shopify customer id": "ist keine Shopify-Kundennummer",
  "is not a referral code or link": "ist kein Empfehlungscode oder -link",
  "is over, so these points are gone already": "ist vorbei, diese Punkte sind also schon verfallen",
  "has more digits than a balance can have": "hat mehr Ziffern, als ein Punktestand haben kann",
  "was shortened by a spreadsheet, so its last digits are lost":
    "wurde von einer Tabellenkalkulation gekürzt, die letzten Ziffern fehlen also",
  "is no customer of your store": "gehört zu keinem Kunden Ihres Shops",
  "belongs to several customers of your store": "gehört zu mehreren Kunden Ihres Shops",
  "was erased at the customer's own request": "wurde auf Wunsch des Kunden gelöscht",
  "names a customer whom a row above names already": "nennt einen Kunden, den schon eine Zeile darüber nennt",
  "names a customer whom another import has brought in already":
    "nennt einen Kunden, den schon eine andere Datei mitgebracht hat",

  // And how to mend it.
  "write what the points changed by, such as -50":
    "geben Sie ein, um wie viel sich die Punkte änderten, zum Beispiel -50",
  'write digits only, with "{1}" before decimals where there are any':
    "verwenden Sie nur Ziffern, mit „{1}“ vor Dezimalstellen, wo es welche gibt",
  "write a number of at most {1} digits": "geben Sie eine Zahl mit höchstens {1} Ziffern ein",
  "write it as year-month-day, such as 2026-12-31":
    "schreiben Sie es als Jahr-Monat-Tag, zum Beispiel 2026-12-31",
  "write month and day, such as 05-27, or leave it empty":
    "geben Sie Monat und Tag ein, zum Beispiel 05-27, oder lassen Sie es leer",
  "write the day on which it happened": "geben Sie den Tag ein, an dem es geschah",
  "write the customer's e-mail address or their Shopify customer id":
    "geben Sie die E-Mail-Adresse oder die Shopify-Kundennummer ein",
  "write the number that ends the customer's address in Shopify":
    "geben Sie die Nummer ein, mit der die Adresse des Kunden in Shopify endet",
  "write the address as it stands in Shopify": "geben Sie die Adresse so ein, wie sie in Shopify steht",
  "write the code alone, or leave it empty": "geben Sie nur den Code ein oder lassen Sie es leer",
  "remove the row, or write the later date until which the points should hold":
    "entfernen Sie die Zeile oder geben Sie das spätere Datum ein, bis zu dem die Punkte gelten sollen",
  "format the column as a number without decimals and export it again":
    "formatieren Sie die Spalte als Zahl ohne Dezimalstellen und exportieren Sie noch einmal",
  "format the column as text and export it again, or match by e-mail address":
    "formatieren Sie die Spalte als Text und exportieren Sie noch einmal, oder ordnen Sie nach der E-Mail-Adresse zu",
  "add the customer in Shopify first, or mend the spelling, and move this row in again":
    "legen Sie den Kunden zuerst in Shopify an oder berichtigen Sie die Schreibweise, und übernehmen Sie diese Zeile danach",
  "mend the spelling": "berichtigen Sie die Schreibweise",
  "name the one you mean by their Shopify customer id":
    "nennen Sie den gemeinten mit seiner Shopify-Kundennummer",
  "remove the row; what was erased does not come back":
    "entfernen Sie die Zeile; was gelöscht wurde, kommt nicht zurück",
  "put both balances into one row, or choose the column that holds the lots' dates":
    "schreiben Sie beide Punktestände in eine Zeile, oder wählen Sie die Spalte mit den Daten der Posten",
  "remove the row, or allow customers to be brought in again":
    "entfernen Sie die Zeile, oder erlauben Sie, Mitglieder noch einmal zu übernehmen",

  // Files as a whole.
  "The file is empty. Export it again, and choose the file anew.":
    "Die Datei ist leer. Exportieren Sie sie noch einmal, und wählen Sie sie neu aus.",
  "This is a spreadsheet or an archive, not a CSV file. Save it as CSV, then choose that.":
    "Das ist eine Tabelle oder ein Archiv, keine CSV-Datei. Speichern Sie sie als CSV, und wählen Sie dann diese aus.",
  "This is not a text file. Save it as CSV, then choose that.":
    "Das ist keine Textdatei. Speichern Sie sie als CSV, und wählen Sie dann diese aus.",
  "The file has {1} columns; {2} can be taken in. Remove what is not needed.":
    "Die Datei hat {1} Spalten; {2} können übernommen werden. Entfernen Sie, was nicht gebraucht wird.",
  "The first row holds an e-mail address where the names of the columns should stand. Add a row with their names above it.":
    "In der ersten Zeile steht eine E-Mail-Adresse, wo die Namen der Spalten stehen sollten. Fügen Sie darüber eine Zeile mit den Namen ein.",
  "There is no row in the file. Export it again, and choose the file anew.":
    "In der Datei ist keine Zeile. Exportieren Sie sie noch einmal, und wählen Sie sie neu aus.",
  "The file cannot be read after row {1}: the next one is longer than 64 KB. Shorten it, and choose the file anew.":
    "Nach Zeile {1} ist die Datei nicht lesbar: Die nächste ist länger als 64 KB. Kürzen Sie sie, und wählen Sie die Datei neu aus.",
  'The file cannot be read after row {1}: a quote (") opens there that is not closed. Close or remove it, and choose the file anew.':
    "Nach Zeile {1} ist die Datei nicht lesbar: Dort öffnet ein Anführungszeichen, das nicht geschlossen wird. Schließen oder entfernen Sie es, und wählen Sie die Datei neu aus.",
  "The file has more than {1} rows. Split it into smaller ones.":
    "Die Datei hat mehr als {1} Zeilen. Teilen Sie sie in kleinere auf.",
  "There is no row below the heading. Export the file again.":
    "Unter der Kopfzeile steht keine Zeile. Exportieren Sie die Datei noch einmal.",
  "the ledger has {1} points more than the file": "Im Punktebuch stehen {1} Punkte mehr als in der Datei",
  "{1} rows were used meanwhile and stay": "{1} Zeilen wurden inzwischen genutzt und bleiben",

  // Deliveries of the store.
  "The body is not JSON, so it cannot be read. Where the store sends it again whole, that one counts.":
    "Was ankam, ist kein JSON und daher nicht lesbar. Schickt der Shop es noch einmal ganz, zählt jenes.",
  "the payload has an unknown shape": "Der Aufbau der Nachricht ist unbekannt",
  "{1} is missing or is no whole number.": "{1} fehlt oder ist keine ganze Zahl.",
  "{1} is missing or is no number.": "{1} fehlt oder ist keine Zahl.",
  "{1} is missing or is no string.": "{1} fehlt oder ist kein Text.",
  "{1} is missing or is no array.": "{1} fehlt oder ist keine Liste.",
  "{1} is missing or is no object.": "{1} fehlt oder hat nicht den erwarteten Aufbau.",
  "{1} is missing or is no boolean.": "{1} fehlt oder ist weder true noch false.",
  "{1} is below {2}.": "{1} liegt unter {2}.",
  "{1} is above {2}.": "{1} liegt über {2}.",
  "{1} is not written as it should be.": "{1} ist nicht so geschrieben, wie es sein sollte.",
  "{1} is of another kind than it should be.": "{1} ist von anderer Art, als es sein sollte.",
  "nobody here handles {1}": "Für „{1}“ gibt es hier keine Verwendung",
  "not an id of Shopify: {1}": "Keine ID von Shopify: {1}",
  "{1} answered with status {2}": "{1} antwortete mit dem Status {2}",
  "{1} did not answer: {2}": "{1} antwortete nicht: {2}",
  "{1} has given us no token": "{1} hat der App keinen Zugang gegeben",
  "not an amount of money: {1}": "{1} ist kein Geldbetrag",
  "{1} has {2} decimals: {3}": "{1} hat {2} Nachkommastellen, hier steht {3}",
  "the customer has no created_at": "Beim Kunden fehlt created_at",
  "the order has neither processed_at nor created_at":
    "Bei der Bestellung fehlen processed_at und created_at",
  "the refund does not say in which currency its amounts are":
    "Die Erstattung sagt nicht, in welcher Währung ihre Beträge sind",
  "the order is in {1} and the programme in {2}: save a programme in {3}, then try again":
    "Die Bestellung ist in {1}, das Programm in {2}: Speichern Sie ein Programm in {3}, und versuchen Sie es dann noch einmal",
};
