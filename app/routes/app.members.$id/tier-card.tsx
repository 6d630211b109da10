import { BlockStack, Card, ProgressBar, Text } from "@shopify/polaris";
import { Sentence } from "../../components/sentence.tsx";
import { useWords } from "../../components/use-words.ts";
import type { ShownView } from "./shown-view.ts";

/** The level held, how far the next one is, and until when this one holds. */
export function TierCard({ view: { member, tier, labels } }: { view: ShownView }) {
  const { t, f } = useWords();
  const words = t.person.tier;
  if (tier === null) return null;
  const { basis, progress } = tier;
  const nameOf = (id: string) => labels.tiers.find((level) => level.id === id)?.name ?? id;
  const shown = (amount: string) => (basis === "spend" ? f.money(amount) : f.whole(amount));
  const missing = (amount: string) => words.missing[basis](shown(amount));
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {words.title}
        </Text>
        <Text as="p">
          <Sentence>{member.level === null ? words.none : words.holds(nameOf(member.level))}</Sentence>
        </Text>
        {progress === null ? null : (
          <BlockStack gap="200">
            {progress.next === null ? null : (
              <ProgressBar
                progress={progress.percent}
                size="small"
                tone="primary"
                animated={false}
                ariaLabelledBy="tier-progress"
              />
            )}
            <Text as="p" id="tier-progress">
              {progress.next === null
                ? words.top
                : words.next(missing(progress.next.missing), nameOf(progress.next.id))}
            </Text>
            <Text as="p" tone="subdued">
              {words.value[basis](shown(progress.value))}
            </Text>
            {progress.keep === null ? null : <Text as="p">{keepText(progress.keep)}</Text>}
          </BlockStack>
        )}
      </BlockStack>
    </Card>
  );

  function keepText(keep: { until: string; missing: string | null }): string {
    const date = f.date(Date.parse(keep.until));
    return keep.missing === null ? words.lose(date) : words.keep(missing(keep.missing), date);
  }
}
