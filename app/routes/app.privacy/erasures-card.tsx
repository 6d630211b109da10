import { BlockStack, Card, Text } from "@shopify/polaris";
import { Facts } from "../../components/facts.tsx";
import { useWords } from "../../components/use-words.ts";
import type { PrivacyView } from "../../use-cases/settings/show-privacy.ts";

/** How many people were erased when; nothing is left that could say who they were. */
export function ErasuresCard({ erasures: { people, days } }: Pick<PrivacyView, "erasures">) {
  const { t, f } = useWords();
  const words = t.privacy.erasures;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {words.title}
        </Text>
        <Text as="p" tone="subdued">
          {words.help}
        </Text>
        {people === 0 ? (
          <Text as="p">{words.none}</Text>
        ) : (
          <BlockStack gap="200">
            <Text as="p">{words.all(String(people), f.count(people))}</Text>
            <Facts facts={days.map((day) => [f.date(day.startsAt), f.count(day.people)] as const)} />
          </BlockStack>
        )}
      </BlockStack>
    </Card>
  );
}
