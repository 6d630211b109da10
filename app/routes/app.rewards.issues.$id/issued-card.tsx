import { Badge, BlockStack, Card, InlineStack, Link, Text } from "@shopify/polaris";
import { useWords } from "../../components/use-words.ts";
import { memberName } from "../../texts/member-name.ts";
import type { IssueView } from "../../use-cases/rewards-admin/show-issue.ts";

/** Who was given it, each with the code that is theirs. */
export function IssuedCard({ view }: { view: IssueView }) {
  const { t } = useWords();
  const words = t.rewardPages.issue;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {words.membersTitle}
        </Text>
        <ul className="perennial-lines">
          {view.lines.map(({ memberId, code, state, reason, ...person }) => (
            <li key={memberId} className="perennial-line">
              <InlineStack align="space-between" blockAlign="start" gap="400" wrap={false}>
                <BlockStack gap="050">
                  <Link url={`/app/members/${memberId}`} monochrome>
                    {memberName({ id: memberId, ...person }, t)}
                  </Link>
                  <Text as="span" variant="bodySm" tone="subdued" breakWord>
                    {reason === null ? code : `${code} · ${reason}`}
                  </Text>
                </BlockStack>
                <Badge>{words.lineStates[state]}</Badge>
              </InlineStack>
            </li>
          ))}
        </ul>
        {view.more === null ? null : <Link url={`?after=${view.more}`}>{words.more}</Link>}
      </BlockStack>
    </Card>
  );
}
