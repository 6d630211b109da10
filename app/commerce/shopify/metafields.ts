import type { AdminApi } from "./admin-api.ts";
import { MetafieldsDeleteDocument, MetafieldsSetDocument } from "./generated/admin.ts";

/** Shopify takes at most 25 metafields a call. */
export const METAFIELDS_A_CALL = 25;

export type MetafieldInput = { ownerId: string; namespace: string; key: string; type: string; value: string };

export function jsonMetafield(ownerId: string, key: string, value: unknown): MetafieldInput {
  return { ownerId, namespace: "$app", key, type: "json", value: JSON.stringify(value) };
}

export interface Refusal {
  /** Of the input; -1 where Shopify does not say. */
  place: number;
  isOwnerGone: boolean;
  why: string;
}

/** All or nothing: where anything is refused, none of them is written. */
export async function setMetafields(
  api: AdminApi,
  shopDomain: string,
  metafields: MetafieldInput[],
): Promise<Refusal[]> {
  const { metafieldsSet } = await api(shopDomain, MetafieldsSetDocument, { metafields });
  return (metafieldsSet?.userErrors ?? []).map(({ field, message, elementIndex }) => ({
    place: elementIndex ?? placeIn(field) ?? -1,
    isOwnerGone: field?.at(-1) === "ownerId",
    why: message,
  }));
}

/** Of whatever has none of them, nothing is said. */
export async function deleteMetafields(
  api: AdminApi,
  shopDomain: string,
  metafields: { ownerId: string; key: string }[],
): Promise<void> {
  for (let from = 0; from < metafields.length; from += METAFIELDS_A_CALL) {
    const some = metafields.slice(from, from + METAFIELDS_A_CALL);
    await api(shopDomain, MetafieldsDeleteDocument, {
      metafields: some.map((identifier) => ({ ...identifier, namespace: "$app" })),
    });
  }
}

function placeIn(field: string[] | null | undefined): number | null {
  const place = Number(field?.[1]);
  return Number.isInteger(place) ? place : null;
}
