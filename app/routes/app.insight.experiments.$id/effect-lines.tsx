import { BlockStack, Text } from "@shopify/polaris";
import { Sentence } from "../../components/sentence.tsx";
import { useWords } from "../../components/use-words.ts";
import type { Effect, Reading } from "../../use-cases/experiments/show-experiments.ts";
import { differenceText, measureText } from "./measure-words.ts";

interface EffectLinesProps {
  reading: Reading;
  effect: Effect;
  currency: string;
}

/** One measure of both sides, the difference, and between what it lies. */
export function EffectLines({ reading, effect, currency }: EffectLinesProps) {
  const { t, f } = useWords();
  const words = t.experiments.reading;
  const { measure, low, high, members, saved } = effect;
  const terms = { t, f, currency };
  const mean = (id: string | undefined) =>
    measureText(measure, reading.arms.find((arm) => arm.id === id)?.means[measure] ?? 0, terms);
  const difference = (value: number) => differenceText(measure, value, terms);
  return (
    <BlockStack gap="100">
      <Text as="h3" variant="headingSm">
        {t.experiments.measures[measure]}
      </Text>
      <Text as="p">
        <Sentence>{words.line(mean(effect.arm), mean(reading.arms[0]?.id))}</Sentence>{" "}
        {low === null || high === null ? (
          words.noInterval
        ) : (
          <Sentence>
            {words.difference(difference(effect.difference), difference(low), difference(high))}
          </Sentence>
        )}{" "}
        {words.rests(f.count(members))}
      </Text>
      {saved === 0 || low === null ? null : (
        <Text as="p" variant="bodySm" tone="subdued">
          {words.saved(f.share(saved.toFixed(3)))}
        </Text>
      )}
    </BlockStack>
  );
}
