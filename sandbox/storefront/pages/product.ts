import { notFound } from "../handle.ts";
import { Catalogue } from "../objects/catalogue.ts";
import { renderPage } from "../render.ts";
import type { Visit } from "../visit.ts";

const ALIKE = 4;

export function productPage(visit: Visit, handle: string): Response {
  const catalogue = new Catalogue(visit.sandbox.store, visit.shop);
  const product = catalogue.findProduct(handle);
  if (!product) return notFound(visit);
  const alike = catalogue
    .listProducts()
    .filter((other) => other.id !== product.id && other.productType === product.productType)
    .slice(0, ALIKE);
  return renderPage(visit, "product", {
    objects: {
      product: catalogue.productObject(product, visit.url.searchParams.get("variant")),
      alike: alike.map((other) => catalogue.productObject(other)),
    },
  });
}
