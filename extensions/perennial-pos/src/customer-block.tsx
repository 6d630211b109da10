import "@shopify/ui-extensions/preact";
import { render } from "preact";
import { CustomerBlock } from "./parts/customer-block.tsx";
import { tillOf } from "./till.ts";

export default function customerBlock(): void {
  const customer = String(shopify.customer.id);
  const present = () => shopify.action.presentModal();
  render(<CustomerBlock till={tillOf(shopify)} customer={customer} present={present} />, document.body);
}
