import { Refusal } from "../http/answer.ts";
import type { Sandbox } from "../sandbox.ts";
import { laterThan } from "../state/instants.ts";
import type { Instant, Shop } from "../state/types.ts";
import { shopPayload } from "../webhooks/shop-payload.ts";
import type { CreateShop, ShopSettings, UpdateShop } from "./actions.ts";
import { given } from "./handles.ts";
import { fraction, toMinor } from "./money.ts";
import type { Scene } from "./scene.ts";

/** A small shop below the VAT threshold: prices without tax, one flat rate of shipping. */
const NEW_SHOP: ShopSettings = {
  name: "Perennial Demo Store",
  email: "hello@perennial-demo.example",
  currency: "GBP",
  timezone: "Europe/London",
  country: "GB",
  locale: "en",
  plan: { displayName: "Basic", name: "basic", plus: false, development: false },
  taxes: { included: true, rate: "0", title: "VAT", onShipping: false },
  shipping: { title: "Standard", price: "4.99" },
};

export function createShop(sandbox: Sandbox, input: CreateShop, at: Instant): Shop {
  if (!/^[a-z0-9][a-z0-9-]*\.myshopify\.com$/.test(input.domain))
    throw new Refusal(`"${input.domain}" is not a shop's domain; write it as "my-shop.myshopify.com".`);
  if (sandbox.store.findShop(input.domain)) throw new Refusal(`The shop ${input.domain} is there already.`);
  const shop: Shop = {
    domain: input.domain,
    id: sandbox.store.nextId("shop"),
    ...NEW_SHOP,
    ...settingsOf(input),
    createdAt: at,
    updatedAt: at,
  };
  checkSettings(shop);
  sandbox.store.putShop(shop);
  return shop;
}

export function updateShop(scene: Scene, input: UpdateShop): Shop {
  if (
    input.currency !== undefined &&
    input.currency !== scene.shop.currency &&
    scene.collection("order").count() > 0
  )
    throw new Refusal("The currency of a shop that has orders cannot be changed.");
  const shop = { ...scene.shop, ...settingsOf(input), updatedAt: laterThan(scene.shop.updatedAt, scene.at) };
  checkSettings(shop);
  scene.store.putShop(shop);
  scene.emit(["shop/update"], shopPayload(shop));
  return shop;
}

function settingsOf(input: Partial<ShopSettings>): Partial<ShopSettings> {
  const { name, email, currency, timezone, country, locale, plan, taxes, shipping } = input;
  return given({
    name,
    email,
    currency,
    timezone,
    country,
    locale,
    plan,
    taxes,
    shipping,
  });
}

function checkSettings(shop: Shop): void {
  if (!/^[A-Z]{3}$/.test(shop.currency)) throw new Refusal(`"${shop.currency}" is not an ISO 4217 currency.`);
  toMinor(shop.shipping.price, shop.currency);
  fraction(shop.taxes.rate);
  try {
    new Intl.DateTimeFormat("en", { timeZone: shop.timezone });
  } catch {
    throw new Refusal(`"${shop.timezone}" is not an IANA zone; write it as "Europe/London".`);
  }
}
