import { useState } from "react";
import { BlockStack, ButtonGroup, Button, Card, Text } from "@shopify/polaris";
import { useWords } from "../../components/use-words.ts";
import type { PreviewPages } from "../../preview-page.server.ts";

/** The rewards page as shoppers would see it, in a frame of its own in which nothing can run. */
export function PreviewCard({ preview }: { preview: PreviewPages | null }) {
  const { t } = useWords();
  const words = t.start.preview;
  const [as, setAs] = useState<keyof PreviewPages>("member");
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {words.title}
        </Text>
        <ButtonGroup variant="segmented">
          <Button pressed={as === "member"} onClick={() => setAs("member")}>
            {words.member}
          </Button>
          <Button pressed={as === "guest"} onClick={() => setAs("guest")}>
            {words.guest}
          </Button>
        </ButtonGroup>
        {preview === null ? (
          <Text as="p" tone="subdued">
            {words.faulty}
          </Text>
        ) : (
          <iframe className="perennial-preview" title={words.frame} sandbox="" srcDoc={preview[as]} />
        )}
        <Text as="p" variant="bodySm" tone="subdued">
          {words.help}
        </Text>
      </BlockStack>
    </Card>
  );
}
