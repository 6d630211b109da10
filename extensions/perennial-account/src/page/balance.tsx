import type { LoyaltySummary } from "../../../../app/loyalty/summary.ts";
import { isNone } from "../../../perennial-shared/formats.ts";
import { endsSoon } from "./ends-soon.ts";
import type { Words } from "../surface.ts";

/** The one figure, and what of it is not there yet or not any more. */
export function Balance({ words, member }: { words: Words; member: LoyaltySummary | null }) {
  const { t, points } = words;
  const pending = member?.pending.points ?? 0;
  return (
    <s-section heading={t("balance.title")}>
      <s-stack gap="base">
        <s-heading>{points(member?.balance ?? 0)}</s-heading>
        {!isNone(pending) && (
          <s-stack gap="small-300">
            <s-text>{t("balance.pending", { points: points(pending) })}</s-text>
            {member?.pending.next.map(({ points: part, at }) => (
              <s-text key={at} color="subdued">
                {t("balance.vesting", { points: points(part), date: words.date(at) })}
              </s-text>
            ))}
          </s-stack>
        )}
        {member && !isNone(member.held) && (
          <s-text color="subdued">{t("balance.held", { points: points(member.held) })}</s-text>
        )}
        {member && !isNone(member.owed) && (
          <s-text color="subdued">{t("balance.owed", { points: points(member.owed) })}</s-text>
        )}
        {member?.expiring
          .filter(({ at }) => !endsSoon(at))
          .map(({ points: part, at }) => (
            <s-text key={at} color="subdued">
              {t("balance.ends", { points: points(part), date: words.date(at) })}
            </s-text>
          ))}
        {isNew(member) && <s-text>{firstWords(words)}</s-text>}
      </s-stack>
    </s-section>
  );
}

function isNew(member: LoyaltySummary | null): boolean {
  return member === null || (member.history.length === 0 && isNone(member.balance));
}

/** What to do first and what it brings. */
function firstWords({ t, i18n, money, points, programme }: Words): string {
  const rate = programme?.rates.findLast(({ match }) => match === null);
  if (!rate || programme?.paused) return t("balance.first");
  const whole = /^\d+$/.test(rate.points);
  const earned = whole
    ? points(rate.points)
    : i18n.translate("points", { count: Number(rate.points), points: rate.points });
  return t("balance.first_rate", { points: earned, amount: money(rate.per) });
}
