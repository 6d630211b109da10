import { BlockStack, Card, InlineStack, Link, Text } from "@shopify/polaris";
import { useWords } from "../../components/use-words.ts";
import type { ReconciliationView, RunView } from "../../use-cases/reconcile/show-reconciliation.ts";

/** The comparisons before, each leading to what it found. */
export function RunsCard({ view }: { view: ReconciliationView }) {
  const { t } = useWords();
  if (view.runs.length === 0) return null;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {t.reconciliation.runs.title}
        </Text>
        <ul className="perennial-lines">
          {view.runs.map((run) => (
            <RunLine key={run.number} run={run} />
          ))}
        </ul>
      </BlockStack>
    </Card>
  );
}

function RunLine({ run }: { run: RunView }) {
  const { t, f } = useWords();
  const words = t.reconciliation.runs;
  const { orders, missed } = run.counts;
  const what = words.line(f.dateTime(run.startedAt), words.causes[run.cause]);
  const found = words.missed(String(missed), f.count(missed));
  return (
    <li className="perennial-line">
      <InlineStack align="space-between" gap="200">
        <Link url={`/app/reconciliation?run=${run.number}`}>{what}</Link>
        <Text as="span" tone="subdued">
          {run.outcome === "stopped"
            ? words.stopped
            : `${words.looked(String(orders), f.count(orders))}, ${found}`}
        </Text>
      </InlineStack>
    </li>
  );
}
