import { html } from "../../admin/markup.ts";
import type { Markup } from "../../admin/markup.ts";
import { money } from "../../admin/words.ts";
import type { Product } from "../../state/types.ts";
import { control } from "../visit.ts";
import type { PanelVisit } from "../visit.ts";

/** As many as the JSON interface hands out at once; a longer catalogue is typed into. */
const MOST_CHOICES = 250;

export interface Catalogue {
  /** Options of a select; null where the catalogue is too long for one. */
  choices: (readonly [value: string, label: string])[] | null;
}

export async function readCatalogue(visit: PanelVisit): Promise<Catalogue> {
  const { total, products } = await control<{ total: number; products: Product[] }>(
    visit,
    `/products?limit=${MOST_CHOICES}`,
  );
  const choices = products.flatMap((product) =>
    product.variants.map((variant) => {
      const name = product.variants.length > 1 ? `${product.title}, ${variant.title}` : product.title;
      return [variant.id, `${name} · ${money(variant.price, visit.shop.currency)}`] as const;
    }),
  );
  return { choices: total > MOST_CHOICES ? null : choices };
}

export function variantField(
  { choices }: Catalogue,
  name: string,
  chosen: string,
  required: boolean,
): Markup {
  if (choices === null) {
    return html`<input
      name="${name}"
      value="${chosen}"
      placeholder="Product's handle, sku:… or variant id"
      aria-label="Product"
    />`;
  }
  return html`<select name="${name}" aria-label="Product">
    ${!required && html`<option value="">–</option>`}${choices.map(([value, label]) => html`<option value="${value}" ${value === chosen && html` selected`}>${label}</option>`)}
  </select>`;
}
