import type { Product } from "../../state/types.ts";
import { notFound } from "../handle.ts";
import { Catalogue } from "../objects/catalogue.ts";
import { renderPage } from "../render.ts";
import type { Visit } from "../visit.ts";

const PAGE_SIZE = 24;
const FEATURED = 8;

export function homePage(visit: Visit): Response {
  const catalogue = catalogueOf(visit);
  const featured = catalogue.listProducts().slice(0, FEATURED);
  return renderPage(visit, "index", {
    objects: { featured_products: featured.map((product) => catalogue.productObject(product)) },
  });
}

export function collectionsPage(visit: Visit): Response {
  const catalogue = catalogueOf(visit);
  const shelves = catalogue.listCollections().map((collection) => ({
    ...catalogue.collectionObject(collection),
    featured_image: catalogue.productsOf(collection).find((product) => product.image)?.image ?? null,
  }));
  return renderPage(visit, "list-collections", { objects: { shelves } });
}

export function collectionPage(visit: Visit, handle: string): Response {
  const catalogue = catalogueOf(visit);
  if (handle === "all")
    return productList(visit, "collection", { handle, url: "/collections/all" }, catalogue.listProducts());
  const collection = catalogue.findCollection(handle);
  if (!collection) return notFound(visit);
  return productList(
    visit,
    "collection",
    catalogue.collectionObject(collection),
    catalogue.productsOf(collection),
  );
}

export function searchPage(visit: Visit): Response {
  const terms = (visit.url.searchParams.get("q") ?? "").trim();
  const words = terms.toLowerCase().split(/\s+/).filter(Boolean);
  const found = catalogueOf(visit)
    .listProducts()
    .filter((product) => {
      const text = [product.title, product.vendor, product.productType, ...product.tags]
        .join(" ")
        .toLowerCase();
      return words.length > 0 && words.every((word) => text.includes(word));
    });
  return productList(visit, "search", { terms, url: `/search?q=${encodeURIComponent(terms)}` }, found);
}

/** One page of products, with the addresses of the one before and the one after. */
function productList(
  visit: Visit,
  template: string,
  about: { url: string } & Record<string, unknown>,
  products: Product[],
): Response {
  const catalogue = catalogueOf(visit);
  const pages = Math.max(1, Math.ceil(products.length / PAGE_SIZE));
  const page = Math.min(Math.max(1, Number(visit.url.searchParams.get("page")) || 1), pages);
  const address = (number: number): string =>
    `${about.url}${about.url.includes("?") ? "&" : "?"}page=${number}`;
  const shown = products.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);
  return renderPage(visit, template, {
    objects: {
      [template]: {
        ...about,
        products_count: products.length,
        products: shown.map((product) => catalogue.productObject(product)),
      },
      paginate: {
        current_page: page,
        pages,
        previous: page > 1 ? { url: address(page - 1) } : null,
        next: page < pages ? { url: address(page + 1) } : null,
      },
    },
  });
}

function catalogueOf({ sandbox, shop }: Visit): Catalogue {
  return new Catalogue(sandbox.store, shop);
}
