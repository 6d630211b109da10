import type { Happenings, ShopPast } from "../buyers/shop-past.ts";
import type { MoreFeatures } from "./leaving-model.ts";

/** What a shop knows beyond purchases; counts as logarithms, what fades does so within half a year. */
export const SHOP_FEATURES = [
  "share sent back",
  "times sent back",
  "sent back lately",
  "rewards chosen",
  "reward chosen lately",
  "level",
  "days known",
] as const;

const FADES_WITHIN = 180;

interface Deed {
  day: number;
  value: number;
}

/** Returns, rewards, levels and how long somebody has been known, as they stood at the end of a day. */
export function shopFeatures({ purchases, returns, rewards, levels, known }: ShopPast): MoreFeatures {
  const [bought, back, chosen, reached] = [purchases, returns, rewards, levels].map(byCustomer);
  return {
    names: SHOP_FEATURES,
    at(place, day) {
      const until = (of: Map<number, Deed[]> | undefined) =>
        (of?.get(place) ?? []).filter((deed) => deed.day <= day);
      const sum = (deeds: Deed[]) => deeds.reduce((all, { value }) => all + Math.max(0, value), 0);
      const [returned, redeemed] = [until(back), until(chosen)];
      const spent = sum(until(bought));
      const level = until(reached).reduce((last, deed) => (deed.day >= last.day ? deed : last), {
        ...{ day: -Infinity, value: 0 },
      });
      return [
        spent > 0 ? Math.min(1, sum(returned) / spent) : 0,
        Math.log1p(returned.length),
        lately(returned, day),
        Math.log1p(redeemed.length),
        lately(redeemed, day),
        level.value,
        Math.log1p(Math.max(0, day - (known[place] ?? day))),
      ];
    },
  };
}

function lately(deeds: readonly Deed[], today: number): number {
  const last = deeds.reduce((newest, { day }) => Math.max(newest, day), -Infinity);
  return Math.exp((last - today) / FADES_WITHIN);
}

function byCustomer({ customer, day, value }: Happenings): Map<number, Deed[]> {
  const deeds = new Map<number, Deed[]>();
  customer.forEach((place, n) => {
    const own = deeds.get(place);
    const deed = { day: day[n] ?? 0, value: value[n] ?? 0 };
    if (own === undefined) deeds.set(place, [deed]);
    else own.push(deed);
  });
  return deeds;
}
