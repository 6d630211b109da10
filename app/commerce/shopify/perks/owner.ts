import type { FunctionPerks } from "../../../loyalty/perk-configuration.ts";
import type { PerkChange } from "../../perk-store.ts";
import { StoreRefused } from "../../reward-store.ts";
import type { AdminApi } from "../admin-api.ts";
import { MetafieldsSetDocument } from "../generated/admin.ts";
import { sentenceOf } from "../rewards/user-errors.ts";

/** Something in the store that calls a function of ours. */
export interface Owner {
  id: string;
  isActive: boolean;
  perks: { value: string };
  variables: { value: string } | null;
}

/** What Shopify calls doing these things differs between discounts and validations. */
export interface Ways {
  of: "discount" | "validation";
  /** Those of ours, the oldest first. Nobody else can write under our namespace: what bears our metafield is ours. */
  list(): Promise<Owner[]>;
  make(wanted: FunctionPerks): Promise<void>;
  start(id: string): Promise<void>;
  end(id: string): Promise<void>;
}

/** Leaves exactly one that is active and told what is wanted, or none. */
export async function settleOwner(
  { api, shop }: { api: AdminApi; shop: string },
  ways: Ways,
  wanted: FunctionPerks | null,
): Promise<PerkChange[]> {
  const owners = await ways.list();
  const kept = wanted === null ? undefined : owners[0];
  const left = owners.filter((owner) => owner !== kept && owner.isActive);
  for (const { id } of left) await ways.end(id);
  const changes: PerkChange[] = left.length === 0 ? [] : [`${ways.of}-ended`];
  if (wanted === null) return changes;
  if (kept === undefined) {
    await ways.make(wanted);
    return [...changes, `${ways.of}-made`];
  }
  if (!isTold(kept, wanted)) {
    await tell(api, shop, kept, wanted);
    changes.push(`${ways.of}-told`);
  }
  if (!kept.isActive) {
    await ways.start(kept.id);
    changes.push(`${ways.of}-started`);
  }
  return changes;
}

/** The store hands a function the metafields of what calls it. */
export function metafieldsOf({ configuration, variables }: FunctionPerks) {
  const metafield = (key: string, value: object) => ({
    namespace: "$app",
    key,
    type: "json",
    value: JSON.stringify(value),
  });
  return [metafield("perks", configuration), metafield("variables", variables)];
}

export function requireDone(answer: { userErrors: { message: string }[] } | null | undefined): void {
  if (answer?.userErrors.length !== 0) throw new StoreRefused(sentenceOf(answer?.userErrors ?? []));
}

async function tell(api: AdminApi, shop: string, owner: Owner, wanted: FunctionPerks): Promise<void> {
  const metafields = metafieldsOf(wanted).map((metafield) => ({ ownerId: owner.id, ...metafield }));
  requireDone((await api(shop, MetafieldsSetDocument, { metafields })).metafieldsSet);
}

/** Whether it says the same already: when that was written is no difference. */
function isTold(owner: Owner, wanted: FunctionPerks): boolean {
  const told = JSON.parse(owner.perks.value) as object;
  return (
    canonical({ ...told, at: 0 }) === canonical({ ...wanted.configuration, at: 0 }) &&
    canonical(JSON.parse(owner.variables?.value ?? "null")) === canonical(wanted.variables)
  );
}

/** Keys in one order, for the store may keep them in its own. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
