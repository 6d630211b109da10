import type { LoaderFunctionArgs } from "@remix-run/node";

/** Where Shopify's library answers its own pages: the bounce for a session token, and the way out of the frame. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  await context.perennial.shopify.authenticateAdmin(request);
  return null;
}
