import { useEffect, useState } from "react";
import { BlockStack, Button, Card, InlineStack, Text } from "@shopify/polaris";
import { useAppBridge } from "@shopify/app-bridge-react";
import { useFetcher } from "@remix-run/react";
import { ConfirmModal } from "../../components/confirm-modal.tsx";
import { Sentence } from "../../components/sentence.tsx";
import { useMay } from "../../components/use-may.ts";
import { useWords } from "../../components/use-words.ts";
import type { Left } from "../../use-cases/stores/joining.ts";
import type { StoresView } from "../../use-cases/stores/list-stores.ts";

type Agency = StoresView["lookedAfterBy"][number];

/** Who sees this store's programme and sums, and the end of it. */
export function LookedAfterCard({ view }: { view: Pick<StoresView, "lookedAfterBy"> }) {
  const { t, f } = useWords();
  const words = t.stores.lookedAfter;
  const may = useMay()("staff.manage");
  const shopify = useAppBridge();
  const fetcher = useFetcher<Left>();
  const [asked, setAsked] = useState<Agency | null>(null);
  const isOver = fetcher.state === "idle" && fetcher.data?.outcome === "left";
  useEffect(() => {
    if (isOver) shopify.toast.show(words.left);
  }, [isOver, shopify, words]);
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {words.title}
        </Text>
        <ul className="perennial-lines">
          {view.lookedAfterBy.map((agency) => (
            <li key={agency.agencyId} className="perennial-line">
              <InlineStack align="space-between" gap="200" blockAlign="center">
                <Text as="p" breakWord>
                  <Sentence>{words.line(agency.name, agency.domain, f.date(agency.since))}</Sentence>
                </Text>
                {may ? (
                  <Button
                    tone="critical"
                    variant="tertiary"
                    loading={fetcher.state !== "idle"}
                    onClick={() => setAsked(agency)}
                  >
                    {words.leave}
                  </Button>
                ) : null}
              </InlineStack>
            </li>
          ))}
        </ul>
        <Text as="p" tone="subdued">
          {words.sees}
        </Text>
      </BlockStack>
      <ConfirmModal
        id="leave-agency"
        open={asked !== null}
        title={words.leaveTitle}
        text={words.leaveText(asked?.name ?? "")}
        action={words.leave}
        onConfirm={() =>
          void fetcher.submit({ deed: "leave", agency: String(asked?.agencyId ?? 0) }, { method: "post" })
        }
        onClose={() => setAsked(null)}
      />
    </Card>
  );
}
