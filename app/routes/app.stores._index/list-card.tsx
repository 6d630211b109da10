import { Badge, BlockStack, Box, Card, IndexTable, InlineStack, Link, Text } from "@shopify/polaris";
import { LineTable } from "../../components/line-table.tsx";
import { useWords } from "../../components/use-words.ts";
import type { StoreLine } from "../../use-cases/stores/list-stores.ts";

/** Every store side by side: what stands there, how far it has drifted, and what it comes to. */
export function ListCard({ stores }: { stores: StoreLine[] }) {
  const { t } = useWords();
  const words = t.stores.list;
  const { columns } = words;
  return (
    <Card padding="0">
      <Box padding="400">
        <BlockStack gap="100">
          <Text as="h2" variant="headingMd">
            {words.heading}
          </Text>
          <Text as="p" variant="bodySm" tone="subdued">
            {stores.length > 1 ? words.period : words.alone}
          </Text>
        </BlockStack>
      </Box>
      <LineTable
        lines={stores.map((store) => ({ ...store, id: store.domain }))}
        resource={words.resource}
        headings={[
          { title: columns.store },
          { title: columns.programme },
          { title: columns.drift },
          { title: columns.active, alignment: "end" },
          { title: columns.earned, alignment: "end" },
          { title: columns.redeemed, alignment: "end" },
          { title: columns.out, alignment: "end" },
        ]}
        wide={(store) => <WideCells store={store} />}
        narrow={(store) => <NarrowCells store={store} />}
      />
    </Card>
  );
}

function WideCells({ store }: { store: StoreLine }) {
  return (
    <>
      <IndexTable.Cell>
        <div className="perennial-fit">
          <Name store={store} />
        </div>
      </IndexTable.Cell>
      <IndexTable.Cell>
        <div className="perennial-fit">
          <Programme store={store} />
        </div>
      </IndexTable.Cell>
      <IndexTable.Cell>
        <Drift store={store} />
      </IndexTable.Cell>
      {figuresOf(store).map((value, column) => (
        <IndexTable.Cell key={column}>
          <Whole value={store.asOf === null ? null : value} />
        </IndexTable.Cell>
      ))}
    </>
  );
}

function NarrowCells({ store }: { store: StoreLine }) {
  const { t, f } = useWords();
  const { columns, pending } = t.stores.list;
  const labels = [columns.active, columns.earned, columns.redeemed, columns.out];
  return (
    <div className="perennial-narrow-row">
      <BlockStack gap="100">
        <InlineStack align="space-between" gap="200">
          <Name store={store} />
          <Drift store={store} />
        </InlineStack>
        <Programme store={store} />
        <Text as="p" variant="bodySm" tone="subdued">
          {store.asOf === null
            ? pending
            : figuresOf(store)
                .map((value, place) => `${labels[place] ?? ""}: ${f.whole(value)}`)
                .join(" · ")}
        </Text>
      </BlockStack>
    </div>
  );
}

function figuresOf({ figures }: StoreLine): string[] {
  return [figures.active, figures.earned, figures.redeemed, figures.out];
}

function Name({ store }: { store: StoreLine }) {
  const { t } = useWords();
  return (
    <BlockStack gap="050">
      <Link
        url={`/app/stores/${encodeURIComponent(store.domain)}`}
        dataPrimaryLink
        monochrome
        removeUnderline
      >
        <Text as="span" fontWeight="semibold">
          {store.name}
        </Text>
      </Link>
      <Text as="span" variant="bodySm" tone="subdued" breakWord>
        {store.isOwn ? t.stores.list.own : store.domain}
      </Text>
    </BlockStack>
  );
}

function Programme({ store: { programme } }: { store: StoreLine }) {
  const { t, f } = useWords();
  if (programme === null) return t.stores.list.noProgramme;
  const { name, version, state } = programme;
  return (
    <InlineStack gap="100" blockAlign="center">
      <Text as="span">{t.stores.list.version(name, f.count(version))}</Text>
      {state === "running" ? null : <Badge tone="attention">{t.programmeState.badge[state]}</Badge>}
    </InlineStack>
  );
}

function Drift({ store: { drift, isTemplate } }: { store: StoreLine }) {
  const { t, f } = useWords();
  const words = t.stores.list;
  if (isTemplate) return <Badge tone="info">{words.template}</Badge>;
  if (drift === null)
    return (
      <Text as="span" tone="subdued">
        {words.notCompared}
      </Text>
    );
  if (drift === 0) return <Badge tone="success">{words.same}</Badge>;
  return <Badge tone="warning">{words.drift(String(drift), f.count(drift))}</Badge>;
}

function Whole({ value }: { value: string | null }) {
  const { f } = useWords();
  return (
    <Text as="span" alignment="end" numeric>
      {value === null ? "—" : f.whole(value)}
    </Text>
  );
}
