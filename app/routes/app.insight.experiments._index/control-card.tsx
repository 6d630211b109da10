import { useEffect, useState } from "react";
import { Banner, BlockStack, Button, Card, Divider, InlineStack, Select, Text } from "@shopify/polaris";
import { useAppBridge } from "@shopify/app-bridge-react";
import { useFetcher } from "@remix-run/react";
import { ConfirmModal } from "../../components/confirm-modal.tsx";
import { missingPermission, NotAllowed } from "../../components/not-allowed.tsx";
import { useMay } from "../../components/use-may.ts";
import { useWords } from "../../components/use-words.ts";
import type { ExperimentsView } from "../../use-cases/experiments/show-experiments.ts";
import { EffectLines } from "../app.insight.experiments.$id/effect-lines.tsx";
import { paysOf } from "../app.insight.experiments.$id/known-words.ts";
import { shareText } from "../app.insight.experiments.$id/measure-words.ts";

const SHARES = [0, 200, 500, 1_000, 2_000];

/** Who gets nothing personal, what that costs and gives, and what it has shown. */
export function ControlCard({ view }: { view: ExperimentsView }) {
  const { t, f } = useWords();
  const words = t.experiments.control;
  const may = useMay()("insight.manage");
  const { share, members } = view.control;
  const { chosen, choose, isAsked, ask, save, isBusy, answer } = useControlGroup(share);
  const options = [...new Set([...SHARES, share])]
    .sort((a, b) => a - b)
    .map((value) => ({
      value: String(value),
      label:
        value === 0
          ? words.off
          : words.option(shareText(value, f), f.count(Math.round((members * value) / 10_000))),
    }));
  const missing = missingPermission(answer);
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {words.title}
        </Text>
        {missing === null ? null : <NotAllowed permission={missing} />}
        {answer?.outcome === "overtaken" ? <Banner tone="warning">{words.overtaken}</Banner> : null}
        <Text as="p">{words.about}</Text>
        <Text as="p" tone="subdued">
          {words.costs}
        </Text>
        <InlineStack gap="300" blockAlign="end">
          <Select
            label={words.label}
            options={options}
            value={chosen}
            onChange={choose}
            disabled={!may || isBusy}
          />
          <Button disabled={!may || chosen === String(share)} loading={isBusy} onClick={() => ask(true)}>
            {words.save}
          </Button>
        </InlineStack>
        <Comparison view={view} />
      </BlockStack>
      <ConfirmModal
        id="control-group"
        open={isAsked}
        title={words.confirmTitle}
        text={chosen === "0" ? words.confirmOff : words.confirm}
        action={words.save}
        onConfirm={save}
        onClose={() => ask(false)}
      />
    </Card>
  );
}

function Comparison({ view: { control, currency, fewest } }: { view: ExperimentsView }) {
  const { t, f } = useWords();
  const words = t.experiments.control;
  const { look, firstAt, windowDays } = control;
  if (look === null)
    return firstAt === null ? null : <Text as="p">{words.first(f.date(firstAt), f.count(windowDays))}</Text>;
  const { reading, day } = look;
  const headlines = t.experiments.reading;
  const pays = paysOf(reading);
  const [left, others] = reading.arms.map(({ counted }) => f.count(counted));
  return (
    <>
      <Divider />
      <BlockStack gap="300">
        <Text as="h3" variant="headingSm">
          {reading.verdict === "better" && pays !== "more"
            ? headlines.controlUnpaid[pays]
            : headlines.controlHeadlines[reading.verdict]}
        </Text>
        <Text as="p">{words.read(f.day(day), left ?? "0", others ?? "0")}</Text>
        {reading.verdict === "few" ? (
          <Text as="p">{t.experiments.reading.few(f.count(fewest.members), f.count(fewest.hits))}</Text>
        ) : null}
        {reading.effects.map((effect) => (
          <EffectLines key={effect.measure} reading={reading} effects={[effect]} currency={currency} />
        ))}
      </BlockStack>
    </>
  );
}

function useControlGroup(share: number) {
  const { t } = useWords();
  const { saved } = t.experiments.control;
  const shopify = useAppBridge();
  const fetcher = useFetcher<{ outcome: string }>();
  const [chosen, choose] = useState(String(share));
  const [isAsked, ask] = useState(false);
  const answer = fetcher.state === "idle" ? fetcher.data : undefined;
  useEffect(() => {
    if (answer?.outcome === "saved") shopify.toast.show(saved);
  }, [answer, shopify, saved]);
  return {
    ...{ chosen, choose, isAsked, ask, answer, isBusy: fetcher.state !== "idle" },
    save: () => void fetcher.submit({ share: chosen, shown: String(share) }, { method: "post" }),
  };
}
