import type { ImportView } from "../../app/use-cases/moving-in/show-import.ts";

/** What an import would do, for a terminal. */
export function previewText({ preview, settings, header, rows }: ImportView, currency: string): string {
  if (preview === null || settings === null) return "";
  const columns = Object.entries(settings.mapping).map(([field, column]) => `${field} = ${header[column]}`);
  const { tiers, faults } = preview;
  return [
    `Columns     ${columns.join(", ")}`,
    `Rows        ${rows}: ${preview.accepted} can be moved in, ${preview.refused} are refused`,
    `Members     ${preview.members}, of whom ${preview.newMembers} are new`,
    `Points      ${preview.points}${preview.owed === "0" ? "" : `, and ${preview.owed} owed`}${preview.rounded === 0 ? "" : ` (${preview.rounded} rows had decimals and were rounded down)`}`,
    ...(preview.liability === null ? [] : [`May cost    ${preview.liability} ${currency} at most`]),
    ...tiers.map(({ tier, members, level }) => {
      return `Tier        ${tier}: ${members} members, ${level === null ? "no level (say which with --tier)" : `become ${level}`}`;
    }),
    ...faults.map(({ column, problem, mend, rows: count, first }) => {
      return `Refused     ${count} rows, first row ${first}: ${column} ${problem}; ${mend}`;
    }),
    ``,
  ].join("\n");
}
