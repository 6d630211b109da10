import { html } from "../../admin/markup.ts";
import type { Markup } from "../../admin/markup.ts";
import { money } from "../../admin/words.ts";
import type { Product } from "../../state/types.ts";
import { form } from "../fields.ts";
import type { Fields } from "../fields.ts";
import type { PanelPage } from "../layout.ts";
import { control } from "../visit.ts";
import type { PanelVisit } from "../visit.ts";
import { PAGE_SIZE, pager, table } from "./lists.ts";

const STATUSES = [
  ["active", "Active"],
  ["draft", "Draft"],
  ["archived", "Archived"],
] as const;

export async function productsPage(visit: PanelVisit): Promise<PanelPage> {
  const after = visit.url.searchParams.get("after");
  const { products } = await control<{ products: Product[] }>(
    visit,
    `/products?limit=${PAGE_SIZE}${after ? `&after=${after}` : ""}`,
  );
  return {
    title: "Products",
    main: html`<div class="bar"><span></span><a class="button" href="#new">Create a product</a></div>
      ${table(
        products,
        [
          {
            label: "Product",
            cell: ({ id, title }) => html`<a href="/sandbox/products/${id}"><strong>${title}</strong></a>`,
          },
          { label: "Status", cell: ({ status }) => status },
          { label: "Tags", cell: ({ tags }) => tags.join(", ") || "–" },
          { label: "Variants", numeric: true, cell: ({ variants }) => variants.length },
          {
            label: "Price",
            numeric: true,
            cell: ({ variants }) => money(variants[0]?.price ?? "0", visit.shop.currency),
          },
        ],
        "No products yet. Create the first one below.",
      )}
      ${pager(visit, "after", products)}
      <div id="new">
        ${form(visit, { action: "/sandbox/products/create", title: "Create a product", submit: "Create" }, productFields(null))}
      </div>`,
  };
}

export async function productPage(visit: PanelVisit, id: string): Promise<PanelPage> {
  const product = await control<Product>(visit, `/products/${encodeURIComponent(id)}`);
  const path = `/sandbox/products/${product.id}`;
  return {
    title: product.title,
    main: html`<section class="box">
        <h2>Variants</h2>
        ${table(
          product.variants,
          [
            { label: "Variant", cell: ({ title }) => title },
            { label: "SKU", cell: ({ sku }) => sku || "–" },
            { label: "Stock", numeric: true, cell: ({ inventory }) => inventory },
            { label: "Price", numeric: true, cell: ({ price }) => money(price, visit.shop.currency) },
            { label: "Id", cell: ({ id }) => html`<code>${id}</code>` },
          ],
          "No variants.",
        )}
        <p><a href="/products/${product.handle}">See it in the storefront</a></p>
      </section>
      <div class="forms">
        ${form(visit, { action: `${path}/update`, title: "Change", submit: "Save" }, productFields(product))}
        ${form(visit, { action: `${path}/delete`, title: "Delete", submit: "Delete the product", critical: true, confirm: `Delete ${product.title}? This cannot be undone.`, intro: "Removes the product from the shop; the app is told by products/delete." }, () => null)}
      </div>`,
  };
}

function productFields(product: Product | null): (fields: Fields) => Markup {
  return (fields) =>
    html`<div class="grid">
        ${fields.text("title", "Title", { value: product?.title ?? null })}
        ${!product && fields.text("price", "Price", { placeholder: "12.00" })}
        ${!product && fields.text("sku", "SKU")}
        ${fields.text("productType", "Type", { value: product?.productType ?? null })}
        ${fields.text("vendor", "Vendor", { value: product?.vendor ?? null })}
        ${fields.text("tags", "Tags", { value: product?.tags.join(", ") ?? null, placeholder: "sale, new" })}
        ${!product && fields.text("collections", "Collections", { placeholder: "Handles, such as garden, gifts" })}
        ${fields.select("status", "Status", STATUSES, { value: product?.status ?? "active" })}
      </div>
      ${!product && fields.check("giftCard", "A gift card")}`;
}
