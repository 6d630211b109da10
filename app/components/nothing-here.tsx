import { BlockStack, Box, Button, Text } from "@shopify/polaris";

interface NothingHereProps {
  heading: string;
  text: string;
  action?: { content: string; url?: string; onAction?: () => void; primary?: boolean };
  /** The leaf, where the page as a whole is empty. */
  illustrated?: boolean;
}

/** What stands where nothing stands yet: why, and what to do. Its picture needs no script to appear. */
export function NothingHere({ heading, text, action, illustrated = false }: NothingHereProps) {
  return (
    <Box paddingBlock="1000" paddingInline="400">
      <BlockStack gap="400" inlineAlign="center">
        {illustrated ? <img src="/leaf.svg" alt="" width={56} height={56} /> : null}
        <div className="perennial-measure">
          <BlockStack gap="200" inlineAlign="center">
            <Text as="h2" variant="headingMd" alignment="center">
              {heading}
            </Text>
            <Text as="p" tone="subdued" alignment="center">
              {text}
            </Text>
          </BlockStack>
        </div>
        {action === undefined ? null : (
          <Button
            {...(action.primary === true ? { variant: "primary" } : {})}
            {...(action.url === undefined ? {} : { url: action.url })}
            {...(action.onAction === undefined ? {} : { onClick: action.onAction })}
          >
            {action.content}
          </Button>
        )}
      </BlockStack>
    </Box>
  );
}
