import "@shopify/ui-extensions/preact";
import { h, render } from "preact";

export default async () => render(h(Thanks), globalThis.document.body);

function Thanks() {
  const { cost, i18n, orderConfirmation } = globalThis.shopify;
  const total = i18n.formatCurrency(cost.totalAmount.value.amount);
  return h("s-banner", { heading: `${orderConfirmation.value.number}: ${total}`, tone: "info" });
}
