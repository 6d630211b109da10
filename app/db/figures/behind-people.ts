import type { Day } from "../../insight/days.ts";
import type { Range } from "../../insight/range.ts";
import type { Parameter } from "../member-filter.ts";
import { countedIn, NO_MOVE, type RowsSource } from "./behind.ts";

/** Which people: each of what is asked must hold. */
export interface PeopleAsked {
  segment: string;
  joined?: Range;
  /** Did something of their own on one of these days. */
  active?: Range;
  /** Ordered on one of these days. */
  bought?: Range;
  /** Had their second order by the end of this day. */
  secondBy?: Day;
  engaged?: true;
  /** Their first order was on one of these days. */
  firstOrder?: Range;
}

/** People as the figures have them, whoever joined last first. */
export function peopleBehind(shopId: number, asked: PeopleAsked): RowsSource {
  return {
    addsMore: true,
    text: (parameter) => `SELECT m.joined::bigint AS sort, m.member_id::text COLLATE "C" AS id, m.member_id,
        NULL::timestamptz AS at, m.joined AS day, NULL::text AS thing, ${NO_MOVE}, m.spent AS amount, m.bought::bigint AS more
      FROM figure_member m
      WHERE m.shop_id = ${parameter(shopId)}::int AND ${conditionsOf(asked, parameter).join(" AND ")}`,
  };
}

function conditionsOf(asked: PeopleAsked, parameter: Parameter): string[] {
  const { segment, joined, active, bought, secondBy, engaged, firstOrder } = asked;
  return [
    countedIn(segment, parameter),
    ...(joined === undefined ? [] : [between("m.joined", joined, parameter)]),
    ...(active === undefined ? [] : [happened("m.deeds", active, parameter)]),
    ...(bought === undefined ? [] : [happened("m.orders", bought, parameter)]),
    ...(secondBy === undefined ? [] : [`m.second_order <= ${parameter(secondBy)}::int`]),
    ...(engaged === undefined ? [] : ["m.engaged"]),
    ...(firstOrder === undefined ? [] : [between("m.first_order", firstOrder, parameter)]),
  ];
}

export function between(column: string, { from, to }: Range, parameter: Parameter): string {
  return `${column} BETWEEN ${parameter(from)}::int AND ${parameter(to)}::int`;
}

/** Whether the bits of a column have a 1 among the days, as `people.ts` counts them. */
function happened(bits: string, { from, to }: Range, parameter: Parameter): string {
  const [first, last] = [`${parameter(from)}::int`, `${parameter(to)}::int`];
  return `position(B'1' in substring(${bits} from ${first} - m.joined + 1 for ${last} - ${first} + 1)) > 0`;
}
