import "@shopify/ui-extensions/preact";
import { render } from "preact";
import { SalePoints } from "./parts/sale-points.tsx";
import { clientOf } from "./till.ts";

export default function saleBlock(): void {
  const { i18n, locale, session, order } = shopify;
  const customer = order.customerId === undefined ? null : String(order.customerId);
  const place = { i18n, language: locale.current.value, currency: session.currentSession.currency };
  render(
    <SalePoints
      place={place}
      app={clientOf(shopify, customer)}
      order={String(order.id)}
      customer={customer}
    />,
    document.body,
  );
}
