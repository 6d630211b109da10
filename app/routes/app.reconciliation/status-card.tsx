import { Badge, BlockStack, Card, InlineStack, ProgressBar, Text } from "@shopify/polaris";
import { Figure } from "../../components/figure.tsx";
import { NothingHere } from "../../components/nothing-here.tsx";
import { useWords } from "../../components/use-words.ts";
import type { ReconciliationView, RunView } from "../../use-cases/reconcile/show-reconciliation.ts";

/** When it was compared last and what came of it; while it is under way, how far it is. */
export function StatusCard({ view }: { view: ReconciliationView }) {
  const { t } = useWords();
  const words = t.reconciliation.status;
  const { current, last } = view;
  if (current === null && last === null)
    return (
      <Card>
        <NothingHere illustrated heading={words.never} text={words.neverText} />
      </Card>
    );
  return (
    <Card>
      <BlockStack gap="400">
        {current === null ? null : <UnderWay run={current} />}
        {current !== null || last === null ? null : <Over run={last} now={view.now} />}
      </BlockStack>
    </Card>
  );
}

function UnderWay({ run }: { run: RunView }) {
  const { t, f } = useWords();
  const words = t.reconciliation.status;
  const { done, all } = run.steps;
  return (
    <div aria-live="polite">
      <BlockStack gap="300">
        <InlineStack align="space-between" blockAlign="center" gap="200">
          <Text as="h2" variant="headingMd">
            {words.underWay}
          </Text>
          <Text as="span" tone="subdued">
            {words.progress(f.count(done + 1), f.count(all))}
          </Text>
        </InlineStack>
        <ProgressBar progress={(100 * done) / all} size="small" tone="primary" ariaLabelledBy="comparing" />
        <Text as="span" id="comparing" visuallyHidden>
          {words.underWay}
        </Text>
        {run.isStuck ? <Text as="p">{words.stuck}</Text> : null}
        <Figures run={run} />
      </BlockStack>
    </div>
  );
}

function Over({ run, now }: { run: RunView; now: number }) {
  const { t, f } = useWords();
  const words = t.reconciliation.status;
  const { missed, doubtful } = run.counts;
  const tone = doubtful > 0 ? "warning" : missed > 0 ? "info" : "success";
  const heading = missed === 0 ? words.good : words.mended(String(missed), f.count(missed));
  return (
    <BlockStack gap="300">
      <InlineStack align="space-between" blockAlign="center" gap="200">
        <Text as="h2" variant="headingMd">
          {doubtful > 0 ? words.doubtful : heading}
        </Text>
        <Badge tone={tone}>{words.when(f.ago(run.finishedAt ?? now, now))}</Badge>
      </InlineStack>
      <Figures run={run} />
    </BlockStack>
  );
}

function Figures({ run }: { run: RunView }) {
  const { t, f } = useWords();
  const words = t.reconciliation.figures;
  const names = ["missed", "orders", "customers", "members", "products", "codes"] as const;
  return (
    <div className="perennial-figures">
      {names.map((name) => (
        <Figure key={name} label={words[name]} value={f.count(run.counts[name])} />
      ))}
    </div>
  );
}
