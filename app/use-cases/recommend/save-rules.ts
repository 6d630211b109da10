import { isDeepStrictEqual } from "node:util";
import { saveRecommendRules } from "../../db/recommend-rules.ts";
import { lockShop, type ShopRow } from "../../db/shops.ts";
import { noteAction } from "../../db/staff-actions.ts";
import type { RecommendRules } from "../../insight/recommend/rules.ts";
import type { Instant } from "../../loyalty/time.ts";
import type { Services } from "../services.ts";
import type { By } from "../staff/actions.ts";
import { forgetRecommender } from "./load-recommender.ts";
import { readRules } from "./read-rules.ts";

export interface RulesChange {
  rules: RecommendRules;
  /** The revision that the form was made from. */
  revision: number;
  by: By;
}

export type RulesSaved =
  | { outcome: "saved"; revision: number }
  /** Somebody saved meanwhile: what they wrote is not overwritten unseen. */
  | { outcome: "overtaken"; savedBy: string; savedAt: Instant };

/** Saves what the merchant decided, and has everything that is shown worked out anew by it. */
export async function saveRules(
  services: Pick<Services, "db" | "clock" | "jobs">,
  shop: ShopRow,
  { rules, revision, by }: RulesChange,
): Promise<RulesSaved> {
  const { db, clock, jobs } = services;
  const saved = await db.inShop(shop.id, async (tx): Promise<RulesSaved> => {
    await lockShop(tx);
    const found = await readRules(tx, shop.id);
    if (isDeepStrictEqual(found.rules, rules)) return { outcome: "saved", revision: found.revision };
    const now = clock();
    if (found.saved !== null && found.revision !== revision)
      return { outcome: "overtaken", savedBy: found.saved.by, savedAt: found.saved.at };
    await saveRecommendRules(tx, shop.id, {
      revision: found.revision + 1,
      rules,
      savedAt: now,
      savedBy: by.staff,
    });
    const changed = (Object.keys(rules) as (keyof RecommendRules)[]).filter(
      (key) => !isDeepStrictEqual(rules[key], found.rules[key]),
    );
    await noteAction(tx, shop.id, {
      ...{ at: now, ...by, action: "recommendations.changed", subject: null },
      detail: { changed: changed.join(", ") },
    });
    await jobs.enqueue(tx, "make-picks", { shopId: shop.id });
    return { outcome: "saved", revision: found.revision + 1 };
  });
  forgetRecommender(services, shop.id);
  return saved;
}
