import { useCallback, useState } from "preact/hooks";
import type { AppClient } from "../../perennial-shared/app-client.ts";
import { useAnswer } from "../../perennial-shared/use-answer.ts";
import type { Words } from "./surface.ts";
import { useRedeem, type Apply } from "./use-redeem.ts";
import { codesToUse, isAmong, offersFor, type Offer } from "./usable.ts";

interface Props {
  words: Words;
  app: AppClient;
  apply: Apply;
  /** Codes that the checkout bears already. */
  applied: string[];
  /** What the goods cost in the programme's currency; null where they are paid for in another. */
  subtotal: number | null;
}

/** What points can take off this order: a code that is there already first, then what there are points for. */
export function Reductions({ words, app, apply, applied, subtotal }: Props) {
  const { t, points } = words;
  const rewards = useAnswer(useCallback(() => app.get("rewards"), [app]));
  const redemptions = useAnswer(useCallback(() => app.get("redemptions"), [app]));
  const { busy, outcome, use, redeem } = useRedeem({ app, apply, t, applied });
  // Nothing of ours may stand in the way of paying: no answer, no offer.
  if (rewards.answer.state !== "ready" || redemptions.answer.state !== "ready")
    return <Outcome outcome={outcome} />;
  const { member, rewards: offered } = rewards.answer.body;
  const { redemptions: had } = redemptions.answer.body;
  // One at a time: few codes go together, and points used for a code that the checkout then refuses help nobody.
  if (outcome?.good || had.some(({ code }) => isAmong(applied, code))) return <Outcome outcome={outcome} />;
  const held = codesToUse(had, { applied, subtotal });
  const offers = member === null ? [] : offersFor(offered, { available: member.available, subtotal });
  const refresh = () => {
    rewards.again();
    redemptions.again();
  };
  if (held.length === 0 && offers.length === 0) return <Outcome outcome={outcome} />;
  return (
    <s-stack gap="base">
      <s-heading>{t("reductions.title")}</s-heading>
      {held.map(({ id, reward, code, title }) => (
        <s-grid key={id} gridTemplateColumns="1fr auto" gap="base" alignItems="center">
          <s-text>{t("reductions.held", { reward: words.rewardName(reward, title) })}</s-text>
          <s-button
            variant="secondary"
            loading={busy === id}
            disabled={busy !== null && busy !== id}
            accessibilityLabel={t("reductions.use_label", { reward: words.rewardName(reward, title) })}
            onClick={() => void use(id, code).then(refresh)}
          >
            {t("reductions.use")}
          </s-button>
        </s-grid>
      ))}
      {held.length === 0 && member !== null && (
        <Offers
          words={words}
          offers={offers}
          balance={points(member.available)}
          busy={busy}
          redeem={(offer) => void redeem(offer).then(refresh)}
        />
      )}
      <Outcome outcome={outcome} />
    </s-stack>
  );
}

/** Points are spent by a second press: what they bring is read before they are gone. */
function Offers({
  words,
  offers,
  balance,
  busy,
  redeem,
}: {
  words: Words;
  offers: Offer[];
  balance: string;
  busy: string | null;
  redeem: (offer: Offer) => void;
}) {
  const { t, points, money } = words;
  const [asked, setAsked] = useState<string | null>(null);
  return (
    <s-stack gap="base">
      <s-text color="subdued">{t("reductions.balance", { points: balance })}</s-text>
      {offers.map((offer) => {
        const { reward, units } = offer;
        const title =
          units === null
            ? words.rewardName(reward.id, reward.title)
            : t("reductions.off", { amount: money(String(units)) });
        const cost = points(offer.points);
        const sure = asked === reward.id;
        return (
          <s-grid key={reward.id} gridTemplateColumns="1fr auto" gap="base" alignItems="center">
            <s-stack gap="small-400">
              <s-text>{title}</s-text>
              <s-text color="subdued">{sure ? t("reductions.ask", { points: cost }) : cost}</s-text>
            </s-stack>
            <s-button
              variant={sure ? "primary" : "secondary"}
              loading={busy === reward.id}
              disabled={busy !== null && busy !== reward.id}
              accessibilityLabel={t(sure ? "reductions.yes_label" : "reductions.redeem_label", {
                points: cost,
                reward: title,
              })}
              onClick={() => (sure ? redeem(offer) : setAsked(reward.id))}
            >
              {t(sure ? "reductions.yes" : "reductions.redeem")}
            </s-button>
          </s-grid>
        );
      })}
    </s-stack>
  );
}

function Outcome({ outcome }: { outcome: { good: boolean; text: string } | null }) {
  if (outcome === null) return null;
  return (
    <s-stack accessibilityRole={outcome.good ? "status" : "alert"}>
      <s-text tone={outcome.good ? "success" : "critical"}>{outcome.text}</s-text>
    </s-stack>
  );
}
