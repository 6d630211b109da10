import type { CodeName, CodeState, OrderGlance } from "../../store-state.ts";
import type { AdminApi } from "../admin-api.ts";
import { CodeStatesDocument, OrderGlancesDocument, type CodeStatesQuery } from "../generated/admin.ts";
import { findDiscount } from "../rewards/discounts.ts";
import { glanceOf } from "./orders.ts";

const CODES_A_CALL = 100;
/** A code of ours can be used once; more than one order with it is a race at the checkout. */
const ORDERS_OF_A_CODE = 10;

export async function codeStates(
  api: AdminApi,
  shopDomain: string,
  codes: readonly CodeName[],
): Promise<Map<string, CodeState>> {
  const byId = new Map<string, string>();
  for (const { code, reference } of codes) {
    const id = reference ?? (await findDiscount(api, shopDomain, code));
    if (id !== null) byId.set(id, code);
  }
  const states = new Map<string, CodeState>();
  const ids = [...byId.keys()];
  for (let from = 0; from < ids.length; from += CODES_A_CALL) {
    const { nodes } = await api(shopDomain, CodeStatesDocument, {
      ids: ids.slice(from, from + CODES_A_CALL),
    });
    for (const node of nodes) {
      if (node === null || !("codeDiscount" in node)) continue;
      const code = byId.get(node.id);
      if (code !== undefined) states.set(code, stateOf(node.codeDiscount));
    }
  }
  return states;
}

type Node = Extract<NonNullable<CodeStatesQuery["nodes"][number]>, { codeDiscount: unknown }>;

/** A discount of another kind than ours (an app's function) does not say how it stands: it is left alone. */
function stateOf(discount: Node["codeDiscount"]): CodeState {
  if (!("status" in discount)) return { isUsable: true, uses: 0 };
  return { isUsable: discount.status !== "EXPIRED", uses: discount.asyncUsageCount };
}

export async function ordersWithCode(
  api: AdminApi,
  shopDomain: string,
  code: string,
): Promise<OrderGlance[]> {
  const { orders } = await api(shopDomain, OrderGlancesDocument, {
    query: `discount_code:'${code}'`,
    sortKey: "UPDATED_AT",
    first: ORDERS_OF_A_CODE,
    after: null,
  });
  return orders.nodes.map(glanceOf);
}
