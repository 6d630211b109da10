import { useId, useState, type ReactNode } from "react";
import { Banner, BlockStack, Button, Card, Collapsible, InlineStack, Link, Text } from "@shopify/polaris";
import { useDownload } from "../use-download.ts";
import { useWords } from "../use-words.ts";
import { FigureTable, type FigureTableProps } from "./figure-table.tsx";

interface ChartCardProps {
  /** The message: a sentence made from the numbers. */
  title: string;
  children: ReactNode;
  /** The numbers behind it. */
  table: FigureTableProps;
  /** How they are worked out, a sentence each. */
  formula: readonly string[];
  /** The same numbers as a file. */
  csv: { address: string; name: string };
  /** Where the rows stand that they are made of. */
  rows?: { url: string; text: string };
}

/** A chart that says what it shows, with everything to check it by. */
export function ChartCard({ title, children, table, formula, csv, rows }: ChartCardProps) {
  const { t } = useWords();
  const words = t.analytics.card;
  const [shown, setShown] = useState<"table" | "formula" | null>(null);
  const download = useDownload();
  const id = useId();
  const toggle = (what: "table" | "formula") => () => setShown(shown === what ? null : what);
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">
          {title}
        </Text>
        {children}
        <InlineStack gap="400">
          <Button
            variant="plain"
            onClick={toggle("table")}
            ariaExpanded={shown === "table"}
            ariaControls={`${id}-table`}
          >
            {shown === "table" ? words.hideTable : words.showTable}
          </Button>
          <Button
            variant="plain"
            onClick={toggle("formula")}
            ariaExpanded={shown === "formula"}
            ariaControls={`${id}-formula`}
          >
            {words.formula}
          </Button>
          <Button
            variant="plain"
            loading={download.state === "loading"}
            onClick={() => download.start(csv.address, csv.name)}
          >
            {words.csv}
          </Button>
          {rows === undefined ? null : <Link url={rows.url}>{rows.text}</Link>}
        </InlineStack>
        {download.state === "failed" ? <Banner tone="warning">{words.csvFailed}</Banner> : null}
        <Collapsible open={shown === "table"} id={`${id}-table`}>
          {shown === "table" ? <FigureTable {...table} /> : null}
        </Collapsible>
        <Collapsible open={shown === "formula"} id={`${id}-formula`}>
          <BlockStack gap="200">
            {formula.map((sentence) => (
              <Text key={sentence} as="p" tone="subdued">
                {sentence}
              </Text>
            ))}
          </BlockStack>
        </Collapsible>
      </BlockStack>
    </Card>
  );
}
