import { BlockStack, Box, InlineStack, Text, Thumbnail } from "@shopify/polaris";
import { useWords } from "../../components/use-words.ts";
import type { ShownPick } from "../../use-cases/recommend/show-preview.ts";
import { useEvidenceWords } from "./use-evidence-words.ts";

const NO_PICTURE = "/leaf.svg";

interface PickListProps {
  title: string | null;
  picks: readonly ShownPick[];
}

export function PickList({ title, picks }: PickListProps) {
  const { f } = useWords();
  const wordsOf = useEvidenceWords();
  return (
    <BlockStack gap="200">
      {title === null ? null : (
        <Text as="h4" variant="headingSm" tone="subdued">
          {title}
        </Text>
      )}
      <ol className="perennial-picks">
        {picks.map(({ productId, title: name, image, price, evidence }) => (
          <li key={productId}>
            <InlineStack gap="300" blockAlign="center" wrap={false}>
              <Thumbnail source={image ?? NO_PICTURE} alt="" size="small" />
              <Box width="100%">
                <BlockStack gap="050">
                  <InlineStack gap="200" align="space-between" wrap={false}>
                    <Text as="span" fontWeight="medium">
                      {name}
                    </Text>
                    {price === null ? null : (
                      <Text as="span" numeric>
                        {f.money(price)}
                      </Text>
                    )}
                  </InlineStack>
                  <Text as="span" tone="subdued" variant="bodySm">
                    {wordsOf(evidence)}
                  </Text>
                </BlockStack>
              </Box>
            </InlineStack>
          </li>
        ))}
      </ol>
    </BlockStack>
  );
}
