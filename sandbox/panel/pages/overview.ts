import { html } from "../../admin/markup.ts";
import type { Markup } from "../../admin/markup.ts";
import { counted, when } from "../../admin/words.ts";
import type { Installation, Shop } from "../../state/types.ts";
import type { IdleReport } from "../../webhooks/sender.ts";
import { form } from "../fields.ts";
import type { PanelPage } from "../layout.ts";
import { control } from "../visit.ts";
import type { PanelVisit } from "../visit.ts";

interface Overview {
  app: { name: string; scopes: string[] };
  shops: (Shop & {
    installation: Installation | null;
    orders: number;
    customers: number;
    products: number;
  })[];
  deliveries: IdleReport;
}

export async function overviewPage(visit: PanelVisit): Promise<PanelPage> {
  const overview = await control<Overview>(visit, "");
  const shop = overview.shops.find(({ domain }) => domain === visit.shop.domain);
  const { deliveries } = overview;
  return {
    title: visit.shop.name,
    main: html`<p class="lead">What happens in the shop, you do here: sell, refund, install, and disturb what is sent to the app. Everything can be done by HTTP as well, at <a href="/sandbox/api"><code>/sandbox/api</code></a>.</p>
<ul class="figures">
<li><a href="/sandbox/orders"><strong>${shop?.orders.toLocaleString("en-GB")}</strong> orders</a></li>
<li><a href="/sandbox/customers"><strong>${shop?.customers.toLocaleString("en-GB")}</strong> customers</a></li>
<li><a href="/sandbox/products"><strong>${shop?.products.toLocaleString("en-GB")}</strong> products</a></li>
<li><a href="/sandbox/deliveries"><strong>${deliveries.delivered.toLocaleString("en-GB")}</strong> delivered</a></li>
<li><a href="/sandbox/deliveries?state=waiting"><strong>${deliveries.waiting.toLocaleString("en-GB")}</strong> waiting</a></li>
<li${deliveries.failed > 0 && html` class="bad"`}><a href="/sandbox/deliveries?state=failed"><strong>${deliveries.failed.toLocaleString("en-GB")}</strong> failed</a></li>
</ul>
<p class="buttons"><a class="button" href="/sandbox/orders/new">Place an order</a> <a class="button plain" href="/sandbox/customers#new">Create a customer</a></p>
${appForm(visit, overview.app, shop?.installation ?? null)}
${shopFacts(visit.shop)}
${overview.shops.length > 1 && otherShops(overview.shops, visit)}`,
  };
}

function appForm(visit: PanelVisit, app: Overview["app"], installation: Installation | null): Markup {
  const { timezone } = visit.shop;
  if (installation && installation.uninstalledAt === null) {
    return form(
      visit,
      {
        action: "/sandbox/uninstall",
        title: `${app.name} is installed`,
        intro: html`Since ${when(installation.installedAt, timezone)}, with
          ${counted(installation.scopes.length, "access scope")}. Uninstalling revokes its tokens at once and
          sends <code>app/uninstalled</code>; <code>shop/redact</code> follows 48 hours later, on the
          sandbox's faster clock.`,
        submit: "Uninstall",
        critical: true,
        confirm: `Uninstall ${app.name} from ${visit.shop.name}?`,
      },
      () => null,
    );
  }
  const gone = installation?.uninstalledAt;
  return form(
    visit,
    {
      action: "/sandbox/install",
      title: `${app.name} is not installed`,
      intro: gone
        ? html`It was uninstalled ${when(gone, timezone)}.`
        : "It was never installed in this shop.",
      submit: gone ? "Install again" : "Install",
    },
    () => null,
  );
}

function shopFacts({ domain, currency, timezone, taxes, shipping }: Shop): Markup {
  const rate =
    Number(taxes.rate) === 0
      ? "None"
      : `${Number(taxes.rate) * 100} % ${taxes.title}, ${taxes.included ? "in the prices" : "on top of the prices"}`;
  const facts = [
    ["Address", domain],
    ["Currency", currency],
    ["Time zone", timezone],
    ["Taxes", rate],
    ["Shipping", `${shipping.title}, ${shipping.price}`],
  ];
  return html`<section class="box">
    <h2>The shop</h2>
    <dl>
      ${facts.map(
        ([label, value]) =>
          html`<div>
            <dt>${label}</dt>
            <dd>${value}</dd>
          </div>`,
      )}
    </dl>
  </section>`;
}

function otherShops(shops: Overview["shops"], { shop, url }: PanelVisit): Markup {
  const others = shops.filter(({ domain }) => domain !== shop.domain);
  const address = (domain: string) =>
    `http://${domain.replace(".myshopify.com", "")}.localhost:${url.port}/sandbox`;
  return html`<section class="box">
    <h2>Other shops</h2>
    <ul>
      ${others.map(({ name, domain }) => html`<li><a href="${address(domain)}">${name}</a></li>`)}
    </ul>
  </section>`;
}
