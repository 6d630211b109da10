import { StoreRefused, type CodesAdded, type Made, type SharedDiscount } from "../../reward-store.ts";
import type { AdminApi } from "../admin-api.ts";
import {
  CodesOfDiscountDocument,
  DiscountRedeemCodeBulkAddDocument,
  DiscountRedeemCodeBulkCreationDocument,
  DiscountRedeemCodeBulkDeleteDocument,
} from "../generated/admin.ts";
import { deactivate, discountBenefit, findDiscount, makeDiscount } from "./discounts.ts";
import { sentenceOf } from "./user-errors.ts";

/** The limit of one use is of each code; that each customer may use the discount once, of all of them together. */
export async function makeSharedDiscount(
  api: AdminApi,
  shop: string,
  { benefit, ...discount }: SharedDiscount,
): Promise<Made> {
  const ofCode = discountBenefit(benefit);
  if (ofCode === null)
    return { outcome: "refused", reason: `A reward of the kind ${benefit.kind} has no codes.` };
  const found = await findDiscount(api, shop, discount.code);
  if (found !== null) return { outcome: "made", reference: found };
  const made = await makeDiscount(api, shop, { ...discount, benefit: ofCode });
  if (made.outcome === "refused" || made.reference !== null) return made;
  return { outcome: "made", reference: await findDiscount(api, shop, discount.code) };
}

export async function addCodes(
  api: AdminApi,
  shop: string,
  discountId: string,
  codes: string[],
): Promise<string> {
  const { discountRedeemCodeBulkAdd } = await api(
    shop,
    DiscountRedeemCodeBulkAddDocument,
    { discountId, codes: codes.map((code) => ({ code })) },
    { once: true },
  );
  const adding = discountRedeemCodeBulkAdd?.bulkCreation?.id;
  if (adding === undefined) throw new StoreRefused(sentenceOf(discountRedeemCodeBulkAdd?.userErrors ?? []));
  return adding;
}

/** Codes that were there already are ours, from an asking whose answer was lost: they are as good as added. */
export async function codesAdded(api: AdminApi, shop: string, id: string): Promise<CodesAdded> {
  const { discountRedeemCodeBulkCreation: creation } = await api(
    shop,
    DiscountRedeemCodeBulkCreationDocument,
    { id },
  );
  if (creation == null) throw new StoreRefused("Shopify does not know of the codes that were being added.");
  if (!creation.done) return { state: "under-way" };
  const refused = new Map<string, string>();
  for (const { code, errors } of creation.codes.nodes) {
    const fault = errors.find((error) => error.code !== "TAKEN" && error.code !== "DUPLICATE");
    if (fault !== undefined) refused.set(code, fault.message);
  }
  return { state: "done", refused };
}

/** The code alone, or with the last one of its discount the discount. */
export async function withdrawCode(api: AdminApi, shop: string, code: string): Promise<boolean> {
  const { codeDiscountNodeByCode: node } = await api(shop, CodesOfDiscountDocument, { code });
  if (node == null) return false;
  const codes = "codes" in node.codeDiscount ? node.codeDiscount.codes.nodes : [];
  const own = codes.find((one) => one.code.toLowerCase() === code.toLowerCase());
  if (own === undefined) return false;
  if (codes.length === 1) return deactivate(api, shop, code);
  const { discountCodeRedeemCodeBulkDelete: deletion } = await api(
    shop,
    DiscountRedeemCodeBulkDeleteDocument,
    { discountId: node.id, ids: [own.id] },
  );
  const errors = deletion?.userErrors ?? [];
  if (errors.length > 0) throw new StoreRefused(sentenceOf(errors));
  return true;
}
