import { BlockStack, Card, Link, Text } from "@shopify/polaris";
import { Sentence } from "../../components/sentence.tsx";
import { useWords } from "../../components/use-words.ts";
import { memberName } from "../../texts/member-name.ts";
import type { SegmentView, ShownMove } from "../../use-cases/segments/show-segment.ts";
import { conditionText } from "./condition-words.ts";
import type { useChoices } from "./use-choices.ts";

interface MovesCardProps {
  moves: SegmentView["moves"];
  choicesOf: ReturnType<typeof useChoices>;
}

/** Who came in and who left, when, and which condition it was owed to. */
export function MovesCard({ moves, choicesOf }: MovesCardProps) {
  const { t, f } = useWords();
  const words = t.segments.page;
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">
          {words.moves}
        </Text>
        {moves.length === 0 ? (
          <Text as="p" tone="subdued">
            {words.noMoves}
          </Text>
        ) : (
          <ul className="perennial-lines">
            {moves.map((move) => {
              const name = memberName(move.member, t);
              const date = f.date(move.at);
              return (
                <li key={move.id} className="perennial-line">
                  <Link url={`/app/members/${move.member.id}`} monochrome removeUnderline>
                    <Sentence>
                      {move.entered ? words.entered(name, date) : words.departed(name, date)}
                    </Sentence>
                  </Link>
                  <Reason move={move} choicesOf={choicesOf} />
                </li>
              );
            })}
          </ul>
        )}
      </BlockStack>
    </Card>
  );
}

function Reason({ move: { reason }, choicesOf }: { move: ShownMove } & Pick<MovesCardProps, "choicesOf">) {
  const { t, f } = useWords();
  const words = t.segments.page;
  const lines =
    reason.kind !== "conditions"
      ? [words[reason.kind]]
      : reason.because.map(({ condition, holds }) => {
          const text = conditionText(condition, { t, f, choicesOf });
          return holds ? words.nowTrue(text) : words.nowFalse(text);
        });
  return lines.map((line, place) => (
    <Text key={place} as="p" tone="subdued">
      {line}
    </Text>
  ));
}
