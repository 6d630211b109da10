import { gid } from "../../state/ids.ts";
import { APP_NUMBER } from "../app-identity.ts";
import type { Context } from "../engine/context.ts";
import { notInTheSandbox, type Fields, type View } from "../engine/resolve.ts";
import { parseGlobalId } from "./ids.ts";
import { metafieldFields } from "./metafields.ts";

export function appView(context: Context): View {
  const { manifest, options } = context.sandbox;
  return {
    __typename: "App",
    id: gid("App", APP_NUMBER),
    apiKey: options.apiKey,
    handle: manifest.handle,
    title: manifest.name,
    embedded: true,
    webhookApiVersion: manifest.apiVersion,
    requestedAccessScopes: manifest.scopes.map(scopeView),
    optionalAccessScopes: [],
    installation: () => appInstallationView(context),
  };
}

/** One installation per shop: its number is the shop's. */
export function appInstallationView(context: Context): View {
  const installation = context.sandbox.installation(context.shop.domain);
  return {
    __typename: "AppInstallation",
    id: gid("AppInstallation", context.shop.id),
    accessScopes: (installation?.scopes ?? []).map(scopeView),
    app: () => appView(context),
    ...metafieldFields("APPINSTALLATION", context.shop.id),
  };
}

function scopeView(handle: string): View {
  return { handle };
}

/** The sandbox knows one app: the one that asks. */
function requireOwn(id: string | null | undefined, type: string, own: string): void {
  if (id != null && parseGlobalId(id).id !== own)
    throw notInTheSandbox(`${type} other than the one that asks`);
}

export const appQueries = {
  app: ({ id }: { id?: string | null }, context) => {
    requireOwn(id, "App", APP_NUMBER);
    return appView(context);
  },
  appInstallation: ({ id }: { id?: string | null }, context) => {
    requireOwn(id, "AppInstallation", context.shop.id);
    return appInstallationView(context);
  },
  currentAppInstallation: (_, context) => appInstallationView(context),
} satisfies Fields;
