import { useRef, useState } from "react";
import { useNavigate } from "@remix-run/react";
import { Banner, BlockStack, Button, Card, InlineStack, Spinner, Text } from "@shopify/polaris";
import { WhyNotAllowed } from "../../components/not-allowed.tsx";
import { useMay } from "../../components/use-may.ts";
import { useWords } from "../../components/use-words.ts";
import { reasonWords } from "../../texts/fault-words.ts";
import type { MovingView } from "../../use-cases/moving-in/show-import.ts";
import type { Uploaded } from "../app_.move-upload.tsx";

/** Takes a file from the merchant's computer. */
export function UploadCard({ sources }: Pick<MovingView, "sources">) {
  const { t, f } = useWords();
  const words = t.move.upload;
  const input = useRef<HTMLInputElement>(null);
  const navigate = useNavigate();
  const may = useMay();
  const [state, setState] = useState<{ reading: boolean; fault: string | null }>({
    reading: false,
    fault: null,
  });
  const send = async (file: File | undefined) => {
    if (file === undefined) return;
    setState({ reading: true, fault: null });
    const answer = await upload(file);
    if (input.current !== null) input.current.value = "";
    if (answer !== null && "id" in answer) {
      void navigate(`/app/move/${answer.id}`);
      return;
    }
    setState({ reading: false, fault: answer === null ? words.failed : faultOf(answer) });
  };
  const faultOf = (answer: Exclude<Uploaded, { id: string }>) =>
    answer.outcome === "too-large" ? words.tooLarge : reasonWords(answer.why, t);
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {words.title}
        </Text>
        <Text as="p">{words.help}</Text>
        <Text as="p" tone="subdued">
          {words.known(f.list(sources.map(({ name }) => name)))}
        </Text>
        {may("operations") ? null : <WhyNotAllowed permission="operations" />}
        {state.fault === null ? null : <Banner tone="critical">{state.fault}</Banner>}
        <InlineStack gap="300" blockAlign="center">
          <input
            ref={input}
            type="file"
            accept=".csv,.txt,.tsv,text/csv"
            hidden
            aria-label={words.choose}
            onChange={(event) => void send(event.currentTarget.files?.[0])}
          />
          <Button
            variant="primary"
            disabled={state.reading || !may("operations")}
            onClick={() => input.current?.click()}
          >
            {words.choose}
          </Button>
          {state.reading ? (
            <InlineStack gap="200" blockAlign="center">
              <Spinner size="small" accessibilityLabel={words.reading} />
              <Text as="span">{words.reading}</Text>
            </InlineStack>
          ) : null}
        </InlineStack>
        <Text as="p" variant="bodySm" tone="subdued">
          {words.limits}
        </Text>
      </BlockStack>
    </Card>
  );
}

/** What the page itself fetches carries the token that says who asks. null where there was no answer. */
async function upload(file: File): Promise<Uploaded | null> {
  try {
    const response = await fetch(`/app/move-upload?name=${encodeURIComponent(file.name)}`, {
      method: "POST",
      headers: { "Content-Type": "application/octet-stream" },
      body: file,
    });
    return response.ok ? ((await response.json()) as Uploaded) : null;
  } catch {
    return null;
  }
}
