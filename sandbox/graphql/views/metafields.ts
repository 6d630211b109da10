import { gid } from "../../state/ids.ts";
import type { Metafield, MetafieldDefinition, OwnerType } from "../../state/types.ts";
import { resolveNamespace } from "../app-identity.ts";
import { connect, type ListArgs, type Listing } from "../engine/connection.ts";
import type { Context } from "../engine/context.ts";
import type { Fields, View } from "../engine/resolve.ts";
import { dateTime } from "./common.ts";
import { parseGlobalId } from "./ids.ts";
import { findNode } from "./nodes.ts";
import { metafieldDefinitionView } from "./metafield-definitions.ts";

/** The types whose things may carry metafields here, by the name they have in ids. */
export const OWNER_TYPES: Record<string, OwnerType> = {
  Shop: "SHOP",
  Customer: "CUSTOMER",
  Product: "PRODUCT",
  ProductVariant: "PRODUCTVARIANT",
  Order: "ORDER",
  Collection: "COLLECTION",
  AppInstallation: "APPINSTALLATION",
  DiscountAutomaticNode: "DISCOUNT",
  Validation: "VALIDATION",
};

type MetafieldsArgs = ListArgs & { namespace?: string | null; keys?: string[] | null };

/** The `metafield` and `metafields` of whatever may carry them. */
export function metafieldFields(ownerType: OwnerType, ownerId: string): Fields {
  return {
    metafield: ({ namespace, key }: { namespace?: string | null; key: string }, context: Context) => {
      const id = `${ownerType}/${ownerId}/${resolveNamespace(context.sandbox, namespace)}/${key}`;
      const metafield = context.collection("metafield").find(id);
      return metafield && metafieldView(context, metafield);
    },
    metafields: (args: MetafieldsArgs, context: Context) =>
      connect(
        args,
        metafieldListing(context, chosen(context, listMetafields(context, ownerType, ownerId), args)),
      ),
  };
}

export function listMetafields(context: Context, ownerType: OwnerType, ownerId: string): Metafield[] {
  return context.collection("metafield").findBy("owner", `${ownerType}/${ownerId}`);
}

function chosen({ sandbox }: Context, docs: Metafield[], { namespace, keys }: MetafieldsArgs): Metafield[] {
  const inNamespace = namespace == null ? null : resolveNamespace(sandbox, namespace);
  const wanted = keys?.map((name) => {
    const dot = name.lastIndexOf(".");
    return dot < 0 ? name : `${resolveNamespace(sandbox, name.slice(0, dot))}.${name.slice(dot + 1)}`;
  });
  return docs.filter(
    (doc) =>
      (inNamespace === null || doc.namespace === inNamespace) &&
      (!wanted ||
        wanted.includes(`${doc.namespace}.${doc.key}`) ||
        (inNamespace !== null && wanted.includes(doc.key))),
  );
}

function metafieldListing(context: Context, docs: Metafield[]): Listing<Metafield> {
  return {
    resource: "metafields",
    docs,
    idOf: (metafield) => metafield.number,
    view: (metafield) => metafieldView(context, metafield),
  };
}

export function metafieldView(context: Context, metafield: Metafield): View {
  const { ownerType, ownerId, namespace, key, type, value } = metafield;
  return {
    __typename: "Metafield",
    id: gid("Metafield", metafield.number),
    legacyResourceId: metafield.number,
    namespace,
    key,
    type,
    value,
    jsonValue: () => jsonValue(type, value),
    sizeInBytes: Buffer.byteLength(value),
    compareDigest: metafield.compareDigest,
    ownerType: ownerType === "APPINSTALLATION" ? "API_PERMISSION" : ownerType,
    owner: () => findNode(context, ownerGid(ownerType, ownerId)),
    definition: () => {
      const definition = findDefinition(context, metafield);
      return definition && metafieldDefinitionView(context, definition);
    },
    createdAt: dateTime(metafield.createdAt),
    updatedAt: dateTime(metafield.updatedAt),
  };
}

export function ownerGid(ownerType: OwnerType, ownerId: string): string {
  const type = Object.keys(OWNER_TYPES).find((name) => OWNER_TYPES[name] === ownerType);
  return gid(type ?? ownerType, ownerId);
}

/** Which thing a gid names, as an owner of metafields; null where such things carry none here. */
export function ownerOf(globalId: string): { ownerType: OwnerType; ownerId: string } | null {
  const { type, id } = parseGlobalId(globalId);
  const ownerType = OWNER_TYPES[type];
  return ownerType ? { ownerType, ownerId: id } : null;
}

export function findDefinition(
  context: Context,
  { ownerType, namespace, key }: Pick<Metafield, "ownerType" | "namespace" | "key">,
): MetafieldDefinition | null {
  return context.collection("metafieldDefinition").find(`${ownerType}/${namespace}/${key}`);
}

/** Numbers and booleans as such, JSON as what it says, everything else as its text. */
function jsonValue(type: string, value: string): unknown {
  const isText =
    type.endsWith("text_field") || type.startsWith("date") || ["url", "color", "id"].includes(type);
  if (isText || type.endsWith("_reference") || type === "number_decimal") return value;
  return JSON.parse(value);
}
