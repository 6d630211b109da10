import { BlockStack, Text } from "@shopify/polaris";
import { Figure } from "./figure.tsx";

/** A large figure, and below it what it is a part of; null where that is not known. */
export function FigureWithHelp({
  label,
  value,
  help,
}: {
  label: string;
  value: string;
  help: string | null;
}) {
  return (
    <BlockStack>
      <Figure label={label} value={value} large />
      {help === null ? null : (
        <Text as="span" variant="bodySm" tone="subdued">
          {help}
        </Text>
      )}
    </BlockStack>
  );
}
