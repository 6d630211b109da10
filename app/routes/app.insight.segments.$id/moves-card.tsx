import { useState } from "react";
import { BlockStack, Button, Card, InlineStack, Link, Text } from "@shopify/polaris";
import { Sentence } from "../../components/sentence.tsx";
import { useWords } from "../../components/use-words.ts";
import { memberName } from "../../texts/member-name.ts";
import type { SegmentView, ShownMove } from "../../use-cases/segments/show-segment.ts";
import { conditionText } from "./condition-words.ts";
import { groupMoves } from "./group-moves.ts";
import type { useChoices } from "./use-choices.ts";

interface MovesCardProps {
  moves: SegmentView["moves"];
  choicesOf: ReturnType<typeof useChoices>;
}

/** So many stand there at once: what happened last is what is looked for. */
const AT_ONCE = 10;

/** Who came in and who left, when, and which condition it was owed to. */
export function MovesCard({ moves, choicesOf }: MovesCardProps) {
  const { t } = useWords();
  const words = t.segments.page;
  const [isOpen, setOpen] = useState(false);
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
            {groupMoves(isOpen ? moves : moves.slice(0, AT_ONCE)).map(({ reason, moves: together }) => (
              <li key={together[0]?.id} className="perennial-line">
                <Reason reason={reason} choicesOf={choicesOf} />
                <BlockStack as="ul" gap="100">
                  {together.map((move) => (
                    <li key={move.id}>
                      <MoveLine move={move} />
                    </li>
                  ))}
                </BlockStack>
              </li>
            ))}
          </ul>
        )}
        {moves.length > AT_ONCE ? (
          <InlineStack>
            <Button variant="plain" onClick={() => setOpen(!isOpen)}>
              {isOpen ? words.fewerMoves : words.moreMoves}
            </Button>
          </InlineStack>
        ) : null}
      </BlockStack>
    </Card>
  );
}

function MoveLine({ move: { member, at, entered } }: { move: ShownMove }) {
  const { t, f } = useWords();
  const words = t.segments.page;
  const name = memberName(member, t);
  return (
    <Link url={`/app/members/${member.id}`} monochrome removeUnderline>
      <Sentence>
        {entered ? words.entered(name, f.dateTime(at)) : words.departed(name, f.dateTime(at))}
      </Sentence>
    </Link>
  );
}

function Reason({ reason, choicesOf }: Pick<ShownMove, "reason"> & Pick<MovesCardProps, "choicesOf">) {
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
