import { BlockStack, Text } from "@shopify/polaris";
import { Sentence } from "../../components/sentence.tsx";
import { useWords } from "../../components/use-words.ts";

/** What an adjustment will do, before it is done. */
export function AdjustReview({
  points,
  reason,
  name,
  figures: { available, owed },
}: {
  points: bigint;
  /** null where it is typed beside. */
  reason: string | null;
  name: string;
  figures: { available: string; owed: string };
}) {
  const { t, f } = useWords();
  const words = t.adjust;
  const size = String(points < 0n ? -points : points);
  const shown = t.points(size, f.whole(size));
  const debtSentence = (given: bigint, debt: bigint) => {
    const paid = given < debt ? given : debt;
    return words.paysDebt(f.whole(paid.toString()), f.whole((given - paid).toString()));
  };
  return (
    <BlockStack gap="200">
      <Text as="p" variant="bodyLg">
        <Sentence>{points > 0n ? words.giveSentence(shown, name) : words.takeSentence(shown, name)}</Sentence>
      </Text>
      {reason === null ? null : (
        <Text as="p" breakWord>
          {t.entries.adjust(reason)}
        </Text>
      )}
      {points > 0n && BigInt(owed) > 0n ? <Text as="p">{debtSentence(points, BigInt(owed))}</Text> : null}
      {-points > BigInt(available) ? <Text as="p">{words.short(f.whole(available))}</Text> : null}
      <Text as="p" tone="subdued">
        {words.forGood}
      </Text>
    </BlockStack>
  );
}
