/** A member's wish for a reward: held, or refused (points.md, sections 2 and 7). */
import { DAY_MS } from "./calendar.ts";
import type { Instant } from "./calendar.ts";
import type { Member } from "./account.ts";
import type { Reward } from "./case-format.ts";
import { hold, take } from "./settle.ts";
import { meet, requireVersion } from "./shop.ts";
import type { Redemption, Shop } from "./shop.ts";

const WITHOUT_CODE = ["store-credit", "gift-card", "exclusive", "donation", "custom"];

/** A name used before does nothing. */
export function redeem(
  shop: Shop,
  member: Member,
  { reward: id, as, units }: { reward: string; as: string; units?: number },
  now: Instant,
): Member[] {
  if (shop.redemptions.some((of) => of.as === as)) return [];
  const reward = requireVersion(shop, now).rewards?.find((of) => of.id === id);
  const hasCode = reward !== undefined && !WITHOUT_CODE.includes(reward.kind);
  const cost = reward === undefined ? null : costOf(reward, units);
  const redemption: Redemption = {
    as,
    member: member.id,
    reward: id,
    // A case names it also where it was refused, though no store would know it then.
    code: hasCode ? `MODEL-${as}` : null,
    cost: cost ?? 0n,
    state: "refused",
    endsAt: hasCode ? now + (reward.codeDays ?? 60) * DAY_MS : Infinity,
    pieces: [],
    dropped: 0n,
    takenBy: null,
  };
  if (reward && cost !== null && isOnOffer(shop, reward, member, now)) hold(shop, redemption, now);
  shop.redemptions.push(redemption);
  return [member];
}

/** The store granted the benefit of a kind without a code: what is held, or was given back too early, is taken. */
export function grant(shop: Shop, as: string, now: Instant): Member[] {
  const redemption = shop.redemptions.find((of) => of.as === as);
  if (!redemption || redemption.code !== null) return [];
  const member = meet(shop, redemption.member, now);
  const debt = requireVersion(shop, now).points?.debt ?? "owe";
  if (redemption.state === "held" || redemption.state === "released") take(member, redemption, debt);
  return [member];
}

/** null where it has no such price: units want a sliding cost, and no more of them than its value. */
function costOf({ cost, costPer, value, kind }: Reward, units: number | undefined): bigint | null {
  if (units === undefined) return cost === undefined ? null : BigInt(cost);
  if (costPer === undefined || units <= 0) return null;
  const most = value === undefined ? (kind === "percent" ? 100 : Infinity) : Number(value);
  return units > most ? null : BigInt(units) * BigInt(costPer);
}

/** Within its days, for the member's level, and not more often than it may be had: what was given back is free again. */
function isOnOffer(shop: Shop, reward: Reward, member: Member, now: Instant): boolean {
  if (reward.from !== undefined && now < Date.parse(reward.from)) return false;
  if (reward.to !== undefined && now >= Date.parse(reward.to)) return false;
  const level = requireVersion(shop, now).tiers ? member.level : null;
  if (reward.tiers && (level === null || !reward.tiers.includes(level))) return false;
  const out = shop.redemptions.filter(
    (of) => of.reward === reward.id && (of.state === "held" || of.state === "taken"),
  );
  const own = out.filter((of) => of.member === member.id);
  const most = Math.min(reward.total ?? Infinity, reward.stock ?? Infinity);
  return own.length < (reward.perMember ?? Infinity) && out.length < most;
}
