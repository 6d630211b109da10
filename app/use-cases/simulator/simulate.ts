import { findProducts } from "../../db/products.ts";
import { findFirstOrder, findKnownOrders } from "../../db/orders-explained.ts";
import { listVersions } from "../../db/programmes.ts";
import type { ShopRow } from "../../db/shops.ts";
import type { FindProduct } from "../../loyalty/events.ts";
import { checkProgramme, type Programme } from "../../loyalty/programme.ts";
import type { Order, ProductFacts } from "../../loyalty/order.ts";
import {
  paidFor,
  simulateOrder,
  unitsLeft,
  withUnitsBack,
  type Simulated,
} from "../../loyalty/simulate-order.ts";
import type { Instant } from "../../loyalty/time.ts";
import { versionAt, type ProgrammeVersion } from "../../loyalty/versions.ts";
import type { WhyNotFacts } from "../../loyalty/why-not.ts";
import { openDraft } from "../drafts/open-draft.ts";
import { entryNames, type EntryNames } from "../programme-labels.ts";
import type { Services } from "../services.ts";
import { buildOrder, type FieldFault } from "./build-order.ts";
import type { BuiltOrder, SimulatorInput } from "./simulator-input.ts";

export interface Simulation {
  order: SimulatedOrder;
  /** Under the version in force when it was placed; null where none was. */
  inForce: ({ version: number } & SimulatedUnder) | null;
  /** Under the draft; null where none is tried. */
  draft: SimulatedUnder | null;
}

export interface SimulatedUnder {
  before: Simulated;
  /** With what is given back; null where nothing is. */
  after: Simulated | null;
  /** What the programme calls its rules and tiers. */
  names: EntryNames;
}

/** Money is a decimal string. */
export interface SimulatedOrder {
  name: string;
  processedAt: Instant;
  channel: string;
  tier: string | null;
  isFirst: boolean;
  lines: { id: string; title: string; quantity: number; left: number; paid: string }[];
  /** What the ledger has posted for it; null for one that is made up. */
  posted: string | null;
}

export type SimulationOutcome =
  | { outcome: "simulated"; simulation: Simulation }
  | { outcome: "no-order" }
  | { outcome: "faulty-fields"; faults: FieldFault[] }
  /** The draft is gone, or no sound programme. */
  | { outcome: "no-draft" };

interface Subject {
  order: Order;
  product: FindProduct;
  facts: Pick<WhyNotFacts, "deleted" | "away" | "countedBefore" | "level" | "isFirst" | "posted">;
  posted: string | null;
}

/**
 * What an order would earn, by the code that serves the shop: one that the shop has, or one that is made up; under the
 * version in force at its instant and, if there is one, under a draft. With units given back it is worked out once more.
 */
export async function simulate(
  services: Services,
  shop: ShopRow,
  { input, draftId, locale = "en" }: { input: SimulatorInput; draftId: string | null; locale?: string },
): Promise<SimulationOutcome> {
  const versions = await listVersions(services.db.sql, shop.id);
  const found =
    input.kind === "order"
      ? await knownOrder(services, shop, input.order)
      : await builtOrder(services, shop, input);
  if ("outcome" in found) return found;
  const draft = draftId === null ? null : await programmeOfDraft(services, shop, draftId);
  if (draftId !== null && draft === null) return { outcome: "no-draft" };
  const { order } = found;
  const version = versionAt(versions, order.processedAt);
  const startsAt =
    versions.length === 0 ? null : Math.min(...versions.map(({ effectiveFrom }) => effectiveFrom));
  const under = (tried: ProgrammeVersion): SimulatedUnder => ({
    ...simulateUnder(tried, found, { refund: input.refund, startsAt }),
    names: entryNames([tried.programme], locale),
  });
  return {
    outcome: "simulated",
    simulation: {
      order: glance(found, shop.currency),
      inForce: version === null ? null : { version: version.number, ...under(version) },
      draft: draft === null ? null : under({ number: 0, effectiveFrom: order.processedAt, programme: draft }),
    },
  };
}

