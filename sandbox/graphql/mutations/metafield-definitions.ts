import { gid } from "../../state/ids.ts";
import type { MetafieldDefinition, OwnerType } from "../../state/types.ts";
import { resolveNamespace } from "../app-identity.ts";
import type { Context } from "../engine/context.ts";
import { notInTheSandbox, type Fields, type View } from "../engine/resolve.ts";
import { numberOf } from "../views/ids.ts";
import {
  definitionByIdentifier,
  definitionByNumber,
  metafieldDefinitionView,
  type DefinitionIdentifier,
} from "../views/metafield-definitions.ts";
import { OWNER_TYPES } from "../views/metafields.ts";
import { isKnownType } from "./metafield-values.ts";
import { failed } from "./user-errors.ts";

type Access = { admin?: string | null; storefront?: string | null; customerAccount?: string | null };

type DefinitionInput = {
  ownerType: OwnerType;
  namespace?: string | null;
  key: string;
  name: string;
  type: string;
  description?: string | null;
  access?: Access | null;
};

/** Inputs of which the sandbox would have to keep a promise that it cannot: they are refused, not ignored. */
const UNKEPT = [
  "capabilities",
  "constraints",
  "constraintsUpdates",
  "pin",
  "useAsCollectionCondition",
  "validations",
];

function requireKept(definition: object): void {
  const given = Object.entries(definition).filter(([, value]) => value !== null && value !== false);
  const unkept = given.find(([name]) => UNKEPT.includes(name));
  if (unkept) throw notInTheSandbox(`${unkept[0]} of metafield definitions`);
}

function metafieldDefinitionCreate({ definition }: { definition: DefinitionInput }, context: Context): View {
  requireKept(definition);
  const { ownerType, key, name, type } = definition;
  if (!Object.values(OWNER_TYPES).includes(ownerType)) throw notInTheSandbox(`metafields of ${ownerType}`);
  if (!isKnownType(type)) throw notInTheSandbox(`metafields of type ${type}`);
  const namespace = resolveNamespace(context.sandbox, definition.namespace);
  const id = `${ownerType}/${namespace}/${key}`;
  const definitions = context.collection("metafieldDefinition");
  if (definitions.find(id))
    return failed(
      ["createdDefinition"],
      [
        {
          field: ["definition", "key"],
          message: `Key is in use for ${ownerType} metafields on the '${namespace}' namespace.`,
          code: "TAKEN",
        },
      ],
    );
  const created: MetafieldDefinition = {
    id,
    number: context.sandbox.store.nextId("metafieldDefinition"),
    ownerType,
    namespace,
    key,
    type,
    name,
    description: definition.description ?? null,
    access: accessOf(definition.access, {
      admin: "PUBLIC_READ_WRITE",
      storefront: "NONE",
      customerAccount: "NONE",
    }),
  };
  definitions.put(created);
  return { createdDefinition: metafieldDefinitionView(context, created), userErrors: [] };
}

type UpdateInput = Omit<DefinitionInput, "name" | "type"> & { name?: string | null };

function metafieldDefinitionUpdate({ definition }: { definition: UpdateInput }, context: Context): View {
  requireKept(definition);
  const before = definitionByIdentifier(context, definition);
  if (!before)
    return failed(
      ["updatedDefinition", "validationJob"],
      [{ field: ["definition"], message: "Definition not found.", code: "NOT_FOUND" }],
    );
  const updated: MetafieldDefinition = {
    ...before,
    name: definition.name ?? before.name,
    description: definition.description === undefined ? before.description : definition.description,
    access: accessOf(definition.access, before.access),
  };
  context.collection("metafieldDefinition").put(updated);
  return {
    updatedDefinition: metafieldDefinitionView(context, updated),
    validationJob: null,
    userErrors: [],
  };
}

function accessOf(given: Access | null | undefined, otherwise: MetafieldDefinition["access"]) {
  return {
    admin: given?.admin ?? otherwise.admin,
    storefront: given?.storefront ?? otherwise.storefront,
    customerAccount: given?.customerAccount ?? otherwise.customerAccount,
  };
}

type DeleteArgs = {
  id?: string | null;
  identifier?: DefinitionIdentifier | null;
  deleteAllAssociatedMetafields?: boolean | null;
};

function metafieldDefinitionDelete(args: DeleteArgs, context: Context): View {
  const definition = args.identifier
    ? definitionByIdentifier(context, args.identifier)
    : definitionByNumber(context, numberOf(args.id ?? "", "MetafieldDefinition"));
  if (!definition)
    return failed(
      ["deletedDefinition", "deletedDefinitionId"],
      [{ field: ["id"], message: "Definition not found.", code: "NOT_FOUND" }],
    );
  const { ownerType, namespace, key, number } = definition;
  context.sandbox.store.transaction(() => {
    context.collection("metafieldDefinition").delete(definition.id);
    if (!args.deleteAllAssociatedMetafields) return;
    const metafields = context.collection("metafield");
    const ofDefinition = metafields
      .list()
      .filter((field) => field.ownerType === ownerType && field.namespace === namespace && field.key === key);
    for (const metafield of ofDefinition) metafields.delete(metafield.id);
  });
  return {
    deletedDefinition: { ownerType, namespace, key },
    deletedDefinitionId: gid("MetafieldDefinition", number),
    userErrors: [],
  };
}

export const metafieldDefinitionMutations = {
  metafieldDefinitionCreate,
  metafieldDefinitionUpdate,
  metafieldDefinitionDelete,
} as Fields;
