/** What each kind of event does to the shop. Each answers the members it names, whose level is worked out anew. */
import { periodOf } from "./calendar.ts";
import type { Instant } from "./calendar.ts";
import { add, gain, payDebt, takeAnywhere, tell } from "./account.ts";
import type { Member } from "./account.ts";
import type { CaseEvent, MergePayload, OrderPayload, RefundPayload } from "./case-format.ts";
import { carries, rememberRefund, rememberState } from "./orders.ts";
import type { Order } from "./orders.ts";
import { noteBirthday } from "./birthday.ts";
import { grant, redeem } from "./redeem.ts";
import { release, settle } from "./settle.ts";
import { customerOf, findMember, keptId, meet, orderOf, requireVersion } from "./shop.ts";
import type { Shop } from "./shop.ts";
import { rankOf } from "./tiers.ts";
import { holds } from "./worth.ts";

export function apply(shop: Shop, event: CaseEvent, now: Instant): Member[] {
  if ("webhook" in event) {
    if (shop.seenWebhooks.has(event.id)) return [];
    shop.seenWebhooks.add(event.id);
    if (event.webhook === "customers/create") return signUp(shop, event.payload.id, now);
    if (event.webhook === "customers/update") return named(findMember(shop, event.payload.id));
    if (event.webhook === "orders/delete") return forget(shop, event.payload.id, now);
    if (event.webhook === "customers/merge") return merge(shop, event.payload, now);
    if (event.webhook === "refunds/create") return refund(shop, event.payload, now);
    return order(shop, event.payload, now);
  }
  if (event.do === "clock") return [];
  if (event.do === "release") return releaseEarly(shop, event.redemption, now);
  if (event.do === "granted") return grant(shop, event.redemption, now);
  const member = meet(shop, event.customer, now);
  if (event.do === "notice") {
    tell(member, now);
    return [member];
  }
  if (event.do === "birthday") {
    noteBirthday(member, event, now);
    return [member];
  }
  if (event.do === "redeem") return redeem(shop, member, event, now);
  const key = `${event.do}:${event.key}`;
  if (shop.usedKeys.has(key)) return [];
  shop.usedKeys.add(key);
  if (event.do === "activity") act(shop, member, event.activity, now);
  else adjust(shop, member, BigInt(event.points), now);
  return [member];
}

/** Whoever an order names or belongs to, and whose codes it carries. */
function concernedBy(shop: Shop, of: Order): Member[] {
  const ids = [customerOf(shop, of), ...of.posted.keys()];
  const codes = shop.redemptions.filter(({ code }) => carries(of, code));
  for (const redemption of codes) ids.push(redemption.member);
  return ids.flatMap((id) => (id === null ? [] : (findMember(shop, id) ?? [])));
}

function order(shop: Shop, payload: OrderPayload, now: Instant): Member[] {
  const state = withCodes(shop, payload);
  const named = state.customer ? [meet(shop, state.customer.id, now)] : [];
  const about = orderOf(shop, state.id);
  const before = concernedBy(shop, about);
  rememberState(about, state);
  settle(shop, now);
  return [...new Set([...named, ...before, ...concernedBy(shop, about)])];
}

function forget(shop: Shop, id: number, now: Instant): Member[] {
  const about = orderOf(shop, id);
  about.deleted = true;
  settle(shop, now);
  return [...new Set(concernedBy(shop, about))];
}

function named(member: Member | undefined): Member[] {
  return member === undefined ? [] : [member];
}

/** Puts the codes that redemptions got in the place of their names. */
function withCodes(shop: Shop, payload: OrderPayload): OrderPayload {
  const written = JSON.stringify(payload);
  const filled = written.replace(/\{\{(.+?)\}\}/g, (_, as: string) => codeOf(shop, as));
  return JSON.parse(filled) as OrderPayload;
}

function codeOf(shop: Shop, as: string): string {
  return shop.redemptions.find((redemption) => redemption.as === as)?.code ?? `NO-CODE-${as}`;
}

