import type { LoyaltySummary } from "../../../../app/loyalty/summary.ts";
import type { Trouble } from "../../../perennial-shared/app-client.ts";
import { readMember } from "../../../perennial-shared/summaries.ts";
import type { Till } from "../till.ts";
import { applyCode } from "./apply-code.ts";
import { forgetWish, noteWish } from "./wishes.ts";

export type Redeemed =
  /** Off the sale already. */
  | { state: "applied"; text: string; code: string; member: LoyaltySummary | null }
  /** Made, but not taken by the till: the code is to be used at another time. */
  | { state: "kept"; text: string; code: string; member: LoyaltySummary | null }
  /** Without a code, or one that is still being made. */
  | { state: "told"; text: string; member: LoyaltySummary | null }
  | { state: "failed"; trouble: Trouble; text: string | null };

/** Uses a member's points for a reward, and takes its code off the sale. */
export async function redeem(till: Till, customer: string, reward: string): Promise<Redeemed> {
  const { key } = await noteWish(till, customer, reward);
  const told = await till.app(customer).post("redeem", { reward, key });
  if (!told.ok) {
    // Else nobody knows whether it, or what was sent before it, arrived: the wish stays noted, and is the same one.
    if (told.trouble === "refused") await forgetWish(till, customer);
    return { state: "failed", trouble: told.trouble, text: told.text };
  }
  await forgetWish(till, customer);
  const { text, redemption } = told.body;
  const member = readMember(told.body.member);
  const code = redemption?.code ?? null;
  if (code === null) return { state: "told", text, member };
  const applied = await applyCode(till, customer, code);
  return { state: applied ? "applied" : "kept", text, code, member };
}
