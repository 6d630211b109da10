import { readBuyerPages } from "../../db/buyer-pages.ts";
import type { Sql } from "../../db/sql.ts";
import type { ShopRow } from "../../db/shops.ts";
import type { Happenings, ShopPast } from "../../insight/buyers/shop-past.ts";
import type { Day } from "../../insight/days.ts";
import type { MemberId } from "../../loyalty/ids.ts";
import { currencyDecimals } from "../../loyalty/money.ts";

/** A shop's past by the places of its buyers, and who stands at each place. */
export interface NamedPast {
  past: ShopPast;
  members: MemberId[];
  /** "" where it is not known, as in the next. */
  languages: string[];
  /** Where they bought first. */
  channels: string[];
  orders: number;
}

/** All that models of buyers are learned of, read page by page. `ranks` are the levels of the programme, the lowest first. */
export async function readPast(
  sql: Sql,
  shop: ShopRow,
  { until, ranks }: { until: Day; ranks: readonly string[] },
): Promise<NamedPast> {
  const unit = 10 ** currencyDecimals(shop.currency);
  const places = new Map<bigint, number>();
  const known: number[] = [];
  const named = { members: [] as MemberId[], languages: [] as string[], channels: [] as string[] };
  const lists = { purchases: list(), returns: list(), rewards: list(), levels: list() };
  for await (const page of readBuyerPages(sql, shop, until)) {
    for (const { id, language, channel, known: since } of page.members) {
      places.set(id, known.length);
      known.push(since);
      named.members.push(id.toString());
      named.languages.push(language);
      named.channels.push(channel);
    }
    const place = (id: bigint) => places.get(id) ?? 0;
    for (const { member, day, value } of page.orders) add(lists.purchases, place(member), day, value / unit);
    for (const { member, day, value } of page.returns) add(lists.returns, place(member), day, value / unit);
    for (const { member, day } of page.rewards) add(lists.rewards, place(member), day, 1);
    for (const { member, day, level } of page.levels)
      add(lists.levels, place(member), day, level === null ? 0 : ranks.indexOf(level) + 1);
  }
  const past = {
    ...{ customers: known.length, until, known: Int32Array.from(known) },
    ...{ purchases: packed(lists.purchases), returns: packed(lists.returns) },
    ...{ rewards: packed(lists.rewards), levels: packed(lists.levels) },
  };
  return { past, ...named, orders: past.purchases.day.length };
}

interface List {
  customer: number[];
  day: number[];
  value: number[];
}

const list = (): List => ({ customer: [], day: [], value: [] });

function add({ customer, day, value }: List, place: number, on: Day, worth: number): void {
  customer.push(place);
  day.push(on);
  value.push(worth);
}

function packed({ customer, day, value }: List): Happenings {
  return {
    customer: Int32Array.from(customer),
    day: Int32Array.from(day),
    value: Float64Array.from(value),
  };
}
