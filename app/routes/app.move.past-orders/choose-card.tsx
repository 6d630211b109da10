import { useState } from "react";
import { BlockStack, Button, Card, Text, TextField } from "@shopify/polaris";
import { Sentence } from "../../components/sentence.tsx";
import { useMay } from "../../components/use-may.ts";
import { useWords } from "../../components/use-words.ts";
import { programmeSentence } from "../../texts/programme-sentence.ts";
import type { PastOrdersView } from "../../use-cases/past-orders/show-past-orders.ts";
import type { PastOrdersForm } from "./use-past-orders.ts";

/** Since when, and by which rules past orders earn. */
export function ChooseCard({ view, form }: { view: PastOrdersView; form: PastOrdersForm }) {
  const { t, f } = useWords();
  const words = t.pastOrders.choose;
  const may = useMay();
  const [date, setDate] = useState(view.date);
  const { rules, current, countedSince } = view;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {words.title}
        </Text>
        <TextField
          label={words.date}
          type="date"
          value={date}
          onChange={setDate}
          autoComplete="off"
          helpText={words.zone(view.timezone)}
          error={view.isFaulty && date === view.date ? words.fault : false}
        />
        {countedSince === null ? null : <Text as="p">{words.counted(f.date(countedSince))}</Text>}
        {rules === null ? null : (
          <BlockStack gap="100">
            <Text as="p">
              {words.rules(rules.number)} <Sentence>{programmeSentence(rules.glance, t, f)}</Sentence>
            </Text>
            {current === null || current === rules.number ? null : (
              <Text as="p" tone="subdued">
                {words.later(current)}
              </Text>
            )}
          </BlockStack>
        )}
        <Text as="p" variant="bodySm" tone="subdued">
          {words.reads}
        </Text>
        <BlockStack inlineAlign="start">
          <Button
            disabled={!may("programme.publish")}
            loading={form.isSending}
            onClick={() => form.preview(date)}
          >
            {words.show}
          </Button>
        </BlockStack>
      </BlockStack>
    </Card>
  );
}
