import { BlockStack, Button, Card, InlineError, InlineStack, Link, Text } from "@shopify/polaris";
import { WhyNotAllowed } from "../../components/not-allowed.tsx";
import { useDownload } from "../../components/use-download.ts";
import { useMay } from "../../components/use-may.ts";
import { useWords } from "../../components/use-words.ts";
import { memberName } from "../../texts/member-name.ts";
import type { PrivacyView } from "../../use-cases/settings/show-privacy.ts";

/** Customers who asked what is kept about them, each with the file to hand on. */
export function RequestsCard({ view }: { view: PrivacyView }) {
  const { t } = useWords();
  const words = t.privacy.requests;
  const may = useMay();
  return (
    <Card>
      <BlockStack gap="300">
        <BlockStack gap="100">
          <Text as="h2" variant="headingMd">
            {words.title}
          </Text>
          <Text as="p" tone="subdued">
            {words.help}
          </Text>
        </BlockStack>
        {view.requests.length === 0 ? <Text as="p">{words.none}</Text> : null}
        {view.requests.length === 0 || may("members.export") ? null : (
          <WhyNotAllowed permission="members.export" />
        )}
        <ul className="perennial-lines">
          {view.requests.map((request) => (
            <RequestLine key={request.id} request={request} view={view} />
          ))}
        </ul>
      </BlockStack>
    </Card>
  );
}

interface RequestLineProps {
  request: PrivacyView["requests"][number];
  view: PrivacyView;
}

function RequestLine({ request, view }: RequestLineProps) {
  const { t, f } = useWords();
  const words = t.privacy.requests;
  const may = useMay();
  const { state, start } = useDownload();
  const { id, memberId, requestedAt, goesAt } = request;
  const nobody = { firstName: null, lastName: null, email: null };
  const name = memberName({ id: memberId, ...(view.members[memberId] ?? nobody) }, t);
  return (
    <li className="perennial-line">
      <InlineStack align="space-between" blockAlign="center" gap="300">
        <BlockStack gap="050">
          <Link url={`/app/members/${memberId}`}>{name}</Link>
          <Text as="span" variant="bodySm" tone="subdued">
            {words.asked(f.date(requestedAt))} {goesAt === null ? null : words.goes(f.date(goesAt))}
          </Text>
        </BlockStack>
        {may("members.export") ? (
          <Button
            loading={state === "loading"}
            accessibilityLabel={`${words.download}: ${name}`}
            onClick={() => start(`/app/data-requests/${encodeURIComponent(id)}`, `personal-data-${id}.json`)}
          >
            {words.download}
          </Button>
        ) : null}
      </InlineStack>
      {state === "failed" ? <InlineError fieldID={`request-${id}`} message={words.failed} /> : null}
    </li>
  );
}
