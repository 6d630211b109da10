import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { translateWebhook } from "../../app/commerce/shopify/translate.ts";
import type { Book } from "../../app/loyalty/book.ts";
import { checkProgramme } from "../../app/loyalty/check-programme.ts";
import type { LoyaltyEvent } from "../../app/loyalty/events.ts";
import { memberFigures } from "../../app/loyalty/members.ts";
import type { ProductFacts } from "../../app/loyalty/order.ts";
import { postedFor } from "../../app/loyalty/orders.ts";
import { toJsonNumber } from "../../app/loyalty/points.ts";
import type { Instant } from "../../app/loyalty/time.ts";
import type { ProgrammeVersion } from "../../app/loyalty/versions.ts";

const FOLDER = join(import.meta.dirname, "../../../shared/cases");

/** A case as `replay` takes it, played against the core alone. */
export interface Case {
  about?: string;
  programme?: unknown;
  programmes?: unknown[];
  products?: { id: number; tags?: string[]; collections?: string[]; productType?: string }[];
  events: CaseEvent[];
  expect: { customers: object; orders: object; redemptions: object };
}

export interface CaseEvent {
  at: string;
  webhook?: string;
  id?: string;
  payload?: unknown;
  do?: string;
  customer?: number;
  points?: number | string;
  reward?: string;
  as?: string;
  redemption?: string;
  units?: number;
  month?: number;
  day?: number;
  activity?: string;
  key?: string;
  reason?: string;
}

/** Every case of the folder beside the project; none where it is absent. */
export function readCases(): { file: string; played: Case }[] {
  if (!existsSync(FOLDER)) return [];
  const files = readdirSync(FOLDER).filter((file) => file.endsWith(".json"));
  return files.map((file) => ({
    file,
    played: JSON.parse(readFileSync(join(FOLDER, file), "utf8")) as Case,
  }));
}

export function bookTermsOf(played: Case) {
  return {
    versions: (played.programmes ?? [played.programme]).map(asVersion),
    product: findIn(played),
    pseudonym: (id: string) => `case-${id}`,
  };
}

/** What happens, without what a webhook id shows to be a second delivery; null is time that passes. */
export function* eventsOf(played: Case): Generator<{ at: Instant; id: string; event: LoyaltyEvent | null }> {
  const delivered = new Set<string>();
  for (const happening of played.events) {
    const again = happening.id !== undefined && delivered.has(happening.id);
    if (happening.id !== undefined) delivered.add(happening.id);
    const event = again || happening.do === "clock" ? null : asLoyaltyEvent(happening, currencyOf(played));
    yield { at: Date.parse(happening.at), id: happening.id ?? happening.key ?? happening.at, event };
  }
}

/** The result that `replay` prints, without the ledger. */
export function resultOf(book: Book, end: Instant) {
  const customers: Record<string, unknown> = {};
  for (const { id, mergedInto } of book.members.values()) {
    if (mergedInto !== null) continue;
    const { tier, ...figures } = memberFigures(book, id, end) ?? { tier: null };
    const numbers = Object.entries(figures).map(([name, points]) => [name, toJsonNumber(points)]);
    customers[id] = { ...Object.fromEntries(numbers), tier };
  }
  const told = [...book.orders.values()].filter((order) => order.told);
  return {
    customers,
    orders: Object.fromEntries(told.map((order) => [order.id, toJsonNumber(postedFor(order))])),
    redemptions: Object.fromEntries([...book.redemptions.values()].map(({ id, state }) => [id, state])),
  };
}

function asVersion(document: unknown, index: number): ProgrammeVersion {
  const check = checkProgramme(document);
  if (!check.ok) throw new Error(JSON.stringify(check.faults));
  return { number: index + 1, effectiveFrom: check.programme.effectiveFrom ?? 0, programme: check.programme };
}

function findIn({ products = [] }: Case) {
  const facts = products.map(({ id, tags = [], collections = [], productType = null }): ProductFacts => {
    return { id: String(id), tags, collections, productType };
  });
  return (id: string) => facts.find((product) => product.id === id) ?? null;
}

function currencyOf({ programme, programmes = [programme] }: Case): string | null {
  const [first] = programmes as ({ currency?: string } | undefined)[];
  return first?.currency ?? null;
}

function asLoyaltyEvent(event: CaseEvent, currency: string | null): LoyaltyEvent {
  const customerId = String(event.customer);
  const key = event.key ?? "";
  if (event.webhook !== undefined) return translated(event, currency);
  switch (event.do) {
    case "redeem": {
      const id = event.as ?? "";
      return {
        kind: "redeem",
        redemptionId: id,
        customerId,
        rewardId: event.reward ?? "",
        code: `Code-${id}`,
        units: event.units === undefined ? null : BigInt(event.units),
      };
    }
    case "granted":
      return { kind: "granted", redemptionId: event.redemption ?? "" };
    case "birthday":
      return { kind: "birthday", customerId, month: event.month ?? 0, day: event.day ?? 0 };
    case "release":
      return { kind: "release", redemptionId: event.redemption ?? "" };
    case "activity":
      return { kind: "activity", customerId, activity: event.activity ?? "", key };
    case "adjust":
      return {
        kind: "adjust",
        customerId,
        points: BigInt(event.points ?? 0),
        reason: event.reason ?? "",
        key,
      };
    case "notice":
      return { kind: "notice", customerId };
    default:
      throw new Error(`a case cannot do ${String(event.do)}`);
  }
}

function translated({ webhook = "", payload }: CaseEvent, currency: string | null): LoyaltyEvent {
  const written = JSON.stringify(payload).replaceAll(/\{\{(\w+)\}\}/g, "CODE-$1");
  const translation = translateWebhook(webhook, JSON.parse(written), currency);
  if (translation.kind !== "points") throw new Error(`${webhook} moves no points`);
  return translation.event;
}
