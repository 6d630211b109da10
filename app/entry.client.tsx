import { StrictMode, startTransition } from "react";
import { RemixBrowser } from "@remix-run/react";
import { hydrateRoot } from "react-dom/client";
import { pauseInBrowser, persistently } from "./components/connection.ts";
import { loadLanguage } from "./texts/languages-in-browser.ts";

window.fetch = persistently(window.fetch.bind(window), pauseInBrowser);

void loadLanguage(document.documentElement.lang).then(() =>
  startTransition(() => {
    hydrateRoot(
      document,
      <StrictMode>
        <RemixBrowser />
      </StrictMode>,
    );
  }),
);
