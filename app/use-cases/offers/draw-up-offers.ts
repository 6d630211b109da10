import { latestModel } from "../../db/models.ts";
import { listProspects, listTried, type ProspectRow } from "../../db/offer-prospects.ts";
import type { ShopRow } from "../../db/shops.ts";
import type { Sql } from "../../db/sql.ts";
import { placeOf, WHOLE } from "../../insight/experiments/assign.ts";
import {
  chooseOffer,
  comesAnyway,
  withinBudget,
  type ChosenOffer,
  type OfferTerms,
} from "../../insight/offers/choose-offer.ts";
import { isLongGone } from "../../insight/offers/long-gone.ts";
import { sensitivityOf, shopSensitivity } from "../../insight/offers/price-sensitivity.ts";
import { currencyDecimals } from "../../loyalty/currencies.ts";
import type { MemberId } from "../../loyalty/ids.ts";
import { DAY, type Instant } from "../../loyalty/time.ts";
import { controlGroupTest } from "../experiments/control-group.ts";
import type { Services } from "../services.ts";
import { leftOf, offerMonth } from "./monthly-budget.ts";
import type { OfferForm } from "./offer-form.ts";

/** Of those whom offers reach, in basis points: chance leaves the others without, so that what offers bring is known. */
export const GIVEN_SHARE = 8_000;
/** So many days after an offer count, and so long nobody is made another. */
export const OFFER_WINDOW_DAYS = 30;

export interface DrawnUp {
  /** What was chosen for members, before the budget ended it. */
  offers: ChosenOffer[];
  /** Whom it reaches, those without an offer among them, first where most can be moved. */
  reached: ChosenOffer[];
  isGiven(memberId: MemberId): boolean;
  /** What the offers cost at most, in minor units. */
  cost: number;
  /** Members who were looked at; and of those, who were left out, and why. */
  members: number;
  left: { unknown: number; longGone: number; comeAnyway: number; notWorth: number; beyondBudget: number };
  /** What the offers end at: what is left of the month, or the budget of this sending. */
  endsWith: "month" | "sending";
  /** How far the predictions look ahead; null where there are none. */
  horizonDays: number | null;
  /** What the month's budget has left for them, in minor units; null where it ends nothing. */
  monthLeft: number | null;
}

const MEMBERS_AT_ONCE = 5_000;

/**
 * Who would be offered what, and why. The same form draws up the same, as long as predictions, members and orders are the
 * same; the salt is the shop's, so that nobody can choose an id that favours somebody.
 */
export async function drawUpOffers(
  { db, clock }: Pick<Services, "db" | "clock">,
  shop: ShopRow,
  { form, sql = db.sql }: { form: OfferForm; sql?: Sql },
): Promise<DrawnUp> {
  const now = clock();
  const { plan } = form;
  const salt = saltOf(shop, form.id);
  const isGiven = (memberId: MemberId) => placeOf(salt, memberId) < GIVEN_SHARE;
  const isControl = await controlGroupTest({ db: { sql } }, shop);
  const ahead = (await latestModel(sql, shop.id, "buyers"))?.basis.horizonDays;
  const horizonDays = typeof ahead === "number" ? ahead : null;
  const rows = (await readProspects(sql, shop, { form, now })).filter(({ memberId }) => !isControl(memberId));
  const usual = shopSensitivity(rows);
  const unit = 10 ** currencyDecimals(shop.currency);
  const terms: OfferTerms = {
    ...plan,
    tried: await listTried(sql, shop.id, { now, windowDays: OFFER_WINDOW_DAYS }),
    seedOf: (memberId) => placeOf(`${salt}:draw`, memberId) * WHOLE + placeOf(`${salt}:again`, memberId),
  };
  const isSame = plan.policy === "same";
  const known = isSame ? rows : rows.filter(({ expected }) => expected !== null);
  const there = isSame ? byChance(known, salt) : known.filter((row) => !isLongGone(row, now));
  const movable = isSame
    ? there
    : there.filter(({ expected }) => !comesAnyway({ risk: expected?.risk ?? 0 }));
  const offers = movable.flatMap(({ memberId, expected, ...use }) => {
    const { value = 0, orders = 0, risk = 0 } = expected ?? {};
    const orderValue = orders > 0 ? (unit * value) / orders : 0;
    const sensitivity = sensitivityOf(use, usual);
    const prospect = { memberId, expected: unit * value, risk, orderValue, sensitivity };
    return chooseOffer(prospect, terms) ?? [];
  });
  const ofMonth = leftOf(await offerMonth(sql, shop, now));
  const monthLeft = ofMonth === null ? null : Number(ofMonth);
  const budget = Math.min(plan.budget, monthLeft ?? Infinity);
  const { reached, cost } = withinBudget(offers, { ...plan, budget, isGiven });
  return {
    ...{ offers, reached, isGiven, cost, members: rows.length, horizonDays, monthLeft },
    endsWith: monthLeft !== null && monthLeft < plan.budget ? "month" : "sending",
    left: {
      unknown: rows.length - known.length,
      longGone: known.length - there.length,
      comeAnyway: there.length - movable.length,
      notWorth: movable.length - offers.length,
      beyondBudget: offers.length - reached.length,
    },
  };
}

export function saltOf(shop: ShopRow, id: string): string {
  return `${shop.salt}:offers:${id}`;
}

async function readProspects(
  sql: Sql,
  shop: ShopRow,
  { form, now }: { form: OfferForm; now: Instant },
): Promise<ProspectRow[]> {
  const found: ProspectRow[] = [];
  const segmentId = form.audience.kind === "segment" ? form.audience.id : null;
  for (let after = "0"; ;) {
    const page = await listProspects(sql, shop.id, {
      ...{ segmentId, knownBy: now, noOfferSince: now - OFFER_WINDOW_DAYS * DAY },
      ...{ after, limit: MEMBERS_AT_ONCE },
    });
    found.push(...page);
    const last = page.at(-1);
    if (last === undefined || page.length < MEMBERS_AT_ONCE) return found;
    after = last.memberId;
  }
}

/** Where a budget is too small for all, chance decides who is first. */
function byChance(rows: readonly ProspectRow[], salt: string): ProspectRow[] {
  const places = new Map(rows.map(({ memberId }) => [memberId, placeOf(`${salt}:order`, memberId)]));
  const place = ({ memberId }: ProspectRow) => places.get(memberId) ?? 0;
  return [...rows].sort((a, b) => place(a) - place(b) || (a.memberId < b.memberId ? -1 : 1));
}
