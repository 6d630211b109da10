import type { OrderExplained } from "../../../perennial-shared/admin-answers.ts";
import type { Words } from "../admin.ts";

/** Every posting of an order with its arithmetic, and why it earned no more. */
export function Because({ words, order }: { words: Words; order: OrderExplained }) {
  const { t } = words;
  return (
    <s-stack gap="small">
      {order.because.map(({ key, text }) => (
        <s-text key={key}>{text}</s-text>
      ))}
      {order.whyNot !== null && (
        <s-stack gap="small-300">
          <s-text type="strong">{t("order.no_more")}</s-text>
          <s-text>{order.whyNot}</s-text>
        </s-stack>
      )}
    </s-stack>
  );
}
