import { evaluateOrder } from "../../loyalty/earning.ts";
import type { EarningExplanation } from "../../loyalty/explain-earning.ts";
import { ONE } from "../../loyalty/fraction.ts";
import { currencyDecimals, formatMoney } from "../../loyalty/money.ts";
import type { Order } from "../../loyalty/order.ts";
import type { Programme } from "../../loyalty/programme.ts";
import type { Instant } from "../../loyalty/time.ts";

/** What an order would earn; money and points are decimal strings. */
export interface Example {
  value: string;
  points: string;
  explanation: EarningExplanation;
}

/** An order of one plain line, by a member of no level: round in any currency, small enough to follow. */
export function exampleOf(programme: Programme, at: Instant): Example {
  const { currency } = programme;
  const decimals = currencyDecimals(currency);
  const price = decimals === 0 ? 12_000n : 120n * 10n ** BigInt(decimals);
  const order: Order = {
    ...{ id: "1", name: "", customerId: "1", currency, processedAt: at, updatedAt: at, cancelledAt: null },
    ...{ status: "paid", test: false, taxesIncluded: false, channel: "web", refunds: [], codes: [] },
    lines: [
      {
        ...{
          id: "1",
          productId: null,
          variantId: null,
          title: "",
          vendor: null,
          quantity: 1,
          currentQuantity: 1,
        },
        ...{ price, discount: 0n, tax: 0n, giftCard: false, tip: false },
      },
    ],
  };
  const terms = { programme, tierId: null, tierMultiplier: ONE, product: () => null };
  const { ratePoints, bonusPoints, explanation } = evaluateOrder(order, terms);
  return { value: formatMoney(price, currency), points: (ratePoints + bonusPoints).toString(), explanation };
}
