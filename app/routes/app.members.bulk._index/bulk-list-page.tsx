import { Badge, BlockStack, Card, InlineStack, Link, Page, Text } from "@shopify/polaris";
import { TitleBar } from "@shopify/app-bridge-react";
import { NothingHere } from "../../components/nothing-here.tsx";
import { useStaffName } from "../../components/staff-name.tsx";
import { useWords } from "../../components/use-words.ts";
import { BULK_TONES, bulkSentence } from "../../components/bulk-words.ts";
import type { BulkListView } from "../../use-cases/members/show-bulk.ts";

export function BulkListPage({ now, runs, names }: BulkListView) {
  const { t, f } = useWords();
  const words = t.memberList.run;
  const { none } = words;
  const nameOf = useStaffName(names);
  return (
    <Page title={words.listTitle} backAction={{ content: words.back, url: "/app/members" }}>
      <TitleBar title={words.listTitle} />
      <Card>
        {runs.length === 0 ? (
          <NothingHere
            illustrated
            heading={none.heading}
            text={none.text}
            action={{ content: none.action, url: "/app/members" }}
          />
        ) : (
          <ul className="perennial-lines">
            {runs.map((run) => (
              <li key={run.id} className="perennial-line">
                <BlockStack gap="100">
                  <InlineStack align="space-between" blockAlign="start" gap="400" wrap={false}>
                    <Link url={`/app/members/bulk/${run.id}`} monochrome removeUnderline>
                      <Text as="span" fontWeight="semibold" breakWord>
                        {bulkSentence(run, t, f)}
                      </Text>
                    </Link>
                    <Badge {...BULK_TONES[run.state]}>{words.states[run.state]}</Badge>
                  </InlineStack>
                  <Text as="p" tone="subdued">
                    {words.line(f.ago(run.startedAt, now), nameOf(run.startedBy))}
                  </Text>
                </BlockStack>
              </li>
            ))}
          </ul>
        )}
      </Card>
    </Page>
  );
}
