import type { ShopRow } from "../../db/shops.ts";
import type { Services } from "../services.ts";
import type { By } from "../staff/actions.ts";
import { setMonthlyBudget, type MonthlyBudgetSaved } from "./monthly-budget.ts";
import { moneyOf } from "./offer-form.ts";

/** "budget-faulty": what was written is no amount. */
export type MonthlyBudgetAnswer = MonthlyBudgetSaved | { outcome: "budget-faulty" };

/** The monthly budget as somebody filled it in. */
export async function actOnMonthlyBudget(
  services: Pick<Services, "db" | "clock">,
  shop: ShopRow,
  { form, by }: { form: FormData; by: By },
): Promise<MonthlyBudgetAnswer> {
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === "string" ? value.trim() : "";
  };
  const typed = text("amount");
  const amount = typed === "" ? null : moneyOf(typed, shop.currency);
  if (typed !== "" && amount === null) return { outcome: "budget-faulty" };
  return setMonthlyBudget(services, shop, {
    ...{ revision: Number(text("revision")), carries: text("carries") === "on", by },
    amount: amount === null ? null : BigInt(amount),
  });
}
