import "@shopify/ui-extensions/preact";
import { render } from "preact";
import { adminOf } from "./admin.ts";
import { CustomerPoints } from "./parts/customer-points.tsx";

export default function customerBlock(): void {
  const adjust = () => shopify.navigation.navigate("extension:perennial-adjust");
  render(<CustomerPoints admin={adminOf(shopify)} adjust={adjust} />, document.body);
}
