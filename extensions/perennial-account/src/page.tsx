import "@shopify/ui-extensions/preact";
import { render } from "preact";
import { LoyaltyPage } from "./page/loyalty-page.tsx";
import { surfaceOf } from "./surface.ts";

export default function page(): void {
  render(<LoyaltyPage surface={surfaceOf(shopify)} />, document.body);
}
