import { useState } from "react";
import {
  Badge,
  Banner,
  BlockStack,
  Button,
  Card,
  FormLayout,
  InlineStack,
  Text,
  TextField,
} from "@shopify/polaris";
import { useNavigation, useSubmit } from "@remix-run/react";
import { useResourcePicker } from "../../components/use-resource-picker.ts";
import { useWords } from "../../components/use-words.ts";
import type { Preview } from "../../use-cases/recommend/show-preview.ts";
import { PickList } from "./pick-list.tsx";

/** What a product's page or a customer is shown, each with its evidence. */
export function PreviewCard({ preview, isOn }: { preview: Preview; isOn: boolean }) {
  const { t } = useWords();
  const words = t.recommendations.preview;
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">
          {words.title}
        </Text>
        <Choice />
        {isOn ? <Shown preview={preview} /> : <Banner tone="warning">{words.off}</Banner>}
      </BlockStack>
    </Card>
  );
}

function Choice() {
  const { t } = useWords();
  const words = t.recommendations.preview;
  const picker = useResourcePicker();
  const submit = useSubmit();
  const isLoading = useNavigation().state !== "idle";
  const [who, setWho] = useState("");
  const look = (asked: Record<string, string>) => submit(asked, { preventScrollReset: true });
  const ask = () => {
    if (who.trim() !== "") void look({ customer: who.trim() });
  };
  return (
    <FormLayout>
      <FormLayout.Group>
        <div
          onKeyDown={(event) => {
            if (event.key === "Enter" && !event.nativeEvent.isComposing) ask();
          }}
        >
          <TextField
            label={words.customer}
            helpText={words.customerHelp}
            value={who}
            onChange={setWho}
            autoComplete="off"
            connectedRight={
              <Button onClick={ask} loading={isLoading} disabled={who.trim() === ""}>
                {words.show}
              </Button>
            }
          />
        </div>
        <BlockStack gap="100">
          <Text as="span">{words.product}</Text>
          <InlineStack>
            <Button
              onClick={() =>
                void picker.pick("product", []).then((ids) => ids?.[0] && look({ product: ids[0] }))
              }
            >
              {words.choose}
            </Button>
          </InlineStack>
        </BlockStack>
      </FormLayout.Group>
    </FormLayout>
  );
}

function Shown({ preview }: { preview: Preview }) {
  const { t } = useWords();
  const words = t.recommendations.preview;
  if (preview.of === "nothing") return <Text as="p">{words.nothing}</Text>;
  if (preview.of === "unknown") return <Banner tone="warning">{words.unknown(preview.who)}</Banner>;
  const { of, name, id, goesWithout, lists } = preview;
  const filled = lists.filter(({ picks }) => picks.length > 0);
  const named = name === "" ? id : name;
  return (
    <BlockStack gap="400">
      <InlineStack gap="200" blockAlign="center">
        <Text as="h3" variant="headingSm">
          {of === "product" ? words.beside(named) : words.forMember(named)}
        </Text>
        {goesWithout ? <Badge tone="attention">{words.without}</Badge> : null}
      </InlineStack>
      {goesWithout ? <Text as="p">{words.withoutHelp}</Text> : null}
      {filled.length === 0 ? (
        <Text as="p" tone="subdued">
          {of === "product" ? words.noneBeside : words.noneForMember}
        </Text>
      ) : (
        filled.map(({ list, picks }) => (
          <PickList key={list} title={of === "product" ? null : words.lists[list]} picks={picks} />
        ))
      )}
    </BlockStack>
  );
}
