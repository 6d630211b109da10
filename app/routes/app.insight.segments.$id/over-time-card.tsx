import { useId, useState } from "react";
import { BlockStack, Button, Card, Collapsible, InlineStack, Text } from "@shopify/polaris";
import { FigureTable } from "../../components/charts/figure-table.tsx";
import { LineChart } from "../../components/charts/line-chart.tsx";
import { useWords } from "../../components/use-words.ts";
import type { SegmentView } from "../../use-cases/segments/show-segment.ts";

/** How many belonged to it, day by day. */
export function OverTimeCard({ days }: Pick<SegmentView, "days">) {
  const { t, f } = useWords();
  const words = t.segments.page;
  const [isOpen, setIsOpen] = useState(false);
  const id = useId();
  const last = days.at(-1);
  if (last === undefined || days.length < 2)
    return (
      <Card>
        <Text as="p" tone="subdued">
          {words.noDays}
        </Text>
      </Card>
    );
  const { columns, title } = {
    columns: words.dayColumns,
    title: words.overTime(String(last.members), f.count(last.members), f.day(last.day)),
  };
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">
          {title}
        </Text>
        <LineChart
          series={[{ name: columns.members, values: days.map(({ members }) => members) }]}
          labels={days.map(({ day }) => f.day(day))}
          label={title}
          format={f.count}
          whole
        />
        <InlineStack>
          <Button variant="plain" onClick={() => setIsOpen(!isOpen)} ariaExpanded={isOpen} ariaControls={id}>
            {isOpen ? words.hideTable : words.showTable}
          </Button>
        </InlineStack>
        <Collapsible open={isOpen} id={id}>
          {isOpen ? (
            <FigureTable
              caption={words.days}
              columns={[
                { title: columns.day },
                { title: columns.members, numeric: true },
                { title: columns.entered, numeric: true },
                { title: columns.departed, numeric: true },
              ]}
              rows={days.toReversed().map(({ day, members, entered, departed }) => ({
                cells: [f.day(day), f.count(members), f.count(entered), f.count(departed)],
              }))}
            />
          ) : null}
        </Collapsible>
      </BlockStack>
    </Card>
  );
}
