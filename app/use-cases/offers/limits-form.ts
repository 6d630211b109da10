import type { ShopRow } from "../../db/shops.ts";
import { fieldsOf } from "../read-form.ts";
import type { Services } from "../services.ts";
import type { By } from "../staff/actions.ts";
import { setOfferLimits, type LimitsSaved } from "./monthly-budget.ts";
import { moneyOf } from "./offer-form.ts";

export const LIMIT_FIELDS = ["amount", "largestOrder", "delivery"] as const;
export type LimitField = (typeof LIMIT_FIELDS)[number];

/** "limits-faulty": what was written in these is no amount. */
export type LimitsAnswer = LimitsSaved | { outcome: "limits-faulty"; faults: LimitField[] };

/** What offers may cost, and what is counted with, as somebody filled it in; empty where there is none. */
export async function actOnLimits(
  services: Pick<Services, "db" | "clock">,
  shop: ShopRow,
  { form, by }: { form: FormData; by: By },
): Promise<LimitsAnswer> {
  const text = fieldsOf(form);
  const amountOf = (field: LimitField) => {
    const amount = text(field) === "" ? null : moneyOf(text(field), shop.currency);
    return amount === null ? null : BigInt(amount);
  };
  const faults = LIMIT_FIELDS.filter((field) => text(field) !== "" && amountOf(field) === null);
  if (faults.length > 0) return { outcome: "limits-faulty", faults };
  return setOfferLimits(services, shop, {
    ...{ revision: Number(text("revision")), carries: text("carries") === "on", by },
    ...{ amount: amountOf("amount"), largestOrder: amountOf("largestOrder"), delivery: amountOf("delivery") },
  });
}
