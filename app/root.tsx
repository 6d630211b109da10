import { Links, Meta, Outlet, Scripts, ScrollRestoration, useRouteLoaderData } from "@remix-run/react";
import { PlainPage } from "./components/plain-page.tsx";
import { useWords } from "./components/use-words.ts";

/** Where Shopify serves the newest one; it must be the page's first script. */
const APP_BRIDGE = "https://cdn.shopify.com/shopifycloud/app-bridge.js";

interface Frame {
  apiKey: string;
  locale: string;
}

export default function Root() {
  return <Outlet />;
}

/** Around every page, and around what stands in the place of one that failed. */
export function Layout({ children }: { children: React.ReactNode }) {
  const frame = useRouteLoaderData<Frame>("routes/app");
  const nowhere = useRouteLoaderData<{ locale: string }>("routes/$");
  const outside = useRouteLoaderData<{ locale: string }>("routes/auth.login") ?? nowhere;
  return (
    <html lang={frame?.locale ?? outside?.locale ?? "en"}>
      <head>
        <meta charSet="utf-8" />
        <title>Perennial</title>
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        {frame === undefined ? null : (
          <>
            <meta name="shopify-api-key" content={frame.apiKey} />
            <script src={APP_BRIDGE} />
          </>
        )}
        <link rel="icon" href="/leaf.svg" type="image/svg+xml" />
        <Meta />
        <Links />
      </head>
      <body>
        {children}
        <ScrollRestoration />
        <Scripts />
      </body>
    </html>
  );
}

/** What failed outside the frame of the admin, such as a form sent to where nothing stands. */
export function ErrorBoundary() {
  const { t } = useWords();
  return <PlainPage words={t.errors.outside.failed} />;
}
