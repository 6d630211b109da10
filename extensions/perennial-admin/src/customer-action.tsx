import "@shopify/ui-extensions/preact";
import { render } from "preact";
import { adminOf } from "./admin.ts";
import { AdjustForm } from "./parts/adjust-form.tsx";

export default function customerAction(): void {
  render(<AdjustForm admin={adminOf(shopify)} close={() => shopify.close()} />, document.body);
}
