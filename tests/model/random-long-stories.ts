/** Happenings that belong together and need many steps: merges of merges, limits, orders that are undone and come back. */
import { DAY_MS, dayOf, startOfDay } from "./calendar.ts";
import type { Instant } from "./calendar.ts";
import { act, adjust, changeOrder, deleteOrder, endOf, look, merge, notice } from "./random-events.ts";
import { giveBirthday, grant, placeOrder, redeem, refundOrder, release, someone } from "./random-events.ts";
import type { Store } from "./random-events.ts";

type Step = (now: Instant) => void;

export const LONG_STORIES: ((store: Store) => Step[])[] = [
  mergeAgain,
  haveFew,
  passCodeOn,
  undoAndRedo,
  forget,
  fallAsleep,
  crossTheYear,
  growOlder,
  grantLate,
];

/** Two and two become one each, and then one: with holds, debts, pending points and what was dropped on the way. */
export function mergeAgain(store: Store): Step[] {
  const { chance } = store;
  const [a = 7, b = a + 1, c = a + 2, d = a + 3] = store.customers;
  let as = "";
  let order = 0;
  return [
    (now) => void placeOrder(store, now, a),
    (now) => (order = placeOrder(store, now, b)),
    (now) => adjust(store, now, b, chance.whole(30, 120)),
    (now) => (as = redeem(store, now, b)),
    (now) => void (chance.percent(50) && adjust(store, now, a, -chance.whole(20, 200))),
    (now) => merge(store, now, a, b),
    (now) => void (chance.percent(40) && refundOrder(store, now, order)),
    (now) => void placeOrder(store, now, c, chance.percent(50) ? as : undefined),
    (now) => merge(store, now, c, chance.percent(70) ? d : a),
    (now) => merge(store, now, chance.percent(50) ? a : b, c),
    (now) => changeOrder(store, now, order, chance.oneOf(["cancel", "move", "add"])),
    (now) => void placeOrder(store, now, b),
    (now) => merge(store, now, b, a),
  ];
}

/** A reward of which there are few is had, given back, and had again by another or by two that become one. */
function haveFew(store: Store): Step[] {
  const { chance } = store;
  const [one, two] = [someone(store), someone(store)];
  const names: string[] = [];
  const have = (member: number) => (now: Instant) => void names.push(redeem(store, now, member, "few"));
  return [
    (now) => adjust(store, now, one, 200),
    (now) => adjust(store, now, two, 200),
    have(one),
    have(two),
    have(one),
    (now) => release(store, now, names[0]),
    have(two),
    (now) => void (chance.percent(40) && merge(store, now, one, two)),
    have(one),
    (now) => void placeOrder(store, now, one, names[0]),
    have(two),
  ];
}

/** A code that three orders carry goes from one to the next as they are undone, and one of them comes back. */
function passCodeOn(store: Store): Step[] {
  const { chance } = store;
  const member = someone(store);
  const orders: number[] = [];
  let as = "";
  const order = (now: Instant) => void orders.push(placeOrder(store, now, someone(store), as));
  const change = (n: number) => (now: Instant) =>
    changeOrder(store, now, orders[n], chance.oneOf(["cancel", "cancel", "void", "odd", "move"]));
  return [
    (now) => adjust(store, now, member, chance.whole(60, 160)),
    (now) => (as = redeem(store, now, member)),
    (now) => void (chance.percent(40) && release(store, now, as)),
    order,
    order,
    order,
    change(0),
    (now) => void (chance.percent(40) && adjust(store, now, member, -90)),
    change(1),
    (now) => changeOrder(store, now, orders[0], "odd"),
    (now) => void (chance.percent(30) && merge(store, now, member)),
    change(2),
    (now) => changeOrder(store, now, orders[1], "pay"),
  ];
}

/** Cancelled, edited and refunded after that, and perhaps alive again; words of it in any order. */
export function undoAndRedo(store: Store): Step[] {
  const { chance } = store;
  const member = someone(store);
  let order = 0;
  const change = (now: Instant) =>
    changeOrder(store, now, order, chance.oneOf(["add", "remove", "pay", "odd", "status", "void"]));
  return [
    (now) => (order = placeOrder(store, now, member)),
    (now) => refundOrder(store, now, order),
    (now) => void (chance.percent(50) && adjust(store, now, member, -chance.whole(10, 90))),
    (now) => changeOrder(store, now, order, "cancel"),
    change,
    (now) => refundOrder(store, now, order),
    (now) => changeOrder(store, now, order, "odd"),
    change,
    (now) => refundOrder(store, now, order),
  ];
}

