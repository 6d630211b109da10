import { useState } from "react";
import { Badge, BlockStack, Button, Card, InlineGrid, List, Text } from "@shopify/polaris";
import { EffectFigures } from "../../components/effect-figures.tsx";
import { Sentence } from "../../components/sentence.tsx";
import { useMay } from "../../components/use-may.ts";
import { useWords } from "../../components/use-words.ts";
import { programmeSentence } from "../../texts/programme-sentence.ts";
import type { ToldTemplate } from "../../texts/template-told.ts";
import type { TemplateView } from "../../use-cases/onboarding/show-start.ts";
import type { Effect } from "../../use-cases/studies/study-effect.ts";

export type NamedTemplate = Omit<TemplateView, "document"> & ToldTemplate;

export interface Chooser {
  /** The template that is being chosen; null while none is. */
  chosen: string | null;
  choose(template: string, key: string): void;
}

interface TemplateCardProps {
  template: NamedTemplate;
  /** null while it is not known. */
  effect: Effect | null;
  chooser: Chooser;
}

/** A programme to begin with: what it is for, what it gives, and what it would have meant here. */
export function TemplateCard({ template, effect, chooser }: TemplateCardProps) {
  const { t, f } = useWords();
  const words = t.start;
  const may = useMay();
  const [key] = useState(() => crypto.randomUUID());
  const { name, glance, points, rewards, tiers, example } = template;
  const said = words.templates[name] ?? { title: name, about: "" };
  return (
    <Card>
      <BlockStack gap="400" inlineAlign="start">
        <InlineGrid columns={{ xs: 1, md: ["twoThirds", "oneThird"] }} gap="400">
          <BlockStack gap="300">
            <BlockStack gap="100">
              <Text as="h3" variant="headingMd">
                {said.title}
              </Text>
              <Text as="p" tone="subdued">
                {said.about}
              </Text>
            </BlockStack>
            {glance.rate === null ? null : (
              <Text as="p">
                <Sentence>{programmeSentence(glance, t, f)}</Sentence>
              </Text>
            )}
            {points.map((sentence) => (
              <Text as="p" key={sentence}>
                <Sentence>{sentence}</Sentence>
              </Text>
            ))}
            <BlockStack gap="100">
              <Text as="h4" variant="headingSm">
                {words.rewards}
              </Text>
              <List>
                {rewards.map((reward) => (
                  <List.Item key={reward}>
                    <Sentence>{reward}</Sentence>
                  </List.Item>
                ))}
              </List>
            </BlockStack>
          </BlockStack>
          {effect !== null && effect.orders.counting > 0 ? (
            <BlockStack gap="200">
              <EffectFigures effect={effect} tierNames={tiers} />
              <Text as="p" variant="bodySm" tone="subdued">
                {words.past}
              </Text>
            </BlockStack>
          ) : (
            <ExampleOrder example={example} />
          )}
        </InlineGrid>
        <Button
          disabled={!may("programme.draft") || chooser.chosen !== null}
          loading={chooser.chosen === name}
          accessibilityLabel={`${words.begin}: ${said.title}`}
          onClick={() => chooser.choose(name, key)}
        >
          {words.begin}
        </Button>
      </BlockStack>
    </Card>
  );
}

/** In the place of the effect, while nothing was played. */
function ExampleOrder({ example }: Pick<TemplateView, "example">) {
  const { t, f } = useWords();
  const words = t.start.example;
  return (
    <BlockStack gap="100" inlineAlign="start">
      <Badge>{words.label}</Badge>
      <Text as="p">
        <Sentence>
          {words.order(f.money(example.value), t.points(example.points, f.whole(example.points)))}
        </Sentence>
      </Text>
    </BlockStack>
  );
}
