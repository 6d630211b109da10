import { useEffect } from "react";
import { Badge, Banner, BlockStack, Button, Card, InlineStack, Text } from "@shopify/polaris";
import { useAppBridge } from "@shopify/app-bridge-react";
import { useFetcher } from "@remix-run/react";
import { missingPermission, NotAllowed } from "../../components/not-allowed.tsx";
import { StepsProgress } from "../../components/steps-progress.tsx";
import { useMay } from "../../components/use-may.ts";
import { useNewsWhile } from "../../components/use-news-while.ts";
import { useWords } from "../../components/use-words.ts";
import type { OperationsView } from "../../use-cases/operations/show-operations.ts";

interface LedgerCardProps {
  ledger: OperationsView["ledger"];
  now: number;
}

/** Whether the whole ledger is as it was written, by the last reading; another is one click away. */
export function LedgerCard({ ledger, now }: LedgerCardProps) {
  const { t } = useWords();
  const words = t.operations.ledger;
  const may = useMay();
  const isUnderWay = ledger.check !== null && ledger.check.finishedAt === null;
  const { begin, isBeginning, missing } = useVerification();
  useNewsWhile(isUnderWay);
  return (
    <Card>
      <BlockStack gap="300">
        <InlineStack align="space-between" blockAlign="center" gap="200">
          <Text as="h2" variant="headingMd">
            {words.title}
          </Text>
          <Button onClick={begin} loading={isBeginning} disabled={isUnderWay || !may("operations")}>
            {words.verify}
          </Button>
        </InlineStack>
        <Text as="p" tone="subdued">
          {words.help}
        </Text>
        {missing === null ? null : <NotAllowed permission={missing} />}
        <div aria-live="polite">
          {isUnderWay ? <UnderWay ledger={ledger} now={now} /> : <Result ledger={ledger} now={now} />}
        </div>
      </BlockStack>
    </Card>
  );
}

function useVerification() {
  const { t } = useWords();
  const shopify = useAppBridge();
  const fetcher = useFetcher<{ begun: boolean }>();
  const answer = fetcher.state === "idle" ? fetcher.data : undefined;
  useEffect(() => {
    if (answer?.begun === true) shopify.toast.show(t.operations.ledger.begun);
  }, [answer, shopify, t]);
  return {
    isBeginning: fetcher.state !== "idle",
    missing: missingPermission(answer),
    begin: () => void fetcher.submit(null, { method: "post" }),
  };
}

function UnderWay({ ledger: { check, askedByName }, now }: LedgerCardProps) {
  const { t, f } = useWords();
  const words = t.operations.ledger;
  if (check === null) return null;
  const { done, steps, askedAt, askedBy } = check;
  return (
    <StepsProgress
      id="verifying"
      doing={words.underWay}
      done={done}
      steps={steps}
      stepsText={words.steps}
      asked={words.askedBy(askedByName ?? t.common.staff(askedBy), f.ago(askedAt, now))}
    />
  );
}

function Result({ ledger: { last, check }, now }: LedgerCardProps) {
  const { t, f } = useWords();
  const words = t.operations.ledger;
  if (last === null)
    return (
      <Text as="p" tone="subdued">
        {words.never}
      </Text>
    );
  if (last.fault !== null)
    return (
      <Banner tone="critical" title={words.wrong}>
        <BlockStack gap="200">
          <Text as="p" breakWord>
            {last.fault}
          </Text>
          <Text as="p">{words.wrongHelp}</Text>
        </BlockStack>
      </Banner>
    );
  const head = check?.finishedAt === last.at ? check.head : null;
  return (
    <BlockStack gap="200">
      <InlineStack gap="200" blockAlign="center">
        <Text as="p">{words.right(String(last.transactions), f.count(last.transactions))}</Text>
        <Badge tone="success">{words.when(f.ago(last.at, now))}</Badge>
      </InlineStack>
      {head === null ? null : (
        <Text as="p" variant="bodySm" tone="subdued" breakWord>
          {words.head}: <code>{head}</code>
        </Text>
      )}
    </BlockStack>
  );
}
