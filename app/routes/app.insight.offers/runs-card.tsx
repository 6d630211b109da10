import { BlockStack, Card, Link, Text } from "@shopify/polaris";
import { useWords } from "../../components/use-words.ts";
import type { OffersView } from "../../use-cases/offers/show-offers.ts";
import { knownText } from "../app.insight.experiments.$id/known-words.ts";
import { moneyText } from "../app.insight.experiments.$id/measure-words.ts";

/** What was sent before; each leads to what came of it. */
export function RunsCard({ view: { runs, currency } }: { view: OffersView }) {
  const { t, f } = useWords();
  const words = t.offers.runs;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {words.title}
        </Text>
        {runs.length === 0 ? (
          <Text as="p" tone="subdued">
            {words.empty}
          </Text>
        ) : (
          <ul className="perennial-lines">
            {runs.map(({ id, reason, given, startedAt, budget, look, isOver }) => (
              <li key={id} className="perennial-line">
                <BlockStack gap="050">
                  <Link url={`/app/insight/experiments/${id}`}>{reason}</Link>
                  <Text as="span" tone="subdued">
                    {words.line(f.count(given), f.date(startedAt), moneyText(budget, { f, currency }))} ·{" "}
                    {knownText({ isOver, reading: look?.reading }, t)}
                  </Text>
                </BlockStack>
              </li>
            ))}
          </ul>
        )}
      </BlockStack>
    </Card>
  );
}