/** The store forgets an order that had taken a code, and still tells of it. */
function forget(store: Store): Step[] {
  const { chance } = store;
  const member = someone(store);
  let as = "";
  let order = 0;
  return [
    (now) => adjust(store, now, member, chance.whole(60, 160)),
    (now) => (as = redeem(store, now, member)),
    (now) => (order = placeOrder(store, now, member, as)),
    (now) => void (chance.percent(50) && placeOrder(store, now, member, as)),
    (now) => void (chance.percent(50) && changeOrder(store, now, order, "cancel")),
    (now) => deleteOrder(store, now, order),
    (now) => changeOrder(store, now, order, chance.oneOf(["pay", "cancel", "touch"])),
    (now) => refundOrder(store, now, order),
  ];
}

/** Nothing happens for as long as the expiry takes, but for notices: early, in time, again, or about another date. */
function fallAsleep(store: Store): Step[] {
  const { chance } = store;
  const [member, other] = [someone(store), someone(store)];
  const tell = (now: Instant) => {
    for (const { timezone, points } of store.programmes) {
      const { date, notices } = endOf(timezone, points, now);
      if (date === null) continue;
      const times = [...notices, ...notices.map((at) => at + chance.oneOf([-DAY_MS, -1, 1, DAY_MS]))];
      for (const at of times.filter((time) => time > now && chance.percent(60)))
        store.plans.push({ at, step: (then) => notice(store, then, member) });
      for (const at of [date - 1, date, date + DAY_MS, date + 8 * DAY_MS])
        store.plans.push({ at, step: (then) => look(store, then) });
    }
  };
  return [
    (now) => void placeOrder(store, now, member),
    (now) => {
      adjust(store, now, member, chance.whole(20, 150));
      tell(now);
    },
    (now) => void (chance.percent(30) && redeem(store, now, member)),
    (now) => void (chance.percent(30) && act(store, now, other)),
    (now) => void (chance.percent(50) && merge(store, now, member, other)),
    (now) => tell(now),
  ];
}

/** Levels reached in one year of the zone and looked at around the first midnights of the next. */
function crossTheYear(store: Store): Step[] {
  const { chance, scene } = store;
  const member = someone(store);
  const order = (now: Instant) => void placeOrder(store, now, member);
  const lookAround = (now: Instant) => {
    const year = new Date(now).getUTCFullYear() + 1;
    const newYear = startOfDay(scene.zone, Date.UTC(year, 0, 1) / DAY_MS);
    if (newYear - now > 100 * DAY_MS) return;
    const guarantee = (store.programmes.at(-1)?.tiers?.guaranteeDays ?? 0) * DAY_MS;
    for (const at of [newYear - 1000, newYear, newYear + guarantee]) {
      store.plans.push({ at, step: (then) => look(store, then) });
      if (chance.percent(50)) store.plans.push({ at, step: order });
    }
    const next = startOfDay(scene.zone, dayOf(scene.zone, newYear + guarantee) + 1);
    store.plans.push({ at: next, step: (then) => look(store, then) });
  };
  return [order, order, lookAround, order];
}

/** Birthdays of two years, changed in between and brought into a merge. */
function growOlder(store: Store): Step[] {
  const { chance } = store;
  const [member, other] = [someone(store), someone(store)];
  const lookAt = (days: number) => (now: Instant) => {
    for (const at of [now + days * DAY_MS, now + (days + 335) * DAY_MS, now + 366 * DAY_MS])
      store.plans.push({ at, step: (then) => look(store, then) });
  };
  return [
    (now) => giveBirthday(store, now, member),
    (now) => void (chance.percent(40) && giveBirthday(store, now, member)),
    (now) => void (chance.percent(50) && giveBirthday(store, now, other)),
    lookAt(40),
    (now) => void (chance.percent(40) && merge(store, now, member, other)),
    (now) => giveBirthday(store, now + 20 * DAY_MS, member),
  ];
}

/** A benefit without a code that the store grants at once, late, twice, or after it was given back. */
function grantLate(store: Store): Step[] {
  const { chance } = store;
  const member = someone(store);
  let as = "";
  const maybe = (likelihood: number, step: Step) => (now: Instant) =>
    void (chance.percent(likelihood) && step(now));
  return [
    (now) => adjust(store, now, member, chance.whole(40, 160)),
    (now) => (as = redeem(store, now, member, chance.oneOf(["thanks", "credit"]))),
    maybe(50, (now) => release(store, now, as)),
    maybe(40, (now) => adjust(store, now, member, -100)),
    (now) => grant(store, now, as),
    maybe(30, (now) => release(store, now, as)),
    maybe(30, (now) => grant(store, now, as)),
    (now) => void placeOrder(store, now, member, as),
  ];
}
