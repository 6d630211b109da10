import { gid } from "../../state/ids.ts";
import type { MetafieldDefinition, OwnerType } from "../../state/types.ts";
import { resolveNamespace } from "../app-identity.ts";
import { connect, type ListArgs, type Listing } from "../engine/connection.ts";
import type { Context } from "../engine/context.ts";
import type { Fields, View } from "../engine/resolve.ts";
import { numberOf } from "./ids.ts";

export type DefinitionIdentifier = { ownerType: OwnerType; namespace?: string | null; key: string };

export function metafieldDefinitionView(_: Context, definition: MetafieldDefinition): View {
  const { access } = definition;
  return {
    __typename: "MetafieldDefinition",
    id: gid("MetafieldDefinition", definition.number),
    namespace: definition.namespace,
    key: definition.key,
    name: definition.name,
    description: definition.description,
    ownerType: definition.ownerType,
    type: { name: definition.type },
    access: { admin: access.admin, storefront: access.storefront, customerAccount: access.customerAccount },
  };
}

export function definitionByIdentifier(
  context: Context,
  { ownerType, namespace, key }: DefinitionIdentifier,
): MetafieldDefinition | null {
  const id = `${ownerType}/${resolveNamespace(context.sandbox, namespace)}/${key}`;
  return context.collection("metafieldDefinition").find(id);
}

export function definitionByNumber(context: Context, number: string): MetafieldDefinition | null {
  return (
    context
      .collection("metafieldDefinition")
      .list()
      .find((definition) => definition.number === number) ?? null
  );
}

function definitionListing(context: Context, docs: MetafieldDefinition[]): Listing<MetafieldDefinition> {
  return {
    resource: "metafieldDefinitions",
    docs,
    idOf: (definition) => definition.number,
    view: (definition) => metafieldDefinitionView(context, definition),
    search: {
      id: (definition) => [definition.number],
      key: (definition) => [definition.key],
      namespace: (definition) => [definition.namespace],
      type: (definition) => [definition.type],
    },
    sortKeys: { NAME: (definition) => definition.name },
  };
}

type DefinitionsArgs = ListArgs & { ownerType: OwnerType; namespace?: string | null; key?: string | null };

export const metafieldDefinitionQueries = {
  metafieldDefinition: ({ id, identifier }: { id?: string; identifier?: DefinitionIdentifier }, context) => {
    const definition = identifier
      ? definitionByIdentifier(context, identifier)
      : definitionByNumber(context, numberOf(id ?? "", "MetafieldDefinition"));
    return definition && metafieldDefinitionView(context, definition);
  },
  metafieldDefinitions: ({ ownerType, namespace, key, ...page }: DefinitionsArgs, context) => {
    const wanted = namespace == null ? null : resolveNamespace(context.sandbox, namespace);
    const docs = context
      .collection("metafieldDefinition")
      .findBy("ownerType", ownerType)
      .filter((definition) => wanted === null || definition.namespace === wanted)
      .filter((definition) => key == null || definition.key === key);
    return connect(page, definitionListing(context, docs));
  },
} satisfies Fields;
