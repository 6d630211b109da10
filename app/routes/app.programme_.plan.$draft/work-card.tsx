import { Banner, BlockStack, Box, Button, Card, InlineStack, Text } from "@shopify/polaris";
import { useMay } from "../../components/use-may.ts";
import { useWords } from "../../components/use-words.ts";
import { WorkProgress } from "../../components/work-progress.tsx";
import type { PlanView } from "../../use-cases/publishing/show-plan.ts";
import type { PlanForm } from "./use-plan.ts";

/** How far the plan is, or how it is begun. */
export function WorkCard({ view, form }: { view: PlanView; form: PlanForm }) {
  const { t, f } = useWords();
  const may = useMay();
  const words = t.plan.work;
  const { study } = view;
  if (view.hash === null || view.start.fault !== null || view.differences.length === 0) return null;
  if (study === null)
    return (
      <NotBegun
        text={may("programme.draft") ? words.none : words.noneMay}
        mayBegin={may("programme.draft")}
        form={form}
      />
    );
  if (study.state === "failed" && study.reason === "stopped")
    return <NotBegun text={words.stopped} mayBegin={may("programme.draft")} form={form} />;
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
  if (study.state === "waiting")
    return <Progress study={study} onStop={may("programme.draft") ? form.stop : null} />;
  return (
    <Box paddingInline={{ xs: "400", sm: "0" }}>
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
    </Box>
  );
}

function NotBegun({ text, mayBegin, form }: { text: string; mayBegin: boolean; form: PlanForm }) {
  const { t } = useWords();
  const words = t.plan.work;
  return (
    <Card>
      <BlockStack gap="300" inlineAlign="start">
        <Text as="p">{text}</Text>
        {mayBegin ? <Button onClick={form.study}>{words.begin}</Button> : null}
      </BlockStack>
    </Card>
  );
}

interface ProgressProps {
  study: NonNullable<PlanView["study"]>;
  /** null for who may not. */
  onStop: (() => void) | null;
}

function Progress({ study: { done, of, reason }, onStop }: ProgressProps) {
  const { t, f } = useWords();
  const words = t.plan.work;
  return (
    <WorkProgress
      id="plan-progress"
      title={words.title}
      {...{ done, of }}
      said={of === 0 ? words.beginning : words.progress(f.count(done), f.count(of))}
      hint={reason === null ? words.leave : words.store}
    >
      {onStop === null ? null : (
        <InlineStack>
          <Button onClick={onStop}>{words.stop}</Button>
        </InlineStack>
      )}
    </WorkProgress>
  );
}
