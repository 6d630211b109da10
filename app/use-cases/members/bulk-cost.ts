import { countMatching } from "../../db/member-list.ts";
import { listVersions } from "../../db/programmes.ts";
import type { ShopRow } from "../../db/shops.ts";
import { formatMoney } from "../../loyalty/money.ts";
import { costAtMost } from "../../loyalty/point-cost.ts";
import type { Programme, Reward } from "../../loyalty/programme.ts";
import { benefitOf, hasCode } from "../../loyalty/reward-benefit.ts";
import type { Instant } from "../../loyalty/time.ts";
import { versionAt, type ProgrammeVersion } from "../../loyalty/versions.ts";
import type { Services } from "../services.ts";
import type { BulkTerms } from "./bulk-terms.ts";
import { readMemberQuery } from "./member-query.ts";
import { memberFilterOf } from "./member-terms.ts";

/** What the person is told before they confirm. Points and money are decimal strings. */
export interface BulkPreview {
  members: number;
  /** Of them: who is blocked, and has less than is to be taken. Both are left as they are, and listed. */
  blocked: number;
  short: number;
  /** Given or taken in all, of those who are not left as they are. */
  points: string;
  /** The most that it may cost; null where nothing in the programme says what it is worth. */
  cost: string | null;
  currency: string;
}

export async function previewBulk(
  services: Services,
  shop: ShopRow,
  { terms, address }: { terms: BulkTerms; address: string },
): Promise<BulkPreview> {
  const { sql } = services.db;
  const filter = await memberFilterOf(services, shop, readMemberQuery(new URLSearchParams(address)));
  const members = await countMatching(sql, shop.id, filter);
  const isAskedToBeIn = filter.standing === "in" || filter.standing === "left";
  const blocked = isAskedToBeIn ? 0 : await countMatching(sql, shop.id, { ...filter, standing: "blocked" });
  const programme = versionAt(await listVersions(sql, shop.id), services.clock())?.programme ?? null;
  const currency = programme?.currency ?? shop.currency;
  if (terms.kind === "grant") {
    const given = members - blocked;
    return {
      members,
      blocked,
      short: 0,
      points: "0",
      currency,
      cost: costOfGrant(programme, terms.rewardId, given),
    };
  }
  const each = BigInt(terms.points);
  const short = each < 0n ? await countShort(services, shop, { address, least: -each }) : 0;
  const points = each * BigInt(Math.max(0, members - blocked - short));
  return {
    members,
    blocked,
    short,
    points: points.toString(),
    currency,
    cost: costOfPoints(programme, points),
  };
}

/** Who has less available than would be taken; who is blocked is counted among these no more. */
async function countShort(
  services: Services,
  shop: ShopRow,
  { address, least }: { address: string; least: bigint },
): Promise<number> {
  const query = readMemberQuery(new URLSearchParams(address));
  const filter = await memberFilterOf(services, shop, query);
  const highest = least - 1n;
  const to = filter.balance?.to ?? null;
  const balance = { from: filter.balance?.from ?? null, to: to === null || to > highest ? highest : to };
  const all = await countMatching(services.db.sql, shop.id, { ...filter, balance });
  const areBlocked =
    filter.standing === "in" || filter.standing === "left"
      ? 0
      : await countMatching(services.db.sql, shop.id, { ...filter, balance, standing: "blocked" });
  return all - areBlocked;
}

function costOfPoints(programme: Programme | null, points: bigint): string | null {
  return programme === null || points <= 0n ? null : costAtMost(programme, points);
}

function costOfGrant(programme: Programme | null, rewardId: string, members: number): string | null {
  const reward = programme?.rewards.find(({ id }) => id === rewardId);
  const benefit =
    programme === null || reward === undefined ? null : benefitOf(reward, null, programme.currency);
  if (programme === null || benefit === null || !("value" in benefit)) return null;
  return formatMoney(benefit.value * BigInt(members), programme.currency);
}

/** Rewards that can be given to many: each of them is a code of its own. */
export function grantable(versions: readonly ProgrammeVersion[], now: Instant): Reward[] {
  const programme = versionAt(versions, now)?.programme;
  return (programme?.rewards ?? []).filter(
    (reward) => hasCode(reward.kind) && benefitOf(reward, null, programme?.currency ?? "") !== null,
  );
}
