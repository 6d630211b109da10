import { BlockStack, Button, Card, InlineStack, Text } from "@shopify/polaris";
import { useSearchParams } from "@remix-run/react";
import { EntryLine } from "../../components/entry-line.tsx";
import { useWords } from "../../components/use-words.ts";
import type { MemberView } from "../../use-cases/show-member.ts";
import { addressWith } from "./address.ts";
import { EntryDetails } from "./entry-details.tsx";

/** Everything that moved the member's points, the newest first, each with its reason. */
export function LedgerCard({ ledger }: Pick<MemberView, "ledger">) {
  const { t, f } = useWords();
  const words = t.member.ledger;
  return (
    <Card>
      <BlockStack gap="300">
        <InlineStack align="space-between" blockAlign="center">
          <Text as="h2" variant="headingMd">
            {words.title}
          </Text>
          <Text as="span" tone="subdued">
            {words.count(String(ledger.total), f.count(ledger.total))}
          </Text>
        </InlineStack>
        {ledger.entries.length === 0 ? (
          <Text as="p" tone="subdued">
            {words.none}
          </Text>
        ) : (
          <ul className="perennial-lines">
            {ledger.entries.map((entry) => (
              <EntryLine key={entry.key} entry={entry} when={f.dateTime(entry.at)}>
                <EntryDetails entry={entry} />
              </EntryLine>
            ))}
          </ul>
        )}
        <Pages ledger={ledger} />
      </BlockStack>
    </Card>
  );
}

function Pages({ ledger: { newer, older, total } }: Pick<MemberView, "ledger">) {
  const { t } = useWords();
  const [address] = useSearchParams();
  if (newer === null && older === null) return null;
  return (
    <InlineStack gap="200" align="end">
      {newer === null ? null : (
        <Button url={addressWith(address, "ledger", newer === total ? null : String(newer))}>
          {t.common.newer}
        </Button>
      )}
      {older === null ? null : (
        <Button url={addressWith(address, "ledger", String(older))}>{t.common.older}</Button>
      )}
    </InlineStack>
  );
}
