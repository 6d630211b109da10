import { useEffect } from "react";
import { Badge, Banner, BlockStack, Button, Card, InlineStack, Link, Text } from "@shopify/polaris";
import { useAppBridge } from "@shopify/app-bridge-react";
import { useFetcher } from "@remix-run/react";
import { missingPermission, NotAllowed } from "../../components/not-allowed.tsx";
import { useMay } from "../../components/use-may.ts";
import { useWords } from "../../components/use-words.ts";
import type { FeedbackView } from "../../use-cases/feedback/list-feedback.ts";

interface Answer {
  outcome: "saved" | "overtaken" | "not-allowed";
}

/** By which ways feedback comes; whether notes of orders are one of them is the shop's to say. */
export function SourcesCard({ orderNotes: { areRead, revision } }: Pick<FeedbackView, "orderNotes">) {
  const { t } = useWords();
  const words = t.feedback.where;
  const may = useMay();
  const shopify = useAppBridge();
  const fetcher = useFetcher<Answer>();
  const answer = fetcher.state === "idle" ? fetcher.data : undefined;
  const missing = missingPermission(answer);
  useEffect(() => {
    if (answer?.outcome === "saved") shopify.toast.show(words.saved);
    // Each answer is told of once, whatever else is drawn anew.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [answer]);
  const change = () =>
    void fetcher.submit(
      { do: "order-notes", read: areRead ? "no" : "yes", revision: String(revision) },
      { method: "post" },
    );
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {words.title}
        </Text>
        <Text as="p">{words.form}</Text>
        {missing === null ? null : <NotAllowed permission={missing} />}
        {answer?.outcome === "overtaken" ? <Banner tone="warning">{words.taken}</Banner> : null}
        <BlockStack gap="200">
          <InlineStack gap="200" blockAlign="center">
            <Text as="h3" variant="headingSm">
              {words.notes}
            </Text>
            <Badge {...(areRead ? { tone: "success" as const } : {})}>{areRead ? words.on : words.off}</Badge>
          </InlineStack>
          <Text as="p" tone="subdued">
            {words.notesHelp}
          </Text>
          {may("settings") ? (
            <InlineStack>
              <Button onClick={change} loading={fetcher.state !== "idle"}>
                {areRead ? words.turnOff : words.turnOn}
              </Button>
            </InlineStack>
          ) : null}
        </BlockStack>
        <Text as="p">
          {words.apps} <Link url="/app/settings/access">{words.open}</Link>
        </Text>
      </BlockStack>
    </Card>
  );
}
