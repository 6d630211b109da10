import { StrictMode, startTransition } from "react";
import { RemixBrowser } from "@remix-run/react";
import { hydrateRoot } from "react-dom/client";
import { pauseInBrowser, persistently } from "./components/connection.ts";

window.fetch = persistently(window.fetch.bind(window), pauseInBrowser);

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <RemixBrowser />
    </StrictMode>,
  );
});
