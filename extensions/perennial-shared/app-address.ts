// Not Node's: Shopify's command line writes the value in the place of the expression when it bundles.
declare const process: { env: { APP_URL?: string } };

/** Where the app answers; null where a build was not told. */
export function appAddress(): string | null {
  try {
    return process.env.APP_URL?.replace(/\/$/, "") || null;
  } catch {
    return null;
  }
}
