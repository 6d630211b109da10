import { BlockStack, Text } from "@shopify/polaris";
import { Sentence } from "../../components/sentence.tsx";
import { useWords } from "../../components/use-words.ts";
import { shortWords, type Standing } from "./short-words.ts";

/** What an adjustment will do, before it is done. */
export function AdjustReview({
  points,
  reason,
  name,
  view,
}: {
  points: bigint;
  /** null where it is typed beside. */
  reason: string | null;
  name: string;
  view: Standing;
}) {
  const { t, f } = useWords();
  const words = t.adjust;
  const size = String(points < 0n ? -points : points);
  const shown = t.points(size, f.whole(size));
  const owed = BigInt(view.figures.owed);
  const short = shortWords(-points, view, { t, f });
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
      {points > 0n && owed > 0n ? <Text as="p">{debtSentence(points, owed)}</Text> : null}
      {short === null ? null : (
        <Text as="p">
          <Sentence>{short}</Sentence>
        </Text>
      )}
      <Text as="p" tone="subdued">
        {words.forGood}
      </Text>
    </BlockStack>
  );
}
