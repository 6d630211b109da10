import "@shopify/ui-extensions/preact";
import { render } from "preact";
import { memberAmong, programmeAmong } from "../../perennial-shared/summaries.ts";
import { OrderStatus } from "./blocks/order-status.tsx";
import { surfaceOf, type Surface } from "./surface.ts";

export default function orderStatusBlock(): void {
  render(<Block surface={surfaceOf(shopify)} />, document.body);
}

function Block({ surface }: { surface: Surface }) {
  const order = shopify.order.value;
  if (order === undefined) return null;
  if (shopify.authenticationState.value !== "fully_authenticated") return <SignIn />;
  const metafields = shopify.appMetafields.value;
  return (
    <OrderStatus
      surface={surface}
      order={order}
      member={memberAmong(metafields)}
      programme={programmeAmong(metafields)}
    />
  );
}

/** The page of an order opens from its e-mail as well; whose points they are is known after signing in. */
function SignIn() {
  const { translate } = shopify.i18n;
  return (
    <s-section heading={translate("order.title")}>
      <s-stack gap="small">
        <s-text>{translate("order.sign_in_text")}</s-text>
        <s-box>
          <s-button variant="secondary" onClick={() => void shopify.requireLogin()}>
            {translate("order.sign_in")}
          </s-button>
        </s-box>
      </s-stack>
    </s-section>
  );
}
