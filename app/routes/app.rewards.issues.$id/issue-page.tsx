import { useEffect, useState } from "react";
import { Badge, Banner, BlockStack, Card, Page, ProgressBar, Text } from "@shopify/polaris";
import { TitleBar, useAppBridge } from "@shopify/app-bridge-react";
import { useFetcher, useRevalidator } from "@remix-run/react";
import { ConfirmModal } from "../../components/confirm-modal.tsx";
import { Figure } from "../../components/figure.tsx";
import { missingPermission, NotAllowed } from "../../components/not-allowed.tsx";
import { useStaffName } from "../../components/staff-name.tsx";
import { useMay } from "../../components/use-may.ts";
import { useWords } from "../../components/use-words.ts";
import type { IssueCancelled, IssueView } from "../../use-cases/rewards-admin/show-issue.ts";
import { IssuedCard } from "./issued-card.tsx";

const LOOK_AGAIN_MS = 1_500;

/** A reward given to many: how far its codes are, who has which, and its end. */
export function IssuePage({ view }: { view: IssueView }) {
  const { t, f } = useWords();
  const words = t.rewardPages.issue;
  const issue = useIssue(view);
  const nameOf = useStaffName(view.names);
  const count = (members: number) => [String(members), f.count(members)] as const;
  const isOver = view.state === "cancelled" || view.state === "ended";
  return (
    <Page
      title={words.title(view.reward)}
      titleMetadata={<Badge>{t.rewardPages.issues.states[view.state]}</Badge>}
      backAction={{ content: words.back, url: "/app/rewards" }}
      secondaryActions={isOver ? [] : [issue.cancel]}
    >
      <TitleBar title={t.rewardPages.title} />
      <BlockStack gap="400">
        {issue.missing === null ? null : <NotAllowed permission={issue.missing} />}
        {issue.isOver ? <Banner tone="warning">{words.over}</Banner> : null}
        <Card>
          <BlockStack gap="400">
            <BlockStack gap="100">
              <Text as="p" tone="subdued">
                {words.line(f.dateTime(view.at), nameOf(view.actor))}
              </Text>
              <Text as="p" tone="subdued">
                {words.until(f.dateTime(view.endsAt))}
              </Text>
            </BlockStack>
            {view.state === "making" ? <Progress view={view} /> : null}
            <div className="perennial-figures">
              {(["members", "ready", "used", "refused"] as const).map((figure) => (
                <Figure key={figure} label={words.figures[figure]} value={f.count(view[figure])} />
              ))}
            </div>
            {view.reasons.length === 0 ? null : (
              <Banner tone="warning" title={words.reasons}>
                {view.reasons.map((reason) => (
                  <Text key={reason} as="p" breakWord>
                    {reason}
                  </Text>
                ))}
              </Banner>
            )}
          </BlockStack>
        </Card>
        <IssuedCard view={view} />
      </BlockStack>
      <ConfirmModal
        id="cancel-issue"
        open={issue.asked}
        title={words.cancelTitle}
        text={words.cancelText(...count(view.members))}
        action={words.cancel}
        isDestructive
        onConfirm={issue.send}
        onClose={() => issue.ask(false)}
      />
    </Page>
  );
}

function Progress({ view }: { view: IssueView }) {
  const { t, f } = useWords();
  const words = t.rewardPages.issue;
  const done = view.ready + view.refused;
  return (
    <BlockStack gap="200">
      <div role="status">
        <Text as="p" id="issue-progress">
          {words.progress(f.count(done), f.count(view.members))}. {words.leave}
        </Text>
      </div>
      <ProgressBar
        size="small"
        progress={view.members === 0 ? 0 : (100 * done) / view.members}
        ariaLabelledBy="issue-progress"
      />
    </BlockStack>
  );
}

/** Looked at again while the store is at it. */
function useIssue(view: IssueView) {
  const { t } = useWords();
  const words = t.rewardPages.issue;
  const may = useMay();
  const shopify = useAppBridge();
  const fetcher = useFetcher<IssueCancelled>();
  const { revalidate } = useRevalidator();
  const [asked, ask] = useState(false);
  const isUnderWay = view.state === "making";
  useEffect(() => {
    if (!isUnderWay) return;
    const pause = setInterval(() => void revalidate(), LOOK_AGAIN_MS);
    return () => clearInterval(pause);
  }, [isUnderWay, revalidate]);
  const answer = fetcher.state === "idle" ? fetcher.data : undefined;
  useEffect(() => {
    if (answer?.outcome === "issue-cancelled") shopify.toast.show(words.done);
    // Each answer is told of once, whatever else is drawn anew.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [answer]);
  return {
    asked,
    ask,
    send: () => void fetcher.submit({ intent: "cancel" }, { method: "post" }),
    cancel: {
      content: words.cancel,
      onAction: () => ask(true),
      disabled: fetcher.state !== "idle" || !may("rewards.manage"),
    },
    isOver: answer?.outcome === "issue-over",
    missing: missingPermission(answer),
  };
}
