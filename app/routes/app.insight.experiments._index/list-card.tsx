import { Badge, BlockStack, Box, Card, IndexTable, InlineStack, Link, Text } from "@shopify/polaris";
import { LineTable } from "../../components/line-table.tsx";
import { useWords } from "../../components/use-words.ts";
import type { ExperimentsView } from "../../use-cases/experiments/show-experiments.ts";
import { STATE_TONES } from "../app.insight.experiments.$id/experiment-page.tsx";
import { knownText } from "../app.insight.experiments.$id/known-words.ts";

type Line = ExperimentsView["experiments"][number];

/** Every experiment, the newest first. */
export function ListCard({ view: { experiments } }: { view: ExperimentsView }) {
  const { t } = useWords();
  const words = t.experiments.list;
  const { columns } = words;
  return (
    <Card padding="0">
      <Box padding="400">
        <Text as="h2" variant="headingMd">
          {words.heading}
        </Text>
      </Box>
      <LineTable
        lines={experiments}
        resource={words.resource}
        headings={[
          { title: columns.question },
          { title: columns.tried },
          { title: columns.state },
          { title: columns.known },
          { title: columns.since },
        ]}
        wide={(line) => <WideCells line={line} />}
        narrow={(line) => <NarrowCells line={line} />}
      />
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

function known({ state, isOver, look }: Line, t: ReturnType<typeof useWords>["t"]): string {
  return state === "draft" ? "—" : knownText({ isOver, reading: look?.reading }, t);
}
