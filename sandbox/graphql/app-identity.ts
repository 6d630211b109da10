import type { Sandbox } from "../sandbox.ts";

/** The number behind gid://shopify/App/…. */
export const APP_NUMBER = "8675309";

/** The room that only this app writes to. */
export function appNamespace({ options }: Sandbox): string {
  return `app--${options.apiKey}`;
}

/** "$app" (or no namespace at all) is the app's own room, "$app:x" a room within it; every other name stands for itself. */
export function resolveNamespace(sandbox: Sandbox, namespace: string | null | undefined): string {
  if (namespace == null || namespace === "$app") return appNamespace(sandbox);
  return namespace.startsWith("$app:")
    ? `${appNamespace(sandbox)}--${namespace.slice("$app:".length)}`
    : namespace;
}
