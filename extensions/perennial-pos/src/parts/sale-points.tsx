import { useCallback } from "preact/hooks";
import type { OrderPoints } from "../../../perennial-shared/app-answers.ts";
import type { AppClient } from "../../../perennial-shared/app-client.ts";
import { readProgramme } from "../../../perennial-shared/summaries.ts";
import { useAnswer } from "../../../perennial-shared/use-answer.ts";
import { useOrderPoints } from "../../../perennial-shared/use-order-points.ts";
import { wordsFor, type Till, type Words } from "../till.ts";
import { Trouble } from "./trouble.tsx";

interface Props {
  place: Pick<Till, "i18n" | "language" | "currency">;
  app: AppClient;
  order: string;
  /** null: nobody is known to have bought this. */
  customer: string | null;
}

/** After a sale: what it earned, and what comes next; without a customer, how the next one can earn. */
export function SalePoints(props: Props) {
  const { t } = wordsFor(props.place, null);
  return (
    <s-pos-block heading={t("sale.title")}>
      {props.customer === null ? <s-text>{t("sale.invite")}</s-text> : <Earned {...props} />}
    </s-pos-block>
  );
}

function Earned({ place, app, order }: Props) {
  const { answer, again } = useOrderPoints(app, order);
  const rules = useAnswer(useCallback(() => app.get("programme"), [app])).answer;
  const programme = rules.state === "ready" ? readProgramme(rules.body.programme) : null;
  const words = wordsFor(place, programme);
  const { t } = words;
  if (answer.state === "loading") return <s-text color="subdued">{t("sale.loading")}</s-text>;
  if (answer.state === "ready" && answer.body.state !== "unknown")
    return <Told words={words} told={answer.body} />;
  // A first sale makes the customer a member: until the app has heard of it, it does not know them.
  const isEarly = answer.state === "ready" || answer.trouble === "nowhere";
  return <Trouble t={t} text={isEarly ? t("sale.later") : answer.text} again={again} />;
}

function Told({ words, told: { state, points, text, next } }: { words: Words; told: OrderPoints }) {
  return (
    <s-stack gap="small">
      {state === "known" && points !== null && <s-heading>{words.points(points)}</s-heading>}
      <s-text>{text}</s-text>
      {next !== null && <s-text color="subdued">{next.text}</s-text>}
    </s-stack>
  );
}
