import type { Day } from "../../insight/days.ts";
import type { Range } from "../../insight/range.ts";
import type { Parameter } from "../member-filter.ts";
import type { ShopRow } from "../shops.ts";
import { countedIn, NO_MOVE, NOT_PAID, type RowsSource } from "./behind.ts";
import { nameOfCurrency } from "./currencies.ts";
import { startIn } from "./shop-days.ts";

type Shop = Pick<ShopRow, "id" | "timezone" | "currency">;

/** Which people: each of what is asked must hold. */
export interface PeopleAsked {
  segment: string;
  joined?: Range;
  /** Did something of their own on one of these days. */
  active?: Range;
  /** Ordered on one of these days. */
  bought?: Range;
  /** In which they paid for it; "" for any. */
  currency?: string;
  /** Had their second order by the end of this day. */
  secondBy?: Day;
  engaged?: true;
  /** Their first order was on one of these days. */
  firstOrder?: Range;
}

/** People as the figures have them, whoever joined last first. */
export function peopleBehind(shop: Shop, asked: PeopleAsked): RowsSource {
  return {
    addsMore: true,
    text: (parameter) => `SELECT m.joined::bigint AS sort, m.member_id::text COLLATE "C" AS id, m.member_id,
        NULL::timestamptz AS at, m.joined AS day, NULL::text AS thing, ${NO_MOVE}, m.spent AS amount, m.bought::bigint AS more,
        ${NOT_PAID}
      FROM figure_member m
      WHERE m.shop_id = ${parameter(shop.id)}::int AND ${conditionsOf(shop, asked, parameter).join(" AND ")}`,
  };
}

function conditionsOf(shop: Shop, asked: PeopleAsked, parameter: Parameter): string[] {
  const { segment, joined, active, bought, currency = "", secondBy, engaged, firstOrder } = asked;
  return [
    countedIn(segment, parameter),
    ...(joined === undefined ? [] : [between("m.joined", joined, parameter)]),
    ...(active === undefined ? [] : [happened("m.deeds", active, parameter)]),
    ...(bought === undefined ? [] : [happened("m.orders", bought, parameter)]),
    ...(bought === undefined || currency === "" ? [] : [paid(shop, { bought, currency }, parameter)]),
    ...(secondBy === undefined ? [] : [`m.second_order <= ${parameter(secondBy)}::int`]),
    ...(engaged === undefined ? [] : ["m.engaged"]),
    ...(firstOrder === undefined ? [] : [between("m.first_order", firstOrder, parameter)]),
  ];
}

/** Whether one of the orders of the days was paid in the currency. */
function paid(
  shop: Shop,
  { bought, currency }: { bought: Range; currency: string },
  parameter: Parameter,
): string {
  const start = (day: Day) => startIn(`${parameter(shop.timezone)}::text`, `${parameter(day)}::int`);
  return `EXISTS (SELECT 1 FROM figure_order f WHERE f.shop_id = m.shop_id AND f.member_id = m.member_id AND f.counts
    AND f.currency = ${parameter(nameOfCurrency(shop, currency))}::text
    AND f.at >= ${start(bought.from)} AND f.at < ${start(bought.to + 1)})`;
}

export function between(column: string, { from, to }: Range, parameter: Parameter): string {
  return `${column} BETWEEN ${parameter(from)}::int AND ${parameter(to)}::int`;
}

/** Whether the bits of a column have a 1 among the days, as `people.ts` counts them. */
function happened(bits: string, { from, to }: Range, parameter: Parameter): string {
  const [first, last] = [`${parameter(from)}::int`, `${parameter(to)}::int`];
  return `position(B'1' in substring(${bits} from ${first} - m.joined + 1 for ${last} - ${first} + 1)) > 0`;
}
