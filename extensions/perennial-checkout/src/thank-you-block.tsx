import type { OrderPoints } from "../../perennial-shared/app-answers.ts";
import type { AppClient } from "../../perennial-shared/app-client.ts";
import { useOrderPoints } from "../../perennial-shared/use-order-points.ts";
import type { Words } from "./surface.ts";
import { Trouble } from "./trouble.tsx";

/** What the order earns, from when it can be used, and what is next; honest where nobody has counted it yet. */
export function ThankYou({ words, app, orderId }: { words: Words; app: AppClient; orderId: string }) {
  const { t } = words;
  const { answer, again } = useOrderPoints(app, orderId);
  if (answer.state === "failed" && (answer.trouble === "nowhere" || answer.trouble === "signed-out"))
    return null;
  return (
    <s-section heading={t("thanks.title")}>
      {answer.state === "loading" && (
        <s-stack gap="small">
          <s-skeleton-paragraph content={t("thanks.loading")} />
          <s-skeleton-paragraph content={t("thanks.loading")} />
        </s-stack>
      )}
      {answer.state === "failed" && <Trouble words={words} text={answer.text} again={again} />}
      {answer.state === "ready" && <Brings words={words} order={answer.body} />}
    </s-section>
  );
}

function Brings({ words, order }: { words: Words; order: OrderPoints }) {
  const { t, points } = words;
  return (
    <s-stack gap="small">
      <s-text type={order.state === "known" ? "strong" : "generic"}>{sentenceOf(words, order)}</s-text>
      {order.next && (
        <s-text color="subdued">
          {t("thanks.next", { points: points(order.next.missing), reward: order.next.title })}
        </s-text>
      )}
    </s-stack>
  );
}

function sentenceOf({ t, points, date }: Words, order: OrderPoints): string {
  if (order.state === "unknown") return t("thanks.unknown");
  if (order.state === "nothing" || order.points === null) return order.text;
  if (order.availableAt === null) return t("thanks.earned", { points: points(order.points) });
  return t("thanks.earns", { points: points(order.points), date: date(order.availableAt) });
}
