import { BlockStack, Card, SkeletonBodyText, SkeletonPage } from "@shopify/polaris";
import { useWords } from "./use-words.ts";

/** What stands in a page's place while it is on its way. */
export function PageSkeleton() {
  const { t } = useWords();
  return (
    <div role="status" aria-label={t.common.loading}>
      <SkeletonPage>
        <BlockStack gap="400">
          {[3, 8, 4].map((lines) => (
            <Card key={lines}>
              <SkeletonBodyText lines={lines} />
            </Card>
          ))}
        </BlockStack>
      </SkeletonPage>
    </div>
  );
}
