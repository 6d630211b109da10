import { BlockStack, Box, Card, InlineGrid, Link, Text } from "@shopify/polaris";
import { IndexPage } from "../../components/index-page.tsx";
import { TrainingCard } from "../../components/training-card.tsx";
import { useWords } from "../../components/use-words.ts";
import type { Formats } from "../../texts/formats.ts";
import type { Texts } from "../../texts/texts.ts";
import type { PartState } from "../../use-cases/insight/part-states.ts";
import type { TrainingView } from "../../use-cases/insight/show-training.ts";
import type { Part, PartId } from "./parts.ts";

type PartCard = Pick<Part, "id" | "address"> & { state: PartState };

interface InsightPageProps {
  parts: PartCard[];
  training: TrainingView;
}

/** What the shop's own facts say, part by part, each with how it stands. */
export function InsightPage({ parts, training }: InsightPageProps) {
  const { t, f } = useWords();
  return (
    <IndexPage title={t.insight.title}>
      <BlockStack gap="400">
        <Box paddingInline={{ xs: "400", sm: "0" }}>
          <Text as="p" tone="subdued">
            {t.insight.about}
          </Text>
        </Box>
        <InlineGrid columns={{ xs: 1, md: 2 }} gap="400">
          {parts.map(({ id, address, state }) => (
            <Card key={id}>
              <BlockStack gap="200">
                <Link url={address} removeUnderline>
                  <Text as="h2" variant="headingMd">
                    {t.insight.parts[id].title}
                  </Text>
                </Link>
                <Text as="p" tone="subdued">
                  {t.insight.parts[id].about}
                </Text>
                <Text as="p">{stateText(id, state, { t, f, now: training.now })}</Text>
              </BlockStack>
            </Card>
          ))}
          <TrainingCard {...training} />
        </InlineGrid>
      </BlockStack>
    </IndexPage>
  );
}

function stateText(
  id: PartId,
  state: PartState,
  { t, f, now }: { t: Texts; f: Formats; now: number },
): string {
  const words = t.insight.states;
  const many = (count: number): [string, string] => [String(count), f.count(count)];
  switch (state.is) {
    case "learned":
      return words.learned(...many(state.orders), f.ago(state.at, now));
    case "not-enough":
      return words.notEnough(f.count(state.needed), f.count(state.buyers));
    case "too-young":
      return words.tooYoung(f.count(state.needed), f.count(state.days));
    case "some":
      return t.insight.parts[id].some(...many(state.count));
    case "nothing":
      return words.nothing;
  }
}
