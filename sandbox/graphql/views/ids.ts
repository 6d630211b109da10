import { GraphQLError } from "graphql";

export type GlobalId = { type: string; id: string };

/** "gid://shopify/Order/1" → { type: "Order", id: "1" }. Throws Shopify's error where it is none. */
export function parseGlobalId(gid: string): GlobalId {
  const match = /^gid:\/\/shopify\/([A-Za-z]+)\/(\d+)(?:\?.*)?$/.exec(gid);
  if (!match?.[1] || !match[2])
    throw new GraphQLError(`Invalid global id '${gid}'`, {
      extensions: { code: "argumentLiteralsIncompatible" },
    });
  return { type: match[1], id: match[2] };
}

/** The number of an id that must name a certain type; Shopify answers "invalid id" for another. */
export function numberOf(gid: string, type: string): string {
  const parsed = parseGlobalId(gid);
  if (parsed.type !== type)
    throw new GraphQLError("invalid id", { extensions: { code: "RESOURCE_NOT_FOUND" } });
  return parsed.id;
}
