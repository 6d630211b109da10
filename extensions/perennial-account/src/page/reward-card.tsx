import { useRef, useState } from "preact/hooks";
import type { LoyaltySummary } from "../../../../app/loyalty/summary.ts";
import { ownRewardName } from "../../../perennial-shared/own-names.ts";
import type { Redeemed, RedemptionTold, RewardOffer } from "../../../perennial-shared/app-answers.ts";
import { newWishKey } from "../../../perennial-shared/wish-key.ts";
import { Code } from "../parts/code.tsx";
import { textIn } from "../parts/field-value.ts";
import { ToldOutcome } from "../parts/told.tsx";
import type { Surface, Words } from "../surface.ts";
import { useAction } from "../use-action.ts";

interface Props {
  words: Words;
  surface: Surface;
  reward: RewardOffer;
  changed: (member: LoyaltySummary | null | undefined) => void;
  /** What was given back while this page was open: its code is none any more. */
  givenBack: ReadonlySet<string>;
}

/** One reward: what it is, what it costs, what is missing; and how it is had, asked once more before points are used. */
export function RewardCard(props: Props) {
  const { words, reward } = props;
  const { t } = words;
  const [units, setUnits] = useState(1);
  return (
    <s-box border="base" borderRadius="base" padding="base">
      <s-stack gap="small">
        <s-text type="strong">{words.rewardName(reward.id, reward.title)}</s-text>
        <s-text color="subdued">{costText(words, reward)}</s-text>
        {termsOf(words, reward).map((term) => (
          <s-text key={term} color="subdued">
            {term}
          </s-text>
        ))}
        {reward.cost === null && reward.reachable && (
          <s-number-field
            label={t(reward.kind === "percent" ? "rewards.units_percent" : "rewards.units")}
            min={1}
            {...(reward.mostUnits === null ? {} : { max: Number(reward.mostUnits) })}
            value={String(units)}
            onChange={(event) => setUnits(Math.max(1, Math.trunc(Number(textIn(event))) || 1))}
          />
        )}
        {reward.reachable ? (
          <Redeem {...props} units={reward.cost === null ? units : null} />
        ) : (
          <s-text>{reward.text}</s-text>
        )}
      </s-stack>
    </s-box>
  );
}

function Redeem({ words, surface, reward, changed, givenBack, units }: Props & { units: number | null }) {
  const { t, points } = words;
  const [asking, setAsking] = useState(false);
  const { busy, outcome, run } = useAction<Redeemed>(t);
  const [got, setGot] = useState<RedemptionTold | null>(null);
  // Made with the wish, and kept until it is answered: a second press, or a second try, is the same wish.
  const keyRef = useRef<string | null>(null);
  const redeem = async () => {
    keyRef.current ??= newWishKey();
    const wish = { reward: reward.id, key: keyRef.current, ...(units === null ? {} : { units }) };
    const redeemed = await run(async () => {
      const told = await surface.app.post("redeem", wish);
      // A no is an answer: what is asked for after it, of another size or later, is another wish.
      if (told.ok || told.trouble === "refused") keyRef.current = null;
      return told;
    });
    if (redeemed === null) return;
    setAsking(false);
    setGot(redeemed.redemption ?? null);
    changed(redeemed.member);
  };
  const isGone = got !== null && givenBack.has(got.id);
  const cost = points(
    units === null ? (reward.cost ?? 0) : String(BigInt(reward.costPer ?? 0) * BigInt(units)),
  );
  return (
    <s-stack gap="small">
      {asking ? (
        <s-stack gap="small">
          <s-text>{t("rewards.ask", { points: cost })}</s-text>
          <s-stack direction="inline" gap="small">
            <s-button variant="primary" loading={busy} onClick={() => void redeem()}>
              {t("rewards.yes")}
            </s-button>
            <s-button variant="secondary" disabled={busy} onClick={() => setAsking(false)}>
              {t("rewards.no")}
            </s-button>
          </s-stack>
        </s-stack>
      ) : (
        <s-button
          variant="secondary"
          accessibilityLabel={t("rewards.use_label", {
            points: cost,
            reward: words.rewardName(reward.id, reward.title),
          })}
          onClick={() => setAsking(true)}
        >
          {t("rewards.use", { points: cost })}
        </s-button>
      )}
      {!isGone && <ToldOutcome outcome={outcome} />}
      {!isGone && got?.code && <Code words={words} id={`new-${got.id}`} code={got.code} />}
    </s-stack>
  );
}

function costText({ t, points, money, number }: Words, reward: RewardOffer): string {
  if (reward.cost !== null) return points(reward.cost);
  const each = points(reward.costPer ?? 0);
  if (reward.kind === "percent") return t("rewards.each_percent", { points: each, percent: number(1) });
  return t("rewards.each", { points: each, amount: money("1") });
}

/** What one should know before using points for it. The app's own title says the minimum; a name of the merchant's does not. */
function termsOf(
  { t, money, date, programme, language }: Words,
  { id, minimum, codeDays, to }: RewardOffer,
): string[] {
  const isSaid = programme !== null && ownRewardName(programme, language, id) === null;
  return [
    ...(minimum === null || isSaid ? [] : [t("rewards.minimum", { amount: money(minimum) })]),
    ...(codeDays === null ? [] : [t("rewards.days", { count: codeDays })]),
    ...(to === null ? [] : [t("rewards.until", { date: date(new Date(to * 1000).toISOString()) })]),
  ];
}
