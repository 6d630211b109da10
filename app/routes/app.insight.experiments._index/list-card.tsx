import {
  Badge,
  BlockStack,
  Box,
  Card,
  IndexTable,
  InlineStack,
  Link,
  Text,
  useBreakpoints,
} from "@shopify/polaris";
import { useWords } from "../../components/use-words.ts";
import type { ExperimentsView } from "../../use-cases/experiments/show-experiments.ts";
import { STATE_TONES } from "../app.insight.experiments.$id/experiment-page.tsx";

type Line = ExperimentsView["experiments"][number];

/** Every experiment, the newest first. */
export function ListCard({ view: { experiments } }: { view: ExperimentsView }) {
  const { t } = useWords();
  const words = t.experiments.list;
  const { columns } = words;
  const { smDown } = useBreakpoints();
  return (
    <Card padding="0">
      <Box padding="400">
        <Text as="h2" variant="headingMd">
          {words.heading}
        </Text>
      </Box>
      <IndexTable
        condensed={smDown}
        selectable={false}
        resourceName={words.resource}
        itemCount={experiments.length}
        headings={[
          { title: columns.question },
          { title: columns.tried },
          { title: columns.state },
          { title: columns.known },
          { title: columns.since },
        ]}
      >
        {experiments.map((line, position) => (
          <IndexTable.Row key={line.id} id={line.id} position={position}>
            {smDown ? <NarrowCells line={line} /> : <WideCells line={line} />}
          </IndexTable.Row>
        ))}
      </IndexTable>
    </Card>
  );
}

function WideCells({ line }: { line: Line }) {
  const { t, f } = useWords();
  return (
    <>
      <IndexTable.Cell>
        <div className="perennial-fit">
          <Question line={line} />
        </div>
      </IndexTable.Cell>
      <IndexTable.Cell>{t.experiments.kinds[line.kind]}</IndexTable.Cell>
      <IndexTable.Cell>
        <State line={line} />
      </IndexTable.Cell>
      <IndexTable.Cell>{known(line, t)}</IndexTable.Cell>
      <IndexTable.Cell>{f.date(line.startedAt ?? line.createdAt)}</IndexTable.Cell>
    </>
  );
}

function NarrowCells({ line }: { line: Line }) {
  const { t } = useWords();
  return (
    <div className="perennial-narrow-row">
      <BlockStack gap="100">
        <Question line={line} />
        <InlineStack gap="200" blockAlign="center">
          <State line={line} />
          <Text as="span" variant="bodySm" tone="subdued">
            {t.experiments.kinds[line.kind]} · {known(line, t)}
          </Text>
        </InlineStack>
      </BlockStack>
    </div>
  );
}

function Question({ line }: { line: Line }) {
  return (
    <Link url={`/app/insight/experiments/${line.id}`} dataPrimaryLink monochrome removeUnderline>
      <Text as="span" fontWeight="semibold" breakWord>
        {line.question}
      </Text>
    </Link>
  );
}

function State({ line: { state } }: { line: Line }) {
  const { t } = useWords();
  return <Badge {...STATE_TONES[state]}>{t.experiments.states[state]}</Badge>;
}

function known({ state, look }: Line, t: ReturnType<typeof useWords>["t"]): string {
  if (state === "draft") return "—";
  return t.experiments.verdicts[look?.reading.verdict ?? "few"];
}
