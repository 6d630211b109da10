import { buyerOf, has } from "../../perennial-perks/buyer.ts";
import { isInForce, readConfiguration, timeOf } from "../../perennial-perks/configuration.ts";
import { localeOf } from "../../perennial-perks/words.ts";
import { giftsIn } from "./gifts.ts";
import { memberPricesOf } from "./member-prices.ts";
import type { DiscountInput, DiscountOutput, Goods } from "./shapes.ts";

/**
 * Takes off what the buyer's perks take off. Every line is discounted once at most: a gift is free, of several member
 * prices the lowest counts. What they go together with besides, the discount itself says.
 */
export function cartLinesDiscountsGenerateRun(input: DiscountInput): DiscountOutput {
  const configuration = readConfiguration(input.discount.metafield);
  if (configuration === null) return { operations: [] };
  const buyer = buyerOf(input.cart.buyerIdentity?.customer);
  const now = timeOf(configuration, input.shop.localTime.dateTimeAfter);
  const perks = configuration.perks.filter((perk) => isInForce(perk, now) && has(buyer, perk));
  const told = { configuration, buyer, locale: localeOf(input.localization.language.isoCode) };
  const goods = goodsIn(input);
  const gifts = giftsIn(goods, perks, { ...told, rate: input.presentmentCurrencyRate });
  const others = goods.filter(({ line }) => !gifts.some(({ lineId }) => lineId === line.id));
  const candidates = [...gifts.map(({ candidate }) => candidate), ...memberPricesOf(others, perks, told)];
  if (candidates.length === 0) return { operations: [] };
  return { operations: [{ productDiscountsAdd: { selectionStrategy: "ALL", candidates } }] };
}

function goodsIn({ cart }: DiscountInput): Goods[] {
  return cart.lines.flatMap((line) => {
    const { merchandise } = line;
    if (merchandise.__typename !== "ProductVariant" || merchandise.product.isGiftCard) return [];
    return [{ line, product: merchandise.product }];
  });
}
