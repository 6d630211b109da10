import { useCallback, useEffect, useState } from "preact/hooks";
import type { LoyaltySummary } from "../../../../app/loyalty/summary.ts";
import type { RedemptionTold, RewardOffer } from "../../../perennial-shared/app-answers.ts";
import { useAnswer } from "../../../perennial-shared/use-answer.ts";
import { Skeleton } from "../parts/skeleton.tsx";
import { Trouble } from "../parts/trouble.tsx";
import type { Surface, Words } from "../surface.ts";
import { HeldReward, type GaveBack } from "./held-reward.tsx";
import { RewardCard } from "./reward-card.tsx";

interface Props {
  words: Words;
  surface: Surface;
  take: (member: LoyaltySummary | null | undefined) => void;
}

/** Shopify is asked for a code at once; it takes seconds where it is slow. */
const LOOK_AGAIN_MS = 3_000;

/** The points shop, what can be had first; above it what was had and can be used, of which `held` are known already. */
export function Rewards({ words, surface, take, held: expected }: Props & { held: number }) {
  const { t } = words;
  const { app } = surface;
  const { answer, again } = useAnswer(useCallback(() => app.get("rewards", { with: "redemptions" }), [app]));
  const held = answer.state === "ready" ? (answer.body.redemptions ?? []) : [];
  const [givenBack, setGivenBack] = useState<ReadonlySet<string>>(new Set());
  const changed = (member: LoyaltySummary | null | undefined) => {
    take(member);
    again();
  };
  const gaveBack = (id: string, member: LoyaltySummary | null | undefined) => {
    setGivenBack((before) => new Set([...before, id]));
    changed(member);
  };
  const isMaking = held.some(({ state }) => state === "making");
  useEffect(() => {
    if (!isMaking) return;
    const timer = setTimeout(again, LOOK_AGAIN_MS);
    return () => clearTimeout(timer);
  }, [answer, isMaking, again]);
  return (
    <>
      {answer.state === "loading" && expected > 0 && (
        <s-section heading={t("held.title")}>
          <Skeleton lines={Array.from({ length: 3 * expected }, () => t("loading.line"))} />
        </s-section>
      )}
      <HeldRewards words={words} surface={surface} held={held.filter(isOpen)} gaveBack={gaveBack} />
      <s-section heading={t("rewards.title")}>
        {answer.state === "loading" && <Skeleton lines={[t("loading.line"), t("loading.line")]} />}
        {answer.state === "failed" && <Trouble words={words} text={answer.text} again={again} />}
        {answer.state === "ready" && (
          <Shop {...{ words, surface, changed, givenBack }} rewards={answer.body.rewards} />
        )}
      </s-section>
    </>
  );
}

function Shop({
  words,
  surface,
  rewards,
  changed,
  givenBack,
}: {
  words: Words;
  surface: Surface;
  rewards: RewardOffer[];
  changed: Props["take"];
  givenBack: ReadonlySet<string>;
}) {
  if (rewards.length === 0) return <s-text color="subdued">{words.t("rewards.empty")}</s-text>;
  return (
    <s-grid gridTemplateColumns="repeat(auto-fill, minmax(240px, 1fr))" gap="base">
      {nearestFirst(rewards).map((reward) => (
        <RewardCard key={reward.id} {...{ words, surface, reward, changed, givenBack }} />
      ))}
    </s-grid>
  );
}

function HeldRewards({
  words,
  surface,
  held,
  gaveBack,
}: {
  words: Words;
  surface: Surface;
  held: RedemptionTold[];
  gaveBack: GaveBack;
}) {
  if (held.length === 0) return null;
  return (
    <s-section heading={words.t("held.title")}>
      <s-stack gap="base">
        {held.map((redemption) => (
          <HeldReward key={redemption.id} {...{ words, surface, redemption, gaveBack }} />
        ))}
      </s-stack>
    </s-section>
  );
}

function isOpen({ state }: RedemptionTold): boolean {
  return state === "making" || state === "ready" || state === "waiting" || state === "granted";
}

/** What can be had now; then what only takes more points, the fewest first; then the rest. */
function nearestFirst(rewards: RewardOffer[]): RewardOffer[] {
  const rank = ({ reachable, missing }: RewardOffer) =>
    reachable ? -1 : missing === null ? Infinity : Number(missing);
  return rewards.toSorted((a, b) => (rank(a) === rank(b) ? 0 : rank(a) - rank(b)));
}
