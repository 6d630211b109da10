import { redirect } from "./handle.ts";
import type { AdminVisit } from "./handle.ts";
import { appIcon } from "./icons.ts";
import { html } from "./markup.ts";
import { shellPage } from "./shell.ts";

const RESOURCES: Record<string, string> = {
  customers: "customers",
  orders: "orders of the last 60 days",
  all_orders: "all orders, however old",
  products: "products and collections",
  discounts: "discounts",
};

/** Shopify's consent page: what the app may see and do, and the button that installs it. */
export async function installPage(visit: AdminVisit): Promise<Response> {
  const { request, sandbox, shop, root } = visit;
  const { name, handle, scopes } = sandbox.manifest;
  if (request.method === "POST") {
    sandbox.perform(shop.domain, { do: "app.install" });
    return redirect(`${root}/apps/${handle}`);
  }
  return shellPage(visit, {
    title: `Install ${name}`,
    section: "app",
    main: html`<div class="page narrow">
      <section class="card install">
        ${appIcon()}
        <h1>Install ${name}</h1>
        <p>${name} is not installed in ${shop.name}. It asks for leave to:</p>
        <ul class="scopes">
          ${scopes.map((scope) => html`<li>${describeScope(scope)} <code>${scope}</code></li>`)}
        </ul>
        <form method="post" action="${root}/apps/${handle}">
          <button type="submit" class="button" data-look="primary">Install</button>
        </form>
      </section>
    </div>`,
  });
}

function describeScope(scope: string): string {
  const [verb, ...resource] = scope.split("_");
  const name = resource.join("_");
  return `${verb === "write" ? "Change" : "See"} ${RESOURCES[name] ?? name.replaceAll("_", " ")}`;
}
