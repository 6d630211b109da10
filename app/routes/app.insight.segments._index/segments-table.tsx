import { Badge, BlockStack, Box, IndexTable, InlineStack, Link, Text } from "@shopify/polaris";
import { LineTable } from "../../components/line-table.tsx";
import { useWords } from "../../components/use-words.ts";
import type { SegmentLine } from "../../use-cases/segments/list-segments.ts";

const TONES = { off: undefined, on: "success", paused: "warning", removing: "attention" } as const;

export function SegmentsTable({ segments }: { segments: SegmentLine[] }) {
  const { t } = useWords();
  const words = t.segments.list;
  const { columns } = words;
  return (
    <>
      <Box padding="400" paddingBlockEnd="200">
        <Text as="h2" variant="headingMd">
          {words.heading}
        </Text>
      </Box>
      <LineTable
        lines={segments}
        resource={words.resource}
        headings={[
          { title: columns.name },
          { title: columns.members, alignment: "end" },
          { title: columns.change, alignment: "end" },
          { title: columns.store },
        ]}
        wide={(segment) => <WideCells segment={segment} />}
        narrow={(segment) => <NarrowCells segment={segment} />}
      />
    </>
  );
}

function WideCells({ segment }: { segment: SegmentLine }) {
  const { members, change } = useFigures(segment);
  return (
    <>
      <IndexTable.Cell>
        <div className="perennial-fit">
          <Name segment={segment} />
        </div>
      </IndexTable.Cell>
      {[members, change].map((value, column) => (
        <IndexTable.Cell key={column}>
          <Text as="span" alignment="end" numeric>
            {value}
          </Text>
        </IndexTable.Cell>
      ))}
      <IndexTable.Cell>
        <SyncBadge segment={segment} />
      </IndexTable.Cell>
    </>
  );
}

function NarrowCells({ segment }: { segment: SegmentLine }) {
  const { t } = useWords();
  const { columns } = t.segments.list;
  const { members, change } = useFigures(segment);
  return (
    <div className="perennial-narrow-row">
      <BlockStack gap="100">
        <InlineStack align="space-between" gap="200">
          <Name segment={segment} />
          <SyncBadge segment={segment} />
        </InlineStack>
        <Text as="p" variant="bodySm" tone="subdued">
          {`${columns.members}: ${members} · ${columns.change}: ${change}`}
        </Text>
      </BlockStack>
    </div>
  );
}

function useFigures({ members, change }: SegmentLine): { members: string; change: string } {
  const { t, f } = useWords();
  const words = t.segments.list;
  return {
    members: members === null ? words.counting : f.count(members),
    change: change === null ? words.young : f.signed(String(change)),
  };
}

function Name({ segment: { id, name } }: { segment: SegmentLine }) {
  return (
    <Link url={`/app/insight/segments/${id}`} dataPrimaryLink monochrome removeUnderline>
      <Text as="span" fontWeight="semibold">
        {name}
      </Text>
    </Link>
  );
}

function SyncBadge({ segment: { sync } }: { segment: SegmentLine }) {
  const { t } = useWords();
  const tone = TONES[sync];
  return <Badge {...(tone === undefined ? {} : { tone })}>{t.segments.syncs[sync]}</Badge>;
}
