import type { ShopifyGlobal } from "@shopify/app-bridge-types";

type Config = ShopifyGlobal["config"];

const REMEMBERED = ["shop", "host", "locale"] as const;

/**
 * Shop, host and locale come with the first page's address. Pages the app leads to later have them
 * no more, so they are kept for the tab.
 */
export function readConfig(script: HTMLScriptElement): Config {
  const query = new URLSearchParams(location.search);
  const [shop, host, locale] = REMEMBERED.map((name) => {
    const key = `app-bridge-${name}`;
    const value = query.get(name) ?? sessionStorage.getItem(key) ?? "";
    sessionStorage.setItem(key, value);
    return value;
  });
  return {
    apiKey: script.dataset.apiKey ?? metaContent("shopify-api-key"),
    appOrigins: metaContent("shopify-app-origins").split(",").filter(Boolean),
    disabledFeatures: metaContent("shopify-disabled-features").split(",").filter(Boolean),
    experimentalFeatures: [],
    debug: {},
    shop: shop ?? "",
    host: host ?? "",
    locale: locale || "en-US",
  };
}

function metaContent(name: string): string {
  return document.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)?.content ?? "";
}
