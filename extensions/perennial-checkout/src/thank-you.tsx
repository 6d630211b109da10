import "@shopify/ui-extensions/preact";
import { render } from "preact";
import { programmeAmong } from "../../perennial-shared/summaries.ts";
import { ThankYou } from "./thank-you-block.tsx";
import { GuestBlock } from "./guest-block.tsx";
import { appOf, wordsOf } from "./surface.ts";

export default function thankYou(): void {
  const app = appOf(shopify);
  const Block = () => {
    const words = wordsOf(shopify);
    const { buyerIdentity, orderConfirmation, appMetafields } = shopify;
    // Who buys is not told to an app without access to customer data; then the app's own answer tells a guest.
    if (buyerIdentity && buyerIdentity.customer.value === undefined)
      return <GuestBlock words={words} programme={programmeAmong(appMetafields.value)} />;
    return <ThankYou words={words} app={app} orderId={orderConfirmation.value.order.id} />;
  };
  render(<Block />, document.body);
}
