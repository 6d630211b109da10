import type { RecommendRules, RuleSubject } from "./rules.ts";

/** What has to be known of a product to say whether and beside what it may be shown. */
export interface Shelved {
  id: string;
  vendor: string | null;
  productType: string | null;
  tags: readonly string[];
  collections: readonly string[];
  status: string;
  published: boolean;
  inStock: boolean;
  giftCard: boolean;
}

/** Whether it can be bought in the online store and the merchant has not left it out. */
export function mayBeShown(product: Shelved, rules: RecommendRules): boolean {
  const { status, published, inStock, giftCard } = product;
  if (!rules.on || status !== "active" || !published || !inStock || giftCard) return false;
  return !rules.excluded.some((subject) => isAbout(subject, product));
}

/** How much more, or less, gladly the merchant has it shown. */
export function boostOf(product: Shelved, { boosted }: RecommendRules): number {
  return boosted.reduce((all, subject) => (isAbout(subject, product) ? all * subject.factor : all), 1);
}

/** Of what rules name, that which no product has any more, or ever had: such a rule changes nothing. */
export function namingNothing<S extends Subject>(subjects: readonly S[], products: readonly Shelved[]): S[] {
  return subjects.filter((subject) => !products.some((product) => isAbout(subject, product)));
}

interface Subject {
  by: RuleSubject;
  value: string;
}

function isAbout({ by, value }: Subject, { id, tags, collections, productType, vendor }: Shelved): boolean {
  const same = (text: string | null) => text?.toLowerCase() === value.toLowerCase();
  switch (by) {
    case "product":
      return id === value;
    case "tag":
      return tags.some(same);
    case "collection":
      return collections.some(same);
    case "type":
      return same(productType);
    case "vendor":
      return same(vendor);
  }
}
