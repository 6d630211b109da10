import { BlockStack, Card, InlineStack, Text } from "@shopify/polaris";
import { useWords } from "../../components/use-words.ts";
import type { MemberView } from "../../use-cases/show-member.ts";

/** What happened in another app, below a line: nothing of it is counted. */
export function BeforeCard({ before }: Pick<MemberView, "before">) {
  const { t, f } = useWords();
  const words = t.move.history;
  if (before.total === 0) return null;
  return (
    <Card>
      <BlockStack gap="300">
        <BlockStack gap="100">
          <Text as="h2" variant="headingMd">
            {words.title}
          </Text>
          <Text as="p" tone="subdued">
            {words.help} {before.total > before.entries.length ? words.more(f.count(before.total)) : null}
          </Text>
        </BlockStack>
        <ul className="perennial-lines">
          {before.entries.map(({ key, at, points, reason }) => (
            <li key={key} className="perennial-line">
              <InlineStack align="space-between" blockAlign="start" gap="400" wrap={false}>
                <BlockStack gap="050">
                  <Text as="p" breakWord>
                    {reason}
                  </Text>
                  <Text as="p" variant="bodySm" tone="subdued">
                    {f.date(at)}
                  </Text>
                </BlockStack>
                <span className="perennial-points">
                  <Text as="span" numeric tone="subdued">
                    {f.signed(points)}
                  </Text>
                </span>
              </InlineStack>
            </li>
          ))}
        </ul>
      </BlockStack>
    </Card>
  );
}
