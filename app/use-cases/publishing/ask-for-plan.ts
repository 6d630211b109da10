import { listVersions } from "../../db/programmes.ts";
import type { ShopRow } from "../../db/shops.ts";
import { openDraft } from "../drafts/open-draft.ts";
import { proposeProgramme } from "../programme/propose-programme.ts";
import type { Services } from "../services.ts";
import { ask, planStudyId } from "../studies/ask-for-study.ts";
import { chosenStart, startingAt } from "./chosen-start.ts";

export type PlanAskedFor = { outcome: "asked" } | { outcome: "gone" } | { outcome: "faulty" };

/** Has worked out what publishing a draft would do, as it stands this moment. */
export async function askForPlan(
  services: Services,
  shop: ShopRow,
  { id, start: choice, askedBy }: { id: string; start: string; askedBy: string },
): Promise<PlanAskedFor> {
  const draft = await openDraft(services, shop, id);
  if (draft === null) return { outcome: "gone" };
  const now = services.clock();
  const start = chosenStart(draft.document, choice, { timezone: shop.timezone, now });
  const document = startingAt(draft.document, start.at);
  const versions = await listVersions(services.db.sql, shop.id);
  const proposed = proposeProgramme(document, { shop, versions, now });
  if (!proposed.ok || start.fault !== null) return { outcome: "faulty" };
  const { hash } = proposed.proposal;
  await ask(services, shop, { id: planStudyId(hash), kind: "plan", subject: { document, hash }, askedBy });
  return { outcome: "asked" };
}
