import type { ProductFields } from "../../commerce/actions.ts";
import type { Product } from "../../state/types.ts";
import { act } from "../deeds.ts";
import type { Deed } from "../deeds.ts";
import { given } from "../form-data.ts";
import type { Sent } from "../form-data.ts";
import { control } from "../visit.ts";

interface Outcome {
  product: Product;
}

export const createProduct: Deed = async (visit, sent) => {
  const price = sent.required("price", "Price");
  const { product } = await act<Outcome>(visit, {
    do: "product.create",
    title: sent.required("title", "Title"),
    variants: [{ price, ...given({ sku: sent.text("sku") }) }],
    giftCard: sent.checked("giftCard"),
    collections: sent.words("collections"),
    ...readFields(sent),
  });
  return { said: `${product.title} is now in the shop.`, next: `/sandbox/products/${product.id}` };
};

export const updateProduct: Deed = async (visit, sent, id) => {
  const title = sent.required("title", "Title");
  const { product } = await act<Outcome>(visit, {
    do: "product.update",
    product: id,
    title,
    ...readFields(sent),
  });
  return { said: `${product.title} was changed.`, next: `/sandbox/products/${product.id}` };
};

export const deleteProduct: Deed = async (visit, _sent, id) => {
  const { title } = await control<Product>(visit, `/products/${id}`);
  await act(visit, { do: "product.delete", product: id });
  return { said: `${title} was deleted.`, next: "/sandbox/products" };
};

function readFields(sent: Sent): ProductFields {
  return {
    tags: sent.words("tags"),
    ...given({
      productType: sent.text("productType"),
      vendor: sent.text("vendor"),
      status: sent.text("status") as ProductFields["status"],
    }),
  };
}
