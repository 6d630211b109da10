import type { Formats } from "./formats.ts";
import type { Texts } from "./texts.ts";

export interface ProgrammeInWords {
  rate: { points: string; per: string } | null;
  pendingDays: number;
  exclude: {
    giftCards: boolean;
    productTags: string[];
    productTypes: string[];
    vendors: string[];
    collections: string[];
    products: number;
  };
}

/** "Customers earn **1 point** for every **£1.00** on **everything except gift cards**, after **14 days**." */
export function programmeSentence(
  { rate, pendingDays, exclude }: ProgrammeInWords,
  t: Texts,
  f: Formats,
): string {
  const words = t.programme;
  const earns =
    rate === null ? words.earnsByRule : words.earns(rate.points, f.decimal(rate.points), f.money(rate.per));
  const without = exclusionsOf(exclude, t, f);
  const on = without.length === 0 ? words.everything : words.everythingBut(f.list(without));
  const when = pendingDays === 0 ? words.atOnce : words.after(String(pendingDays), f.count(pendingDays));
  return words.sentence(earns, `**${on}**`, when);
}

function exclusionsOf(exclude: ProgrammeInWords["exclude"], t: Texts, f: Formats): string[] {
  const words = t.programme.exclusions;
  const parts: string[] = [];
  if (exclude.giftCards) parts.push(words.giftCards);
  if (exclude.productTags.length > 0) parts.push(words.productTags(f.either(exclude.productTags)));
  if (exclude.productTypes.length > 0) parts.push(words.productTypes(f.either(exclude.productTypes)));
  if (exclude.vendors.length > 0) parts.push(words.vendors(f.either(exclude.vendors)));
  if (exclude.collections.length > 0) parts.push(words.collections(f.either(exclude.collections)));
  if (exclude.products > 0) parts.push(words.products(String(exclude.products), f.count(exclude.products)));
  return parts;
}
