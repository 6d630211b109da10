import { useState } from "react";
import { Banner, BlockStack, Card, Page, Text } from "@shopify/polaris";
import { TitleBar } from "@shopify/app-bridge-react";
import { CodeBlock } from "../../components/code-block.tsx";
import { ConfirmModal } from "../../components/confirm-modal.tsx";
import { RetryNotice, useRetry } from "../../components/retry.tsx";
import { StateBadge } from "../../components/state-badge.tsx";
import { Facts } from "../../components/facts.tsx";
import { WhyNotAllowed } from "../../components/not-allowed.tsx";
import { topicName } from "../../components/topic-name.ts";
import { useMay } from "../../components/use-may.ts";
import { useWords } from "../../components/use-words.ts";
import { reasonWords } from "../../texts/fault-words.ts";
import type { DeliveryView } from "../../use-cases/show-delivery.ts";

export function DeliveryPage({ view }: { view: DeliveryView }) {
  const { t } = useWords();
  const words = t.deliveries;
  const { delivery } = view;
  const retry = useRetry();
  const may = useMay();
  const [asking, setAsking] = useState(false);
  const isDead = delivery.state === "dead";
  const canBeTried = isDead && !delivery.isForgotten;
  return (
    <Page
      title={topicName(delivery.topic, t)}
      subtitle={delivery.topic}
      titleMetadata={<StateBadge state={delivery.state} />}
      backAction={{
        content: words.page.back,
        url: isDead ? "/app/deliveries?state=dead" : "/app/deliveries",
      }}
      {...(canBeTried && may("operations")
        ? {
            primaryAction: { content: words.retry, onAction: () => setAsking(true), loading: retry.isTrying },
          }
        : {})}
    >
      <TitleBar title={words.title} />
      <BlockStack gap="400">
        <RetryNotice {...retry} />
        {!canBeTried || may("operations") ? null : <WhyNotAllowed permission="operations" />}
        <Reason view={view} />
        {delivery.isForgotten ? <Banner tone="info">{words.forgotten(1)}</Banner> : null}
        <FactsCard view={view} />
        {canBeTried ? (
          <Card>
            {delivery.body === null ? (
              <Text as="p" tone="subdued">
                {words.page.noBody}
              </Text>
            ) : (
              <CodeBlock label={words.page.body} level="h2">
                {delivery.body}
              </CodeBlock>
            )}
          </Card>
        ) : null}
      </BlockStack>
      <ConfirmModal
        id="retry"
        open={asking}
        title={words.retryTitle}
        text={words.retryText}
        action={words.retry}
        onConfirm={retry.tryAgain}
        onClose={() => setAsking(false)}
      />
    </Page>
  );
}

function Reason({ view: { delivery, now } }: { view: DeliveryView }) {
  const { t, f } = useWords();
  const words = t.deliveries.page;
  if (delivery.reason === null) return null;
  const isDead = delivery.state === "dead";
  return (
    <Banner
      tone={isDead ? "warning" : "info"}
      title={isDead ? words.deadBanner : words.waitingBanner(f.ahead(delivery.dueAt, now))}
    >
      <Text as="p" breakWord>
        {reasonWords(delivery.reason, t)}
      </Text>
    </Banner>
  );
}

function FactsCard({ view: { delivery } }: { view: DeliveryView }) {
  const { t, f } = useWords();
  const words = t.deliveries.page;
  const facts: [string, string][] = [
    [words.received, f.dateTime(delivery.receivedAt)],
    [words.triggered, delivery.triggeredAt === null ? t.common.none : f.dateTime(delivery.triggeredAt)],
    ...(delivery.doneAt === null
      ? []
      : [[words.done, f.dateTime(delivery.doneAt)] satisfies [string, string]]),
    [words.attempts, f.count(delivery.attempts)],
    [words.repeats, delivery.repeats === 0 ? words.never : t.deliveries.repeats(delivery.repeats)],
    [words.webhookId, delivery.webhookId],
    [words.eventId, delivery.eventId ?? t.common.none],
  ];
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {words.facts}
        </Text>
        <Facts facts={facts} />
      </BlockStack>
    </Card>
  );
}
