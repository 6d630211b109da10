import { Link } from "@shopify/polaris";

export interface FigureTableProps {
  /** What it holds, for whoever cannot see it. */
  caption: string;
  columns: readonly { title: string; numeric?: boolean }[];
  rows: readonly FigureRow[];
  /** A row is a card of its own where the window is narrow, instead of columns that are cut there. */
  stacks?: boolean;
}

export interface FigureRow {
  /** As they are shown, the first names the row. */
  cells: readonly string[];
  /** What the name means, where there is room. */
  hint?: string;
  /** Where the entries behind it stand. */
  url?: string;
  /** Where the rows behind each of the other cells stand. */
  urls?: readonly (string | null)[];
}

/** Numbers in columns; wider than the window, it is scrolled by itself. */
export function FigureTable({ caption, columns, rows, stacks = false }: FigureTableProps) {
  return (
    // Whoever goes by the keyboard must be able to scroll it.
    <div className="perennial-table-frame" role="region" aria-label={caption} tabIndex={0}>
      <table className="perennial-table" data-stacks={stacks}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ title, numeric = false }, place) => (
              <th key={place} scope="col" data-numeric={numeric}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, place) => (
            <Row key={place} row={row} columns={columns} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ row, columns }: { row: FigureRow; columns: FigureTableProps["columns"] }) {
  const [name = "", ...cells] = row.cells;
  return (
    <tr>
      <th scope="row" data-numeric={columns[0]?.numeric ?? false}>
        {row.url === undefined ? name : <Link url={row.url}>{name}</Link>}
        {row.hint === undefined ? null : <span className="perennial-hint">{row.hint}</span>}
      </th>
      {cells.map((cell, place) => (
        <td
          key={place}
          data-numeric={columns[place + 1]?.numeric ?? false}
          data-title={columns[place + 1]?.title}
        >
          <RowsLink url={row.urls?.[place]}>{cell}</RowsLink>
        </td>
      ))}
    </tr>
  );
}

/** A number that leads to the rows behind it, where there are any. */
export function RowsLink({ url, children }: { url: string | null | undefined; children: string }) {
  if (url === undefined || url === null) return <>{children}</>;
  return (
    <Link url={url} monochrome>
      {children}
    </Link>
  );
}
