import type { FunctionPerks } from "../../../loyalty/perk-configuration.ts";
import type { AdminApi } from "../admin-api.ts";
import {
  PerkValidationsDocument,
  ValidationCreateDocument,
  ValidationUpdateDocument,
  type PerkValidationsQuery,
} from "../generated/admin.ts";
import { nextOf } from "../reconcile/orders.ts";
import { metafieldsOf, requireDone, type Owner, type Ways } from "./owner.ts";

/** The handle of the extension. */
const FUNCTION = "perennial-validation";
const TITLE = "Products for members";
/** A fault of ours must not keep a shop from selling at all. */
const blockOnFailure = false;

/** Our one validation of carts and checkouts. */
export function validationWays(api: AdminApi, shop: string): Ways {
  const enable = async (id: string, isOn: boolean): Promise<void> => {
    const validation = { enable: isOn, blockOnFailure, title: TITLE };
    requireDone((await api(shop, ValidationUpdateDocument, { id, validation })).validationUpdate);
  };
  return {
    of: "validation",
    list: () => listOurs(api, shop),
    make: (wanted) => make(api, shop, wanted),
    start: (id) => enable(id, true),
    end: (id) => enable(id, false),
  };
}

async function listOurs(api: AdminApi, shop: string): Promise<Owner[]> {
  const ours: Owner[] = [];
  let after: string | null = null;
  do {
    const answer: PerkValidationsQuery = await api(shop, PerkValidationsDocument, { after });
    const { nodes, pageInfo } = answer.validations;
    for (const { id, enabled, perks, variables } of nodes)
      if (perks != null) ours.push({ id, isActive: enabled, perks, variables: variables ?? null });
    after = nextOf(pageInfo);
  } while (after !== null);
  return ours;
}

async function make(api: AdminApi, shop: string, wanted: FunctionPerks): Promise<void> {
  const validation = {
    title: TITLE,
    functionHandle: FUNCTION,
    enable: true,
    blockOnFailure,
    metafields: metafieldsOf(wanted),
  };
  const answer = await api(shop, ValidationCreateDocument, { validation }, { once: true });
  requireDone(answer.validationCreate);
}
