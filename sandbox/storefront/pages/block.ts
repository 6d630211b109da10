import { openExtension } from "../app-blocks.ts";
import { notFound } from "../handle.ts";
import { Catalogue } from "../objects/catalogue.ts";
import { renderPage } from "../render.ts";
import type { Visit } from "../visit.ts";

/** Any block of the app by itself, as a merchant would place it on a page of its own; `?product=` is what it is about. */
export function blockPage(visit: Visit, type: string): Response {
  if (!openExtension().types.includes(type)) return notFound(visit);
  const catalogue = new Catalogue(visit.sandbox.store, visit.shop);
  const product = catalogue.findProduct(visit.url.searchParams.get("product") ?? "");
  return renderPage(visit, "page.block", {
    shown: type,
    objects: { block_name: type, ...(product ? { product: catalogue.productObject(product) } : {}) },
  });
}
