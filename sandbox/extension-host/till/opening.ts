import { staffOf } from "../../admin/staff.ts";
import { LOCATION } from "../../state/ids.ts";
import { LANGUAGES } from "../../storefront/languages.ts";
import { Catalogue } from "../../storefront/objects/catalogue.ts";
import type { Visit } from "../../storefront/visit.ts";
import { listExtensions } from "../extensions.ts";
import { placed } from "../places.ts";
import type { Placed, TillState } from "../protocol.ts";
import { placeOf } from "../state/shopper-state.ts";

const DEVICE = 4_711;

/** What the till knows when it is switched on. */
export interface TillOpening {
  shop: string;
  staff: string;
  languages: { code: string; name: string }[];
  state: TillState;
  products: TillProduct[];
  /** Every extension at every target of the till. */
  places: Placed[];
}

export interface TillProduct {
  variantId: number;
  productId: number;
  title: string;
  sku: string;
  vendor: string;
  price: number;
  taxable: boolean;
  image: string | null;
}

export function openTill(visit: Visit): TillOpening {
  const { sandbox, shop } = visit;
  const staff = staffOf(visit.request);
  const state: TillState = {
    place: placeOf(visit),
    session: {
      shopId: Number(shop.id),
      shopDomain: shop.domain,
      userId: staff.id,
      locationId: LOCATION,
      deviceId: DEVICE,
    },
    isOnline: true,
    cart: { lines: [], subtotal: "0", taxTotal: "0", grandTotal: "0", discounts: [], customerId: null },
    customerId: null,
    order: null,
    scan: null,
  };
  return {
    shop: shop.name,
    staff: staff.name,
    languages: Object.entries(LANGUAGES).map(([code, { endonym }]) => ({ code, name: endonym })),
    state,
    products: productsOf(visit),
    places: sandbox.installation(shop.domain) ? placesOf(visit, state) : [],
  };
}

function placesOf(visit: Visit, state: TillState): Placed[] {
  return listExtensions(visit.sandbox).flatMap((extension) =>
    extension.targets
      .filter(({ target }) => target.startsWith("pos."))
      .map(({ target }) => placed(extension, target, visit.locale, state)),
  );
}

function productsOf({ sandbox, shop }: Visit): TillProduct[] {
  return new Catalogue(sandbox.store, shop).listProducts().flatMap((product) =>
    product.variants.map((variant) => ({
      variantId: Number(variant.id),
      productId: Number(product.id),
      title: product.variants.length > 1 ? `${product.title}, ${variant.title}` : product.title,
      sku: variant.sku,
      vendor: product.vendor,
      price: Number(variant.price),
      taxable: variant.taxable,
      image: product.image,
    })),
  );
}
