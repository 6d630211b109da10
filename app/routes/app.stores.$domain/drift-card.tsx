import { useEffect } from "react";
import { BlockStack, Button, Card, InlineStack, Text } from "@shopify/polaris";
import { useAppBridge } from "@shopify/app-bridge-react";
import { useFetcher } from "@remix-run/react";
import { CodeBlock } from "../../components/code-block.tsx";
import { DifferenceList } from "../../components/difference-list.tsx";
import { useMay } from "../../components/use-may.ts";
import { useWords } from "../../components/use-words.ts";
import type { StoreView } from "../../use-cases/stores/show-store.ts";

/** What this store's programme says otherwise than the template. */
export function DriftCard({ view }: { view: StoreView }) {
  const { t } = useWords();
  const words = t.stores.store;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {words.drift}
        </Text>
        <Drift view={view} />
        {view.isTemplate ? null : <TemplateButton />}
        <CodeBlock
          label={words.code}
        >{`npm run programme -- diff template.yaml --shop ${view.domain}`}</CodeBlock>
      </BlockStack>
    </Card>
  );
}

function Drift({ view: { drift, isTemplate } }: { view: StoreView }) {
  const { t, f } = useWords();
  const words = t.stores.store;
  if (isTemplate) return <Text as="p">{words.isTemplate}</Text>;
  if (drift === null)
    return (
      <Text as="p" tone="subdued">
        {t.stores.list.notCompared}
      </Text>
    );
  if (drift.differences.length === 0) return <Text as="p">{words.same(drift.template)}</Text>;
  // With two moneys in one sentence neither sign would be right for both.
  const plainly = drift.sameCurrency ? f : { ...f, money: f.decimal };
  return (
    <BlockStack gap="200">
      <Text as="p">{words.driftOf(drift.template)}</Text>
      <DifferenceList differences={drift.differences} names={drift.names} formats={plainly} />
      {drift.sameCurrency ? null : (
        <Text as="p" tone="subdued">
          {words.otherCurrency}
        </Text>
      )}
    </BlockStack>
  );
}

function TemplateButton() {
  const { t } = useWords();
  const words = t.stores.store;
  const may = useMay()("programme.draft");
  const shopify = useAppBridge();
  const fetcher = useFetcher<{ outcome: string }>();
  const isChosen = fetcher.state === "idle" && fetcher.data?.outcome === "chosen";
  useEffect(() => {
    if (isChosen) shopify.toast.show(words.madeTemplate);
  }, [isChosen, shopify, words]);
  if (!may) return null;
  return (
    <InlineStack>
      <Button
        loading={fetcher.state !== "idle"}
        onClick={() => void fetcher.submit({ deed: "template" }, { method: "post" })}
      >
        {words.makeTemplate}
      </Button>
    </InlineStack>
  );
}
