import type { IncomingMessage, ServerResponse } from "node:http";
import { html } from "../admin/markup.ts";

const RETRY_SECONDS = 2;

/** The app does not answer yet (or no more): documents say so and try again, everything else gets a plain 503. */
export function answerWithoutApp(incoming: IncomingMessage, outgoing: ServerResponse, appName: string): void {
  const wantsPage = incoming.headers.accept?.includes("text/html") ?? false;
  const headers = { "retry-after": String(RETRY_SECONDS), "cache-control": "no-store" };
  outgoing.writeHead(503, {
    ...headers,
    "content-type": `text/${wantsPage ? "html" : "plain"}; charset=utf-8`,
  });
  outgoing.end(
    wantsPage
      ? startingPage(appName)
      : `${appName} does not answer yet. Try again in ${RETRY_SECONDS} seconds.\n`,
  );
}

function startingPage(appName: string): string {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta http-equiv="refresh" content="${RETRY_SECONDS}" />
        <title>${appName}</title>
        <style>
          body {
            margin: 0;
            min-height: 100dvh;
            display: grid;
            place-items: center;
            background: #f1f1f1;
            color: #303030;
            font:
              14px/20px Inter,
              -apple-system,
              "Segoe UI",
              Roboto,
              sans-serif;
          }
          main {
            display: grid;
            gap: 8px;
            justify-items: center;
            padding: 24px;
            text-align: center;
          }
          h1 {
            margin: 0;
            font-size: 16px;
          }
          p {
            margin: 0;
            color: #616161;
          }
          .leaf {
            animation: breathe 2s ease-in-out infinite;
          }
          @keyframes breathe {
            50% {
              opacity: 0.35;
            }
          }
          @media (prefers-reduced-motion: reduce) {
            .leaf {
              animation: none;
            }
          }
        </style>
      </head>
      <body>
        <main>
          <svg class="leaf" width="40" height="40" viewBox="0 0 20 20" aria-hidden="true">
            <path
              d="M4.5 10.8 8.3 14.8C9 9.5 11.5 6.8 15.7 5c.3 5.2-2.2 8.8-7.4 9.8"
              fill="none"
              stroke="#1f5b3f"
              stroke-width="1.6"
              stroke-linecap="round"
              stroke-linejoin="round"
            />
          </svg>
          <h1>The app is starting…</h1>
          <p>${appName} does not answer yet. This page tries again by itself.</p>
        </main>
      </body>
    </html>`.text;
}
