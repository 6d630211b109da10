import { BlockStack, Button, Card, InlineStack, Link, Text } from "@shopify/polaris";
import { CodeBlock } from "../../components/code-block.tsx";
import { saveText } from "../../components/save-text.ts";
import { useWords } from "../../components/use-words.ts";
import type { OperationsView } from "../../use-cases/operations/show-operations.ts";

type Head = OperationsView["heads"][number];

/** What is published of the ledger's chain: statements that outlive whoever would change it. */
export function HeadsCard({ view }: { view: OperationsView }) {
  const { t } = useWords();
  const words = t.operations.heads;
  return (
    <Card>
      <BlockStack gap="300">
        <BlockStack gap="100">
          <Text as="h2" variant="headingMd">
            {words.title}
          </Text>
          <Text as="p" tone="subdued">
            {words.help}
          </Text>
        </BlockStack>
        {view.heads.length === 0 ? (
          <Text as="p">{words.none}</Text>
        ) : (
          <ul className="perennial-lines">
            {view.heads.map((head) => (
              <HeadLine key={head.number} head={head} />
            ))}
          </ul>
        )}
        <InlineStack gap="400">
          <Link url={view.published} target="_blank">
            {words.published}
          </Link>
          <Link url={view.checker} target="_blank">
            {words.checker}
          </Link>
        </InlineStack>
      </BlockStack>
    </Card>
  );
}

function HeadLine({ head }: { head: Head }) {
  const { t, f } = useWords();
  const words = t.operations.heads;
  const { number, at, statement, publicKey, signature } = head;
  const save = () =>
    saveText(`${JSON.stringify({ statement, publicKey, signature }, null, 2)}\n`, {
      name: `signed-head-${number}.json`,
      type: "application/json",
    });
  return (
    <li className="perennial-line">
      <BlockStack gap="200">
        <InlineStack align="space-between" blockAlign="center" gap="200">
          <BlockStack gap="050">
            <Text as="span" fontWeight="semibold">
              {words.number(f.count(number))}
            </Text>
            <Text as="span" variant="bodySm" tone="subdued">
              {f.dateTime(at)}
            </Text>
          </BlockStack>
          <Button onClick={save} accessibilityLabel={`${words.download}: ${words.number(f.count(number))}`}>
            {words.download}
          </Button>
        </InlineStack>
        <details className="perennial-details">
          <summary>{words.show}</summary>
          <BlockStack gap="200">
            <CodeBlock label={words.statement}>{statement}</CodeBlock>
            <CodeBlock label={words.key}>{publicKey}</CodeBlock>
            <CodeBlock label={words.signature}>{signature}</CodeBlock>
          </BlockStack>
        </details>
      </BlockStack>
    </li>
  );
}
