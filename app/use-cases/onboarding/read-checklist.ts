import { hasMemberWith } from "../../db/members.ts";
import { hasEndedOnboarding } from "../../db/onboarding.ts";
import { hasVersionNotBy } from "../../db/programme-versions.ts";
import { listVersions } from "../../db/programmes.ts";
import { hasOrders } from "../../db/shop-figures.ts";
import type { ShopRow } from "../../db/shops.ts";
import { leastCost } from "../../loyalty/point-cost.ts";
import type { Instant } from "../../loyalty/time.ts";
import { versionAt } from "../../loyalty/versions.ts";
import { inTime } from "../in-time.ts";
import { hasPastToCredit } from "../past-orders/has-past-to-credit.ts";
import type { Services } from "../services.ts";

/** What the installation saved, for points to be counted from the first minute on: nobody has chosen it. */
export const BY_INSTALLATION = "installation";

export type ChecklistStep = "programme" | "blocks" | "embed" | "order" | "reward";

export interface ChecklistItem {
  step: ChecklistStep;
  /** "unknown" where the store did not say in time. */
  state: "done" | "open" | "unknown";
}

export interface Checklist {
  items: ChecklistItem[];
  done: number;
  isComplete: boolean;
  /** Whether past orders could be credited and are not: nobody needs to. */
  hasPastToCredit: boolean;
}

const LOOK_AGAIN_MS = 10_000;
const PATIENCE_MS = 1_500;

/** What there is to do until points work for everybody, and what of it is really done. Writes nothing. */
export async function readChecklist(services: Services, shop: ShopRow): Promise<Checklist> {
  const { sql } = services.db;
  const now = services.clock();
  const [versions, theme, ordered] = await Promise.all([
    listVersions(sql, shop.id),
    blocksInTheme(services, shop),
    hasOrders(sql, shop.id),
  ]);
  const costs = (versionAt(versions, now)?.programme.rewards ?? []).map(leastCost);
  const [first] = costs;
  const cheapest = costs.reduce((least, cost) => (cost < least ? cost : least), first ?? 0n);
  const isReachable = first !== undefined && (await hasMemberWith(sql, shop.id, cheapest));
  const isChosen = await wasChosen(services, shop);
  const items: ChecklistItem[] = [
    { step: "programme", state: stateOf(isChosen) },
    { step: "blocks", state: stateOf(theme === null ? null : theme.blocks.length > 0) },
    { step: "embed", state: stateOf(theme === null ? null : theme.embeds.length > 0) },
    { step: "order", state: stateOf(ordered) },
    { step: "reward", state: stateOf(isReachable) },
  ];
  const done = items.filter(({ state }) => state === "done").length;
  const isPastOpen = isChosen && (await hasPastToCredit(services, shop));
  return { items, done, isComplete: done === items.length, hasPastToCredit: isPastOpen };
}

/** Our blocks and embeds in the shop's theme; null where the store does not say, or not in time. */
export function blocksInTheme(services: Services, shop: ShopRow): Promise<Theme> {
  return inTime(lookAtTheme(services, shop), { withinMs: PATIENCE_MS, else: null });
}

function stateOf(isDone: boolean | null): ChecklistItem["state"] {
  return isDone === null ? "unknown" : isDone ? "done" : "open";
}

/** Whether somebody has published a programme, or said that they keep the one the installation began with. */
export async function wasChosen({ db }: Services, shop: ShopRow): Promise<boolean> {
  const { sql } = db;
  return (await hasEndedOnboarding(sql, shop.id)) || hasVersionNotBy(sql, shop.id, BY_INSTALLATION);
}

/** Our blocks in it; null where there is none, or the store does not say. */
type Theme = Awaited<ReturnType<Services["platform"]["themeBlocks"]>>;

const looked = new Map<string, { at: Instant; theme: Promise<Theme> }>();

/** Not more often than somebody comes back from the theme editor. null where the store does not say. */
function lookAtTheme({ platform, clock, log }: Services, shop: ShopRow): Promise<Theme> {
  const key = `${shop.id} ${shop.salt}`;
  const known = looked.get(key);
  const at = clock();
  if (known !== undefined && Math.abs(at - known.at) < LOOK_AGAIN_MS) return known.theme;
  const theme = platform.themeBlocks(shop.domain).catch((error: unknown) => {
    looked.delete(key);
    log.warn({ shop: shop.domain, error }, "the store does not say what its theme shows");
    return null;
  });
  looked.set(key, { at, theme });
  return theme;
}
