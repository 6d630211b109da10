import type { Made } from "../../reward-store.ts";
import type { AdminApi } from "../admin-api.ts";
import { TagsAddDocument } from "../generated/admin.ts";
import { customerGid } from "./gids.ts";
import { sentenceOf } from "./user-errors.ts";

/** What is exclusive stands behind a tag of the customer: themes, segments and discounts go by it. */
export async function tagCustomer(
  api: AdminApi,
  shop: string,
  customerId: string,
  tag: string,
): Promise<Made> {
  const id = customerGid(customerId);
  const { tagsAdd } = await api(shop, TagsAddDocument, { id, tags: [tag] }, { once: true });
  const errors = tagsAdd?.userErrors ?? [];
  return errors.length > 0
    ? { outcome: "refused", reason: sentenceOf(errors) }
    : { outcome: "made", reference: null };
}
