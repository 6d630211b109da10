import { BlockStack, Box, Card, InlineGrid, List, Text } from "@shopify/polaris";
import { Sentence } from "../../components/sentence.tsx";
import { useWords } from "../../components/use-words.ts";
import { explainEarning } from "../../loyalty/explain-earning.ts";
import type { Simulated } from "../../loyalty/simulate-order.ts";
import { tierTitle, type TitledEntries } from "../../texts/entry-titles.ts";
import { earningWithNames } from "../../texts/explained-names.ts";
import type { SimulatedUnder, Simulation } from "../../use-cases/simulator/simulate.ts";
import { LinesList } from "./lines-list.tsx";
import { reasonText } from "./reason-text.ts";

/** What the order earns under each programme, with the whole arithmetic. */
export function ResultCard({ simulation, draftName }: { simulation: Simulation; draftName: string }) {
  const { t, f } = useWords();
  const words = t.simulator.result;
  const { order, inForce, draft } = simulation;
  const channel = t.simulator.build.channels[order.channel === "pos" ? "pos" : "web"];
  const facts = [
    words.placed(f.dateTime(order.processedAt), channel),
    ...(order.tier === null
      ? []
      : [words.tier(tierTitle(order.tier, (inForce ?? draft)?.names ?? { tiers: {} }))]),
    ...(order.isFirst ? [words.first] : []),
  ];
  return (
    <BlockStack gap="400">
      <Box paddingInline={{ xs: "400", sm: "0" }}>
        <BlockStack gap="050">
          <Text as="h2" variant="headingLg" breakWord>
            {order.posted === null ? words.builtTitle : words.title(order.name)}
          </Text>
          <Text as="p" tone="subdued">
            {facts.join(", ")}
          </Text>
        </BlockStack>
      </Box>
      <InlineGrid columns={{ xs: 1, md: draft === null ? 1 : 2 }} gap="400">
        {inForce === null ? (
          <Card>
            <Text as="p">{words.none}</Text>
          </Card>
        ) : (
          <ProgrammeResult
            title={words.inForce(inForce.version)}
            under={inForce}
            posted={order.posted}
            against={null}
          />
        )}
        {draft === null ? null : (
          <ProgrammeResult
            title={words.draft(draftName)}
            under={draft}
            posted={null}
            against={inForce?.before.points ?? null}
          />
        )}
      </InlineGrid>
    </BlockStack>
  );
}

interface ProgrammeResultProps {
  title: string;
  under: SimulatedUnder;
  posted: string | null;
  /** What another programme gives; null where there is none to compare with. */
  against: string | null;
}

function ProgrammeResult({ title, under, posted, against }: ProgrammeResultProps) {
  const { t, f } = useWords();
  const { before, after, names } = under;
  const words = t.simulator.result;
  const say = (points: string) => t.points(points, f.whole(points));
  const tiers = Object.entries(names.tiers).map(([id, name]) => ({ id, name }));
  const arithmetic = ({ explanation, firstOrder }: Simulated) => {
    const named = earningWithNames(explanation, { rules: names.rules, tiers });
    return explainEarning(named, { firstOrder }, t.entries.arithmetic);
  };
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h3" variant="headingSm" breakWord>
          {title}
        </Text>
        <Text as="p" variant="headingXl" numeric>
          {say(before.points)}
        </Text>
        {before.counts ? null : <Text as="p">{words.doesNotCount}</Text>}
        <Text as="p" numeric breakWord>
          {arithmetic(before)}
        </Text>
        {posted === null ? null : (
          <Text as="p" tone="subdued">
            {words.ledger(say(posted))}
          </Text>
        )}
        {against === null ? null : <Difference from={against} to={before.points} />}
        {after === null ? null : <AfterRefund before={before} after={after} arithmetic={arithmetic(after)} />}
        <LinesList lines={(after ?? before).lines} names={names} />
        <Reasons of={after ?? before} names={names} />
      </BlockStack>
    </Card>
  );
}

function Difference({ from, to }: { from: string; to: string }) {
  const { t, f } = useWords();
  const words = t.simulator.result;
  const difference = (BigInt(to) - BigInt(from)).toString();
  if (difference === "0") return <Text as="p">{words.same}</Text>;
  return <Text as="p">{words.difference(t.points(difference, f.signed(difference)))}</Text>;
}

function AfterRefund({
  before,
  after,
  arithmetic,
}: {
  before: Simulated;
  after: Simulated;
  arithmetic: string;
}) {
  const { t, f } = useWords();
  const words = t.simulator.result;
  const say = (points: string) => t.points(points, f.whole(points));
  return (
    <BlockStack gap="100">
      <Text as="p">
        <Sentence>{words.afterRefund(say(before.points), say(after.points))}</Sentence>{" "}
        {words.takenBack(say((BigInt(before.points) - BigInt(after.points)).toString()))}
      </Text>
      <Text as="p" tone="subdued" numeric breakWord>
        {arithmetic}
      </Text>
    </BlockStack>
  );
}

function Reasons({ of, names }: { of: Simulated; names: TitledEntries }) {
  const { t, f } = useWords();
  const words = t.simulator.result;
  // What became of each line stands above.
  const reasons = of.reasons.filter(({ kind }) => kind !== "line" && kind !== "outdone");
  if (reasons.length === 0 && of.reasons.length > 0) return null;
  return (
    <BlockStack gap="100">
      <Text as="h4" variant="headingSm">
        {words.reasons}
      </Text>
      {reasons.length === 0 ? (
        <Text as="p" tone="subdued">
          {words.all}
        </Text>
      ) : (
        <List>
          {reasons.map((reason) => (
            <List.Item key={JSON.stringify(reason)}>
              <Sentence>{reasonText(reason, names, { t, f })}</Sentence>
            </List.Item>
          ))}
        </List>
      )}
    </BlockStack>
  );
}
