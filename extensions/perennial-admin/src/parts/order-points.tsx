import { useCallback } from "preact/hooks";
import { isNone } from "../../../perennial-shared/formats.ts";
import { useAnswer } from "../../../perennial-shared/use-answer.ts";
import type { Admin } from "../admin.ts";
import { Trouble } from "./trouble.tsx";

/** What an order earned, in one line, and the way to why. */
export function OrderPoints({ admin, explain }: { admin: Admin; explain: () => void }) {
  const { words, app, subject } = admin;
  const { t, points, date } = words;
  const question = useCallback(() => app.get("admin/order", { order: subject }), [app, subject]);
  const { answer, again } = useAnswer(question);
  const order = answer.state === "ready" ? answer.body.order : null;
  return (
    <s-admin-block heading={t("order.title")}>
      {answer.state === "loading" && <s-spinner accessibilityLabel={t("loading")} />}
      {answer.state === "failed" && <Trouble words={words} trouble={answer.trouble} again={again} />}
      {answer.state === "ready" && order === null && <s-text color="subdued">{t("order.unknown")}</s-text>}
      {order !== null && (
        <s-stack gap="small">
          <s-heading>
            {isNone(order.points) ? t("order.nothing") : t("order.earned", { points: points(order.points) })}
          </s-heading>
          {order.vestsAt !== null && (
            <s-text color="subdued">
              {t("order.pending", { points: points(order.pending), date: date(order.vestsAt) })}
            </s-text>
          )}
          <s-box>
            <s-button onClick={explain}>
              {t(isNone(order.points) ? "order.why_nothing" : "order.why")}
            </s-button>
          </s-box>
        </s-stack>
      )}
    </s-admin-block>
  );
}
