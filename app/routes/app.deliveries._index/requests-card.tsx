import { useState } from "react";
import { BlockStack, Button, Card, InlineError, InlineStack, Link, Text } from "@shopify/polaris";
import { useWords } from "../../components/use-words.ts";
import type { DeliveriesView } from "../../use-cases/list-deliveries.ts";

type Request = DeliveriesView["requests"][number];

export function RequestsCard({ requests }: Pick<DeliveriesView, "requests">) {
  const { t } = useWords();
  const words = t.deliveries.requests;
  return (
    <Card>
      <BlockStack gap="300">
        <BlockStack gap="100">
          <Text as="h2" variant="headingMd">
            {words.title}
          </Text>
          <Text as="p" tone="subdued">
            {words.help} {requests.length === 0 ? words.none : null}
          </Text>
        </BlockStack>
        {requests.length === 0 ? null : (
          <ul className="perennial-lines">
            {requests.map((request) => (
              <RequestLine key={request.id} request={request} />
            ))}
          </ul>
        )}
      </BlockStack>
    </Card>
  );
}

function RequestLine({ request }: { request: Request }) {
  const { t, f } = useWords();
  const words = t.deliveries.requests;
  const [state, setState] = useState<"idle" | "loading" | "failed">("idle");
  const download = async () => {
    setState("loading");
    setState((await saveFile(request.id)) ? "idle" : "failed");
  };
  return (
    <li className="perennial-line">
      <InlineStack align="space-between" blockAlign="center" gap="400">
        <Link url={`/app/members/${request.memberId}`}>
          {words.line(request.memberId, f.date(request.requestedAt))}
        </Link>
        <Button onClick={() => void download()} loading={state === "loading"}>
          {words.download}
        </Button>
      </InlineStack>
      {state === "failed" ? <InlineError fieldID={request.id} message={words.failed} /> : null}
    </li>
  );
}

/** A link would leave without the token that says who asks; what the page itself fetches carries it. */
async function saveFile(id: string): Promise<boolean> {
  try {
    const response = await fetch(`/app/data-requests/${encodeURIComponent(id)}`);
    if (!response.ok) return false;
    const link = document.createElement("a");
    link.href = URL.createObjectURL(await response.blob());
    link.download = `personal-data-${id}.json`;
    link.click();
    URL.revokeObjectURL(link.href);
    return true;
  } catch {
    return false;
  }
}
