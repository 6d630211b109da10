import { BlockStack, Card, Text, useBreakpoints } from "@shopify/polaris";
import { useWords } from "../../components/use-words.ts";

/** What is kept about people: what for, and for how long. */
export function KeptCard() {
  const { t } = useWords();
  const words = t.privacy.kept;
  const { smDown } = useBreakpoints();
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
        {smDown ? <KeptLines /> : <KeptTable />}
      </BlockStack>
    </Card>
  );
}

function KeptTable() {
  const { t } = useWords();
  const words = t.privacy.kept;
  return (
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
  );
}

/** Where three columns have no room. */
function KeptLines() {
  const { t } = useWords();
  const { rows, columns } = t.privacy.kept;
  return (
    <ul className="perennial-lines">
      {rows.map(({ what, why, until }) => (
        <li key={what} className="perennial-line">
          <BlockStack gap="050">
            <Text as="span" fontWeight="semibold">
              {what}
            </Text>
            <Text as="span">{`${columns.why}: ${why}`}</Text>
            <Text as="span" tone="subdued">{`${columns.until}: ${until}`}</Text>
          </BlockStack>
        </li>
      ))}
    </ul>
  );
}
