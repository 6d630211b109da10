import { RowsLink, type FigureTableProps } from "../../components/charts/figure-table.tsx";
import type { Section } from "../../use-cases/analytics/report.ts";

/** Cohorts as a table whose cells are the darker the larger they are; the number says it to everybody. */
export function Triangle({ section, table }: { section: Section; table: FigureTableProps }) {
  const values = section.rows.map(({ cells }) =>
    cells.slice(1).map((cell) => (cell === null ? null : Number(cell))),
  );
  // In the month of the first order everybody is there: the others are told apart without it.
  const most = Math.max(0, ...values.flatMap((row) => row.slice(1)).map((value) => value ?? 0));
  return (
    <div className="perennial-table-frame" role="region" aria-label={table.caption} tabIndex={0}>
      <table className="perennial-table perennial-triangle">
        <caption>{table.caption}</caption>
        <thead>
          <tr>
            {table.columns.map(({ title, numeric = false }) => (
              <th key={title} scope="col" data-numeric={numeric}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map(({ cells: [name, members = "", ...cells], urls = [] }, row) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td data-numeric>
                <RowsLink url={urls[0]}>{members}</RowsLink>
              </td>
              {cells.map((cell, after) => (
                <td
                  key={after}
                  data-numeric
                  style={{ background: shade(values[row]?.[after] ?? null, most) }}
                >
                  {values[row]?.[after] == null ? "" : <RowsLink url={urls[after + 1]}>{cell}</RowsLink>}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const DARKEST = 45;

function shade(value: number | null, most: number): string {
  if (value === null || most === 0) return "transparent";
  const part = Math.round(Math.min(1, value / most) * DARKEST);
  return `color-mix(in srgb, #0b62a8 ${part}%, transparent)`;
}
