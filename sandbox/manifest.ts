import { readFileSync } from "node:fs";
import { parse } from "smol-toml";
import { z } from "zod";
import type { OwnerType } from "./state/types.ts";

/** What the sandbox needs to know of the app, read from its shopify.app.toml. */
export type Manifest = {
  name: string;
  handle: string;
  scopes: string[];
  apiVersion: string;
  subscriptions: { topic: string; uri: string }[];
  /** Topics that are sent whether the app is installed or not. */
  complianceTopics: Map<string, string>;
  proxy: { prefix: string; subpath: string; url: string } | null;
  metafields: {
    ownerType: OwnerType;
    key: string;
    type: string;
    name: string;
    description: string | null;
    access: { admin: string; storefront: string; customerAccount: string };
  }[];
};

const metafieldSchema = z.object({
  type: z.string(),
  name: z.string().optional(),
  description: z.string().optional(),
  access: z
    .object({ admin: z.string(), storefront: z.string(), customer_account: z.string() })
    .partial()
    .default({}),
});

const manifestSchema = z.object({
  name: z.string(),
  handle: z.string(),
  access_scopes: z.object({ scopes: z.string() }),
  webhooks: z.object({
    api_version: z.string(),
    subscriptions: z
      .array(
        z.object({
          topics: z.array(z.string()).default([]),
          compliance_topics: z.array(z.string()).default([]),
          uri: z.string(),
        }),
      )
      .default([]),
  }),
  app_proxy: z.object({ url: z.string(), prefix: z.string(), subpath: z.string() }).optional(),
});

const OWNERS: Record<string, OwnerType> = {
  shop: "SHOP",
  customer: "CUSTOMER",
  product: "PRODUCT",
  variant: "PRODUCTVARIANT",
  order: "ORDER",
  collection: "COLLECTION",
};

const ownedSchema = z.object({ metafields: z.object({ app: z.record(z.string(), metafieldSchema) }) });

export function readManifest(path: string): Manifest {
  const toml = parse(readFileSync(path, "utf8"));
  const manifest = manifestSchema.parse(toml);
  const { subscriptions } = manifest.webhooks;
  return {
    name: manifest.name,
    handle: manifest.handle,
    scopes: manifest.access_scopes.scopes.split(",").map((scope) => scope.trim()),
    apiVersion: manifest.webhooks.api_version,
    subscriptions: subscriptions.flatMap(({ topics, uri }) => topics.map((topic) => ({ topic, uri }))),
    complianceTopics: new Map(
      subscriptions.flatMap(({ compliance_topics, uri }) =>
        compliance_topics.map((topic) => [topic, uri] as const),
      ),
    ),
    proxy: manifest.app_proxy ?? null,
    metafields: Object.entries(OWNERS).flatMap(([owner, ownerType]) => metafieldsOf(toml[owner], ownerType)),
  };
}

function metafieldsOf(section: unknown, ownerType: OwnerType): Manifest["metafields"] {
  const parsed = ownedSchema.safeParse(section);
  if (!parsed.success) return [];
  return Object.entries(parsed.data.metafields.app).map(([key, { type, name, description, access }]) => ({
    ownerType,
    key,
    type,
    name: name ?? key,
    description: description ?? null,
    access: {
      admin: (access.admin ?? "private").toUpperCase(),
      storefront: (access.storefront ?? "none").toUpperCase(),
      customerAccount: (access.customer_account ?? "none").toUpperCase(),
    },
  }));
}
