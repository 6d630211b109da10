/**
 * Stand-in for https://cdn.shopify.com/shopifycloud/app-bridge.js. A classic script that runs while
 * the document is parsed: the `shopify` global has to be there before the app's own code.
 */
import { toSandboxAddress } from "../addresses.ts";
import { authenticateFetch } from "./authenticated-fetch.ts";
import { returnFromBounce } from "./bounce.ts";
import { readConfig } from "./config.ts";
import { defineElements } from "./elements.ts";
import { createGlobal } from "./global.ts";
import { openLine } from "./line.ts";
import { followWaysOut, reportLocation } from "./navigation.ts";

function start(script: HTMLScriptElement): void {
  const config = readConfig(script);
  const sandboxOrigin = new URL(script.src).origin;
  const whereabouts = { sandboxOrigin, shop: config.shop ?? "" };
  if (window.top === window) {
    // Outside the admin an embedded app has nothing to talk to: Shopify leads back into it as well.
    const admin = `shopify://admin/apps/${config.apiKey}${location.pathname}`;
    location.replace(toSandboxAddress(admin, whereabouts) ?? sandboxOrigin);
    return;
  }
  const line = openLine(window.parent, sandboxOrigin);
  const elements = defineElements(line);
  window.shopify = createGlobal({ line, config, origin: sandboxOrigin, ...elements });
  followWaysOut(line, whereabouts);
  if (returnFromBounce(window.shopify.idToken)) return;
  authenticateFetch(line, config.appOrigins ?? []);
  reportLocation(line);
}

const script = document.currentScript;
// React renders the tag again when a page is drawn anew in the browser; once is enough.
if (script instanceof HTMLScriptElement && !("shopify" in window)) start(script);
