import { Links, Meta, Outlet, Scripts, ScrollRestoration, useRouteLoaderData } from "@remix-run/react";

/** Where Shopify serves the newest one; it must be the page's first script. */
const APP_BRIDGE = "https://cdn.shopify.com/shopifycloud/app-bridge.js";

interface Frame {
  apiKey: string;
  locale: string;
}

export default function Root() {
  const frame = useRouteLoaderData<Frame>("routes/app");
  return (
    <html lang={frame?.locale ?? "en"}>
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
        <Outlet />
        <ScrollRestoration />
        <Scripts />
      </body>
    </html>
  );
}
