import { randomUUID } from "node:crypto";
import { Refusal } from "../../http/answer.ts";
import { gid } from "../../state/ids.ts";
import type { Context } from "../engine/context.ts";
import { notInTheSandbox, type Fields, type View } from "../engine/resolve.ts";
import { findCustomer } from "../views/customers.ts";
import { numberOf } from "../views/ids.ts";
import { failed } from "./user-errors.ts";

type MergeArgs = { customerOneId: string; customerTwoId: string; overrideFields?: object | null };

/** The second customer is kept. Shopify merges behind a job; here it is done when the answer comes. */
function customerMerge({ customerOneId, customerTwoId, overrideFields }: MergeArgs, context: Context): View {
  if (overrideFields) throw notInTheSandbox("overrideFields of customerMerge");
  const refused = (field: string, message: string, code: string) =>
    failed(["job", "resultingCustomerId"], [{ field: [field], message, code }]);
  const [remove, keep] = [customerOneId, customerTwoId].map((id) => numberOf(id, "Customer"));
  if (remove === undefined || !findCustomer(context, remove))
    return refused("customerOneId", `Customer does not exist with ID ${remove}`, "INVALID_CUSTOMER_ID");
  if (keep === undefined || !findCustomer(context, keep))
    return refused("customerTwoId", `Customer does not exist with ID ${keep}`, "INVALID_CUSTOMER_ID");
  if (remove === keep)
    return refused("customerOneId", "Customers IDs should not match", "INVALID_CUSTOMER_ID");
  for (const [field, id] of [["customerOneId", remove] as const, ["customerTwoId", keep] as const])
    if (context.collection("giftCard").findBy("customer", id, { limit: 1 }).length > 0)
      return refused(field, "Customer has gift cards", "CUSTOMER_HAS_GIFT_CARDS");
  try {
    context.sandbox.perform(context.shop.domain, { do: "customer.merge", keep, remove });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return refused("customerOneId", error.message, "INVALID_CUSTOMER");
  }
  const job = { id: randomUUID(), customerId: keep };
  context.collection("mergeJob").put(job);
  return {
    job: { id: gid("Job", job.id), done: true },
    resultingCustomerId: gid("Customer", keep),
    userErrors: [],
  };
}

export const customerMergeQueries = {
  customerMergeJobStatus: ({ jobId }: { jobId: string }, context) => {
    const job = context.collection("mergeJob").find(jobId.split("/").at(-1) ?? "");
    return (
      job && {
        jobId,
        status: "COMPLETED",
        resultingCustomerId: gid("Customer", job.customerId),
        customerMergeErrors: [],
      }
    );
  },
} satisfies Fields;

export const customerMergeMutations = { customerMerge } as Fields;
