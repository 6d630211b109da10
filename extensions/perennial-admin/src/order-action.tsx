import "@shopify/ui-extensions/preact";
import { render } from "preact";
import { adminOf } from "./admin.ts";
import { OrderWhy } from "./parts/order-why.tsx";

export default function orderAction(): void {
  render(<OrderWhy admin={adminOf(shopify)} close={() => shopify.close()} />, document.body);
}
