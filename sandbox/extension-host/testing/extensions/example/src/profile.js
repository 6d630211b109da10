import "@shopify/ui-extensions/preact";
import { h, render } from "preact";
import { useState } from "preact/hooks";

export default async () => render(h(Profile), globalThis.document.body);

function Profile() {
  const [presses, setPresses] = useState(0);
  const { i18n, authenticatedAccount, toast } = globalThis.shopify;
  const press = () => {
    setPresses(presses + 1);
    toast.show(i18n.translate("presses", { count: presses + 1 }));
  };
  return h(
    "s-section",
    { heading: i18n.translate("title") },
    h("s-text", null, authenticatedAccount.customer.value?.id ?? "nobody"),
    h("s-button", { onClick: press, variant: "primary" }, i18n.translate("presses", { count: presses })),
  );
}
