import { redirect, type LoaderFunctionArgs } from "@remix-run/node";

/** Shopify opens the app at its root; the rest of the query says for which shop. */
export function loader({ request }: LoaderFunctionArgs) {
  return redirect(`/app${new URL(request.url).search}`);
}
