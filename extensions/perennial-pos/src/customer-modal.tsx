import "@shopify/ui-extensions/preact";
import { render } from "preact";
import { MemberPage } from "./parts/member-page.tsx";
import { tillOf } from "./till.ts";

export default function customerModal(): void {
  render(<MemberPage till={tillOf(shopify)} customer={String(shopify.customer.id)} />, document.body);
}
