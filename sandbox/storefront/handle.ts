import { Refusal } from "../http/answer.ts";
import type { Sandbox } from "../sandbox.ts";
import { findAsset } from "./assets.ts";
import { register, signIn, signInPage, signOut, registerPage, accountPage } from "./pages/account.ts";
import { blockPage } from "./pages/block.ts";
import { addToCart, cartPage, changeCart } from "./pages/cart.ts";
import { checkoutPage, discountLink, sendCheckout, thankYouPage } from "./pages/checkout.ts";
import { collectionPage, collectionsPage, homePage, searchPage } from "./pages/collections.ts";
import { productPage } from "./pages/product.ts";
import { changePreferences } from "./pages/preferences.ts";
import { pixelScript } from "./pixel/pixel.ts";
import { renderPage } from "./render.ts";
import { Visit } from "./visit.ts";

type Page = (visit: Visit, name: string) => Response | Promise<Response>;

const plainPage =
  (template: string): Page =>
  (visit) =>
    renderPage(visit, template);

/** What the shop answers. A group in the pattern is the name of the thing asked for. */
const PAGES: { method: "GET" | "POST"; path: RegExp; page: Page }[] = [
  { method: "GET", path: /^\/$/, page: homePage },
  { method: "GET", path: /^\/collections$/, page: collectionsPage },
  { method: "GET", path: /^\/collections\/([\w-]+)$/, page: collectionPage },
  { method: "GET", path: /^\/search$/, page: searchPage },
  { method: "GET", path: /^\/products\/([\w-]+)$/, page: productPage },
  { method: "GET", path: /^\/pages\/rewards$/, page: plainPage("page.rewards") },
  { method: "GET", path: /^\/pages\/blocks\/([\w-]+)$/, page: blockPage },
  { method: "GET", path: /^\/cart$/, page: cartPage },
  { method: "POST", path: /^\/cart\/add$/, page: addToCart },
  { method: "POST", path: /^\/cart\/change$/, page: changeCart },
  { method: "GET", path: /^\/checkout$/, page: checkoutPage },
  { method: "POST", path: /^\/checkout$/, page: sendCheckout },
  { method: "GET", path: /^\/checkout\/thank-you\/(\d+)$/, page: thankYouPage },
  { method: "GET", path: /^\/discount\/([^/]+)$/, page: discountLink },
  { method: "GET", path: /^\/account$/, page: accountPage },
  { method: "GET", path: /^\/account\/login$/, page: signInPage },
  { method: "POST", path: /^\/account\/login$/, page: signIn },
  { method: "POST", path: /^\/account\/logout$/, page: signOut },
  { method: "GET", path: /^\/account\/register$/, page: registerPage },
  { method: "POST", path: /^\/account\/register$/, page: register },
  { method: "POST", path: /^\/localization$/, page: changePreferences },
  { method: "GET", path: /^\/web-pixel\.js$/, page: pixelScript },
];

export async function handleStorefront(request: Request, sandbox: Sandbox): Promise<Response> {
  const { pathname } = new URL(request.url);
  const asset = findAsset(pathname);
  if (asset) return asset;
  const visit = new Visit(request, sandbox);
  const method = request.method === "HEAD" ? "GET" : request.method;
  try {
    for (const { method: wanted, path, page } of PAGES) {
      const match = path.exec(pathname);
      if (match && wanted === method) return await page(visit, match[1] ?? "");
    }
    return notFound(visit);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return renderPage(visit, "error", { status: error.status, objects: { message: error.message } });
  }
}

export function notFound(visit: Visit): Response {
  return renderPage(visit, "404", { status: 404 });
}
