import type { Sandbox } from "../../sandbox.ts";
import type { CodeBulkCreation } from "../../state/discount-types.ts";
import type { Id } from "../../state/types.ts";
import { addRedeemCode } from "./redeem-codes.ts";

/** How long a job takes, in real time: an app that does not wait for it must meet a job that is not done. */
const DURATION_MS = 400;

export function startBulkCreation(
  sandbox: Sandbox,
  shop: string,
  discountId: Id,
  codes: string[],
): CodeBulkCreation {
  const creation: CodeBulkCreation = {
    id: sandbox.store.nextId("codeBulkCreation"),
    discountId,
    createdAt: sandbox.now(),
    doneAtMs: Date.now() + DURATION_MS,
    done: false,
    codes: codes.map((code) => ({
      id: sandbox.store.nextId("other"),
      code,
      redeemCodeId: null,
      errors: [],
    })),
  };
  sandbox.store.collection(shop, "codeBulkCreation").put(creation);
  return creation;
}

/** Adds the codes of all jobs whose time has come. Called before anything looks at codes or jobs. */
export function settleBulkCreations(sandbox: Sandbox, shop: string): void {
  const creations = sandbox.store.collection(shop, "codeBulkCreation");
  const due = creations.findBy("done", "no").filter(({ doneAtMs }) => doneAtMs <= Date.now());
  for (const creation of due)
    sandbox.store.transaction(() => creations.put(carriedOut(sandbox, shop, creation)));
}

function carriedOut(sandbox: Sandbox, shop: string, creation: CodeBulkCreation): CodeBulkCreation {
  const gone = sandbox.store.collection(shop, "discount").find(creation.discountId) === null;
  const codes = creation.codes.map((wanted) => {
    const added = gone ? null : addRedeemCode(sandbox, shop, creation.discountId, wanted.code);
    if (added) return { ...wanted, redeemCodeId: added.id };
    return { ...wanted, errors: [{ message: TAKEN_MESSAGE, code: "TAKEN" }] };
  });
  return { ...creation, done: true, codes };
}

export const TAKEN_MESSAGE = "Code must be unique. Please try a different code.";
