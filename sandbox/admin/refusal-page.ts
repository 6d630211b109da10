import type { Refusal } from "../http/answer.ts";
import { html } from "./markup.ts";

/** A page that is not there, said in one sentence and with a way back. */
export function refusalPage(refusal: Refusal): Response {
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Sandbox admin</title>
        <link rel="stylesheet" href="/sandbox/assets/admin.css" />
      </head>
      <body class="plain">
        <main class="page narrow">
          <section class="card">
            <h1>Not here</h1>
            <p>${refusal.message}</p>
            <p><a href="/sandbox">Go to the store control panel</a></p>
          </section>
        </main>
      </body>
    </html>`;
  return new Response(page.text, {
    status: refusal.status,
    headers: { "content-type": "text/html; charset=utf-8" },
  });
}
