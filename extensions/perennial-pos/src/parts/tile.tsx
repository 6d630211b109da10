import { useCallback } from "preact/hooks";
import { useAnswer } from "../../../perennial-shared/use-answer.ts";
import { askMember } from "../ask-member.ts";
import { wordsFor, type Till } from "../till.ts";

/** The way in: with a customer in the sale, it says how many points they have. */
export function Tile({ till, present }: { till: Till; present: () => void }) {
  const customer = till.cart.current.value.customer?.id;
  if (customer === undefined) return <Plain till={till} present={present} subheading="tile.scan" />;
  return <OfMember key={customer} till={till} present={present} customer={String(customer)} />;
}

interface Props {
  till: Till;
  present: () => void;
}

function Plain({ till, present, subheading }: Props & { subheading: string }) {
  const { t } = wordsFor(till, null);
  return <s-tile heading={t("tile.title")} subheading={t(subheading)} onClick={present} />;
}

function OfMember({ till, present, customer }: Props & { customer: string }) {
  const { answer } = useAnswer(useCallback(() => askMember(till.app(customer)), [till, customer]));
  if (answer.state === "loading") return <Plain till={till} present={present} subheading="tile.loading" />;
  if (answer.state === "failed") return <Plain till={till} present={present} subheading="tile.unreachable" />;
  const { member, programme } = answer.body;
  if (member === null) return <Plain till={till} present={present} subheading="tile.new" />;
  const words = wordsFor(till, programme);
  return (
    <s-tile heading={words.t("tile.title")} subheading={words.points(member.balance)} onClick={present} />
  );
}
