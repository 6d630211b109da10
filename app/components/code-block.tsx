import { BlockStack, Text } from "@shopify/polaris";

/** Text as it is written, to be read and copied; long lines and pages scroll, by keyboard too. */
export function CodeBlock({ label, children }: { label: string; children: string }) {
  return (
    <BlockStack gap="200">
      <Text as="h3" variant="headingSm">
        {label}
      </Text>
      <div className="perennial-code" role="region" aria-label={label} tabIndex={0}>
        <pre>
          <code>{children}</code>
        </pre>
      </div>
    </BlockStack>
  );
}
