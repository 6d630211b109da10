import { useEffect, useState } from "react";
import { Badge, Banner, BlockStack, Card, InlineStack, Page, ProgressBar, Text } from "@shopify/polaris";
import { TitleBar } from "@shopify/app-bridge-react";
import { useFetcher, useRevalidator } from "@remix-run/react";
import { BULK_TONES, bulkSentence } from "../../components/bulk-words.ts";
import { ConfirmModal } from "../../components/confirm-modal.tsx";
import { missingPermission, NotAllowed } from "../../components/not-allowed.tsx";
import { Figure } from "../../components/figure.tsx";
import { useStaffName } from "../../components/staff-name.tsx";
import { useMay } from "../../components/use-may.ts";
import { useWords } from "../../components/use-words.ts";
import type { BulkChange, BulkChanged } from "../../use-cases/members/change-bulk.ts";
import type { BulkView } from "../../use-cases/members/show-bulk.ts";
import { RefusedCard } from "./refused-card.tsx";

const LOOK_AGAIN_MS = 1_000;

export function BulkPage({ view }: { view: BulkView }) {
  const { t, f } = useWords();
  const words = t.memberList.run;
  const { counts, terms } = view;
  const bulk = useBulkRun(view);
  const nameOf = useStaffName(view.names);
  return (
    <Page
      title={bulkSentence(view, t, f)}
      titleMetadata={<Badge {...BULK_TONES[view.state]}>{words.states[view.state]}</Badge>}
      backAction={{ content: words.backToList, url: "/app/members/bulk" }}
      secondaryActions={bulk.actions}
    >
      <TitleBar title={words.title} />
      <BlockStack gap="400">
        {bulk.missing === null ? null : <NotAllowed permission={bulk.missing} />}
        {bulk.isTooLate ? <Banner tone="warning">{words.tooLate}</Banner> : null}
        <Card>
          <BlockStack gap="400">
            <Text as="p" tone="subdued">
              {words.line(f.dateTime(view.startedAt), nameOf(view.startedBy))}
            </Text>
            {terms.kind === "adjust" ? (
              <Text as="p" breakWord>
                {words.reason(terms.reason)}
              </Text>
            ) : null}
            {bulk.isUnderWay ? <Progress view={view} /> : null}
            <div className="perennial-figures">
              {(["done", "refused", "waiting", "undone", "kept"] as const).map((state) =>
                counts[state] === 0 && state !== "done" ? null : (
                  <Figure key={state} label={words.counts[state]} value={f.count(counts[state])} />
                ),
              )}
            </div>
            {bulk.canUndo ? (
              <Text as="p" tone="subdued">
                {words.undoUntil(f.dateTime(view.undoUntil))}
              </Text>
            ) : null}
          </BlockStack>
        </Card>
        <RefusedCard view={view} />
      </BlockStack>
      <ConfirmModal
        id="bulk-change"
        open={bulk.asked !== null}
        title={bulk.asked === "stop" ? words.stopTitle : words.undoTitle}
        text={askedText(bulk.asked, view, { t, f })}
        action={bulk.asked === "stop" ? words.stop : words.undo}
        onConfirm={() => bulk.asked !== null && bulk.send(bulk.asked)}
        onClose={() => bulk.ask(null)}
      />
    </Page>
  );
}

function Progress({ view }: { view: BulkView }) {
  const { t, f } = useWords();
  const words = t.memberList.run;
  const { counts, state } = view;
  const of = state === "undoing" ? counts.done + counts.undone + counts.kept : view.members;
  const done = state === "undoing" ? counts.undone + counts.kept : view.members - counts.waiting;
  const sentence = words.progress(f.count(done), f.count(of));
  return (
    <BlockStack gap="200">
      <div role="status">
        <InlineStack align="space-between" gap="400">
          <Text as="span">{sentence}</Text>
          <Text as="span" tone="subdued">
            {words.leave}
          </Text>
        </InlineStack>
      </div>
      <ProgressBar progress={of === 0 ? 0 : (100 * done) / of} size="small" ariaLabelledBy="bulk-progress" />
      <Text as="span" id="bulk-progress" visuallyHidden>
        {sentence}
      </Text>
    </BlockStack>
  );
}

function askedText(
  asked: BulkChange | null,
  { terms, counts }: BulkView,
  { t, f }: ReturnType<typeof useWords>,
): string {
  const words = t.memberList.run;
  if (asked === "stop") return words.stopText;
  const done = [String(counts.done), f.count(counts.done)] as const;
  return terms.kind === "grant" ? words.undoReward(...done) : words.undoPoints(...done);
}

/** The run as it stands, looked at again while something goes on, and what can be done about it. */
function useBulkRun(view: BulkView) {
  const { t } = useWords();
  const words = t.memberList.run;
  const may = useMay();
  const fetcher = useFetcher<BulkChanged>();
  const { revalidate } = useRevalidator();
  const [asked, setAsked] = useState<BulkChange | null>(null);
  const { state, counts } = view;
  const isUnderWay = state === "running" || state === "undoing";
  useEffect(() => {
    if (!isUnderWay) return;
    const pause = setInterval(() => void revalidate(), LOOK_AGAIN_MS);
    return () => clearInterval(pause);
  }, [isUnderWay, revalidate]);
  const answer = fetcher.state === "idle" ? fetcher.data : undefined;
  const send = (intent: BulkChange) => void fetcher.submit({ intent }, { method: "post" });
  const disabled = fetcher.state !== "idle" || !may("members.bulk");
  const canUndo = (state === "done" || state === "stopped") && counts.done > 0 && view.now <= view.undoUntil;
  const actions = [
    ...(state === "running" ? [{ content: words.stop, onAction: () => setAsked("stop"), disabled }] : []),
    ...(state === "stopped" && counts.waiting > 0
      ? [{ content: words.goOn, onAction: () => send("go-on"), disabled }]
      : []),
    ...(canUndo ? [{ content: words.undo, onAction: () => setAsked("undo"), disabled }] : []),
    ...(view.terms.kind === "grant" && counts.done > 0
      ? [{ content: words.codes, url: `/app/rewards/issues/${view.id}` }]
      : []),
    ...(view.address === "" ? [] : [{ content: words.whom, url: `/app/members?${view.address}` }]),
  ];
  return {
    actions,
    asked,
    ask: setAsked,
    send,
    canUndo,
    isUnderWay,
    isTooLate: answer?.outcome === "bulk-too-late",
    missing: missingPermission(answer),
  };
}
