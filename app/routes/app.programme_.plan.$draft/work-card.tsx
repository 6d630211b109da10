import { Banner, BlockStack, Button, Card, InlineStack, ProgressBar, Text } from "@shopify/polaris";
import { useMay } from "../../components/use-may.ts";
import { useWords } from "../../components/use-words.ts";
import type { PlanView } from "../../use-cases/publishing/show-plan.ts";
import type { PlanForm } from "./use-plan.ts";

/** How far the plan is, or how it is begun. */
export function WorkCard({ view, form }: { view: PlanView; form: PlanForm }) {
  const { t, f } = useWords();
  const may = useMay();
  const words = t.plan.work;
  const { study } = view;
  if (view.hash === null || view.start.fault !== null || view.differences.length === 0) return null;
  if (study === null) return <NotBegun mayBegin={may("programme.draft")} form={form} />;
  if (study.state === "failed")
    return (
      <Banner
        tone="critical"
        title={words.failed.title}
        action={{ content: words.failed.action, onAction: form.study }}
      >
        <Text as="p">{study.reason === "overtaken" ? words.failed.overtaken : words.failed.failed}</Text>
      </Banner>
    );
  if (study.state === "waiting") return <Progress study={study} />;
  return (
    <InlineStack gap="200" blockAlign="center">
      <Text as="p" tone="subdued">
        {words.finished(f.ago(study.finishedAt ?? view.now, view.now))}
      </Text>
      {may("programme.draft") ? (
        <Button variant="plain" onClick={form.study}>
          {words.again}
        </Button>
      ) : null}
    </InlineStack>
  );
}

function NotBegun({ mayBegin, form }: { mayBegin: boolean; form: PlanForm }) {
  const { t } = useWords();
  const words = t.plan.work;
  return (
    <Card>
      <BlockStack gap="300" inlineAlign="start">
        <Text as="p">{mayBegin ? words.none : words.noneMay}</Text>
        {mayBegin ? <Button onClick={form.study}>{words.begin}</Button> : null}
      </BlockStack>
    </Card>
  );
}

function Progress({ study: { done, of, reason } }: { study: NonNullable<PlanView["study"]> }) {
  const { t, f } = useWords();
  const words = t.plan.work;
  return (
    <Card>
      <div role="status">
        <BlockStack gap="200">
          <Text as="h2" variant="headingMd">
            {words.title}
          </Text>
          <ProgressBar
            progress={of === 0 ? 0 : Math.floor((100 * done) / of)}
            size="small"
            ariaLabelledBy="plan-progress"
          />
          <Text as="p" id="plan-progress">
            {of === 0 ? words.beginning : words.progress(f.count(done), f.count(of))}
          </Text>
          <Text as="p" tone="subdued">
            {reason === null ? words.leave : words.store}
          </Text>
        </BlockStack>
      </div>
    </Card>
  );
}
