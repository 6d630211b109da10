import { Badge, BlockStack, Card, InlineStack, Link, Text } from "@shopify/polaris";
import { Facts } from "../../components/facts.tsx";
import { useWords } from "../../components/use-words.ts";
import type { HomeView } from "../../use-cases/show-home.ts";

/** Whether the store's news comes through, in words first. */
export function LineCard({ line, now }: Pick<HomeView, "line" | "now">) {
  const { t, f } = useWords();
  const words = t.home.line;
  const facts: [string, string][] = [
    [words.today, f.count(line.today)],
    [words.waitingLabel, f.count(line.waiting)],
    ...(line.oldestWaitingAt === null
      ? []
      : [[words.oldest, f.ago(line.oldestWaitingAt, now)] satisfies [string, string]]),
    [words.deadLabel, f.count(line.dead)],
    ...(line.lastReceivedAt === null
      ? []
      : [[words.last, f.ago(line.lastReceivedAt, now)] satisfies [string, string]]),
    ...(line.comparedAt === null
      ? []
      : [[words.compared, f.ago(line.comparedAt, now)] satisfies [string, string]]),
  ];
  return (
    <Card>
      <BlockStack gap="300">
        <InlineStack align="space-between" blockAlign="center">
          <Text as="h2" variant="headingMd">
            {words.title}
          </Text>
          {line.dead > 0 ? <Badge tone="warning">{f.count(line.dead)}</Badge> : null}
        </InlineStack>
        <BlockStack gap="100">
          {line.dead === 0 ? null : (
            <Text as="p">
              {words.dead(String(line.dead), f.count(line.dead))}{" "}
              <Link url="/app/deliveries?state=dead">{words.look}</Link>
            </Text>
          )}
          <Text as="p">{stateOf({ line, now }, { words, f })}</Text>
        </BlockStack>
        <Facts facts={facts} />
        <Link url="/app/reconciliation">{words.comparisons}</Link>
      </BlockStack>
    </Card>
  );
}

function stateOf(
  { line, now }: Pick<HomeView, "line" | "now">,
  {
    words,
    f,
  }: { words: ReturnType<typeof useWords>["t"]["home"]["line"]; f: ReturnType<typeof useWords>["f"] },
): string {
  if (line.lastReceivedAt === null) return words.none;
  if (line.oldestWaitingAt === null) return line.dead === 0 ? words.allDone : words.restDone;
  return words.waiting(String(line.waiting), f.count(line.waiting), f.lasting(line.oldestWaitingAt, now));
}
