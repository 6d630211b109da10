import { BlockStack, Button, Card, Checkbox, InlineGrid, Select, Text } from "@shopify/polaris";
import { useMay } from "../../components/use-may.ts";
import { useWords } from "../../components/use-words.ts";
import type { ImportView } from "../../use-cases/moving-in/show-import.ts";
import type { ImportForm, Settings } from "./use-import.ts";

const OF_HISTORY = ["historyAt", "historyPoints", "historyReason"] as const;
const WHOSE = ["customerId", "email"] as const;

/** What each column means, and how the file is written. */
export function MappingCard({ view, form }: { view: ImportView; form: ImportForm }) {
  const { t } = useWords();
  const words = t.move.page;
  const may = useMay();
  const { settings } = form;
  if (settings === null) return null;
  const source = view.sources.find(({ id }) => id === settings.source);
  const isHistory = (field: string) => (OF_HISTORY as readonly string[]).includes(field);
  const isWhose = (field: string) => (WHOSE as readonly string[]).includes(field);
  const fields = view.fields.filter(
    (field) => isWhose(field) || isHistory(field) === (settings.kind === "history"),
  );
  return (
    <Card>
      <BlockStack gap="300">
        <BlockStack gap="100">
          <Text as="h2" variant="headingMd">
            {words.meaning}
          </Text>
          <Text as="p" tone="subdued">
            {source === undefined ? words.anyApp : words.source(source.name)}
          </Text>
        </BlockStack>
        <InlineGrid columns={{ xs: 1, md: view.state === "read" ? 2 : 1 }} gap="300">
          <Choice form={form} of="kind" label={words.kind} options={words.kinds} />
          {fields.map((field) => (
            <Select
              key={field}
              label={words.columns[field]}
              options={[
                { value: "", label: words.notThere },
                ...view.header.map((heading, column) => ({ value: String(column), label: heading })),
              ]}
              value={String(settings.mapping[field] ?? "")}
              onChange={(column) => form.change({ mapping: withColumn(settings.mapping, field, column) })}
            />
          ))}
          <Choice form={form} of="decimalMark" label={words.decimals} options={words.decimalMarks} />
          <Choice form={form} of="dateOrder" label={words.dates} options={words.dateOrders} />
          {settings.kind === "members" ? (
            <Choice form={form} of="expiry" label={words.expiry} options={words.expiries} />
          ) : null}
        </InlineGrid>
        {settings.kind === "members" ? (
          <Checkbox
            label={words.again}
            checked={settings.again}
            onChange={(again) => form.change({ again })}
          />
        ) : null}
        <BlockStack inlineAlign="start">
          <Button
            variant={view.state === "read" || form.isDirty ? "primary" : "secondary"}
            disabled={!may("operations")}
            loading={form.isSending}
            onClick={() => form.send("check")}
          >
            {view.state === "read" ? words.look : words.lookAgain}
          </Button>
        </BlockStack>
      </BlockStack>
    </Card>
  );
}

function withColumn(mapping: Settings["mapping"], field: keyof Settings["mapping"], column: string) {
  const { [field]: _before, ...others } = mapping;
  return column === "" ? others : { ...others, [field]: Number(column) };
}

interface ChoiceProps {
  form: ImportForm;
  of: "kind" | "decimalMark" | "dateOrder" | "expiry";
  label: string;
  options: Record<string, string>;
}

function Choice({ form, of, label, options }: ChoiceProps) {
  return (
    <Select
      label={label}
      options={Object.entries(options).map(([value, text]) => ({ value, label: text }))}
      value={form.settings?.[of] ?? ""}
      onChange={(value) => form.change({ [of]: value })}
    />
  );
}
