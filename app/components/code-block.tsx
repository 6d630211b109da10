import { BlockStack, Text } from "@shopify/polaris";

interface CodeBlockProps {
  label: string;
  /** Of its heading, one below the one that it stands under. */
  level?: "h2" | "h3";
  children: string;
}

/** Text as it is written, to be read and copied; long lines and pages scroll, by keyboard too. */
export function CodeBlock({ label, level = "h3", children }: CodeBlockProps) {
  return (
    <BlockStack gap="200">
      <Text as={level} variant="headingSm">
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
