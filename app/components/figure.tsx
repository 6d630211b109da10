import { BlockStack, Text } from "@shopify/polaris";

interface FigureProps {
  label: string;
  value: string;
  large?: boolean;
  tone?: "critical" | "subdued";
}

/** A number and what it counts. */
export function Figure({ label, value, large = false, tone }: FigureProps) {
  return (
    <BlockStack gap="050">
      <Text as="span" variant="bodySm" tone="subdued">
        {label}
      </Text>
      <Text
        as="span"
        variant={large ? "headingXl" : "headingMd"}
        numeric
        {...(tone === undefined ? {} : { tone })}
      >
        {value}
      </Text>
    </BlockStack>
  );
}
