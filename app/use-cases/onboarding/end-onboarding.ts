import { endOnboardingAt } from "../../db/onboarding.ts";
import type { ShopRow } from "../../db/shops.ts";
import type { Services } from "../services.ts";

/** Somebody keeps the programme that the installation began with: from now on the app opens at its home. */
export async function endOnboarding(
  { db, clock }: Pick<Services, "db" | "clock">,
  shop: ShopRow,
  { by }: { by: string },
): Promise<{ outcome: "kept" }> {
  await db.inShop(shop.id, (tx) => endOnboardingAt(tx, { at: clock(), by }));
  return { outcome: "kept" };
}
