import { BlockStack, Button, Card, InlineStack, Text } from "@shopify/polaris";

interface LinkCardProps {
  title: string;
  text: string;
  link: { content: string; url: string };
}

/** What stands on a page of its own, and the way there. */
export function LinkCard({ title, text, link }: LinkCardProps) {
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {title}
        </Text>
        <Text as="p">{text}</Text>
        <InlineStack>
          <Button url={link.url}>{link.content}</Button>
        </InlineStack>
      </BlockStack>
    </Card>
  );
}
