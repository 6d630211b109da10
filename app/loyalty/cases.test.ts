import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { translateWebhook } from "../commerce/shopify/translate.ts";
import type { Book } from "./book.ts";
import { openBook } from "./book.ts";
import { checkProgramme } from "./check-programme.ts";
import { workOffDue } from "./due.ts";
import type { LoyaltyEvent } from "./events.ts";
import { handle } from "./handle.ts";
import { memberFigures } from "./members.ts";
import { postedFor } from "./orders.ts";
import type { ProductFacts } from "./order.ts";
import { toJsonNumber } from "./points.ts";
import { parseInstant } from "./time.ts";
import type { Instant } from "./time.ts";
import { verifyLedger } from "./verify-chain.ts";
import type { ProgrammeVersion } from "./versions.ts";

const FOLDER = join(import.meta.dirname, "../../../shared/cases");

interface Case {
  about?: string;
  programme?: unknown;
  programmes?: unknown[];
  products?: { id: number; tags?: string[]; collections?: string[]; productType?: string }[];
  events: CaseEvent[];
  expect: { customers: object; orders: object; redemptions: object };
}

interface CaseEvent {
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
  activity?: string;
  key?: string;
  reason?: string;
}

describe.skipIf(!existsSync(FOLDER))("the core gives what an independent program worked out", () => {
  const files = existsSync(FOLDER) ? readdirSync(FOLDER).filter((file) => file.endsWith(".json")) : [];
  for (const file of files) {
    const played = JSON.parse(readFileSync(join(FOLDER, file), "utf8")) as Case;
    test(`${file}: ${played.about ?? ""}`, () => {
      const { book, end } = play(played);
      expect(resultOf(book, end)).toEqual(played.expect);
      expect(verifyLedger(book)).toEqual({ ok: true, transactions: book.journal.length });
    });
  }
});

function play(played: Case): { book: Book; end: Instant } {
  const book = openBook({
    versions: (played.programmes ?? [played.programme]).map(asVersion),
    product: findIn(played),
    pseudonym: (id) => `case-${id}`,
  });
  const delivered = new Set<string>();
  let end = 0;
  for (const event of played.events) {
    end = parseInstant(event.at);
    for (const member of book.members.values()) workOffDue(book, member, end);
    if (event.do === "clock" || (event.id !== undefined && delivered.has(event.id))) continue;
    if (event.id !== undefined) delivered.add(event.id);
    handle(book, asLoyaltyEvent(event), end, { eventId: event.id ?? event.key ?? event.at, actor: "case" });
  }
  return { book, end };
}

function asVersion(document: unknown, index: number): ProgrammeVersion {
  const check = checkProgramme(document);
  if (!check.ok) throw new Error(check.faults.map((fault) => JSON.stringify(fault)).join("; "));
  return { number: index + 1, effectiveFrom: check.programme.effectiveFrom ?? 0, programme: check.programme };
}

function findIn({ products = [] }: Case) {
  const facts = products.map(({ id, tags = [], collections = [], productType = null }): ProductFacts => {
    return { id: String(id), tags, collections, productType };
  });
  return (id: string) => facts.find((product) => product.id === id) ?? null;
}

function asLoyaltyEvent(event: CaseEvent): LoyaltyEvent {
  const customerId = String(event.customer);
  if (event.webhook !== undefined) return translated(event);
  switch (event.do) {
    case "redeem": {
      const id = event.as ?? "";
      return {
        kind: "redeem",
        redemptionId: id,
        customerId,
        rewardId: event.reward ?? "",
        code: `CODE-${id}`,
      };
    }
    case "release":
      return { kind: "release", redemptionId: event.redemption ?? "" };
    case "activity":
      return { kind: "activity", customerId, activity: event.activity ?? "", key: event.key ?? "" };
    case "adjust":
      return {
        kind: "adjust",
        customerId,
        points: BigInt(event.points ?? 0),
        reason: event.reason ?? "",
        key: event.key ?? "",
      };
    case "notice":
      return { kind: "notice", customerId };
    default:
      throw new Error(`a case cannot do ${String(event.do)}`);
  }
}

function translated({ webhook = "", payload }: CaseEvent): LoyaltyEvent {
  const written = JSON.stringify(payload).replaceAll(/\{\{(\w+)\}\}/g, "CODE-$1");
  const translation = translateWebhook(webhook, JSON.parse(written));
  if (translation.kind !== "points") throw new Error(`${webhook} moves no points`);
  return translation.event;
}

function resultOf(book: Book, end: Instant) {
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
