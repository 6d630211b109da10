import "@shopify/ui-extensions/preact";
import { render } from "preact";
import { MemberView } from "./parts/member-view.tsx";
import { tillOf, wordsFor } from "./till.ts";

export default function customerModal(): void {
  const till = tillOf(shopify);
  render(
    <s-page heading={wordsFor(till, null).t("member.title")}>
      <s-scroll-box>
        <MemberView till={till} customer={String(shopify.customer.id)} />
      </s-scroll-box>
    </s-page>,
    document.body,
  );
}
