import { resolveNamespace } from "../app-identity.ts";
import type { Context } from "../engine/context.ts";
import type { OwnerType } from "../../state/types.ts";
import { faultOfValue, isKnownType } from "./metafield-values.ts";
import { revisedMetafield } from "./metafields.ts";

/** A metafield in the input of the thing that it is on. */
export type OwnMetafield = {
  namespace?: string | null;
  key?: string | null;
  type?: string | null;
  value?: string | null;
};

/** What is wrong with the first that is wrong; null where none is. */
export function faultOfMetafields(metafields: readonly OwnMetafield[] | null | undefined): string | null {
  for (const { key, type, value } of metafields ?? []) {
    if (!key || !type || !isKnownType(type)) return "A metafield needs a key and a type.";
    const fault = faultOfValue(type, value ?? "");
    if (fault) return fault;
  }
  return null;
}

export function setMetafieldsOf(
  context: Context,
  owner: { ownerType: OwnerType; ownerId: string },
  metafields: readonly OwnMetafield[] | null | undefined,
): void {
  for (const { namespace, key, type, value } of metafields ?? []) {
    const place = { ...owner, namespace: resolveNamespace(context.sandbox, namespace), key: key ?? "" };
    const given = { type: type ?? "", value: value ?? "" };
    context.collection("metafield").put(revisedMetafield(context, place, given));
  }
}
