import { useCallback } from "preact/hooks";
import type { RewardOffer } from "../../../perennial-shared/app-answers.ts";
import { isNone } from "../../../perennial-shared/formats.ts";
import { tierName } from "../../../perennial-shared/own-names.ts";
import { useAnswer } from "../../../perennial-shared/use-answer.ts";
import { PAGE } from "../links.ts";
import { Skeleton } from "../parts/skeleton.tsx";
import { Trouble } from "../parts/trouble.tsx";
import { wordsFor, type Surface, type Words } from "../surface.ts";
import { useLoyalty } from "../use-loyalty.ts";
import { bestReachable, nearestMissing } from "./next-reward.ts";

/** Balance, level and what to look forward to, in three lines. */
export function ProfileBlock({ surface }: { surface: Surface }) {
  const { app } = surface;
  const { state, member, programme, again } = useLoyalty(app);
  const { answer } = useAnswer(useCallback(() => app.get("rewards"), [app]));
  const words = wordsFor(surface, programme);
  const { t, points } = words;
  if (state === "nothing") return null;
  if (state === "failed") return <Trouble words={words} again={again} />;
  if (state === "loading")
    return (
      <s-section heading={t("profile.title")}>
        <Skeleton lines={[t("loading.line"), t("loading.line"), t("loading.line")]} />
      </s-section>
    );
  const rewards = answer.state === "ready" ? answer.body.rewards : [];
  return (
    <s-section heading={t("profile.title")}>
      <s-stack gap="small">
        <s-stack direction="inline" gap="small" alignItems="center">
          <s-text type="strong">{points(member?.balance ?? 0)}</s-text>
          {member?.tier && (
            <s-badge tone="neutral">{tierName(programme, words.language, member.tier)}</s-badge>
          )}
        </s-stack>
        <s-text color="subdued">
          {member?.out
            ? t(member.blocked === true ? "notices.blocked_title" : "notices.left_title")
            : answer.state === "loading"
              ? t("profile.looking")
              : hopeOf(rewards, words, member?.pending.points ?? 0)}
        </s-text>
        <s-link href={PAGE}>{t("profile.link")}</s-link>
      </s-stack>
    </s-section>
  );
}

function hopeOf(rewards: RewardOffer[], { t, points, rewardName }: Words, pending: number | string): string {
  const reachable = bestReachable(rewards);
  if (reachable) return t("profile.reachable", { reward: rewardName(reachable.id, reachable.title) });
  const next = nearestMissing(rewards);
  if (next)
    return t("profile.next", { points: points(next.missing), reward: rewardName(next.id, next.title) });
  if (!isNone(pending)) return t("balance.pending", { points: points(pending) });
  return t("profile.none");
}
