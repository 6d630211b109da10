import { BlockStack, Card, Text } from "@shopify/polaris";
import { useWords } from "../../components/use-words.ts";

/** What is kept about people: what for, and for how long. */
export function KeptCard() {
  const { t } = useWords();
  const words = t.privacy.kept;
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
        <div className="perennial-table-frame" tabIndex={0} role="region" aria-label={words.title}>
          <table className="perennial-table">
            <caption>{words.title}</caption>
            <thead>
              <tr>
                <th scope="col">{words.columns.what}</th>
                <th scope="col">{words.columns.why}</th>
                <th scope="col">{words.columns.until}</th>
              </tr>
            </thead>
            <tbody>
              {words.rows.map(({ what, why, until }) => (
                <tr key={what}>
                  <th scope="row">{what}</th>
                  <td>{why}</td>
                  <td>{until}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </BlockStack>
    </Card>
  );
}
