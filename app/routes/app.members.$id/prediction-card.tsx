import { BlockStack, Card, Link, Text } from "@shopify/polaris";
import { Facts } from "../../components/facts.tsx";
import { useWords } from "../../components/use-words.ts";
import type { PredictionGlance } from "../../use-cases/insight/glance-at-prediction.ts";

/** What is expected of this person; nothing is shown where too little is known. */
export function PredictionCard({ prediction }: { prediction: PredictionGlance | null }) {
  const { t, f } = useWords();
  const words = t.predictions.card;
  if (prediction === null) return null;
  const { expected, horizonDays, now } = prediction;
  const { leaving, orders, value, next } = expected;
  const share = (part: number) => f.share(part.toFixed(2));
  const money = (amount: number) => f.money(amount.toFixed(2));
  const facts: [string, string][] = [
    [words.group, t.segments.groups.names[expected.group]],
    [
      words.risk(f.count(horizonDays)),
      words.withRange(share(leaving.value), share(leaving.low), share(leaving.high)),
    ],
    [
      words.orders,
      orders.high === 0
        ? words.likelyNone(f.decimal(orders.value.toFixed(1)))
        : words.withRange(f.decimal(orders.value.toFixed(1)), f.count(orders.low), f.count(orders.high)),
    ],
    [
      words.value,
      value.high === 0
        ? words.likelyNone(money(value.value))
        : words.withRange(money(value.value), money(value.low), money(value.high)),
    ],
  ];
  if (next !== null)
    facts.push([words.next, words.nextBetween(f.day(next.on), f.day(next.early), f.day(next.late))]);
  return (
    <Card>
      <BlockStack gap="300">
        <Link url="/app/insight/predictions" removeUnderline monochrome>
          <Text as="h2" variant="headingMd">
            {words.title}
          </Text>
        </Link>
        <Facts facts={facts} />
        <Text as="p" variant="bodySm" tone="subdued">
          {words.made(f.ago(expected.madeAt, now))}
        </Text>
      </BlockStack>
    </Card>
  );
}
