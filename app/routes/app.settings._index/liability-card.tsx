import { BlockStack, Card, Text, TextField } from "@shopify/polaris";
import { useMay } from "../../components/use-may.ts";
import { useWords } from "../../components/use-words.ts";
import type { SettingsForm } from "./settings-form.ts";

/** From which liability on home warns. */
export function LiabilityCard({ form, currency }: { form: SettingsForm; currency: string }) {
  const { t } = useWords();
  const words = t.settings.liability;
  const may = useMay();
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">
          {words.title}
        </Text>
        <TextField
          label={words.limit}
          suffix={currency}
          inputMode="decimal"
          autoComplete="off"
          helpText={words.help}
          value={form.values.liabilityLimit}
          onChange={(liabilityLimit) => form.change({ liabilityLimit })}
          disabled={!may("settings")}
          {...(form.isFaulty("liabilityLimit") ? { error: t.settings.faults.money("2500") } : {})}
        />
      </BlockStack>
    </Card>
  );
}
