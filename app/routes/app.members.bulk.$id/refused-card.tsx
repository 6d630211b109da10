import { BlockStack, Card, Link, Text } from "@shopify/polaris";
import { useWords } from "../../components/use-words.ts";
import { memberName } from "../../texts/member-name.ts";
import type { Texts } from "../../texts/texts.ts";
import type { BulkView } from "../../use-cases/members/show-bulk.ts";

/** With whom it was not done, or not undone, one by one, each with why. */
export function RefusedCard({ view }: { view: BulkView }) {
  const { t } = useWords();
  const words = t.memberList.run;
  if (view.refused.length === 0) return null;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {words.refusedTitle}
        </Text>
        <ul className="perennial-lines">
          {view.refused.map(({ number, memberId, reason, ...person }) => (
            <li key={number} className="perennial-line">
              <BlockStack gap="050">
                <Link url={`/app/members/${memberId}`} monochrome>
                  {memberName({ id: memberId, ...person }, t)}
                </Link>
                <Text as="span" tone="subdued">
                  {reasonText(reason, words.refused)}
                </Text>
              </BlockStack>
            </li>
          ))}
        </ul>
        {view.moreRefused === null ? null : <Link url={`?after=${view.moreRefused}`}>{words.more}</Link>}
      </BlockStack>
    </Card>
  );
}

function reasonText(reason: string | null, words: Texts["memberList"]["run"]["refused"]): string {
  return reason !== null && reason in words ? words[reason as keyof typeof words] : words.unknown;
}
