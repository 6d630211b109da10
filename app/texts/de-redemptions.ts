import type { enRedemptions } from "./en-redemptions.ts";

export const deRedemptions: typeof enRedemptions = {
  title: "Prämien",
  none: "Noch wurde nichts eingelöst.",
  states: {
    making: "Wird erstellt",
    ready: "Code bereit",
    waiting: "Zu übergeben",
    granted: "Gewährt",
    used: "Genutzt",
    returned: "Zurückgegeben",
    "not-made": "Nicht erstellt",
  },
  line: (points, date) => `${points}, ${date}`,
  code: (code) => `Code ${code}`,
  codeUntil: (code, date) => `Code ${code}, bis ${date}`,
  storeSaid: (reason) => `Der Shop meldete: ${reason}`,
  cancel: {
    button: "Punkte zurückgeben",
    title: "Die Punkte zurückgeben?",
    text: (points) => `${points} werden wieder verfügbar, und der Code gilt nicht mehr.`,
    done: "Punkte zurückgegeben",
  },
  granted: {
    button: "Übergeben",
    title: "Wurde die Prämie übergeben?",
    text: (points) => `${points} werden endgültig abgezogen.`,
    done: "Prämie übergeben",
  },
  tooLate:
    "Diese Prämie wurde inzwischen genutzt oder gewährt oder ist unterwegs. " +
    "Solange eine Bestellung ihren Code trägt, lässt sie sich nur durch Stornieren dieser Bestellung zurückgeben. Es wurde nichts geändert.",
};
