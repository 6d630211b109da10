import type { enAnalytics } from "./en-analytics.ts";

export const deAnalytics: typeof enAnalytics = {
  card: {
    showTable: "Tabelle anzeigen",
    hideTable: "Tabelle ausblenden",
    formula: "So wird gerechnet",
    csv: "CSV herunterladen",
    csvFailed:
      "Die Datei konnte gerade nicht geladen werden. Es ist nichts verloren; versuchen Sie es in einer Minute noch einmal.",
    rows: "Buchungen anzeigen",
  },
};
