export const enAnalytics = {
  card: {
    showTable: "Show table",
    hideTable: "Hide table",
    formula: "How it is worked out",
    csv: "Download CSV",
    csvFailed: "The file could not be fetched just now. Nothing is lost; try again in a minute.",
    rows: "Show the entries",
  },
};
