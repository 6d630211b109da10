import "@shopify/ui-extensions/preact";
import { render } from "preact";
import { adminOf } from "./admin.ts";
import { OrderPoints } from "./parts/order-points.tsx";

export default function orderBlock(): void {
  const explain = () => shopify.navigation.navigate("extension:perennial-why");
  render(<OrderPoints admin={adminOf(shopify)} explain={explain} />, document.body);
}
