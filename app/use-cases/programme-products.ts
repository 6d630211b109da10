import { findProductTitles } from "../db/catalogue.ts";
import type { Sql } from "../db/sql.ts";
import type { Programme } from "../loyalty/programme.ts";
import { productIdOf } from "../loyalty/summarise-rewards.ts";

/** What the store calls the products that these programmes speak of, by how they name them; one it does not have is missing. */
export async function productNames(
  sql: Sql,
  shopId: number,
  programmes: readonly Programme[],
): Promise<Record<string, string>> {
  const named = [...new Set(programmes.flatMap(productsIn))];
  if (named.length === 0) return {};
  const titles = await findProductTitles(
    sql,
    shopId,
    named.map((name) => productIdOf(name) ?? name),
  );
  return Object.fromEntries(
    named.flatMap((name) => {
      const title = titles.get(productIdOf(name) ?? name);
      return title === undefined ? [] : [[name, title]];
    }),
  );
}

function productsIn({ earning, rewards, perks }: Programme): string[] {
  const matches = [
    earning.exclude,
    ...[...earning.rules, ...perks].map((one) => ("match" in one ? one.match : null)),
  ];
  return [
    ...matches.flatMap((match) => match?.productIds ?? []),
    ...[...rewards, ...perks].flatMap((one) => ("product" in one ? [one.product] : [])),
  ];
}
