import { BlockStack, InlineStack, Text } from "@shopify/polaris";
import { useWords } from "../../components/use-words.ts";

interface PlainLineProps {
  title: string;
  texts: string[];
  at: number;
  /** What stands at the end of the line. */
  children?: React.ReactNode;
}

/** Something that moved no points: what, more of it, and when. */
export function PlainLine({ title, texts, at, children }: PlainLineProps) {
  const { f } = useWords();
  return (
    <li className="perennial-line">
      <InlineStack align="space-between" blockAlign="start" gap="400" wrap={false}>
        <BlockStack gap="050">
          <Text as="p" fontWeight="semibold" breakWord>
            {title}
          </Text>
          {texts.map((text) => (
            <Text key={text} as="p" breakWord>
              {text}
            </Text>
          ))}
          <Text as="p" variant="bodySm" tone="subdued">
            {f.dateTime(at)}
          </Text>
        </BlockStack>
        {children}
      </InlineStack>
    </li>
  );
}
