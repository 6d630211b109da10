import { BlockStack, IndexTable, Link, Text } from "@shopify/polaris";
import { useWords } from "../../components/use-words.ts";
import { memberName } from "../../texts/member-name.ts";
import type { RowView } from "../../use-cases/analytics/list-rows-behind.ts";
import type { ShownColumn } from "./rows-words.ts";

interface RowCellsProps {
  row: RowView;
  columns: readonly ShownColumn[];
  narrow: boolean;
}

export function RowCells({ row, columns, narrow }: RowCellsProps) {
  if (narrow)
    return (
      <div className="perennial-narrow-row">
        <BlockStack gap="100">
          <Member row={row} />
          {columns.map((column) => (
            <Text key={column.title} as="span" tone="subdued">
              {`${column.title}: ${column.text(row)}`}
            </Text>
          ))}
        </BlockStack>
      </div>
    );
  return (
    <>
      <IndexTable.Cell>
        <Member row={row} />
      </IndexTable.Cell>
      {columns.map((column) => (
        <IndexTable.Cell key={column.title}>
          <Text as="span" {...(column.numeric ? { alignment: "end", numeric: true } : {})}>
            {column.text(row)}
          </Text>
        </IndexTable.Cell>
      ))}
    </>
  );
}

/** Whoever was erased has no page. */
function Member({ row: { member } }: { row: RowView }) {
  const { t } = useWords();
  const name = memberName(member, t);
  return (
    <span className="perennial-fit">
      {member.id.startsWith("-") ? name : <Link url={`/app/members/${member.id}`}>{name}</Link>}
    </span>
  );
}
