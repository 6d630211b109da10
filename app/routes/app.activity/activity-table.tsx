import { Badge, BlockStack, IndexTable, InlineStack, Text, useBreakpoints } from "@shopify/polaris";
import { useNavigation, useSearchParams } from "@remix-run/react";
import { NothingHere } from "../../components/nothing-here.tsx";
import { StaffName } from "../../components/staff-name.tsx";
import { useWords } from "../../components/use-words.ts";
import type { ActivityView } from "../../use-cases/staff/list-activity.ts";
import { Details, Subject } from "./action-words.tsx";

type Row = ActivityView["rows"][number];

export function ActivityTable({ view }: { view: ActivityView }) {
  const { t } = useWords();
  const { columns, resource, empty, emptyFiltered } = t.activity;
  const { smDown } = useBreakpoints();
  const loading = useNavigation().state === "loading";
  const [, setAddress] = useSearchParams();
  const { next, previous, rows, query } = view;
  const page = (side: "after" | "before", id: string | null) =>
    setAddress((address) => {
      const at = new URLSearchParams(address);
      for (const key of ["after", "before"]) at.delete(key);
      at.set(side, id ?? "");
      return at;
    });
  const pagination = {
    hasNext: next !== null,
    hasPrevious: previous !== null,
    onNext: () => page("after", next),
    onPrevious: () => page("before", previous),
    accessibilityLabels: { next: t.common.next, previous: t.common.previous },
  };
  const nothing = Object.values(query).every((value) => value === null) ? empty : emptyFiltered;
  return (
    <IndexTable
      condensed={smDown}
      selectable={false}
      loading={loading}
      resourceName={resource}
      itemCount={rows.length}
      headings={[
        { title: columns.when },
        { title: columns.who },
        { title: columns.what },
        { title: columns.about },
      ]}
      {...(next === null && previous === null ? {} : { pagination })}
      emptyState={<NothingHere heading={nothing.heading} text={nothing.text} />}
    >
      {rows.map((row, position) => (
        <IndexTable.Row key={row.id} id={row.id} position={position}>
          {smDown ? <NarrowCells row={row} view={view} /> : <WideCells row={row} view={view} />}
        </IndexTable.Row>
      ))}
    </IndexTable>
  );
}

function WideCells({ row, view }: { row: Row; view: ActivityView }) {
  const { f } = useWords();
  return (
    <>
      <IndexTable.Cell>{f.dateTime(row.at)}</IndexTable.Cell>
      <IndexTable.Cell>
        <Who row={row} view={view} />
      </IndexTable.Cell>
      <IndexTable.Cell>
        <div className="perennial-fit">
          <What row={row} />
        </div>
      </IndexTable.Cell>
      <IndexTable.Cell>
        <div className="perennial-fit">
          <Subject row={row} view={view} />
        </div>
      </IndexTable.Cell>
    </>
  );
}

function NarrowCells({ row, view }: { row: Row; view: ActivityView }) {
  const { f } = useWords();
  return (
    <div className="perennial-narrow-row">
      <BlockStack gap="100">
        <What row={row} />
        <Subject row={row} view={view} />
        <InlineStack align="space-between" gap="200">
          <Who row={row} view={view} />
          <Text as="span" variant="bodySm" tone="subdued">
            {f.dateTime(row.at)}
          </Text>
        </InlineStack>
      </BlockStack>
    </div>
  );
}

function Who({ row, view }: { row: Row; view: ActivityView }) {
  const { t } = useWords();
  return (
    <InlineStack gap="200" blockAlign="center">
      <Text as="span">
        <StaffName id={row.staff} names={view.names} />
      </Text>
      <Badge>{t.staff.roles[row.role]}</Badge>
    </InlineStack>
  );
}

function What({ row }: { row: Row }) {
  const { t } = useWords();
  return (
    <BlockStack gap="050">
      <Text as="span" fontWeight="semibold">
        {t.activity.actions[row.action]}
      </Text>
      <Details row={row} />
    </BlockStack>
  );
}
