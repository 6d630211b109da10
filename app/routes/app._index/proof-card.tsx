import { Badge, BlockStack, Card, InlineStack, Text } from "@shopify/polaris";
import { Facts } from "../../components/facts.tsx";
import { useWords } from "../../components/use-words.ts";
import type { HomeView } from "../../use-cases/show-home.ts";

/** Whether the ledger was last found as it was written, and when it was last signed. */
export function ProofCard({ proof, now }: Pick<HomeView, "proof" | "now">) {
  const { t, f } = useWords();
  const words = t.home.proof;
  const { verified, signedAt } = proof;
  const fault = verified?.fault ?? null;
  return (
    <Card>
      <BlockStack gap="300">
        <InlineStack align="space-between" blockAlign="center">
          <Text as="h2" variant="headingMd">
            {words.title}
          </Text>
          {fault === null ? null : <Badge tone="critical">{words.broken}</Badge>}
        </InlineStack>
        {verified === null ? (
          <Text as="p" tone="subdued">
            {words.none}
          </Text>
        ) : fault === null ? (
          <Text as="p">{words.whole(String(verified.transactions), f.count(verified.transactions))}</Text>
        ) : (
          <BlockStack gap="100">
            <Text as="p" breakWord>
              {words.fault} {fault}
            </Text>
            <Text as="p" tone="subdued">
              {words.faultHelp}
            </Text>
          </BlockStack>
        )}
        {verified === null ? null : (
          <Facts
            facts={[
              [words.verified, f.ago(verified.at, now)],
              [words.signed, signedAt === null ? words.never : f.ago(signedAt, now)],
            ]}
          />
        )}
      </BlockStack>
    </Card>
  );
}
