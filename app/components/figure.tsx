import { BlockStack, Link, Text } from "@shopify/polaris";

interface FigureProps {
  label: string;
  value: string;
  large?: boolean;
  tone?: "critical" | "subdued";
  /** Where the rows stand that it counts. */
  url?: string;
}

/** What fits in a column beside others, in the largest letters. */
const SHORT = 10;

/** A number and what it counts. */
export function Figure({ label, value, large = false, tone, url }: FigureProps) {
  return (
    <BlockStack gap="050">
      <Text as="span" variant="bodySm" tone="subdued">
        {label}
      </Text>
      <Text
        as="span"
        variant={!large ? "headingMd" : value.length > SHORT ? "headingLg" : "headingXl"}
        numeric
        {...(tone === undefined ? {} : { tone })}
      >
        {url === undefined ? (
          value
        ) : (
          <span className="perennial-figure-link">
            <Link url={url} monochrome accessibilityLabel={`${label}: ${value}`}>
              {value}
            </Link>
          </span>
        )}
      </Text>
    </BlockStack>
  );
}
