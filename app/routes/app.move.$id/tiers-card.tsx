import { BlockStack, Card, Select, Text } from "@shopify/polaris";
import { useWords } from "../../components/use-words.ts";
import type { ImportPreview } from "../../use-cases/moving-in/show-import.ts";
import type { ImportForm } from "./use-import.ts";

/** What each tier of the other app becomes; the preview stands as it is. */
export function TiersCard({ preview, form }: { preview: ImportPreview; form: ImportForm }) {
  const { t, f } = useWords();
  const words = t.move.page;
  const { settings } = form;
  if (settings === null) return null;
  const choose = (tier: string, level: string) => {
    const tiers = { ...settings.tiers, [tier]: level === "" ? null : level };
    form.change({ tiers });
    form.send("tune", { ...settings, tiers });
  };
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {words.tiers}
        </Text>
        <Text as="p" tone="subdued">
          {words.tiersHelp}
        </Text>
        {preview.tiers.map(({ tier, members }) => (
          <Select
            key={tier}
            label={words.tierLine(tier, members, f.count(members))}
            options={[
              { value: "", label: words.noLevel },
              ...preview.levels.map((level) => ({ value: level, label: level })),
            ]}
            value={settings.tiers[tier] ?? ""}
            onChange={(level) => choose(tier, level)}
          />
        ))}
      </BlockStack>
    </Card>
  );
}
