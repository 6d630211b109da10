import { BlockStack, Button, Card, InlineStack, Text } from "@shopify/polaris";
import { useFetcher } from "@remix-run/react";
import { CodeBlock } from "../../components/code-block.tsx";
import { useWords } from "../../components/use-words.ts";
import type { CodeMade } from "../../use-cases/stores/joining.ts";

/** A code for one more store: shown once, where it is made. */
export function CodeCard({ openUntil }: { openUntil: number | null }) {
  const { t, f } = useWords();
  const words = t.stores.code;
  const fetcher = useFetcher<CodeMade>();
  const made = fetcher.data?.outcome === "made" ? fetcher.data : null;
  return (
    <Card>
      <fetcher.Form method="post">
        <input type="hidden" name="deed" value="code" />
        <BlockStack gap="300">
          <Text as="h2" variant="headingMd">
            {words.title}
          </Text>
          <Text as="p" tone="subdued">
            {words.text}
          </Text>
          {made === null ? (
            openUntil === null ? null : (
              <Text as="p">{words.open(f.dateTime(openUntil))}</Text>
            )
          ) : (
            <div role="status">
              <BlockStack gap="200">
                <CodeBlock label={words.made}>{made.code}</CodeBlock>
                <Text as="p" tone="subdued">
                  {words.ends(f.dateTime(made.endsAt))}
                </Text>
              </BlockStack>
            </div>
          )}
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
