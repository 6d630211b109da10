import type { LoyaltySummary } from "../../../../app/loyalty/summary.ts";
import { tierName } from "../../../perennial-shared/own-names.ts";
import type { Words } from "../till.ts";

/** Balance and level, and what a member may want to be told: what waits, what is owed, what ends next. */
export function Figures({ words, member }: { words: Words; member: LoyaltySummary }) {
  const { t, points } = words;
  const { balance, tier, pending, owed, expiring, out, blocked } = member;
  const [soonest] = expiring;
  return (
    <s-stack gap="small">
      <s-stack direction="inline" gap="base" alignItems="center">
        <s-heading>{points(balance)}</s-heading>
        {tier !== null && <s-badge tone="info">{tierName(words.programme, words.language, tier)}</s-badge>}
      </s-stack>
      {out && <s-text tone="warning">{t(blocked === true ? "member.blocked" : "member.out")}</s-text>}
      {words.programme?.paused === true && <s-text tone="warning">{t("member.paused")}</s-text>}
      {pending.points !== 0 && (
        <s-text color="subdued">{t("member.pending", { points: points(pending.points) })}</s-text>
      )}
      {owed !== 0 && <s-text color="subdued">{t("member.owed", { points: points(owed) })}</s-text>}
      {soonest !== undefined && (
        <s-text color="subdued">
          {t("member.expiring", { points: points(soonest.points), date: words.date(soonest.at) })}
        </s-text>
      )}
    </s-stack>
  );
}
