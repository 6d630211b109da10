import type { enFaults } from "./en-faults.ts";

export const deFaults: typeof enFaults = {
  "is missing": "fehlt",
  "is empty": "ist leer",
  "is below 0": "liegt unter 0",
  "is 0": "ist 0",
  "is not 0": "ist nicht 0",
  "is above {1}": "liegt über {1}",
  "is not known here": "ist hier nicht bekannt",
  "is not a list": "ist keine Liste",
  "is an empty list": "ist eine leere Liste",
  "is neither true nor false": "ist weder true noch false",
  "does not hold keys of its own": "hat keine eigenen Schlüssel",
  "has too many entries": "hat zu viele Einträge",
  "has {1} entries": "hat {1} Einträge",
  "has {1} languages": "hat {1} Sprachen",
  "is not a decimal number": "ist keine Zahl",
  "is not an amount of money": "ist kein Geldbetrag",
  "has more decimals than {1} has": "hat mehr Nachkommastellen als {1}",
  "is not a whole number of points": "ist keine ganze Punktzahl",
  "is not a whole number of 0 or more": "ist keine ganze Zahl ab 0",
  "is not a whole number": "ist keine ganze Zahl",
  "is {1}, which is out of range": "ist {1} und damit außerhalb des Erlaubten",
  "is {1}, which is no time zone": "ist {1}, und das ist keine Zeitzone",
  "is {1}, which is no currency": "ist {1}, und das ist keine Währung",
  "is {1}, which is no level": "ist {1}, und diese Stufe gibt es nicht",
  "is {1}, which is not known": "ist {1}, und das ist nicht bekannt",
  "is not an instant": "ist kein Zeitpunkt",
  "is not a text": "ist kein Text",
  "is empty or too long": "ist leer oder zu lang",
  "holds characters that nobody can read": "enthält Zeichen, die niemand lesen kann",
  "is not an id": "ist keine ID",
  "is not a rule": "ist keine Regel",
  "gives nothing": "gibt nichts",
  "repeats the id of entry {1}": "wiederholt die ID von Eintrag {1}",
  "does not lie after `from`": "liegt nicht nach dem Beginn",
  "names nothing, so no line would ever match": "nennt nichts, also würde nie etwas passen",
  "names nothing, so that all of the shop would be closed to others":
    "nennt nichts, also wäre der ganze Shop für andere geschlossen",
  "has no value to count by": "hat keinen Wert, nach dem gezählt werden könnte",
  "is not above that of {1}": "liegt nicht über der von {1}",
  "is missing, and so is `customerTags`: nobody would have it": "ist noch für niemanden",
  "names no level of this programme": "nennt keine Stufe dieses Programms",
  "names no reward of this programme": "nennt keine Prämie dieses Programms",
  "names no rule for an activity of this programme": "nennt keine Aktivitätsregel dieses Programms",
  "names no rule other than for activities of this programme":
    "nennt keine Regel dieses Programms (Aktivitäten stehen für sich)",
  "is not a language": "ist keine Sprache",
  "is a language that is not known": "ist eine unbekannte Sprache",
  "is a plural that this language does not have": "ist ein Plural, den diese Sprache nicht hat",
  "only the first version may start in the past":
    "liegt in der Vergangenheit: dort darf nur die erste Version beginnen",
  "the shop's currency is {1}, not {2}": "Die Währung des Shops ist {1}, nicht {2}",
  "is empty, so nothing earns points": "ist leer, also bringt nichts Punkte",
  "is below that of {1}, so rising costs points": "liegt unter der von {1}, Aufsteigen kostet also Punkte",
  "is over before the programme starts": "ist vorbei, bevor das Programm beginnt",
  "names only what `exclude` makes worth nothing": "nennt nur, was ohnehin keine Punkte bringt",
  "never counts, for {1} below it fits every line that it fits":
    "zählt nie, denn {1} weiter unten passt auf alles, worauf sie passt",
  "is 0, so these lines earn no points but still count for bonuses and tiers":
    "ist 0: das bringt keine Punkte, zählt aber für Boni und Stufen",
  "is 1, which changes nothing": "ist 1, und das ändert nichts",
  "is below the value, so an order of {1} may cost nothing":
    "liegt unter dem Wert, eine Bestellung über {1} kann also nichts kosten",
  "is 100 per cent, so an order may cost nothing": "ist 100 Prozent, eine Bestellung kann also nichts kosten",
  "could give more points for an order of {1} than the ledger can count":
    "könnte für eine Bestellung über {1} mehr Punkte geben, als gezählt werden können",
  "is more than the ledger can count": "ist mehr, als gezählt werden kann",
  "gives {1} points for an order of {2}": "gibt {1} Punkte für eine Bestellung über {2}",
  "is worth {1}, by what {2} is worth": "ist {1} wert, nach dem Wert von {2}",
  "multiplies points by {1}": "vervielfacht die Punkte mit {1}",
  "is reached by {1} orders": "wird mit {1} Bestellungen erreicht",
  "is reached by orders of {1} in all": "wird mit Bestellungen über insgesamt {1} erreicht",
  "is reached by an order of {1}": "wird mit einer Bestellung über {1} erreicht",
  "can be had for orders of {1} in all": "gibt es für Bestellungen über insgesamt {1}",
  "can be had for an order of {1}": "gibt es für eine Bestellung über {1}",
  "gives back {1} per cent of what is spent, by what {2} is worth":
    "gibt {1} Prozent des Umsatzes zurück, gemessen am Wert von {2}",
  "leaves out {1}, so whoever rises to it loses this": "lässt {1} aus: Wer dorthin aufsteigt, verliert das",
  "is missing, so the smallest order brings the gift":
    "fehlt, also bringt schon die kleinste Bestellung das Geschenk",

  'write a decimal in quotes, such as "1.25"': "geben Sie eine Zahl ein, zum Beispiel 1.25",
  'write an amount such as "20.00"': "geben Sie einen Betrag ein, zum Beispiel 20.00",
  "write an amount above 0": "geben Sie einen Betrag über 0 ein",
  "write a number above 0": "geben Sie eine Zahl über 0 ein",
  "write {1} or less": "geben Sie höchstens {1} ein",
  "write it with at most {1} decimals": "geben Sie höchstens {1} Nachkommastellen ein",
  'write a whole number, such as "10"': "geben Sie eine ganze Zahl ein, zum Beispiel 10",
  "write a whole number from {1} to {2}": "geben Sie eine ganze Zahl von {1} bis {2} ein",
  "write a whole number of points, such as 50; a very large one in quotes":
    "geben Sie eine ganze Punktzahl ein, zum Beispiel 50",
  "write an instant with its zone, such as 2026-06-01T00:00:00Z": "wählen Sie Tag und Uhrzeit",
  "write a text of 1 to {1} characters": "geben Sie einen Text mit 1 bis {1} Zeichen ein",
  "write it with letters, digits and signs alone": "verwenden Sie nur Buchstaben, Ziffern und Satzzeichen",
  "write letters, digits, hyphens, underscores and full stops, such as big-basket":
    "verwenden Sie Buchstaben, Ziffern, Bindestriche, Unterstriche und Punkte, zum Beispiel big-basket",
  "write the number that the store gave it, such as {1}":
    "geben Sie die Nummer aus dem Shop ein, zum Beispiel {1}",
  "write the name of a region's zone, such as Europe/London":
    "geben Sie den Namen einer Zone ein, zum Beispiel Europe/Berlin",
  "write the id of a level, or remove it": "wählen Sie eine vorhandene Stufe oder nehmen Sie sie heraus",
  "write one of {1}": "wählen Sie eines von {1}",
  "write at least one entry, or remove the key":
    "nennen Sie mindestens einen Eintrag oder lassen Sie es leer",
  "write at least one rule": "fügen Sie mindestens eine Regel hinzu",
  'write at least a first level, with at: "0", or remove tiers':
    "fügen Sie eine erste Stufe ab 0 hinzu oder entfernen Sie die Stufen",
  "write how many points the reward costs, such as 500":
    "geben Sie ein, wie viele Punkte die Prämie kostet, zum Beispiel 500",
  'write what the reward is worth, such as "5.00"':
    "geben Sie ein, was die Prämie wert ist, zum Beispiel 5.00",
  "write a cost instead": "geben Sie stattdessen feste Kosten ein",
  'write "0": everybody starts at the first level': "geben Sie 0 ein: Alle beginnen auf der ersten Stufe",
  "write for whom it is, such as tiers: [gold]": "wählen Sie Stufen oder nennen Sie einen Tag",
  "write a later instant, or remove one of the two":
    "wählen Sie einen späteren Zeitpunkt oder entfernen Sie einen der beiden",
  "write a later instant, or remove `from`":
    "wählen Sie einen späteren Zeitpunkt oder entfernen Sie den Beginn",
  "write another number, or remove the rule": "geben Sie eine andere Zahl ein oder entfernen Sie die Regel",
  "write fewer points, or smaller multipliers": "geben Sie weniger Punkte oder kleinere Multiplikatoren ein",
  "write fewer points": "geben Sie weniger Punkte ein",
  "write fewer points, unless that is meant": "geben Sie weniger Punkte ein, wenn das nicht so gemeint ist",
  "write a smaller number, unless that is meant":
    "geben Sie eine kleinere Zahl ein, wenn das nicht so gemeint ist",
  "write more, unless that is meant": "geben Sie mehr ein, wenn das nicht so gemeint ist",
  "write less, unless that is meant": "geben Sie weniger ein, wenn das nicht so gemeint ist",
  "write a minimum above the value, unless that is meant":
    "geben Sie einen Mindestbestellwert über dem Wert ein, wenn das nicht so gemeint ist",
  "write fewer points, or a higher cost of the reward":
    "geben Sie weniger Punkte oder höhere Kosten der Prämie ein",
  "write at least as much as the level before": "geben Sie mindestens so viel ein wie bei der Stufe davor",
  "write what an order must be worth, unless that is meant":
    "geben Sie ein, was eine Bestellung wert sein muss, wenn das nicht so gemeint ist",
  "write {1}, and amounts in it": "schreiben Sie {1} und Beträge in dieser Währung",
  "put the levels in rising order": "ordnen Sie die Stufen aufsteigend",
  "put it below that one, or remove it": "setzen Sie sie unter diese oder entfernen Sie sie",
  "give it an id of its own": "geben Sie ihm eine eigene ID",
  "name something, or remove the key": "nennen Sie etwas oder lassen Sie es leer",
  "name products, such as { productTags: [vault] }": "nennen Sie Produkte, zum Beispiel durch einen Tag",
  "name them in `exclude` if they should be worth nothing":
    "nehmen Sie sie unter „Ausnahmen“ auf, wenn sie nichts bringen sollen",
  "name it as well, unless that is meant": "nennen Sie auch sie, wenn das nicht so gemeint ist",
  "write a language as the shop names it, such as de, pt-BR or zh-CN":
    "geben Sie eine Sprache so an, wie der Shop sie nennt, zum Beispiel de, pt-BR oder zh-CN",
  "keep it to {1}": "beschränken Sie es auf {1}",
  "correct the id, or remove it": "berichtigen Sie die ID oder entfernen Sie sie",
  "remove it or correct its name: known are {1}": "entfernen oder berichtigen Sie es; bekannt sind {1}",
  "remove it: it has {1}": "entfernen Sie ihn; die Sprache hat {1}",
  "remove the rule, or write a later instant":
    "entfernen Sie die Regel oder wählen Sie einen späteren Zeitpunkt",
  "remove the reward, or write a later instant":
    "entfernen Sie die Prämie oder wählen Sie einen späteren Zeitpunkt",
  "remove the perk, or write a later instant":
    "entfernen Sie den Vorteil oder wählen Sie einen späteren Zeitpunkt",
  "remove the rule, or exclude less": "entfernen Sie die Regel oder schließen Sie weniger aus",
  "leave it out to start at once, or name a later instant":
    "lassen Sie es leer, um sofort zu beginnen, oder wählen Sie einen späteren Zeitpunkt",
};
