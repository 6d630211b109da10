import { useState } from "react";
import { BlockStack, Button, Card, InlineStack, Text, TextField } from "@shopify/polaris";
import { useFetcher } from "@remix-run/react";
import { useWords } from "../../components/use-words.ts";
import type { Founded } from "../../use-cases/stores/joining.ts";

const LONGEST_NAME = 60;

/** For whoever wants to look after other stores from this one. */
export function FoundingCard() {
  const { t } = useWords();
  const words = t.stores.founding;
  const fetcher = useFetcher<Founded>();
  const [name, setName] = useState("");
  const isRefused = fetcher.state === "idle" && fetcher.data?.outcome === "no-name";
  return (
    <Card>
      <fetcher.Form method="post">
        <input type="hidden" name="deed" value="found" />
        <BlockStack gap="300">
          <Text as="h2" variant="headingMd">
            {words.title}
          </Text>
          <Text as="p" tone="subdued">
            {words.text}
          </Text>
          <TextField
            label={words.label}
            name="name"
            autoComplete="organization"
            maxLength={LONGEST_NAME}
            value={name}
            onChange={setName}
            {...(isRefused ? { error: words.noName } : {})}
          />
          <InlineStack>
            <Button submit loading={fetcher.state !== "idle"}>
              {words.action}
            </Button>
          </InlineStack>
        </BlockStack>
      </fetcher.Form>
    </Card>
  );
}
