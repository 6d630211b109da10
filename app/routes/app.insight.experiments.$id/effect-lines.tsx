import { BlockStack, Text } from "@shopify/polaris";
import { Sentence } from "../../components/sentence.tsx";
import { useWords } from "../../components/use-words.ts";
import type { Effect, Reading } from "../../use-cases/experiments/show-experiments.ts";
import { effectText } from "./known-words.ts";
import { differenceText, measureText } from "./measure-words.ts";

interface EffectLinesProps {
  currency: string;
  reading: Reading;
  /** What those in an arm get, where there are several to be told apart. */
  nameOf?(arm: string): string | null;
  /** Of one measure: one for each thing that is tried. */
  effects: readonly Effect[];
}

/** One measure of every side, the differences, and between what they lie. */
export function EffectLines({ effects, ...props }: EffectLinesProps) {
  const { t, f } = useWords();
  const words = t.experiments.reading;
  const [first] = effects;
  if (first === undefined) return null;
  return (
    <BlockStack gap="100">
      <Text as="h3" variant="headingSm">
        {t.experiments.measures[first.measure]}
      </Text>
      {effects.map((effect) => (
        <EffectLine key={effect.arm} effect={effect} {...props} />
      ))}
      {first.saved === 0 || first.low === null ? null : (
        <Text as="p" variant="bodySm" tone="subdued">
          {words.saved(f.share(first.saved.toFixed(3)))}
        </Text>
      )}
    </BlockStack>
  );
}

function EffectLine({
  currency,
  reading,
  effect,
  nameOf,
}: Omit<EffectLinesProps, "effects"> & { effect: Effect }) {
  const { t, f } = useWords();
  const words = t.experiments.reading;
  const { measure, low, high, members, saved } = effect;
  const terms = { t, f, currency };
  const mean = (id: string | undefined) =>
    measureText(measure, reading.arms.find((arm) => arm.id === id)?.means[measure] ?? 0, terms);
  const difference = (value: number) => differenceText(measure, value, terms);
  // What is taken out of both sides makes the difference another than that of the figures shown.
  const differs = saved === 0 ? words.difference : words.differenceEvened;
  const name = nameOf?.(effect.arm) ?? null;
  return (
    <Text as="p">
      {name === null ? null : <>{words.named(name, effectText(effect, reading, t))} </>}
      <Sentence>{words.line(mean(effect.arm), mean(reading.arms[0]?.id))}</Sentence>{" "}
      {low === null || high === null ? (
        words.noInterval
      ) : (
        <Sentence>{differs(difference(effect.difference), difference(low), difference(high))}</Sentence>
      )}{" "}
      {words.rests(f.count(members))}
    </Text>
  );
}
