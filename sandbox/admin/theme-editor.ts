import { Refusal } from "../http/answer.ts";
import { openExtension, PLACEMENTS } from "../storefront/app-blocks.ts";
import type { Placement } from "../storefront/extension.ts";
import { PLACES, themeChoiceOf } from "../storefront/theme-choice.ts";
import type { AdminVisit } from "./handle.ts";
import { html } from "./markup.ts";
import type { Markup } from "./markup.ts";
import { shellPage } from "./shell.ts";

const NAMES: Record<string, string> = {
  bar: "Header",
  home: "Home page",
  product: "Product page",
  product_below: "Beneath the product",
  cart: "Cart",
  cart_below: "Beneath the cart",
  rewards: "Rewards page",
  account: "Account page",
};

/** Stands in for Shopify's theme editor: where the app's blocks stand, and which embeds are on. */
export async function themeEditor(visit: AdminVisit): Promise<Response> {
  if (visit.request.method === "POST") return save(visit);
  const { sandbox, shop, url } = visit;
  const { places, embeds } = themeChoiceOf(sandbox.store, shop.domain);
  const asked = [url.searchParams.get("activateAppId"), url.searchParams.get("addAppBlockId")];
  const isAsked = (block: string) => asked.some((id) => id?.endsWith(`/${block}`) ?? false);
  const filled = Object.entries<Placement[]>(PLACEMENTS).filter(([, placements]) => placements.length > 0);
  return shellPage(visit, {
    title: "Theme editor",
    section: null,
    main: html`<div class="page">
      <header class="page-head"><h1>Theme editor</h1></header>
      <form method="post" class="card">
        <h2>App blocks</h2>
        ${filled.map(([place, placements]) =>
          checkbox("places", place, {
            label: `${NAMES[place] ?? place}: ${placements.map(({ type }) => type).join(", ")}`,
            checked: places.includes(place) || placements.some(({ type }) => isAsked(type)),
          }),
        )}
        <h2>App embeds</h2>
        ${openExtension().embeds.map((embed) =>
          checkbox("embeds", embed, { label: embed, checked: embeds.includes(embed) || isAsked(embed) }),
        )}
        <p><button class="button" data-look="primary">Save the theme</button></p>
        ${url.searchParams.has("saved") && html`<p role="status">The theme is saved.</p>`}
      </form>
    </div>`,
  });
}

function checkbox(
  name: string,
  value: string,
  { label, checked }: { label: string; checked: boolean },
): Markup {
  return html`<p>
    <label
      ><input type="checkbox" name="${name}" value="${value}" ${checked && html`checked`} /> ${label}</label
    >
  </p>`;
}

async function save({ request, sandbox, shop, root }: AdminVisit): Promise<Response> {
  const form = await request.formData();
  const chosen = (name: string) => form.getAll(name).filter((value) => typeof value === "string");
  const [places, embeds] = [chosen("places"), chosen("embeds")];
  if (places.some((place) => !PLACES.includes(place))) throw new Refusal("The theme has no such place.");
  sandbox.perform(shop.domain, { do: "theme.arrange", places, embeds });
  return new Response(null, { status: 303, headers: { location: `${root}/themes/current/editor?saved` } });
}
