import { useCallback, useState } from "preact/hooks";
import type { LoyaltySummary } from "../../../../app/loyalty/summary.ts";
import { useAnswer } from "../../../perennial-shared/use-answer.ts";
import { askMember, type Known } from "../ask-member.ts";
import { wordsFor, type Till } from "../till.ts";
import { HeldRewards } from "../rewards/held-rewards.tsx";
import { Offers } from "../rewards/offers.tsx";
import { Figures } from "./figures.tsx";
import { Trouble } from "./trouble.tsx";

/** Everything about one member that the till can do something with. */
export function MemberView({ till, customer }: { till: Till; customer: string }) {
  const { answer, again } = useAnswer(useCallback(() => askMember(till.app(customer)), [till, customer]));
  const { t } = wordsFor(till, null);
  if (answer.state === "loading") return <s-spinner accessibilityLabel={t("loading")} />;
  if (answer.state === "failed") return <Trouble t={t} text={answer.text} again={again} />;
  return <Member till={till} customer={customer} known={answer.body} />;
}

function Member({ till, customer, known }: { till: Till; customer: string; known: Known }) {
  const words = wordsFor(till, known.programme);
  const [member, setMember] = useState<LoyaltySummary | null>(known.member);
  const told = useAnswer(useCallback(() => till.app(customer).get("rewards"), [till, customer]));
  const rewards = told.answer.state === "ready" ? told.answer.body.rewards : [];
  return (
    <s-stack gap="large">
      <s-section>
        {member === null ? (
          <s-text>{words.t("member.none")}</s-text>
        ) : (
          <Figures words={words} member={member} />
        )}
        <AddToSale till={till} customer={customer} words={words} />
      </s-section>
      {member !== null && (
        <>
          <HeldRewards
            till={till}
            customer={customer}
            words={words}
            held={member.redemptions}
            titleOf={(reward) => rewards.find(({ id }) => id === reward)?.title ?? null}
          />
          <Offers till={till} customer={customer} words={words} told={told} take={setMember} />
        </>
      )}
    </s-stack>
  );
}

function AddToSale({
  till,
  customer,
  words,
}: {
  till: Till;
  customer: string;
  words: ReturnType<typeof wordsFor>;
}) {
  const isIn = String(till.cart.current.value.customer?.id ?? "") === customer;
  if (isIn) return <s-text tone="success">{words.t("member.in_sale")}</s-text>;
  return (
    <s-button onClick={() => void till.cart.setCustomer({ id: Number(customer) })}>
      {words.t("member.add")}
    </s-button>
  );
}
