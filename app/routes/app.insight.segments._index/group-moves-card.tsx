import { BlockStack, Card, Link, Text } from "@shopify/polaris";
import { Sentence } from "../../components/sentence.tsx";
import { useWords } from "../../components/use-words.ts";
import type { Formats } from "../../texts/formats.ts";
import { memberName } from "../../texts/member-name.ts";
import type { Texts } from "../../texts/texts.ts";
import type { SegmentsView } from "../../use-cases/segments/list-segments.ts";

const FLOWS_SHOWN = 5;

type Moved = SegmentsView["moves"][number];

/** Who goes where, and why. */
export function GroupMovesCard({ view: { flows, moves, groups } }: { view: SegmentsView }) {
  const { t, f } = useWords();
  const words = t.segments.groups;
  const nameOf = (group: Moved["from"]) => (group === null ? "" : words.names[group]);
  if (groups.length === 0) return null;
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">
          {words.flows}
        </Text>
        {flows.length === 0 ? (
          <Text as="p" tone="subdued">
            {words.noFlows}
          </Text>
        ) : (
          <ul className="perennial-lines">
            {flows.slice(0, FLOWS_SHOWN).map(({ from, to, members }) => (
              <li key={`${from} ${to}`} className="perennial-line">
                <Sentence>{words.flow(nameOf(from), nameOf(to), String(members), f.count(members))}</Sentence>
              </li>
            ))}
          </ul>
        )}
        {moves.length === 0 ? null : (
          <>
            <Text as="h3" variant="headingSm">
              {words.moves}
            </Text>
            <ul className="perennial-lines">
              {moves.map((move) => (
                <li key={move.id} className="perennial-line">
                  <BlockStack gap="050">
                    <Link url={`/app/members/${move.member.id}`}>{memberName(move.member, t)}</Link>
                    <Text as="p">
                      <Sentence>
                        {move.to === null
                          ? words.left(nameOf(move.from), f.date(move.at))
                          : words.move(nameOf(move.from), nameOf(move.to), f.date(move.at))}
                      </Sentence>
                    </Text>
                    <Text as="p" tone="subdued">
                      {reasonText(move.because, t, f)}
                    </Text>
                  </BlockStack>
                </li>
              ))}
            </ul>
          </>
        )}
      </BlockStack>
    </Card>
  );
}

function reasonText(because: Moved["because"], t: Texts, f: Formats): string {
  const words = t.segments.reasons;
  switch (because.kind) {
    case "bought":
      return words.bought(String(because.purchases), f.count(because.purchases));
    case "quiet": {
      const days = [String(because.days), f.count(because.days)] as const;
      return because.usual === null ? words.quietFor(...days) : words.quiet(...days, f.count(because.usual));
    }
    default:
      return words[because.kind];
  }
}
