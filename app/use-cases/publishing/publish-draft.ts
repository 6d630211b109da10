import { endOnboardingAt } from "../../db/onboarding.ts";
import { deleteDraft, lockDraft } from "../../db/programme-drafts.ts";
import type { ShopRow } from "../../db/shops.ts";
import { openDraft } from "../drafts/open-draft.ts";
import { applyProgramme, type Applied } from "../programme/apply-programme.ts";
import type { Services } from "../services.ts";
import type { By } from "../staff/actions.ts";
import { chosenStart, startingAt } from "./chosen-start.ts";

export interface Publication {
  id: string;
  /** The hash of the plan that was looked at. */
  plan: string;
  /** As it was chosen when it was planned. */
  start: string;
  by: By;
}

export type Published =
  | Exclude<Applied, { outcome: "no-plan" }>
  /** Somebody published it or threw it away meanwhile. */
  | { outcome: "gone" }
  /** The start that was chosen is over, or is none. */
  | { outcome: "no-start" };

/** Makes a draft the next version, as it was planned and not otherwise; the draft is gone with it. */
export async function publishDraft(
  services: Services,
  shop: ShopRow,
  { id, plan, start: choice, by }: Publication,
): Promise<Published> {
  const draft = await openDraft(services, shop, id);
  if (draft === null) return { outcome: "gone" };
  const start = chosenStart(draft.document, choice, { timezone: shop.timezone, now: services.clock() });
  if (start.fault !== null) return { outcome: "no-start" };
  const apply = applyProgramme(services, shop, {
    document: startingAt(draft.document, start.at),
    written: draft.written,
    plan,
    savedBy: by.staff,
    role: by.role,
    async alongside(tx) {
      const stands = await lockDraft(tx, id);
      if (stands?.revision !== draft.revision) throw new DraftChanged();
      await deleteDraft(tx, id);
      await endOnboardingAt(tx, { at: services.clock(), by: by.staff });
    },
  });
  const applied = await apply.catch((error: unknown): Applied => {
    if (error instanceof DraftChanged) return { outcome: "another-plan" };
    throw error;
  });
  return applied.outcome === "no-plan" ? { outcome: "another-plan" } : applied;
}

/** Somebody saved the draft while it was being published: theirs is not thrown away unseen. */
class DraftChanged extends Error {
  override name = "DraftChanged";
}
