import type { SegmentStore, Tagged } from "../segment-store.ts";
import type { AdminApi } from "./admin-api.ts";
import {
  SegmentCreateDocument,
  SegmentDeleteDocument,
  TagsAddDocument,
  TagsRemoveDocument,
} from "./generated/admin.ts";
import { customerGid } from "./rewards/gids.ts";
import { sentenceOf } from "./rewards/user-errors.ts";

export function segmentStore(api: AdminApi): SegmentStore {
  return {
    async tagCustomer(shop, customerId, tag) {
      const variables = { id: customerGid(customerId), tags: [tag] };
      const { tagsAdd } = await api(shop, TagsAddDocument, variables);
      return taggedBy(tagsAdd?.userErrors ?? []);
    },
    async untagCustomer(shop, customerId, tag) {
      const variables = { id: customerGid(customerId), tags: [tag] };
      const { tagsRemove } = await api(shop, TagsRemoveDocument, variables);
      return taggedBy(tagsRemove?.userErrors ?? []);
    },
    async makeTagSegment(shop, { name, tag }) {
      const query = `customer_tags CONTAINS '${tag.replaceAll("'", "\\'")}'`;
      // Asked twice, there would be two of them.
      const { segmentCreate } = await api(shop, SegmentCreateDocument, { name, query }, { once: true });
      const id = segmentCreate?.segment?.id;
      return id === undefined
        ? { outcome: "refused", reason: sentenceOf(segmentCreate?.userErrors ?? []) }
        : { outcome: "made", id };
    },
    async dropTagSegment(shop, id) {
      await api(shop, SegmentDeleteDocument, { id });
    },
  };
}

/** Of a customer whom it does not have, Shopify finds fault with the id. */
function taggedBy(errors: { field?: string[] | null; message: string }[]): Tagged {
  if (errors.length === 0) return { outcome: "done" };
  return errors.some(({ field }) => field?.includes("id"))
    ? { outcome: "gone" }
    : { outcome: "refused", reason: sentenceOf(errors) };
}
