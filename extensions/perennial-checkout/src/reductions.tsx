import "@shopify/ui-extensions/preact";
import { render } from "preact";
import { programmeAmong } from "../../perennial-shared/summaries.ts";
import { Reductions } from "./reductions-block.tsx";
import { appOf, wordsOf } from "./surface.ts";

export default function reductions(): void {
  const app = appOf(shopify);
  const apply = (code: string) => shopify.applyDiscountCodeChange({ type: "addDiscountCode", code });
  const Block = () => {
    const { buyerIdentity, instructions, discountCodes, cost, appMetafields } = shopify;
    const goods = cost.subtotalAmount.value;
    const isOwnCurrency = goods.currencyCode === programmeAmong(appMetafields.value)?.currency;
    // Points are a person's, not a company's; and where the checkout takes no codes there is nothing to offer.
    const isPerson =
      buyerIdentity?.customer.value !== undefined && buyerIdentity.purchasingCompany.value === undefined;
    if (!isPerson || !instructions.value.discounts.canUpdateDiscountCodes) return null;
    return (
      <Reductions
        words={wordsOf(shopify)}
        app={app}
        apply={apply}
        applied={discountCodes.value.map(({ code }) => code)}
        subtotal={isOwnCurrency ? goods.amount : null}
      />
    );
  };
  render(<Block />, document.body);
}
