import { BlockStack, Text } from "@shopify/polaris";
import { Sentence } from "../../components/sentence.tsx";
import { useWords } from "../../components/use-words.ts";

/** What an adjustment will do, before it is done. */
export function AdjustReview({
  points,
  reason,
  name,
  available,
}: {
  points: bigint;
  reason: string;
  name: string;
  available: string;
}) {
  const { t, f } = useWords();
  const words = t.adjust;
  const size = String(points < 0n ? -points : points);
  const shown = t.points(size, f.whole(size));
  return (
    <BlockStack gap="200">
      <Text as="p" variant="bodyLg">
        <Sentence>{points > 0n ? words.giveSentence(shown, name) : words.takeSentence(shown, name)}</Sentence>
      </Text>
      <Text as="p" breakWord>
        {t.entries.adjust(reason)}
      </Text>
      {-points > BigInt(available) ? <Text as="p">{words.short(f.whole(available))}</Text> : null}
      <Text as="p" tone="subdued">
        {words.forGood}
      </Text>
    </BlockStack>
  );
}
