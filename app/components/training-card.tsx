import { useEffect } from "react";
import { Banner, BlockStack, Button, Card, InlineStack, Text } from "@shopify/polaris";
import { useAppBridge } from "@shopify/app-bridge-react";
import { useFetcher } from "@remix-run/react";
import { missingPermission, NotAllowed } from "./not-allowed.tsx";
import { StepsProgress } from "./steps-progress.tsx";
import { useMay } from "./use-may.ts";
import { useNewsWhile } from "./use-news-while.ts";
import { useWords } from "./use-words.ts";

export interface TrainingCardProps {
  now: number;
  /** null before the first time. */
  last: {
    askedAt: number;
    /** null for what the night brought about. */
    askedBy: string | null;
    askedByName: string | null;
    step: string | null;
    done: number;
    steps: number;
    failed: string[];
    finishedAt: number | null;
  } | null;
  isUnderWay: boolean;
}

/** When the shop's models were learned last; to learn them anew is one click away. */
export function TrainingCard(training: TrainingCardProps) {
  const { t } = useWords();
  const words = t.insight.training;
  const may = useMay();
  const { begin, isBeginning, missing } = useTraining();
  useNewsWhile(training.isUnderWay);
  return (
    <Card>
      <BlockStack gap="300">
        <InlineStack align="space-between" blockAlign="center" gap="200">
          <Text as="h2" variant="headingMd">
            {words.title}
          </Text>
          <Button
            onClick={begin}
            loading={isBeginning}
            disabled={training.isUnderWay || !may("insight.manage")}
          >
            {words.begin}
          </Button>
        </InlineStack>
        <Text as="p" tone="subdued">
          {words.help}
        </Text>
        {missing === null ? null : <NotAllowed permission={missing} />}
        <div aria-live="polite">
          {training.isUnderWay ? <UnderWay {...training} /> : <Result {...training} />}
        </div>
      </BlockStack>
    </Card>
  );
}

/** The entry of Insight has the action, whichever page asks. */
function useTraining() {
  const { t } = useWords();
  const shopify = useAppBridge();
  const fetcher = useFetcher<{ outcome: string }>();
  const answer = fetcher.state === "idle" ? fetcher.data : undefined;
  useEffect(() => {
    if (answer?.outcome === "begun") shopify.toast.show(t.insight.training.begun);
  }, [answer, shopify, t]);
  return {
    isBeginning: fetcher.state !== "idle",
    missing: missingPermission(answer),
    begin: () => void fetcher.submit(null, { method: "post", action: "/app/insight?index" }),
  };
}

function UnderWay({ last, now }: TrainingCardProps) {
  const { t, f } = useWords();
  const words = t.insight.training;
  if (last === null) return null;
  const { done, steps, step, askedAt, askedBy, askedByName } = last;
  return (
    <StepsProgress
      id="training"
      doing={step === null ? words.waiting : words.learning(stepName(step, t))}
      done={done}
      steps={steps}
      stepsText={words.steps}
      asked={
        askedBy === null
          ? words.byNight(f.ago(askedAt, now))
          : words.askedBy(askedByName ?? t.common.staff(askedBy), f.ago(askedAt, now))
      }
    />
  );
}

function Result({ last, now }: TrainingCardProps) {
  const { t, f } = useWords();
  const words = t.insight.training;
  if (last === null || last.finishedAt === null)
    return (
      <Text as="p" tone="subdued">
        {words.never}
      </Text>
    );
  if (last.failed.length > 0)
    return (
      <Banner tone="warning">
        {words.failed(f.list(last.failed.map((step) => stepName(step, t))), f.ago(last.finishedAt, now))}
      </Banner>
    );
  return <Text as="p">{words.done(f.ago(last.finishedAt, now))}</Text>;
}

function stepName(step: string, t: ReturnType<typeof useWords>["t"]): string {
  const names: Partial<Record<string, string>> = t.insight.training.stepNames;
  return names[step] ?? step;
}
