import { Banner, BlockStack, Card, Divider, List, Text } from "@shopify/polaris";
import { useWords } from "../../components/use-words.ts";
import type { OneExperimentView } from "../../use-cases/experiments/show-experiments.ts";
import { armName } from "./arm-names.ts";
import { EffectLines } from "./effect-lines.tsx";
import { fewText, headlineText } from "./known-words.ts";

/** What the figures say, in sentences, and what they do not say. */
export function ReadingCard({ view }: { view: OneExperimentView }) {
  const { t, f } = useWords();
  const words = t.experiments.reading;
  const look = view.looks.at(-1);
  const { experiment, currency, fewest } = view;
  if (look === undefined) return null;
  const { reading } = look;
  const { isOver, plan } = experiment;
  const { measure, arms } = plan;
  const few = fewText({ reading, isOver }, fewest, { t, f });
  const others = [...new Set(reading.effects.map((effect) => effect.measure))].filter(
    (one) => one !== measure,
  );
  const lines = (of: string) => (
    <EffectLines
      key={of}
      {...{ currency, reading }}
      nameOf={(arm) => armName(arm, view, { t, f })}
      effects={reading.effects.filter((effect) => effect.measure === of)}
    />
  );
  const isAnybodyCounted = reading.arms.some(({ counted }) => counted > 0);
  return (
    <Card>
      <BlockStack gap="400">
        <BlockStack gap="100">
          <Text as="h2" variant="headingMd">
            {headlineText({ reading, isOver, measure, arms: arms.length }, t)}
          </Text>
          <Text as="p" variant="bodySm" tone="subdued">
            {words.asOf(f.dateTime(look.at))}
          </Text>
        </BlockStack>
        {reading.ratioOff ? <Banner tone="critical">{words.ratioOff}</Banner> : null}
        {reading.fallen.length === 0 ? null : (
          <Banner tone="warning">
            {words.fallen(f.list(reading.fallen.map((fallen) => t.experiments.measures[fallen])))}
          </Banner>
        )}
        {few === "" ? null : <Text as="p">{few}</Text>}
        {isAnybodyCounted ? (
          <>
            {arms.length > 2 ? <Text as="p">{words.several}</Text> : null}
            {lines(measure)}
            <Divider />
            {others.map(lines)}
            <Divider />
          </>
        ) : null}
        <NotKnown view={view} />
      </BlockStack>
    </Card>
  );
}

function NotKnown({ view }: { view: OneExperimentView }) {
  const { t, f } = useWords();
  const words = t.experiments.reading;
  const { experiment, looks, isCostKnown } = view;
  const arms = looks.at(-1)?.reading.arms ?? [];
  const waiting = arms.reduce((sum, { reached, counted }) => sum + Math.max(0, reached - counted), 0);
  const lines = [
    ...(waiting === 0 ? [] : [words.waiting(String(waiting), f.count(waiting))]),
    words.after(f.count(experiment.plan.windowDays)),
    ...(experiment.plan.arms.length > 2 ? [words.notAmong] : []),
    ...(experiment.plan.goodsMargin === null ? [words.noMargin] : []),
    ...(isCostKnown ? [] : [words.noCost]),
    words.guests,
  ];
  return (
    <BlockStack gap="200">
      <Text as="h3" variant="headingSm">
        {words.unknownTitle}
      </Text>
      <List>
        {lines.map((line) => (
          <List.Item key={line}>{line}</List.Item>
        ))}
      </List>
    </BlockStack>
  );
}
