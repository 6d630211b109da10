import type { CartApi, StandardApi } from "@shopify/ui-extensions/point-of-sale";
import type { ProgrammeSummary } from "../../../app/loyalty/summary.ts";
import { appClient, type AppClient } from "../../perennial-shared/app-client.ts";
import { formatsFor, type Formats, type I18n } from "../../perennial-shared/formats.ts";

/** What every target of the till offers, as far as it is used here. */
type TillApi = Pick<
  StandardApi<string>,
  "i18n" | "locale" | "session" | "storage" | "toast" | "connectivity"
>;
type Cart = Pick<CartApi["cart"], "current" | "setCustomer" | "addCartCodeDiscount">;

export interface Till {
  i18n: I18n;
  language: string;
  currency: string;
  storage: TillApi["storage"];
  toast: TillApi["toast"];
  cart: Cart;
  isOnline: () => boolean;
  /** Asks the app in the name of the staff, for this customer; without one, for nobody in particular. */
  app: (customer: string | null) => AppClient;
}

export function tillOf(api: TillApi & { cart: Cart }): Till {
  const { session, locale, i18n, connectivity } = api;
  return {
    i18n,
    get language() {
      return locale.current.value;
    },
    currency: session.currentSession.currency,
    storage: api.storage,
    toast: api.toast,
    cart: api.cart,
    isOnline: () => connectivity.current.value.internetConnected === "Connected",
    app: (customer) => clientOf(api, customer),
  };
}

/** For targets without a cart, too. */
export function clientOf(
  { session, locale }: Pick<TillApi, "session" | "locale">,
  customer: string | null,
): AppClient {
  return appClient({
    token: async () => {
      const token = await session.getSessionToken();
      // The till has none for staff who may not use the app.
      if (token === undefined) throw new Error("no session token");
      return token;
    },
    language: () => locale.current.value,
    customer: () => customer,
  });
}

/** Words and formats, once it is known how the shop's programme calls its points. */
export interface Words extends Formats {
  t: I18n["translate"];
  language: string;
  programme: ProgrammeSummary | null;
}

export function wordsFor(
  { i18n, language, currency }: Pick<Till, "i18n" | "language" | "currency">,
  programme: ProgrammeSummary | null,
): Words {
  return {
    t: i18n.translate,
    language,
    programme,
    ...formatsFor(i18n, { programme, language, currency }),
  };
}