function simulateUnder(
  version: ProgrammeVersion,
  { order, product, facts }: Subject,
  { refund, startsAt }: { refund: SimulatorInput["refund"]; startsAt: Instant | null },
): Omit<SimulatedUnder, "names"> {
  const terms: WhyNotFacts = { ...facts, version, startsAt, product };
  const before = simulateOrder(order, terms);
  if (before === null) throw new Error("a version was given");
  const back = withUnitsBack(order, refund);
  const posted = BigInt(before.points);
  return { before, after: back === order ? null : simulateOrder(back, { ...terms, posted }) };
}

async function knownOrder(
  { db }: Services,
  shop: ShopRow,
  id: string,
): Promise<Subject | { outcome: "no-order" }> {
  if (!/^\d{1,18}$/.test(id)) return { outcome: "no-order" };
  const [known] = await findKnownOrders(db.sql, shop.id, [id]);
  const order = known?.snapshot?.order ?? null;
  if (known === undefined || order === null) return { outcome: "no-order" };
  const { record, snapshot } = known;
  const first = record.memberId === null ? null : await findFirstOrder(db.sql, shop.id, record.memberId);
  const posted = record.shares.find(({ memberId }) => memberId === record.memberId)?.posted ?? 0n;
  return {
    order,
    product: (product) => snapshot?.products[product] ?? null,
    facts: {
      ...{ deleted: record.deleted, away: record.away ? "left" : null },
      countedBefore: record.fixed !== null,
      ...{ level: record.fixed?.level ?? null, isFirst: first === record.id, posted },
    },
    posted: posted.toString(),
  };
}

async function builtOrder(
  services: Services,
  shop: ShopRow,
  built: BuiltOrder,
): Promise<Subject | { outcome: "faulty-fields"; faults: FieldFault[] }> {
  const { currency, timezone } = shop;
  const known = await knownProducts(services, shop, built);
  const made = buildOrder(built, { currency, timezone, now: services.clock(), known });
  if (!made.ok) return { outcome: "faulty-fields", faults: made.faults };
  return {
    order: made.order,
    product: (id) => made.facts.get(id) ?? null,
    facts: {
      ...{ deleted: false, away: null, countedBefore: false, posted: 0n },
      ...{ level: built.tier === "" ? null : built.tier, isFirst: built.isFirst },
    },
    posted: null,
  };
}

/** Those that we know; of others the store is asked, and where it does not answer, what was typed has to do. */
async function knownProducts(
  { db, platform }: Services,
  shop: ShopRow,
  { lines }: BuiltOrder,
): Promise<Map<string, ProductFacts>> {
  const ids = [...new Set(lines.map(({ productId }) => productId).filter((id) => /^\d{1,18}$/.test(id)))];
  const known = await findProducts(db.sql, shop.id, ids);
  const unknown = ids.filter((id) => !known.has(id));
  if (unknown.length === 0) return known;
  for (const facts of await platform.productFacts(shop.domain, unknown).catch(() => []))
    known.set(facts.id, facts);
  return known;
}

async function programmeOfDraft(services: Services, shop: ShopRow, id: string): Promise<Programme | null> {
  const draft = await openDraft(services, shop, id);
  const check = draft === null ? null : checkProgramme(draft.document);
  return check?.ok === true && check.programme.currency === shop.currency ? check.programme : null;
}

function glance({ order, facts, posted }: Subject, currency: string): SimulatedOrder {
  return {
    ...{ name: order.name, processedAt: order.processedAt, channel: order.channel },
    ...{ tier: facts.level, isFirst: facts.isFirst, posted },
    lines: order.lines.map((line) => ({
      ...{ id: line.id, title: line.title, quantity: line.quantity },
      left: unitsLeft(order, line),
      paid: paidFor(line, currency),
    })),
  };
}
