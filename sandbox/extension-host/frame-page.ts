/** Null origin, as the platform's workers have; who may be asked over the network stands in the extension's toml. */
export function framePage(networkAccess: boolean): Response {
  const connect = networkAccess ? "http: https:" : "'none'";
  return new Response(
    `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Extension</title>
    <script src="/extensions/assets/frame.js"></script>
  </head>
  <body></body>
</html>
`,
    {
      headers: {
        "content-type": "text/html; charset=utf-8",
        "cache-control": "no-store",
        "content-security-policy": `sandbox allow-scripts; connect-src ${connect}; frame-ancestors 'self'`,
      },
    },
  );
}
