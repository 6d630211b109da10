import { Refusal } from "../../http/answer.ts";
import type { CustomerFields } from "../../commerce/actions.ts";
import type { Context } from "../engine/context.ts";
import { notInTheSandbox, type Fields, type View } from "../engine/resolve.ts";
import { customerView, findCustomer } from "../views/customers.ts";
import { numberOf } from "../views/ids.ts";
import { failed } from "./user-errors.ts";

type CustomerInput = { id?: string | null } & Partial<Record<string, unknown>>;

/** Inputs that the sandbox has a place for. */
const KEPT = ["email", "firstName", "lastName", "locale", "note", "phone", "tags", "taxExempt"] as const;

function customerUpdate({ input: { id, ...input } }: { input: CustomerInput }, context: Context): View {
  const unkept = Object.keys(input).find((name) => !(KEPT as readonly string[]).includes(name));
  if (unkept) throw notInTheSandbox(`CustomerInput.${unkept}`);
  if (id == null || !findCustomer(context, numberOf(id, "Customer")))
    return failed(["customer"], [{ field: ["id"], message: "Customer does not exist" }]);
  return changeCustomer(context, numberOf(id, "Customer"), input);
}

function changeCustomer(context: Context, customer: string, fields: CustomerFields): View {
  try {
    context.sandbox.perform(context.shop.domain, { do: "customer.update", customer, ...fields });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return failed(["customer"], [{ field: ["email"], message: error.message }]);
  }
  const changed = context.collection("customer").require(customer);
  return { customer: customerView(context, changed), userErrors: [] };
}

export const customerMutations = { customerUpdate } as Fields;
