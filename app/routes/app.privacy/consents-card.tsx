import { Badge, BlockStack, Card, InlineStack, Link, Text } from "@shopify/polaris";
import { Figure } from "../../components/figure.tsx";
import { useWords } from "../../components/use-words.ts";
import { memberName } from "../../texts/member-name.ts";
import type { PrivacyView } from "../../use-cases/settings/show-privacy.ts";

/** What members agreed to, by purpose, and the words that were given last. */
export function ConsentsCard({ view }: { view: PrivacyView }) {
  const { t, f } = useWords();
  const words = t.privacy.consents;
  const { purposes, latest } = view.consents;
  return (
    <Card>
      <BlockStack gap="400">
        <BlockStack gap="100">
          <Text as="h2" variant="headingMd">
            {words.title}
          </Text>
          <Text as="p" tone="subdued">
            {words.help}
          </Text>
        </BlockStack>
        {purposes.length === 0 ? <Text as="p">{words.none}</Text> : null}
        {purposes.map(({ purpose, given, refused }) => (
          <BlockStack key={purpose} gap="200">
            <Text as="h3" variant="headingSm">
              {words.purpose(purpose)}
            </Text>
            <div className="perennial-figures">
              <Figure label={words.given} value={f.count(given)} />
              <Figure label={words.refused} value={f.count(refused)} />
            </div>
          </BlockStack>
        ))}
        {latest.length === 0 ? null : (
          <BlockStack gap="200">
            <Text as="h3" variant="headingSm">
              {words.latest}
            </Text>
            <ul className="perennial-lines">
              {latest.map((row) => (
                <ConsentLine key={`${row.purpose} ${row.memberId}`} row={row} view={view} />
              ))}
            </ul>
          </BlockStack>
        )}
      </BlockStack>
    </Card>
  );
}

interface ConsentLineProps {
  row: PrivacyView["consents"]["latest"][number];
  view: PrivacyView;
}

function ConsentLine({ row: { memberId, purpose, given, at }, view }: ConsentLineProps) {
  const { t, f } = useWords();
  const words = t.privacy.consents;
  const nobody = { firstName: null, lastName: null, email: null };
  return (
    <li className="perennial-line">
      <InlineStack align="space-between" blockAlign="center" gap="200">
        <BlockStack gap="050">
          <Link url={`/app/members/${memberId}`}>
            {memberName({ id: memberId, ...(view.members[memberId] ?? nobody) }, t)}
          </Link>
          <Text as="span" variant="bodySm" tone="subdued">
            {words.purpose(purpose)}, {f.date(at)}
          </Text>
        </BlockStack>
        <Badge {...(given ? { tone: "success" } : {})}>{given ? words.yes : words.no}</Badge>
      </InlineStack>
    </li>
  );
}
