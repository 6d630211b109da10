import type { ReactNode } from "react";
import { IndexTable, useBreakpoints, type IndexTableProps } from "@shopify/polaris";

interface LineTableProps<Line> {
  lines: readonly Line[];
  resource: { singular: string; plural: string };
  headings: IndexTableProps["headings"];
  /** The cells of a line. */
  wide: (line: Line) => ReactNode;
  /** The same one below the other, where columns have no room. */
  narrow: (line: Line) => ReactNode;
  loading?: boolean;
  pagination?: IndexTableProps["pagination"];
  emptyState?: ReactNode;
}

/** A list that is a table where there is room for its columns. */
export function LineTable<Line extends { id: string }>({
  lines,
  resource,
  wide,
  narrow,
  ...table
}: LineTableProps<Line>) {
  const { smDown } = useBreakpoints();
  return (
    <IndexTable
      {...table}
      condensed={smDown}
      selectable={false}
      resourceName={resource}
      itemCount={lines.length}
    >
      {lines.map((line, position) => (
        <IndexTable.Row key={line.id} id={line.id} position={position}>
          {smDown ? narrow(line) : wide(line)}
        </IndexTable.Row>
      ))}
    </IndexTable>
  );
}
