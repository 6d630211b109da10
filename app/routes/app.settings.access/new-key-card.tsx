import { useState } from "react";
import { Banner, BlockStack, Button, Card, ChoiceList, InlineStack, Text, TextField } from "@shopify/polaris";
import { useFetcher } from "@remix-run/react";
import { missingPermission, NotAllowed } from "../../components/not-allowed.tsx";
import { useWords } from "../../components/use-words.ts";
import type { AccessField, KeyMade } from "../../use-cases/apps/access-keys.ts";

type Answer = KeyMade | { outcome: "refused"; faults: AccessField[] } | { outcome: "not-allowed" };

const newId = () => crypto.randomUUID();

/** Makes a key, which is shown once and to nobody again. */
export function NewKeyCard() {
  const { t } = useWords();
  const words = t.access;
  const fetcher = useFetcher<Answer>();
  const [id, setId] = useState(newId);
  const [name, setName] = useState("");
  const [may, setMay] = useState<string[]>(["reviews"]);
  const answer = fetcher.state === "idle" ? fetcher.data : undefined;
  const missing = missingPermission(answer);
  const [answered, setAnswered] = useState<unknown>();
  if (answer !== undefined && answer !== answered) {
    setAnswered(answer);
    if (answer.outcome === "made") setName("");
  }
  const isFaulty = (field: AccessField) => answer?.outcome === "refused" && answer.faults.includes(field);
  const send = () => {
    const form = new FormData();
    form.set("id", id);
    form.set("name", name);
    for (const scope of may) form.append("may", scope);
    void fetcher.submit(form, { method: "post" });
    setId(newId());
  };
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">
          {words.make}
        </Text>
        {missing === null ? null : <NotAllowed permission={missing} />}
        {answer?.outcome === "made" ? <Shown made={answer} /> : null}
        {answer?.outcome === "too-many" ? <Banner tone="critical">{words.tooMany}</Banner> : null}
        {answer?.outcome === "made-before" ? <Banner tone="warning">{words.madeBefore}</Banner> : null}
        <TextField
          label={words.name}
          helpText={words.nameHelp}
          value={name}
          onChange={setName}
          autoComplete="off"
          maxLength={60}
          {...(isFaulty("name") ? { error: words.faults.name } : {})}
        />
        <ChoiceList
          title={words.mayTitle}
          allowMultiple
          choices={[
            { value: "reviews", label: words.may.reviews, helpText: words.mayHelp.reviews },
            { value: "activities", label: words.may.activities, helpText: words.mayHelp.activities },
          ]}
          selected={may}
          onChange={setMay}
          {...(isFaulty("may") ? { error: words.faults.may } : {})}
        />
        <InlineStack>
          <Button variant="primary" onClick={send} loading={fetcher.state !== "idle"}>
            {words.makeIt}
          </Button>
        </InlineStack>
      </BlockStack>
    </Card>
  );
}

function Shown({ made }: { made: Extract<KeyMade, { outcome: "made" }> }) {
  const { t } = useWords();
  const words = t.access;
  return (
    <Banner tone="success" title={words.madeTitle(made.name)}>
      <BlockStack gap="200">
        <p>{words.madeText}</p>
        <TextField
          label={words.key}
          value={made.key}
          readOnly
          multiline={2}
          autoComplete="off"
          selectTextOnFocus
          monospaced
        />
      </BlockStack>
    </Banner>
  );
}
