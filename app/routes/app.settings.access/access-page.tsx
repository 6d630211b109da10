import { useEffect, useState } from "react";
import { BlockStack, Box, Card, Page, Text } from "@shopify/polaris";
import { TitleBar, useAppBridge } from "@shopify/app-bridge-react";
import { useFetcher } from "@remix-run/react";
import { ConfirmModal } from "../../components/confirm-modal.tsx";
import { NothingHere } from "../../components/nothing-here.tsx";
import { missingPermission, NotAllowed, WhyNotAllowed } from "../../components/not-allowed.tsx";
import { useMay } from "../../components/use-may.ts";
import { useWords } from "../../components/use-words.ts";
import type { AccessView } from "../../use-cases/apps/access-keys.ts";
import { KeyLine } from "./key-line.tsx";
import { NewKeyCard } from "./new-key-card.tsx";

type Key = AccessView["keys"][number];

/** The keys with which other apps tell reviews and activities. */
export function AccessPage({ view }: { view: AccessView }) {
  const { t } = useWords();
  const words = t.access;
  const may = useMay();
  const shopify = useAppBridge();
  const fetcher = useFetcher<{ outcome: "withdrawn" | "not-allowed" }>();
  const [leaving, setLeaving] = useState<Key | null>(null);
  const answer = fetcher.state === "idle" ? fetcher.data : undefined;
  const missing = missingPermission(answer);
  useEffect(() => {
    if (answer?.outcome === "withdrawn") shopify.toast.show(words.withdrawnNow);
    // Each answer is told of once, whatever else is drawn anew.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [answer]);
  return (
    <Page title={words.title} backAction={{ content: words.back, url: "/app/settings" }}>
      <TitleBar title={words.title} />
      <BlockStack gap="400">
        <Box paddingInline={{ xs: "400", sm: "0" }}>
          <Text as="p" tone="subdued">
            {words.about}
          </Text>
        </Box>
        {missing === null ? null : <NotAllowed permission={missing} />}
        {may("staff.manage") ? <NewKeyCard /> : <WhyNotAllowed permission="staff.manage" />}
        <Card>
          {view.keys.length === 0 ? (
            <NothingHere heading={words.none.heading} text={words.none.text} />
          ) : (
            <ul className="perennial-lines">
              {view.keys.map((key) => (
                <KeyLine key={key.id} line={key} view={view} onWithdraw={() => setLeaving(key)} />
              ))}
            </ul>
          )}
        </Card>
      </BlockStack>
      <ConfirmModal
        id="withdraw-key"
        open={leaving !== null}
        title={words.withdrawTitle(leaving?.name ?? "")}
        text={words.withdrawText}
        action={words.withdraw}
        isDestructive
        onConfirm={() => void fetcher.submit({ withdraw: leaving?.id ?? "" }, { method: "post" })}
        onClose={() => setLeaving(null)}
      />
    </Page>
  );
}
