import { Links, Meta, Outlet, Scripts, ScrollRestoration, useRouteLoaderData } from "@remix-run/react";

export default function Root() {
  const frame = useRouteLoaderData<{ locale: string }>("routes/app");
  return (
    <html lang={frame?.locale ?? "en"}>
      <head>
        <meta charSet="utf-8" />
        <title>Perennial</title>
        <meta name="viewport" content="width=device-width,initial-scale=1" />
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
