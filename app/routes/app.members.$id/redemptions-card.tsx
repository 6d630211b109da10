import { useEffect, useState } from "react";
import {
  Badge,
  Banner,
  BlockStack,
  Button,
  Card,
  InlineStack,
  Text,
  type BadgeProps,
} from "@shopify/polaris";
import { useAppBridge } from "@shopify/app-bridge-react";
import { useFetcher } from "@remix-run/react";
import { ConfirmModal } from "../../components/confirm-modal.tsx";
import { useMay } from "../../components/use-may.ts";
import { useWords } from "../../components/use-words.ts";
import type { RedemptionChange, RedemptionChanged } from "../../use-cases/rewards/change-redemption.ts";
import type { StaffRedemption } from "../../use-cases/rewards/list-redemptions.ts";

const TONES: Record<StaffRedemption["state"], BadgeProps["tone"]> = {
  making: "info",
  ready: "success",
  waiting: "attention",
  granted: "success",
  used: undefined,
  returned: undefined,
  "not-made": "critical",
};

/** What the member redeemed, and what staff can still do about it. */
export function RedemptionsCard({
  redemptions,
  rewards,
}: {
  redemptions: StaffRedemption[];
  /** What the merchant calls them, by id. */
  rewards: Record<string, string>;
}) {
  const { t, f } = useWords();
  const words = t.redemptions;
  const { asked, ask, answer, send, isSending } = useChanges();
  const shown = redemptions.find(({ id }) => id === asked.redemptionId);
  const points = (count: StaffRedemption["points"]) => t.points(String(count), f.whole(String(count)));
  const modal = words[asked.change];
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {words.title}
        </Text>
        {answer === "too-late" ? <Banner tone="warning">{words.tooLate}</Banner> : null}
        {redemptions.length === 0 ? (
          <Text as="p" tone="subdued">
            {words.none}
          </Text>
        ) : (
          <ul className="perennial-lines">
            {redemptions.map((redemption) => (
              <Line
                key={redemption.id}
                redemption={redemption}
                name={rewards[redemption.reward] ?? redemption.reward}
                onAsk={ask}
                busy={isSending}
              />
            ))}
          </ul>
        )}
      </BlockStack>
      <ConfirmModal
        id="redemption"
        open={asked.open}
        title={modal.title}
        text={modal.text(points(shown?.points ?? 0))}
        action={modal.button}
        onConfirm={send}
        onClose={() => ask(null)}
      />
    </Card>
  );
}

interface LineProps {
  redemption: StaffRedemption;
  name: string;
  onAsk: (change: RedemptionChange) => void;
  busy: boolean;
}

function Line({ redemption, name, onAsk, busy }: LineProps) {
  const { t, f } = useWords();
  const mayChange = useMay()("members.manage");
  const words = t.redemptions;
  const { id, state, points, code, endsAt, heldAt, instructions, reason } = redemption;
  const until = endsAt === null ? null : f.date(Date.parse(endsAt));
  const details = [
    words.line(t.points(String(points), f.whole(String(points))), f.date(Date.parse(heldAt))),
    ...(code === null ? [] : [until === null ? words.code(code) : words.codeUntil(code, until)]),
    ...(redemption.waitsForStaff && instructions !== null ? [instructions] : []),
    ...(reason === null ? [] : [words.storeSaid(reason)]),
  ];
  return (
    <li className="perennial-line">
      <BlockStack gap="200">
        <InlineStack align="space-between" gap="400" wrap={false}>
          <Text as="span">{name}</Text>
          <Badge {...(TONES[state] === undefined ? {} : { tone: TONES[state] })}>{words.states[state]}</Badge>
        </InlineStack>
        {details.map((detail) => (
          <Text key={detail} as="span" variant="bodySm" tone="subdued" breakWord>
            {detail}
          </Text>
        ))}
        {mayChange && (redemption.waitsForStaff || redemption.canCancel) ? (
          <InlineStack gap="200">
            {redemption.waitsForStaff ? (
              <Button onClick={() => onAsk({ redemptionId: id, change: "granted" })} disabled={busy}>
                {words.granted.button}
              </Button>
            ) : null}
            <Button
              variant="plain"
              onClick={() => onAsk({ redemptionId: id, change: "cancel" })}
              disabled={busy}
            >
              {words.cancel.button}
            </Button>
          </InlineStack>
        ) : null}
      </BlockStack>
    </li>
  );
}

/** Asks once more before anything is changed, and says what came of it. */
function useChanges() {
  const { t } = useWords();
  const words = t.redemptions;
  const shopify = useAppBridge();
  const fetcher = useFetcher<RedemptionChanged>();
  const [asked, setAsked] = useState<RedemptionChange & { open: boolean }>({
    redemptionId: "",
    change: "cancel",
    open: false,
  });
  const answer = fetcher.state === "idle" ? fetcher.data?.outcome : undefined;
  useEffect(() => {
    if (answer === "cancelled") shopify.toast.show(words.cancel.done);
    if (answer === "granted") shopify.toast.show(words.granted.done);
    // Each answer is told of once, whatever else is drawn anew.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [answer]);
  const isRefused = answer !== undefined && answer !== "cancelled" && answer !== "granted";
  return {
    asked,
    ask: (change: RedemptionChange | null) =>
      setAsked((before) => (change === null ? { ...before, open: false } : { ...change, open: true })),
    answer: isRefused ? ("too-late" as const) : answer,
    isSending: fetcher.state !== "idle",
    send: () =>
      void fetcher.submit({ redemption: asked.redemptionId, change: asked.change }, { method: "post" }),
  };
}
