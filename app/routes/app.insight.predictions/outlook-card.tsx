import { Banner, BlockStack, Card, Text } from "@shopify/polaris";
import { Figure } from "../../components/figure.tsx";
import { useWords } from "../../components/use-words.ts";
import type { PredictionsView } from "../../use-cases/insight/show-predictions.ts";

/** What all members together are expected to do, and how far to trust it. */
export function OutlookCard({ view: { model, sums, training } }: { view: PredictionsView }) {
  const { t, f } = useWords();
  const words = t.predictions.outlook;
  if (model === null) return null;
  const { basis, trainedAt } = model;
  const days = f.count(basis.horizonDays ?? 0);
  const heldBack = basis.heldBack ?? null;
  return (
    <Card>
      <BlockStack gap="400">
        <BlockStack gap="100">
          <Text as="h2" variant="headingMd">
            {words.title(days)}
          </Text>
          <Text as="p" tone="subdued">
            {words.basis(
              ...([String(basis.orders), f.count(basis.orders), f.count(basis.buyers)] as const),
              f.ago(trainedAt, training.now),
            )}
          </Text>
        </BlockStack>
        {heldBack === null ? <Banner tone="info">{words.untested(days)}</Banner> : null}
        {heldBack?.beatsBase === false ? (
          <Banner tone="warning" title={words.noBetter}>
            {words.noBetterText(days)}
          </Banner>
        ) : null}
        <div className="perennial-figures">
          <Figure large label={words.members} value={f.count(sums.members)} />
          <Figure large label={words.orders} value={f.count(Math.round(sums.orders))} />
          <Figure large label={words.value} value={f.money(sums.value.toFixed(2))} />
          <Figure large label={words.leaving} value={f.count(sums.views.leaving)} />
        </div>
      </BlockStack>
    </Card>
  );
}
