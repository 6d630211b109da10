import { BlockStack, Card, FormLayout, Select, Text } from "@shopify/polaris";
import { WhyNotAllowed } from "../../components/not-allowed.tsx";
import { useMay } from "../../components/use-may.ts";
import type { SavedForm } from "../../components/use-saved-form.ts";
import { useWords } from "../../components/use-words.ts";

type RetentionForm = SavedForm<Record<keyof typeof DAYS, string>>;

const DAYS = {
  requests: [30, 90, 365],
  feedback: [365, 730, 1095],
  deadLetters: [30, 90, 365],
  activity: [365, 1095, 3650],
} as const;

/** For how long is kept what can be given up. */
export function RetentionCard({ form }: { form: RetentionForm }) {
  const { t, f } = useWords();
  const words = t.privacy.retention;
  const may = useMay();
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {words.title}
        </Text>
        <Text as="p" tone="subdued">
          {words.help}
        </Text>
        {may("settings") ? null : <WhyNotAllowed permission="settings" />}
        <FormLayout>
          {(["requests", "feedback", "deadLetters", "activity"] as const).map((field) => (
            <Select
              key={field}
              label={words.fields[field].label}
              helpText={words.fields[field].help}
              disabled={!may("settings")}
              options={[
                ...optionsFor(field, form.values[field]).map((days) => ({
                  value: String(days),
                  label: words.days(f.count(days)),
                })),
                { value: "", label: words.always },
              ]}
              value={form.values[field]}
              onChange={(value) => form.change({ [field]: value })}
            />
          ))}
        </FormLayout>
      </BlockStack>
    </Card>
  );
}

/** What was once saved stays to be seen, also where it is none of the usual lengths. */
function optionsFor(field: keyof typeof DAYS, value: string): number[] {
  const own = value === "" ? [] : [Number(value)];
  return [...new Set<number>([...DAYS[field], ...own])].sort((a, b) => a - b);
}