function refund(shop: Shop, payload: RefundPayload, now: Instant): Member[] {
  const about = orderOf(shop, payload.order_id);
  rememberRefund(about, payload);
  settle(shop, now);
  return [...new Set(concernedBy(shop, about))];
}

function signUp(shop: Shop, id: number, now: Instant): Member[] {
  const member = meet(shop, id, now);
  if (member.signedUp) return [member];
  member.signedUp = true;
  const programme = requireVersion(shop, now);
  for (const rule of programme.earning.rules) {
    if (rule.on !== "signup" || rule.bonus === undefined || !holds(rule, now)) continue;
    const points = BigInt(rule.bonus);
    member.earned += points;
    gain(member, points, now, programme);
  }
  return [member];
}

function act(shop: Shop, member: Member, activity: string, now: Instant): void {
  const programme = requireVersion(shop, now);
  const zone = programme.timezone;
  for (const rule of programme.earning.rules) {
    if (rule.on !== `activity:${activity}` || rule.bonus === undefined || !holds(rule, now)) continue;
    if (rule.limit) {
      const { times, per } = rule.limit;
      const period = periodOf(zone, now, per);
      const earlier = member.activities.filter(
        (of) => of.rule === rule.id && periodOf(zone, of.at, per) === period,
      );
      if (earlier.length >= times) continue;
    }
    const points = BigInt(rule.bonus);
    member.activities.push({ rule: rule.id, at: now, points });
    member.earned += points;
    gain(member, points, now, programme);
  }
}

function adjust(shop: Shop, member: Member, points: bigint, now: Instant): void {
  const programme = requireVersion(shop, now);
  if (points > 0n) gain(member, points, now, programme);
  else takeAnywhere(member, -points, programme.points?.debt ?? "owe");
}

function releaseEarly(shop: Shop, as: string, now: Instant): Member[] {
  const redemption = shop.redemptions.find((of) => of.as === as);
  if (!redemption) return [];
  if (redemption.state === "held") release(shop, redemption, now);
  return [meet(shop, redemption.member, now)];
}

function merge(shop: Shop, payload: MergePayload, now: Instant): Member[] {
  const idOf = (gid: string) => keptId(shop, gid.split("/").at(-1) ?? "");
  const keptBy = idOf(payload.admin_graphql_api_customer_kept_id);
  const deletedBy = idOf(payload.admin_graphql_api_customer_deleted_id);
  const kept = meet(shop, keptBy, now);
  if (keptBy === deletedBy) return [kept];
  const deleted = findMember(shop, deletedBy);
  shop.merged.set(deletedBy, keptBy);
  if (deleted) {
    shop.members.splice(shop.members.indexOf(deleted), 1);
    moveEverything(shop, deleted, kept, now);
  }
  payDebt(kept);
  settle(shop, now);
  return [kept];
}

function moveEverything(shop: Shop, from: Member, to: Member, now: Instant): void {
  to.lots.push(...from.lots);
  to.pending.push(...from.pending);
  to.activities.push(...from.activities);
  to.owed += from.owed;
  to.earned += from.earned;
  to.redeemed += from.redeemed;
  to.expired += from.expired;
  to.lastActivity = Math.max(to.lastActivity, from.lastActivity);
  to.signedUp ||= from.signedUp;
  to.birthday ??= from.birthday;
  to.lastBirthday = Math.max(to.lastBirthday, from.lastBirthday);
  for (const [id, points] of from.expiredOf) add(to.expiredOf, id, points);
  for (const [id, points] of from.droppedOf) add(to.droppedOf, id, points);
  for (const [level, since] of from.qualified) {
    const own = to.qualified.get(level);
    const longer = own === undefined ? since : own === null || since === null ? null : Math.max(own, since);
    to.qualified.set(level, longer);
  }
  const programme = requireVersion(shop, now);
  if (rankOf(programme, from.level) > rankOf(programme, to.level)) to.level = from.level;
  for (const redemption of shop.redemptions) if (redemption.member === from.id) redemption.member = to.id;
  for (const of of shop.orders) {
    const posted = of.posted.get(from.id);
    if (posted === undefined) continue;
    of.posted.delete(from.id);
    add(of.posted, to.id, posted);
  }
}
