import { useState } from "preact/hooks";
import type { LoyaltySummary } from "../../../../app/loyalty/summary.ts";
import type { Answers, RewardOffer } from "../../../perennial-shared/app-answers.ts";
import type { Asked } from "../../../perennial-shared/use-answer.ts";
import { Trouble } from "../parts/trouble.tsx";
import type { Till, Words } from "../till.ts";
import { redeem, type Redeemed } from "./redeem.ts";

interface Props {
  till: Till;
  customer: string;
  words: Words;
  told: Asked<Answers["rewards"]>;
  /** What an action's answer said of the member. */
  take: (member: LoyaltySummary) => void;
}

/** What the points are good for: what can be had first. */
export function Offers(props: Props) {
  const { words, told } = props;
  const { answer, again } = told;
  const { t } = words;
  return (
    <s-section heading={t("rewards.title")}>
      {answer.state === "loading" && <s-spinner accessibilityLabel={t("loading")} />}
      {answer.state === "failed" && <Trouble t={t} text={answer.text} again={again} />}
      {answer.state === "ready" && <List {...props} offers={atTheTill(answer.body.rewards)} again={again} />}
    </s-section>
  );
}

/**
 * A sliding reward needs a choice of how much, which is made in the account; the others are a press here. What more
 * points would not bring stands last.
 */
function atTheTill(offers: readonly RewardOffer[]): RewardOffer[] {
  const missing = ({ reachable, missing: points }: RewardOffer) =>
    reachable ? 0 : Number(points ?? Number.POSITIVE_INFINITY);
  return offers.filter(({ cost }) => cost !== null).toSorted((a, b) => compare(missing(a), missing(b)));
}

function compare(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

function List({ offers, again, ...props }: Props & { offers: RewardOffer[]; again: () => void }) {
  const [asked, setAsked] = useState<string | null>(null);
  const [outcome, setOutcome] = useState<Redeemed | null>(null);
  const { till, customer, words, take } = props;
  const { t } = words;
  const use = async (reward: string) => {
    setAsked(reward);
    setOutcome(null);
    const done = await redeem(till, customer, reward);
    setAsked(null);
    setOutcome(done);
    if (done.state === "applied") till.toast.show(t("rewards.applied", { code: done.code }));
    if (done.state !== "failed" && done.member !== null) take(done.member);
    again();
  };
  if (offers.length === 0) return <s-text color="subdued">{t("rewards.empty")}</s-text>;
  return (
    <s-stack gap="base">
      {outcome !== null && <Outcome words={words} outcome={outcome} />}
      {offers.map((offer) => (
        <Line key={offer.id} words={words} offer={offer} asked={asked} use={() => void use(offer.id)} />
      ))}
    </s-stack>
  );
}

function Outcome({ words: { t }, outcome }: { words: Words; outcome: Redeemed }) {
  if (outcome.state === "failed")
    return <s-banner tone="warning">{outcome.text ?? t("trouble.redeem")}</s-banner>;
  if (outcome.state === "applied")
    return <s-banner tone="success">{t("rewards.applied", { code: outcome.code })}</s-banner>;
  if (outcome.state === "kept")
    return <s-banner tone="info">{t("rewards.kept", { code: outcome.code })}</s-banner>;
  return <s-banner tone="success">{outcome.text}</s-banner>;
}

interface LineProps {
  words: Words;
  offer: RewardOffer;
  /** The reward that is being asked for. */
  asked: string | null;
  use: () => void;
}

function Line({ words: { t, points }, offer, asked, use }: LineProps) {
  const { id, title, reachable, cost, text } = offer;
  return (
    <s-stack gap="small">
      <s-text type="strong">{title}</s-text>
      {reachable ? (
        <s-button loading={asked === id} disabled={asked !== null && asked !== id} onClick={use}>
          {t("rewards.use", { points: points(cost ?? 0) })}
        </s-button>
      ) : (
        <s-text color="subdued">{text ?? t("rewards.cost", { points: points(cost ?? 0) })}</s-text>
      )}
      <s-divider />
    </s-stack>
  );
}
