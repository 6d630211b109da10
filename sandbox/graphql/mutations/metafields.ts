import { createHash } from "node:crypto";
import type { Metafield, OwnerType } from "../../state/types.ts";
import { appNamespace, resolveNamespace } from "../app-identity.ts";
import type { Context } from "../engine/context.ts";
import { notInTheSandbox, type Fields, type View } from "../engine/resolve.ts";
import { findDefinition, metafieldView, ownerGid, ownerOf } from "../views/metafields.ts";
import { findNode } from "../views/nodes.ts";
import { faultOfValue, isKnownType } from "./metafield-values.ts";
import { failed, userErrorView, type UserError } from "./user-errors.ts";

const MOST_AT_ONCE = 25;

/** Who sets something on a thing needs the scope to change the thing. Those that are missing here need none. */
const WRITE_SCOPES: Partial<Record<OwnerType, string>> = {
  CUSTOMER: "write_customers",
  PRODUCT: "write_products",
  PRODUCTVARIANT: "write_products",
  COLLECTION: "write_products",
  ORDER: "write_orders",
  DISCOUNT: "write_discounts",
  VALIDATION: "write_validations",
};

type SetInput = {
  ownerId: string;
  namespace?: string | null;
  key: string;
  type?: string | null;
  value: string;
  compareDigest?: string | null;
};

type Place = { ownerType: OwnerType; ownerId: string; namespace: string; key: string };

/** All or nothing, as at Shopify: one fault, and none of them is written. */
function metafieldsSet({ metafields }: { metafields: SetInput[] }, context: Context): View {
  if (metafields.length > MOST_AT_ONCE)
    return failed(
      ["metafields"],
      [tooMany(`Exceeded the maximum metafields input limit of ${MOST_AT_ONCE}.`)],
    );
  return context.sandbox.store.transaction(() => {
    const outcomes = metafields.map((input, index) => prepare(context, input, index));
    const errors = outcomes.flatMap(({ fault }) => fault ?? []);
    if (errors.length > 0) return { metafields: [], userErrors: errors.map(userErrorView) };
    const written = outcomes.flatMap(({ metafield }) => metafield ?? []);
    for (const metafield of written) context.collection("metafield").put(metafield);
    return { metafields: written.map((metafield) => metafieldView(context, metafield)), userErrors: [] };
  });
}

function tooMany(message: string): UserError {
  return { field: ["metafields"], message, code: "LESS_THAN_OR_EQUAL_TO" };
}

type Prepared = { metafield?: Metafield; fault?: UserError };

/** The metafield as it will be, or what is wrong with it. */
function prepare(context: Context, input: SetInput, index: number): Prepared {
  const fault = (field: string | null, code: string, message: string): Prepared => ({
    fault: {
      field: ["metafields", String(index), ...(field === null ? [] : [field])],
      message,
      code,
      elementIndex: index,
    },
  });
  const place = placeOf(context, input, "metafieldsSet");
  if (place.namespace.startsWith("app--") && !place.namespace.startsWith(appNamespace(context.sandbox)))
    return fault("namespace", "APP_NOT_AUTHORIZED", NOT_ALLOWED);
  if (!findNode(context, input.ownerId)) return fault("ownerId", "INVALID", "Owner does not exist.");
  const before = context.collection("metafield").find(idOf(place));
  const defined = findDefinition(context, place)?.type;
  const type = input.type ?? defined ?? before?.type;
  if (type === undefined) return fault("type", "BLANK", "Type can't be blank.");
  if (defined !== undefined && type !== defined)
    return fault("type", "INVALID_TYPE", `Type must be consistent with the definition's type: '${defined}'.`);
  if (!isKnownType(type)) throw notInTheSandbox(`metafields of type ${type}`);
  const problem = faultOfValue(type, input.value);
  if (problem) return fault("value", input.value === "" ? "BLANK" : "INVALID_VALUE", problem);
  const clash = clashOfDigest(input, before);
  if (clash) return fault(null, clash, DIGEST_FAULTS[clash]);
  return { metafield: revisedMetafield(context, place, { type, value: input.value }) };
}

const NOT_ALLOWED = "Access to this namespace and key on Metafields for this resource type is not allowed.";

const DIGEST_FAULTS = {
  STALE_OBJECT:
    "The resource has been updated since it was loaded. Try again with an updated `compareDigest` value.",
  INVALID_COMPARE_DIGEST: "Invalid `compareDigest` value.",
};

/** A digest must be that of the newest value, and null where there must be none yet; left out, anything goes. */
function clashOfDigest(
  { compareDigest }: SetInput,
  before: Metafield | null,
): keyof typeof DIGEST_FAULTS | null {
  if (compareDigest === undefined || compareDigest === (before?.compareDigest ?? null)) return null;
  return before ? "STALE_OBJECT" : "INVALID_COMPARE_DIGEST";
}

/** A metafield with a new value. */
export function revisedMetafield(
  context: Context,
  place: Place,
  { type, value }: { type: string; value: string },
): Metafield {
  const before = context.collection("metafield").find(idOf(place));
  const now = context.sandbox.now();
  return {
    id: idOf(place),
    number: before?.number ?? context.sandbox.store.nextId("metafield"),
    ...place,
    type,
    value,
    compareDigest: createHash("sha256").update(`${type}\n${value}`).digest("hex"),
    createdAt: before?.createdAt ?? now,
    updatedAt: before?.value === value && before.type === type ? before.updatedAt : now,
  };
}

type Identifier = { ownerId: string; namespace: string; key: string };

function metafieldsDelete({ metafields }: { metafields: Identifier[] }, context: Context): View {
  const stored = context.collection("metafield");
  const deleted = metafields.map((identifier) => {
    const place = placeOf(context, identifier, "metafieldsDelete");
    if (!stored.find(idOf(place))) return null;
    stored.delete(idOf(place));
    return { ownerId: ownerGid(place.ownerType, place.ownerId), namespace: place.namespace, key: place.key };
  });
  return { deletedMetafields: deleted, userErrors: [] };
}

/** Where a metafield is to stand; throws ACCESS_DENIED where the token may not change the owner. */
function placeOf(context: Context, { ownerId, namespace, key }: Identifier | SetInput, field: string): Place {
  const owner = ownerOf(ownerId);
  if (!owner) throw notInTheSandbox(`metafields of ${ownerId}`);
  const scope = WRITE_SCOPES[owner.ownerType];
  if (scope) context.access.requireAll([[scope]], field);
  return { ...owner, namespace: resolveNamespace(context.sandbox, namespace), key };
}

function idOf({ ownerType, ownerId, namespace, key }: Place): string {
  return `${ownerType}/${ownerId}/${namespace}/${key}`;
}

export const metafieldMutations = { metafieldsSet, metafieldsDelete } as Fields;
