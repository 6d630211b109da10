import { useCallback } from "preact/hooks";
import { useAnswer } from "../../../perennial-shared/use-answer.ts";
import type { Admin } from "../admin.ts";
import { Because } from "./because.tsx";
import { Trouble } from "./trouble.tsx";

/** Why an order earned what it did. */
export function OrderWhy({ admin, close }: { admin: Admin; close: () => void }) {
  const { words, app, subject } = admin;
  const { t } = words;
  const question = useCallback(() => app.get("admin/order", { order: subject }), [app, subject]);
  const { answer, again } = useAnswer(question);
  const order = answer.state === "ready" ? answer.body.order : null;
  return (
    <s-admin-action heading={t("order.title")} loading={answer.state === "loading"}>
      {answer.state === "failed" && <Trouble words={words} trouble={answer.trouble} again={again} />}
      {answer.state === "ready" && order === null && <s-text>{t("order.unknown")}</s-text>}
      {order !== null && <Because words={words} order={order} />}
      <s-button slot="secondary-actions" onClick={close}>
        {t("close")}
      </s-button>
    </s-admin-action>
  );
}
