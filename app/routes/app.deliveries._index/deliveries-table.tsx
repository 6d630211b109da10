import { BlockStack, IndexTable, InlineStack, Link, Text, useBreakpoints } from "@shopify/polaris";
import { useNavigate, useNavigation } from "@remix-run/react";
import { NothingHere } from "../../components/nothing-here.tsx";
import { StateBadge } from "../../components/state-badge.tsx";
import { topicName } from "../../components/topic-name.ts";
import { useWords } from "../../components/use-words.ts";
import { reasonWords } from "../../texts/fault-words.ts";
import type { DeliveriesView } from "../../use-cases/list-deliveries.ts";

type Delivery = DeliveriesView["deliveries"][number];

export function DeliveriesTable({ view }: { view: DeliveriesView }) {
  const { t } = useWords();
  const { columns, resource, empty } = t.deliveries;
  const { smDown } = useBreakpoints();
  const navigate = useNavigate();
  const loading = useNavigation().state === "loading";
  const { next, previous, state } = view;
  const page = (side: "after" | "before", seq: string | null) =>
    navigate(`?${new URLSearchParams({ ...(state === null ? {} : { state }), [side]: seq ?? "" })}`);
  const pagination = {
    hasNext: next !== null,
    hasPrevious: previous !== null,
    onNext: () => page("after", next),
    onPrevious: () => page("before", previous),
    accessibilityLabels: { next: t.common.next, previous: t.common.previous },
  };
  const words = state === "waiting" ? empty.waiting : state === "dead" ? empty.dead : empty.all;
  return (
    <IndexTable
      condensed={smDown}
      selectable={false}
      loading={loading}
      resourceName={resource}
      itemCount={view.deliveries.length}
      headings={[
        { title: columns.topic },
        { title: columns.received },
        { title: columns.state },
        { title: columns.attempts, alignment: "end" },
        { title: columns.repeats },
        { title: columns.reason },
      ]}
      {...(next === null && previous === null ? {} : { pagination })}
      emptyState={<NothingHere heading={words.heading} text={words.text} />}
    >
      {view.deliveries.map((delivery, position) => (
        <IndexTable.Row key={delivery.webhookId} id={delivery.webhookId} position={position}>
          {smDown ? (
            <NarrowCells delivery={delivery} now={view.now} />
          ) : (
            <WideCells delivery={delivery} now={view.now} />
          )}
        </IndexTable.Row>
      ))}
    </IndexTable>
  );
}

function Topic({ delivery }: { delivery: Delivery }) {
  const { t } = useWords();
  return (
    <Link
      url={`/app/deliveries/${encodeURIComponent(delivery.webhookId)}`}
      dataPrimaryLink
      monochrome
      removeUnderline
    >
      <Text as="span" fontWeight="semibold">
        {topicName(delivery.topic, t)}
      </Text>
    </Link>
  );
}

function WideCells({ delivery, now }: { delivery: Delivery; now: number }) {
  const { t, f } = useWords();
  const { attempts, repeats, reason, receivedAt } = delivery;
  return (
    <>
      <IndexTable.Cell>
        <Topic delivery={delivery} />
      </IndexTable.Cell>
      <IndexTable.Cell>{f.ago(receivedAt, now)}</IndexTable.Cell>
      <IndexTable.Cell>
        <StateBadge state={delivery.state} />
      </IndexTable.Cell>
      <IndexTable.Cell>
        <Text as="span" alignment="end" numeric>
          {attempts === 0 ? "" : f.count(attempts)}
        </Text>
      </IndexTable.Cell>
      <IndexTable.Cell>{t.deliveries.repeats(repeats)}</IndexTable.Cell>
      <IndexTable.Cell>
        <div className="perennial-fit">{reason === null ? null : reasonWords(reason, t)}</div>
      </IndexTable.Cell>
    </>
  );
}

function NarrowCells({ delivery, now }: { delivery: Delivery; now: number }) {
  const { t, f } = useWords();
  return (
    <div className="perennial-narrow-row">
      <BlockStack gap="100">
        <InlineStack align="space-between" gap="200">
          <Topic delivery={delivery} />
          <StateBadge state={delivery.state} />
        </InlineStack>
        <Text as="span" variant="bodySm" tone="subdued">
          {f.ago(delivery.receivedAt, now)}
        </Text>
        {delivery.reason === null ? null : (
          <Text as="p" breakWord>
            {reasonWords(delivery.reason, t)}
          </Text>
        )}
      </BlockStack>
    </div>
  );
}
