import { useEffect, useState } from "react";
import { BlockStack, Button, Card, InlineStack, Text, TextField } from "@shopify/polaris";
import { useAppBridge } from "@shopify/app-bridge-react";
import { useFetcher } from "@remix-run/react";
import { useWords } from "../../components/use-words.ts";
import type { Joined } from "../../use-cases/stores/joining.ts";

/** Where an owner enters the code of whoever is to look after this store. */
export function JoiningCard() {
  const { t } = useWords();
  const words = t.stores.joining;
  const shopify = useAppBridge();
  const fetcher = useFetcher<Joined>();
  const answer = fetcher.state === "idle" ? fetcher.data : undefined;
  const [typed, setTyped] = useState<{ text: string; after: Joined | undefined }>({
    text: "",
    after: undefined,
  });
  // A code that let somebody in is good for nothing any more.
  const code = answer?.outcome === "joined" && typed.after !== answer ? "" : typed.text;
  useEffect(() => {
    if (answer?.outcome !== "joined") return;
    shopify.toast.show(words.joined(answer.agency));
  }, [answer, shopify, words]);
  const refusals: Partial<Record<Joined["outcome"], string>> = {
    "no-such-code": words.noSuchCode,
    "own-code": words.ownCode,
  };
  const error = answer === undefined ? undefined : refusals[answer.outcome];
  return (
    <Card>
      <fetcher.Form method="post">
        <input type="hidden" name="deed" value="join" />
        <BlockStack gap="300">
          <Text as="h2" variant="headingMd">
            {words.title}
          </Text>
          <Text as="p" tone="subdued">
            {words.text}
          </Text>
          <TextField
            label={words.label}
            name="code"
            autoComplete="off"
            monospaced
            maxLength={60}
            value={code}
            onChange={(text) => setTyped({ text, after: answer })}
            {...(error === undefined ? {} : { error })}
          />
          <InlineStack>
            <Button submit loading={fetcher.state !== "idle"} disabled={code.trim() === ""}>
              {words.action}
            </Button>
          </InlineStack>
        </BlockStack>
      </fetcher.Form>
    </Card>
  );
}
